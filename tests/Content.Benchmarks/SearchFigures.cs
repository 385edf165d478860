using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Content.Compiler;
using Content.Compiler.Catalogs;
using Content.Compiler.Workspaces;
using Content.Runtime;
using Content.Testing;

namespace Content.Benchmarks;

/// <summary>
/// What search costs: the size of its index, the build, a query. The articles have 6 kB of words that are as frequent as words are (a few everywhere, most
/// nearly nowhere), since size and time hang on that. Whether it finds what is meant is asked of real documentation: each title is to lead to its article.
/// </summary>
internal static class SearchFigures
{
    private const int Articles = 10_000;
    private const int Runs = 5;
    private const int Vocabulary = 40_000;

    public static void Run(Workshop workshop, FigureTable figures)
    {
        var plain = workshop.PathOf("unsearched");
        var searched = workshop.PathOf("searched");
        Write(plain, isSearched: false);
        Write(searched, isSearched: true);
        Thread.Sleep(TimeSpan.FromSeconds(3));
        // Reason: of the processor, start of the process included; what else the machine does hardly counts.
        var (without, with) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            Workshop.Delete(Path.Combine(plain, "obj"));
            without = Math.Min(without, Measure.InProcess("compile", plain).Processor);
            Workshop.Delete(Path.Combine(searched, "obj"));
            with = Math.Min(with, Measure.InProcess("compile", searched).Processor);
        }

