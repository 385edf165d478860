using System.Diagnostics;
using System.Globalization;
using Content.Compiler;
using Content.Compiler.Corrections;
using Markdig;

namespace Content.Benchmarks;

/// <summary>The work that is measured, each in a process of its own, as a build would run it.</summary>
internal static class Measure
{
    /// <summary>Reads, parses and renders every article with Markdig and its advanced extensions, and nothing else.</summary>
    public static void Markdig(string directory, int threads)
    {
        var pipeline = new MarkdownPipelineBuilder().UseAdvancedExtensions().Build();
        var files = Directory.GetFiles(Path.Combine(directory, "content"), "*.md", SearchOption.AllDirectories);
        long length = 0;
        Parallel.ForEach(files, new ParallelOptions { MaxDegreeOfParallelism = threads }, file =>
            Interlocked.Add(ref length, Markdown.ToHtml(File.ReadAllText(file), pipeline).Length));
        if (length == 0)
            throw new InvalidOperationException("Nothing was rendered.");
    }

    /// <summary>What a build of the corpus asks for.</summary>
    public static CompilationRequest Request(string directory) => new()
    {
        ProjectDirectory = directory,
        ConfigurationFile = Path.Combine(directory, "content.json"),
        OutputDirectory = Path.Combine(directory, "obj", "content"),
        Namespace = "Benchmark",
        BuildDate = new DateOnly(2026, 11, 23),
    };

    /// <summary>The whole compilation, with whatever state the output directory holds.</summary>
    public static CompilationResult Compile(string directory, int threads)
    {
        var result = ContentCompiler.Compile(
            Request(directory) with { MaxParallelism = threads },
            CancellationToken.None);
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
        return result;
    }

    /// <summary>Writes everything that has one certain correction.</summary>
    public static void Fix(string directory, int threads)
    {
        var result = ContentCompiler.Fix(new FixRequest { Compilation = Request(directory) with { MaxParallelism = threads } }, CancellationToken.None);
        if (result.Count == 0 || !result.LeftAlone.IsEmpty)
            throw new InvalidOperationException("Nothing was corrected, or not everything.");
    }

    /// <summary>A line more in one article.</summary>
    public static void Edit(string directory) =>
        File.AppendAllText(Path.Combine(directory, "content", "posts", "article-000007.md"), $"\nEdited {Guid.NewGuid():N}.\n");

    /// <summary>Runs one kind of work in a fresh process: milliseconds of the work, and the process's peak memory in MB and processor time in milliseconds.</summary>
    public static (double Milliseconds, double Megabytes, double Processor) InProcess(string work, string directory)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            RedirectStandardOutput = true,
            ArgumentList =
            {
                Path.Combine(Workshop.AssemblyFolder, "Content.Benchmarks.dll"), "child", work, directory, Workshop.Threads.ToString(CultureInfo.InvariantCulture),
            },
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"'{work}' failed: {output}");
        var parts = output.Trim().Split(' ');
        return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture), double.Parse(parts[2], CultureInfo.InvariantCulture));
    }

    /// <summary>What the fresh process does.</summary>
    public static void Child(string work, string directory, int threads)
    {
        var watch = Stopwatch.StartNew();
        if (work == "markdig")
            Markdig(directory, threads);
        else if (work == "fix")
            Fix(directory, threads);
        else if (work == "faulty")
            ContentCompiler.Compile(Request(directory) with { MaxParallelism = threads }, CancellationToken.None);
        else
            Compile(directory, threads);
        var elapsed = watch.Elapsed.TotalMilliseconds;
        if (work == "edits")
            elapsed = MedianEdit(directory, threads);
        if (work == "warm")
            elapsed = WarmRatio(directory, threads);
        if (work == "loaded")
        {
            foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
                Console.WriteLine(assembly.GetName().Name);
        }

        using var self = Process.GetCurrentProcess();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{elapsed:F3} {self.PeakWorkingSet64 / 1048576.0:F0} {self.TotalProcessorTime.TotalMilliseconds:F0}"));
    }

    /// <summary>A whole compilation over bare Markdig, each the least of several after several.</summary>
    private static double WarmRatio(string directory, int threads)
    {
        var (markdig, compiled) = (double.MaxValue, double.MaxValue);
        for (var round = 0; round < 8; round++)
        {
            var watch = Stopwatch.StartNew();
            Markdig(directory, threads);
            var bare = watch.Elapsed.TotalMilliseconds;
            Workshop.Delete(Path.Combine(directory, "obj"));
            watch.Restart();
            Compile(directory, threads);
            if (round >= 5)
                (markdig, compiled) = (Math.Min(markdig, bare), Math.Min(compiled, watch.Elapsed.TotalMilliseconds));
        }

        return compiled / markdig;
    }

    private static double MedianEdit(string directory, int threads)
    {
        const int edits = 25;
        var times = new double[edits];
        for (var edit = 0; edit < edits; edit++)
        {
            Edit(directory);
            var watch = Stopwatch.StartNew();
            Compile(directory, threads);
            times[edit] = watch.Elapsed.TotalMilliseconds;
        }

        return times.Order().ElementAt(edits / 2);
    }
}
