using System.Globalization;
using System.Runtime.CompilerServices;

namespace Content.Runtime;

/// <summary>
/// A block of C# in an article that was compiled with the program and can be run. In a test project, three lines of xUnit hold every article against
/// what it says: <c>[Theory, MemberData(nameof(Samples))] public void Sample(ContentSample sample) => sample.Verify();</c>
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

    /// <summary>The article's file, relative to the project folder, with <c>/</c>.</summary>
    public string File { get; }

    /// <summary>The line of the article that it begins in, when the program was compiled.</summary>
    public int Line { get; }

    /// <summary>The code as the article shows it.</summary>
    public string Code { get; }

    /// <summary>What must come out, by the block behind it; null where there is none.</summary>
    public string? Output { get; }

    /// <summary>Runs it in the invariant culture, and gives what it wrote to the console, with <c>\n</c> at the end of each line. One runs at a time.</summary>
    public string Run()
    {
        lock (console)
        {
            var (output, error) = (Console.Out, Console.Error);
            using var written = new StringWriter(CultureInfo.InvariantCulture) { NewLine = "\n" };
            using var shared = TextWriter.Synchronized(written);
            try
            {
                Console.SetOut(shared);
                Console.SetError(shared);
                // Away from the caller's context, in which what a sample awaits would have to go on while the caller waits.
                Task.Run(RunInvariant).GetAwaiter().GetResult();
            }
            finally
            {
                Console.SetOut(output);
                Console.SetError(error);
            }

            return written.ToString().ReplaceLineEndings("\n");
        }
    }

    /// <summary>Runs it, and holds what comes out against the article. White space at the end of lines and of the whole makes no difference.</summary>
    /// <exception cref="ContentException">Something else came out: the message has the article, the line and the first line that differs.</exception>
    public void Verify()
    {
        var written = Lines(Run());
        if (Output is null)
            return;
        var expected = Lines(Output);
        for (var index = 0; index < Math.Max(written.Length, expected.Length); index++)
        {
            var (should, does) = (At(expected, index), At(written, index));
            if (should == does)
                continue;
            throw new ContentException(string.Create(
                CultureInfo.InvariantCulture, $"{File}({Line}): the sample does not print what the article says, from line {index + 1} of the output on.\n- {should ?? "(nothing)"}\n+ {does ?? "(nothing)"}"));
        }
    }

    /// <summary>Where it stands, as a test's name shows it: <c>content/posts/hello.md(12)</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{File}({Line})");

    private static Func<Task> Complete(Action run) => () =>
    {
        run();
        return Task.CompletedTask;
    };

    private static string[] Lines(string text) => Array.ConvertAll(text.TrimEnd().ReplaceLineEndings("\n").Split('\n'), line => line.TrimEnd());

    private static string? At(string[] lines, int index) => index < lines.Length ? lines[index] : null;

    private async Task RunInvariant()
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
        await run().ConfigureAwait(false);
    }
}
