using System.Globalization;

namespace Content.Benchmarks;

/// <summary>What coloured code costs a cold build of real documentation, in processor time: plain and coloured in turn, since machines change their pace.</summary>
internal static class HighlightFigures
{
    private const int Runs = 7;

    public static void Run(Workshop workshop, FigureTable figures)
    {
        const string Name = "desktop-docs, cold, all code coloured";
        var corpus = Path.GetFullPath("../shared/corpora/desktop-docs", Workshop.Repository);
        if (!Directory.Exists(corpus))
        {
            figures.Miss(Name, $"there is no {corpus}");
            return;
        }

        var projects = new[] { Project(workshop, "plain", "false", corpus), Project(workshop, "coloured", "true", corpus) };
        var least = new[] { double.MaxValue, double.MaxValue };
        for (var run = 0; run < Runs; run++)
        {
            for (var kind = 0; kind < projects.Length; kind++)
            {
                Workshop.Delete(Path.Combine(projects[kind], "obj"));
                least[kind] = Math.Min(least[kind], Measure.InProcess("faulty", projects[kind]).Processor);
            }
        }

        figures.Add(Name, 100 * (least[1] / least[0] - 1), 60, "%", string.Create(CultureInfo.InvariantCulture, $"{least[1]:F0} ms of processor time on {least[0]:F0} ms, process included"));
    }

    private static string Project(Workshop workshop, string name, string highlight, string corpus)
    {
        var project = workshop.PathOf("highlight-" + name);
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "content.json"), $$"""
            {
              "highlight": {{highlight}},
              "links": { "ignore": ["**"] },
              "collections": {
                "pages": { "type": "Page", "files": ["**/*.md", "!**/includes/**"], "symbols": "none", "unknownFields": "ignore", "fields": { "title": "string" } }
              }
            }
            """);
        foreach (var file in Directory.EnumerateFiles(corpus, "*.md", SearchOption.AllDirectories))
        {
            var target = Path.Combine(project, "content", Path.GetRelativePath(corpus, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return project;
    }
}
