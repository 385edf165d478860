using System.Globalization;

namespace Content.Benchmarks;

/// <summary>What a dialect costs a cold build, and what it costs to correct articles: in processor time, which other work on the machine changes little.</summary>
internal static class DialectCost
{
    private const int Articles = 10_000;
    private const int Runs = 3;

    private static readonly string[] dialects = ["docfx", "jekyll", "hugo", "zola", "docusaurus", "astro", "obsidian"];

    public static void Run(Workshop workshop, FigureTable figures)
    {
        var project = workshop.Corpus(Articles);
        var file = Path.Combine(project, "content.json");
        var plain = File.ReadAllText(file);
        var least = dialects.Prepend("").ToDictionary(dialect => dialect, _ => double.MaxValue, StringComparer.Ordinal);
        for (var run = 0; run < Runs; run++)
        {
            foreach (var dialect in least.Keys)
            {
                File.WriteAllText(file, dialect.Length == 0 ? plain : string.Concat("{ \"dialect\": \"", dialect, "\",", plain.AsSpan(plain.IndexOf('{', StringComparison.Ordinal) + 1)));
                least[dialect] = Math.Min(least[dialect], Cold("compile", project));
            }
        }

        File.WriteAllText(file, plain);
        foreach (var dialect in dialects)
            figures.Add($"10,000 articles, cold, {dialect}", 100 * (least[dialect] / least[""] - 1), 10, "%", string.Create(CultureInfo.InvariantCulture, $"{least[dialect]:F0} ms of processor time on {least[""]:F0} ms"));
        Correct(workshop, figures, least[""]);
    }

    /// <summary>Three links of each article have a capital that the file's name does not have.</summary>
    private static void Correct(Workshop workshop, FigureTable figures, double cold)
    {
        var project = workshop.PathOf("corrected");
        var fixing = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            Workshop.Delete(project);
            CorpusMaker.Write(project, Articles);
            foreach (var article in Directory.EnumerateFiles(Path.Combine(project, "content", "posts"), "*.md"))
                File.WriteAllText(article, File.ReadAllText(article).Replace("(./article-", "(./Article-", StringComparison.Ordinal));
            fixing = Math.Min(fixing, Cold("fix", project));
        }

        figures.Add("10,000 articles, FixContent", fixing / cold, 2, "x", string.Create(CultureInfo.InvariantCulture, $"30,000 corrections, {fixing:F0} ms of processor time; a cold build {cold:F0} ms"));
    }

    private static double Cold(string work, string project)
    {
        Workshop.Delete(Path.Combine(project, "obj"));
        return Measure.InProcess(work, project).Processor;
    }
}
