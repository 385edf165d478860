using System.Globalization;
using System.Runtime.CompilerServices;

namespace Content.Runtime;

/// <summary>
/// A block of C# in an article that was compiled with the program and can be run. In a test project, three lines of xUnit hold every article against
/// what it says: <c>[Theory, MemberData(nameof(Samples))] public void Sample(ContentSample sample) => sample.Verify(TimeSpan.FromSeconds(10));</c>
/// </summary>
public sealed class ContentSample
{
    // Reason: there is one console, and tests run side by side.
    private static readonly object console = new();

    private readonly Func<IContentEntry> entry;
    private readonly Func<Task> run;

    /// <summary>Made by generated code.</summary>
    /// <param name="entry">Finds the article.</param>
    /// <param name="file">The article's file, relative to the project folder.</param>
    /// <param name="code">The code.</param>
    /// <param name="output">What must come out; null where the article does not say.</param>
    /// <param name="run">Runs it.</param>
    /// <param name="line">Where it stands.</param>
    public ContentSample(Func<IContentEntry> entry, string file, string code, string? output, Func<Task> run, [CallerLineNumber] int line = 0)
    {
        (this.entry, File, Code, Output, this.run, Line) = (entry, file, code, output, run, line);
    }

    /// <inheritdoc cref="ContentSample(Func{IContentEntry}, string, string, string?, Func{Task}, int)"/>
    public ContentSample(Func<IContentEntry> entry, string file, string code, string? output, Action run, [CallerLineNumber] int line = 0)
        : this(entry, file, code, output, Complete(run), line)
    {
    }

    /// <summary>The article that it stands in.</summary>
    public IContentEntry Entry => entry();

    /// <summary>The file that it is written in, relative to the project folder, with <c>/</c>: the article's, or one that the article takes in.</summary>
    public string File { get; }

    /// <summary>The line of that file that it begins in, when the program was compiled.</summary>
    public int Line { get; }

    /// <summary>The code as the article shows it.</summary>
    public string Code { get; }

    /// <summary>What must come out, by the block behind it; null where there is none.</summary>
    public string? Output { get; }

    /// <summary>Runs it in the invariant culture, and gives what it wrote to the console, with <c>\n</c> at the end of each line. One runs at a time.</summary>
    public string Run() => Run(Timeout.InfiniteTimeSpan);

    /// <summary>Runs it, as <see cref="Run()"/> does, for no longer than <paramref name="limit"/>.</summary>
    /// <param name="limit">How long it may run.</param>
    /// <exception cref="ContentException">It was not done by then. What it does from then on is lost, but it cannot be stopped.</exception>
    public string Run(TimeSpan limit)
    {
        // Not disposed: a sample that goes on after its time may still write to it.
        var written = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
        var caught = TextWriter.Synchronized(written);
        lock (console)
        {
            var (output, error) = (Console.Out, Console.Error);
            try
            {
                Console.SetOut(new SampleConsole(output));
                Console.SetError(new SampleConsole(error));
                // Away from the caller's context, in which what a sample awaits would have to go on while the caller waits.
                var running = Task.Run(() => RunInvariant(caught));
                if (Task.WaitAny([running], limit) < 0)
                    throw new ContentException(string.Create(CultureInfo.InvariantCulture, $"{this}: the sample was not done after {limit.TotalSeconds:0.###} s."));
                running.GetAwaiter().GetResult();
            }
            finally
            {
                Console.SetOut(output);
                Console.SetError(error);
            }
        }

        return written.ToString().ReplaceLineEndings("\n");
    }

    /// <summary>Runs it, and holds what comes out against the article. White space at the end of lines and of the whole makes no difference.</summary>
    /// <exception cref="ContentException">Something else came out: the message has the article, the line and the lines that differ.</exception>
    public void Verify() => Verify(Timeout.InfiniteTimeSpan);

    /// <summary>Runs it for no longer than <paramref name="limit"/>, and holds what comes out against the article, as <see cref="Verify()"/> does.</summary>
    /// <param name="limit">How long it may run.</param>
    /// <exception cref="ContentException">Something else came out, or it was not done by then.</exception>
    public void Verify(TimeSpan limit)
    {
        var written = Lines(Run(limit));
        if (Output is not null && LineDifference.Between(Lines(Output), written) is { } difference)
            throw new ContentException($"{this}: the sample does not print what the article says:\n{difference}");
    }

    /// <summary>Where it stands, as a test's name shows it: <c>content/posts/hello.md(12)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line})");

    private static Func<Task> Complete(Action run) => () =>
    {
        run();
        return Task.CompletedTask;
    };

    private static string[] Lines(string text) => Array.ConvertAll(text.TrimEnd().ReplaceLineEndings("\n").Split('\n'), line => line.TrimEnd());

    private async Task RunInvariant(TextWriter written)
    {
        SampleConsole.Catch(written);
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        await run().ConfigureAwait(false);
    }
}
