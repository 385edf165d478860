using System.Globalization;
using Content.Compiler.Articles;
using Content.Compiler.Articles.Html;
using Content.Compiler.Articles.Markdown;
using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Configuration;
using Content.Compiler.FrontMatter;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Content.Compiler.Text;
using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace Content.Benchmarks;

/// <summary>
/// What the links of a corpus cost on top of parsing and rendering it: finding them with their places and anchors, and resolving them all.
/// One thread, everything in memory, the parts taken in turns; each figure is processor time, the least of forty rounds, so that others on the
/// machine do not count.
/// </summary>
internal static class RealLinkCost
{
    private const int Rounds = 40;
    private const int WarmUp = 20;
    private static readonly ArticleFacts facts = new();

    /// <param name="content">The content folder.</param>
    /// <param name="configurationFile">Its content.json, or null for the defaults.</param>
    public static void Run(string content, string? configurationFile)
    {
        var project = Path.GetDirectoryName(Path.GetFullPath(content))!;
        var configuration = configurationFile is null
            ? DefaultConfiguration.Instance
            : ConfigurationReader.Read(new SourceText("content.json", File.ReadAllText(configurationFile))).Configuration;
        configuration = configuration with { Root = Path.GetFileName(content) };
        var files = FileMap.Enumerate(project, configuration.Root, configuration.StaticFolders, CancellationToken.None);
        var texts = files.Files
            .Where(file => ArticleFormats.Of(file.Path, readsMdx: false) == ArticleFormat.Markdown && configuration.Collections[0].Files.IsMatch(file.Path))
            .Select(file => (File: file, Source: SourceReader.Read(files.GetFullPath(file), file.File)))
            .Where(read => read.Source.Text is not null)
            .Select(read => (read.File, read.Source, Body: FrontMatterReader.Read(read.Source.Text!).BodyStart))
            .ToList();

        var pipeline = MarkdownPipelines.Create(configuration.Anchors, MarkdownPipelines.UsualNesting);
        var reader = new MarkdownArticleReader(configuration);
        var articles = new ArticleReader(configuration);
        var routed = SiteRouter.Route(
            configuration, [.. texts.Select(text => articles.Read(text.File, text.Source, 0))], files, includeUnpublished: true, new DateOnly(2026, 11, 23));
        foreach (var text in texts)
        {
            if (Render(text.Source.Text!, text.Body, pipeline) != reader.Read(text.Source.Text!, text.Body, configuration.Collections[0]).Content.Body.Utf8.Length)
                throw new InvalidOperationException($"{text.File.Path} is rendered in two ways: what is compared is not the same work.");
        }

        List<double> render = [], read = [], measure = [], link = [];
        for (var round = 0; round < WarmUp + Rounds; round++)
        {
            var rendered = Time(() => texts.Sum(text => Render(text.Source.Text!, text.Body, pipeline)));
            var found = Time(() => texts.Sum(text => reader.Read(text.Source.Text!, text.Body, configuration.Collections[0]).Content.Links.Length));
            var measured = Time(() => routed.Entries.Sum(entry => Measure(entry.Article.Content!)));
            var linked = Time(() => SiteLinker.Link(routed, files, checkLinks: true).Diagnostics.Length);
            if (round < WarmUp)
                continue; // not yet compiled for speed
            render.Add(rendered);
            read.Add(found);
            measure.Add(measured);
            link.Add(linked);
        }

        var (bare, facts, words, resolve) = (render.Min(), read.Min(), measure.Min(), link.Min());
        var links = routed.Entries.Sum(entry => entry.Article.Content?.Links.Length ?? 0);
        Print($"{texts.Count} articles, {links} links: parse and render", bare, bare);
        Print("the same, and find links, anchors, words, all that is wrong", facts, bare);
        Print("of that: count words and take the excerpt", words, bare);
        Print("resolve all links and judge them", resolve, bare);
        Print("links, on top of parsing, rendering and measuring", facts - bare - words + resolve, bare);
    }

    /// <summary>The same HTML with the same ids by Markdig with the very pipeline that the compiler has, its bounds of time included, and nothing else found out.</summary>
    private static int Render(SourceText source, int body, MarkdownPipeline pipeline)
    {
        var text = source.Text[body..];
        var document = MarkdownParser.Parse(text, pipeline, new WorkBudget(text));
        facts.Start(source);
        HeadingNames.Give(document, body, facts);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        var renderer = new HtmlRenderer(writer);
        pipeline.Setup(renderer);
        renderer.Render(document);
        return System.Text.Encoding.UTF8.GetBytes(writer.ToString()).Length;
    }

    private static int Measure(ArticleContent content) => TextMeasure.Of(System.Text.Encoding.UTF8.GetString(content.Body.Utf8.Span)).Words;

    private static double Time(Func<int> work)
    {
        GC.Collect();
        var before = Environment.CpuUsage.TotalTime;
        var result = work();
        var spent = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
        return result < 0 ? throw new InvalidOperationException("Nothing was done.") : spent;
    }

    private static void Print(string what, double time, double baseline) =>
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-60} {time,8:F1} ms   x {time / baseline:F3}"));
}
