namespace Content.Benchmarks;

/// <summary>The builds of a day: nothing changed, or one article.</summary>
internal static class EditedBuild
{
    private const int Runs = 7;

    public static void Run(Workshop workshop, FigureTable figures)
    {
        var large = workshop.Corpus(10_000);
        Measure.InProcess("compile", large);
        Measure.InProcess("compile", large);
        figures.Add("10,000 articles, nothing changed", Least("compile", large, static _ => { }), 150, "ms", "in the task, fresh process");
        figures.Add("10,000 articles, one edited", Least("compile", large, Measure.Edit), 186, "ms", "in the task, fresh process");
        figures.Add("10,000 articles, one edited, warm", Measure.InProcess("edits", large).Milliseconds, 186, "ms", "in a process that built before: MSBuild's server, dotnet watch, Visual Studio");

        var small = workshop.Corpus(100);
        Measure.InProcess("compile", small);
        figures.Add("100 articles, one edited, warm", Measure.InProcess("edits", small).Milliseconds, 30, "ms", "in a process that built before");
        figures.Add("100 articles, one edited", Least("compile", small, Measure.Edit), 30, "ms", "in the task, fresh process: mostly loading and JIT");
    }

    private static double Least(string work, string project, Action<string> prepare)
    {
        var least = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            prepare(project);
            least = Math.Min(least, Measure.InProcess(work, project).Milliseconds);
        }

        return least;
    }
}
