using System.Diagnostics;
using Content.Compiler.Articles;
using Content.Compiler.Configuration;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Benchmarks;

/// <summary>What it costs that links are found, resolved and checked, beside parsing and rendering. One thread, in this process, warm.</summary>
internal static class LinkCost
{
    private const int Runs = 5;

    public static void Run(Workshop workshop, FigureTable figures)
    {
        var project = workshop.Corpus(10_000);
        var file = Path.Combine(project, "content.json");
        var (configuration, _) = ConfigurationReader.Read(new SourceText("content.json", File.ReadAllText(file)));
        var files = FileMap.Enumerate(project, configuration.Root, [], CancellationToken.None);
        var owned = files.Files.Where(found => configuration.Collections.Any(collection => collection.Files.IsMatch(found.Path))).ToArray();
        var reader = new ArticleReader(configuration);
        var reading = double.MaxValue;
        var linking = double.MaxValue;
        for (var run = 0; run < Runs; run++)
        {
            var watch = Stopwatch.StartNew();
            var articles = owned.Select(found => Read(reader, configuration, files, found)).ToArray();
            reading = Math.Min(reading, watch.Elapsed.TotalMilliseconds);
            var routed = SiteRouter.Route(configuration, [.. articles], files, includeUnpublished: false, new DateOnly(2026, 11, 23));
            watch.Restart();
            SiteLinker.Link(routed, files, checkLinks: true);
            linking = Math.Min(linking, watch.Elapsed.TotalMilliseconds);
        }

        figures.Add("links, on top of reading and rendering", 100 * linking / reading, 15, "%", FormattableString.Invariant($"{linking:F0} ms on {reading:F0} ms, one thread"));
    }

    private static Article Read(ArticleReader reader, ContentConfiguration configuration, FileMap files, SourceFile file)
    {
        var collection = Enumerable.Range(0, configuration.Collections.Length).First(index => configuration.Collections[index].Files.IsMatch(file.Path));
        return reader.Read(file, SourceReader.Read(files.GetFullPath(file), file.File), collection);
    }
}
