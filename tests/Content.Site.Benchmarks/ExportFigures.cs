using System.Diagnostics;
using System.Globalization;
using Content.Benchmarks;

namespace Content.Site.Benchmarks;

/// <summary>The export of 10,000 pages, against Hugo with templates that do the same. Ours has its articles rendered by the build, so that is told beside.</summary>
internal static class ExportFigures
{
    private const int Articles = 10_000;
    private const int Runs = 3;

    public static void Run(string work, FigureTable figures)
    {
        var project = Path.Combine(work, "exported");
        CorpusMaker.Write(project, Articles);
        var blob = Path.Combine(work, "exported.content");
        PublishedArticles.Compile(project, blob);
        var (ours, hugo) = (Cost.None, Cost.None);
        for (var run = 0; run < Runs; run++)
        {
            var dist = Path.Combine(work, $"dist-{run}");
            ours = ours.Least(Cost.Of("dotnet", [typeof(ExportFigures).Assembly.Location, "export", blob, dist]));
            if (File.Exists("/usr/bin/hugo"))
                hugo = hugo.Least(Cost.Of("/usr/bin/hugo", ["--quiet", "--source", Hugo(project), "--destination", Path.Combine(work, $"hugo-{run}")]));
            if (run == 0)
                Expect(dist, Path.Combine(work, "hugo-0"));
        }

        var told = FormattableString.Invariant($"{ours.Processor:F0} ms of the processors, {ours.Elapsed:F0} ms elapsed");
        if (hugo == Cost.None)
            figures.Miss("10,000 pages against Hugo", "hugo is not installed; " + told);
        else
            figures.Add("10,000 pages against Hugo", ours.Processor / hugo.Processor, 2, "x", told + FormattableString.Invariant($"; Hugo {hugo.Processor:F0} and {hugo.Elapsed:F0} ms, rendering included"));
        figures.Add("10,000 pages, peak memory", ours.Megabytes, 500, "MB", "working set of the process that exports");
        var again = Cost.Of("dotnet", [typeof(ExportFigures).Assembly.Location, "export", blob, Path.Combine(work, "dist-0")]);
        Console.WriteLine(FormattableString.Invariant($"  a second export, of which nothing is written: {again.Processor:F0} ms of the processors"));
    }

    /// <summary>Both have written a page an article, and the same links in it.</summary>
    private static void Expect(string dist, string hugo)
    {
        foreach (var folder in Directory.Exists(hugo) ? [dist, hugo] : (string[])[dist])
        {
            var pages = Directory.GetFiles(Path.Combine(folder, "blog"), "index.html", SearchOption.AllDirectories).Length;
            var page = File.ReadAllText(Path.Combine(folder, "blog", "article-000100", "index.html"));
            if (pages < Articles || !page.Contains("rel=next", StringComparison.Ordinal) && !page.Contains("rel=\"next\"", StringComparison.Ordinal) || !page.Contains("#section-3", StringComparison.Ordinal))
                throw new InvalidOperationException($"{folder} has {pages} pages, such as {page}");
        }
    }

    /// <summary>The same articles as a site of Hugo's: links written as it resolves them, templates of the same parts.</summary>
    private static string Hugo(string project)
    {
        var site = project + "-hugo";
        if (Directory.Exists(site))
            return site;
        var posts = Directory.CreateDirectory(Path.Combine(site, "content", "blog")).FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(project, "content", "posts"), "*.md"))
            File.WriteAllText(Path.Combine(posts, Path.GetFileName(file)), WithRef(File.ReadAllText(file)));
        Directory.CreateDirectory(Path.Combine(site, "static", "posts"));
        File.WriteAllText(Path.Combine(site, "static", "posts", "image.png"), "picture");
        File.WriteAllText(Path.Combine(site, "config.toml"), """
            baseURL = "http://localhost/"
            title = "Benchmark"
            disableKinds = ["taxonomy", "term"]
            [markup.goldmark.renderer]
            unsafe = true
            [markup.highlight]
            codeFences = false
            """);
        var layouts = Directory.CreateDirectory(Path.Combine(site, "layouts", "_default")).FullName;
        File.WriteAllText(Path.Combine(layouts, "single.html"), """
            <!DOCTYPE html>
            <html lang="en">
            <head>
              <meta charset="utf-8">
              <meta name="viewport" content="width=device-width, initial-scale=1">
              <title>{{ .Title }} · Benchmark</title>
              <meta name="description" content="{{ .Summary }}">
              <link rel="canonical" href="{{ .RelPermalink }}">
              <link rel="alternate" type="application/rss+xml" href="/index.xml">
            </head>
            <body>
              <header><nav aria-label="Main"><a href="/">Home</a></nav></header>
              <main>
                <article>
                  <h1>{{ .Title }}</h1>
                  <p>{{ .WordCount }} words, {{ .ReadingTime }} minutes</p>
                  {{ .Content }}
                </article>
                <nav aria-label="On this page">{{ .TableOfContents }}</nav>
                <nav aria-label="Neighbours">
                  {{ with .NextInSection }}<a rel="prev" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
                  {{ with .PrevInSection }}<a rel="next" href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}
                </nav>
              </main>
            </body>
            </html>
            """);
        foreach (var list in (string[])["list.html", "../index.html"])
        {
            File.WriteAllText(Path.Combine(layouts, list), """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                  <meta charset="utf-8">
                  <title>Benchmark</title>
                </head>
                <body>
                  <main>
                    <h1>All</h1>
                    <ul>
                      {{ range .Site.RegularPages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>
                      {{ end }}
                    </ul>
                  </main>
                </body>
                </html>
                """);
        }

        return site;
    }

    /// <summary>What Hugo checks of links it does by <c>ref</c>, which fails the build where there is no such page.</summary>
    private static string WithRef(string article) => System.Text.RegularExpressions.Regex.Replace(article, @"\]\(\./(article-\d+\.md)\)", "]({{< ref \"$1\" >}})");

    /// <summary>What a process cost.</summary>
    private readonly record struct Cost(double Processor, double Elapsed, double Megabytes)
    {
        public static readonly Cost None = new(double.MaxValue, double.MaxValue, 0);

        /// <summary>The least of the times, and the most of the memory.</summary>
        public Cost Least(Cost other) => new(Math.Min(Processor, other.Processor), Math.Min(Elapsed, other.Elapsed), Math.Max(Megabytes, other.Megabytes));

        public static Cost Of(string program, string[] arguments)
        {
            // GNU time tells processor time and peak memory of a process that has ended, which .NET does not on Linux.
            var start = new ProcessStartInfo("/usr/bin/time", ["-f", "%U %S %e %M", program, .. arguments]) { RedirectStandardError = true, RedirectStandardOutput = true };
            using var process = Process.Start(start)!;
            var output = process.StandardOutput.ReadToEndAsync();
            var error = process.StandardError.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException(error + output.Result);
            var parts = error.Trim().Split('\n')[^1].Split(' ').Select(part => double.Parse(part, CultureInfo.InvariantCulture)).ToArray();
            return new Cost((parts[0] + parts[1]) * 1000, parts[2] * 1000, parts[3] / 1024);
        }
    }
}
