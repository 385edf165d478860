using System.Globalization;

namespace Content.Benchmarks;

/// <summary>The builds of a day: the first, one without changes, one after an edit. Each figure is the median of five fresh processes.</summary>
internal static class BuildLoop
{
    private const int Runs = 5;

    public static void Run(string project, int articles, int threads)
    {
        var output = Path.Combine(project, "obj");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{articles} articles, {threads} threads, fresh processes, median of {Runs}"));
        var markdig = Median("markdig", project, threads, static () => { });
        var cold = Median("compile", project, threads, () => Delete(output));
        var unchanged = Median("compile", project, threads, static () => { });
        var edits = 0;
        var edited = Median("compile", project, threads, () => Edit(project, ++edits));

        Print("bare Markdig: read, parse, render", markdig, markdig);
        Print("cold, everything", cold, markdig);
        Print("nothing changed", unchanged, markdig);
        Print("one article edited", edited, markdig);
    }

    private static (double Milliseconds, double Megabytes) Median(string work, string project, int threads, Action prepare)
    {
        var runs = new List<(double Milliseconds, double Megabytes)>();
        for (var run = 0; run < Runs; run++)
        {
            prepare();
            runs.Add(Measure.InProcess(work, project, threads));
        }

        return (runs.Select(one => one.Milliseconds).Order().ElementAt(Runs / 2), runs.Max(one => one.Megabytes));
    }

    private static void Print(string name, (double Milliseconds, double Megabytes) figure, (double Milliseconds, double Megabytes) baseline) =>
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-36} {figure.Milliseconds,9:F1} ms   x {figure.Milliseconds / baseline.Milliseconds:F2}   {figure.Megabytes,6:F0} MB peak"));

    private static void Edit(string project, int edit)
    {
        var file = Path.Combine(project, "content", "posts", "article-000007.md");
        File.AppendAllText(file, string.Create(CultureInfo.InvariantCulture, $"\nEdit number {edit}.\n"));
    }

    private static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }
}
