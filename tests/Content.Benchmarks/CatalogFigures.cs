using System.Globalization;

namespace Content.Benchmarks;

/// <summary>
/// What a catalog costs the project that has it: the C# compiler's extra time, and at run time the first look-up, the metadata in memory, a body written.
/// The C# compiler runs in its server and with the arguments that the build gives it, the same project without a catalog is the baseline, and the runs
/// alternate. Processor time is told beside the elapsed time, because that is what a busy machine leaves as it is.
/// </summary>
internal static class CatalogFigures
{
    private const int Runs = 5;

    /// <summary>A server that has run for some builds is what the next build finds.</summary>
    private const int WarmUps = 3;

    public static void Run(int articles)
    {
        var folder = Directory.CreateTempSubdirectory("content-catalog-").FullName;
        try
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles} articles, median of {Runs}"));
            var projects = new[] { null, "ids", "properties" }.Select(symbols => ConsumerProject.Make(folder, articles, symbols)).ToArray();
            PrintCompileTimes(projects);
            foreach (var symbols in projects[1..])
                PrintRunTime(symbols);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void PrintCompileTimes(ConsumerProject[] projects)
    {
        using var server = new CompilerServer();
        var times = projects.Select(_ => new List<CompileTime>()).ToArray();
        for (var run = -WarmUps; run < Runs; run++)
        {
            for (var project = 0; project < projects.Length; project++)
            {
                var time = projects[project].Compile(server);
                if (run >= 0)
                    times[project].Add(time);
            }
        }

        var baseline = Median(times[0]);
        Print("C# compiler, no catalog", baseline, baseline, "");
        Print("C# compiler, symbols: ids", Median(times[1]), baseline, " (limit 500)");
        Print("C# compiler, symbols: properties", Median(times[2]), baseline, " (limit 3500)");
    }

    private static CompileTime Median(List<CompileTime> times) =>
        new(Median([.. times.Select(time => time.Elapsed)]), Median([.. times.Select(time => time.Processor)]));

    private static void PrintRunTime(ConsumerProject project)
    {
        var figures = Enumerable.Range(0, Runs).Select(_ => project.Run()).ToArray();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            run time, symbols: {project.Symbols}
              first look-up by slug          {Median([.. figures.Select(one => one.FirstLookup)]),9:F1} ms (limit 30), {Median([.. figures.Select(one => one.SinceStart)]):F1} ms after the process started
              metadata of every entry        {Median([.. figures.Select(one => one.MetadataBytes)]) / 1048576,9:F1} MB of managed memory (limit 15)
              a body written                 {figures.Max(one => one.BodyBytes),9:F0} bytes allocated (limit 0)
            """));
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);

    private static void Print(string name, CompileTime time, CompileTime baseline, string limit) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-34} {time.Elapsed,6:F0} ms x {time.Elapsed / baseline.Elapsed:F2}, {time.Elapsed - baseline.Elapsed,6:F0} ms more{limit}; processor {time.Processor,6:F0} ms, {time.Processor - baseline.Processor,6:F0} ms more"));
}