        figures.Add("10,000 articles, cold, with search", with / without, 1.25, "x", FormattableString.Invariant($"{with:F0} ms of the processors, without {without:F0} ms"));
        var blob = File.ReadAllBytes(Path.Combine(searched, "obj", "content", "Content.Catalog"));
        var index = BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(CatalogFormat.Header.SearchLength));
        var catalog = Open(blob);
        var text = catalog.Entries.Sum(entry => (double)Encoding.UTF8.GetByteCount(entry.Body.Text));
        figures.Add("search index", 100 * index / text, 25, "%", FormattableString.Invariant($"of the text: {index / 1048576.0:F1} of {text / 1048576:F1} MB"));
        Queries(catalog, figures);
        Parts(catalog, figures);
        Titles(workshop, figures);
    }

    private static void Queries(ContentCatalog catalog, FigureTable figures)
    {
        var random = new Random(1);
        var titles = catalog.Entries.Where(entry => entry.Title is not null).ToList();
        var queries = new List<string>();
        for (var number = 0; number < 2000; number++)
        {
            var word = Word(Zipf(random));
            queries.Add((number % 5) switch
            {
                0 => titles[random.Next(titles.Count)].Title!,
                1 => word,
                2 => word + " " + Word(Zipf(random)),
                3 => word[..Math.Min(word.Length, 1 + random.Next(4))],
                _ => word.Length < 5 ? word : word[..2] + word[3..],
            });
        }

        var watch = Stopwatch.StartNew();
        catalog.Search(queries[0]);
        figures.Add("first query of a process", watch.Elapsed.TotalMilliseconds, 20, "ms", "the code is compiled meanwhile");
        foreach (var query in queries)
            catalog.Search(query);
        var times = queries.Select(query =>
        {
            var each = Stopwatch.StartNew();
            catalog.Search(query);
            return each.Elapsed.TotalMilliseconds;
        }).Order().ToArray();
        figures.Add("query, median", times[times.Length / 2], 1, "ms", "titles, words, pairs, beginnings, misspelled words; ten hits");
        figures.Add("query, 99th percentile", times[times.Length * 99 / 100], 10, "ms", FormattableString.Invariant($"the longest {times[^1]:F1} ms"));
    }

    private static void Parts(ContentCatalog catalog, FigureTable figures)
    {
        var files = catalog.ExportSearch().Where(file => !file.Path.StartsWith("entries/", StringComparison.Ordinal)).ToList();
        figures.Add("largest part of the exported index", files.Max(file => file.Content.Length) / 1024.0, 100, "kB", $"{files.Count} parts, of which a query needs the first and one a word");
    }

    /// <summary>Real documentation: the title of each article that no other has.</summary>
    private static void Titles(Workshop workshop, FigureTable figures)
    {
        var docs = Path.Combine(Path.GetDirectoryName(Workshop.Repository)!, "shared", "corpora", "desktop-docs", "docs");
        if (!Directory.Exists(docs))
        {
            figures.Miss("titles that lead to their article", "there are no corpora here");
            return;
        }

        var project = workshop.PathOf("titles");
        Directory.CreateDirectory(project);
        File.WriteAllText(Path.Combine(project, "content.json"), """
            { "collections": { "docs": { "type": "Doc", "files": "**/*.md", "unknownFields": "ignore", "search": true, "symbols": "none", "fields": { "title": "string" } } } }
            """);
        var snapshot = new Workspace(new CompilationRequest
        {
            ProjectDirectory = project,
            ConfigurationFile = Path.Combine(project, "content.json"),
            Root = docs,
            OutputDirectory = Path.Combine(project, "obj"),
            BuildDate = new DateOnly(2026, 11, 23),
            MaxParallelism = Workshop.Threads,
        }).Update(CancellationToken.None);
        using var blob = new MemoryStream();
        snapshot.PrepareCatalog(new CatalogOptions()).WriteBlob(blob);
        var catalog = Open(blob.ToArray());
        var titles = catalog.Entries.Where(entry => entry.Title is { Length: > 0 }).GroupBy(entry => entry.Title).Where(group => group.Count() == 1).Select(group => group.Single()).ToList();
        var missed = titles.Where(entry => !catalog.Search(entry.Title!, 3).Any(hit => hit.Entry == entry)).ToList();
        figures.Add("titles that do not lead to their article", 100.0 * missed.Count / titles.Count, 5, "%",
            FormattableString.Invariant($"of {titles.Count}, first three hits; such as '{missed.FirstOrDefault()?.Title}'"));
    }

    private static ContentCatalog Open(byte[] blob)
    {
        var key = new CatalogKey("benchmark", BinaryPrimitives.ReadUInt64LittleEndian(blob.AsSpan(CatalogFormat.Header.Shape)), BinaryPrimitives.ReadUInt64LittleEndian(blob.AsSpan(CatalogFormat.Header.Symbols)));
        return new ContentCatalog(MappedBytes.Of(new MemoryStream(blob)), "The blob", key, static catalog =>
            [.. Enumerable.Range(0, catalog.CollectionCount).Select(number => new TextCollection(catalog, number))]);
    }

    private static void Write(string project, bool isSearched)
    {
        Directory.CreateDirectory(Path.Combine(project, "content"));
        File.WriteAllText(Path.Combine(project, "content.json"), $$"""
            { "collections": { "docs": { "type": "Doc", "files": "*.md", "search": {{(isSearched ? "true" : "false")}}, "symbols": "ids", "fields": { "title": "string" } } } }
            """);
        for (var article = 0; article < Articles; article++)
        {
            var random = new Random(article);
            var text = new StringBuilder($"---\ntitle: {Word(Zipf(random))} {Word(Zipf(random))} {Word(Zipf(random))} {article.ToString(CultureInfo.InvariantCulture)}\n---\n");
            while (text.Length < 6000)
            {
                text.Append("\n\n## ").Append(Word(Zipf(random))).Append(' ').Append(Word(Zipf(random))).Append("\n\n");
                for (var word = 0; word < 150; word++)
                    text.Append(Word(Zipf(random))).Append(word % 12 == 11 ? ".\n" : word % 25 == 24 ? " `code` " : " ");
            }

            File.WriteAllText(Path.Combine(project, "content", $"article-{article:D5}.md"), text.ToString());
        }
    }

    /// <summary>The rank of a word, each as frequent as ranks are in texts.</summary>
    private static int Zipf(Random random) => (int)Math.Min(Vocabulary - 1, Math.Exp(random.NextDouble() * Math.Log(Vocabulary)) - 1);

    /// <summary>A word of its own for every rank: frequent ones are short.</summary>
    private static string Word(int rank)
    {
        var word = new StringBuilder();
        for (var rest = rank * 7 + 3; rest > 0; rest /= 19)
            word.Append("bcdfghklmnprstvwxzj"[rest % 19]).Append("aeiou"[(rest + rank) % 5]);
        return word.ToString();
    }
}
