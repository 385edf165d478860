using System.Diagnostics;

namespace Content.Benchmarks;

/// <summary>Everything for the first time: against bare Markdig, and against Hugo.</summary>
internal static class ColdBuild
{
    private const int Articles = 10_000;
    private const int Runs = 5;

    public static void Run(Workshop workshop, FigureTable figures)
    {
        var project = workshop.Corpus(Articles);
        var (markdig, cold) = (double.MaxValue, double.MaxValue);
        var (markdigProcessor, coldProcessor) = (double.MaxValue, double.MaxValue);
        var memory = 0.0;
        for (var run = 0; run < Runs; run++)
        {
            var bare = Measure.InProcess("markdig", project);
            (markdig, markdigProcessor) = (Math.Min(markdig, bare.Milliseconds), Math.Min(markdigProcessor, bare.Processor));
            Workshop.Delete(Path.Combine(project, "obj"));
            var (milliseconds, megabytes, processor) = Measure.InProcess("compile", project);
            (cold, coldProcessor) = (Math.Min(cold, milliseconds), Math.Min(coldProcessor, processor));
            memory = Math.Max(memory, megabytes);
        }

        figures.Add("10,000 articles, cold, everything", cold / markdig, 1, "x", FormattableString.Invariant($"{cold:F0} ms; bare Markdig reads, parses and renders in {markdig:F0} ms"));
        figures.Add("10,000 articles, cold, processor time", coldProcessor / markdigProcessor, 1, "x", FormattableString.Invariant($"{coldProcessor:F0} ms; bare Markdig {markdigProcessor:F0} ms, each process included"));
        var warm = Measure.InProcess("warm", project).Milliseconds;
        figures.Add("10,000 articles, warm, everything", warm, 0.8, "x", "of what bare Markdig takes in the same process, after five rounds of both");
        figures.Add("10,000 articles, peak memory", memory, 700, "MB", "of the process, cold");
        if (Hugo(workshop, project) is { } hugo)
            figures.Add("10,000 articles, cold, against Hugo", cold / hugo, 0.5, "x", FormattableString.Invariant($"hugo builds them in {hugo:F0} ms, templates of one line"));
        else
            figures.Miss("10,000 articles, cold, against Hugo", "there is no hugo here (apt-get install hugo)");
    }

    /// <summary>The same files through Hugo with the least of templates; null where it is not installed.</summary>
    private static double? Hugo(Workshop workshop, string project)
    {
        var site = workshop.PathOf("hugo");
        Directory.CreateDirectory(Path.Combine(site, "layouts", "_default"));
        File.WriteAllText(Path.Combine(site, "config.toml"), "baseURL = 'https://example.org/'\ntitle = 'Site'\ndisableKinds = ['taxonomy', 'term', 'RSS', 'sitemap']\n");
        File.WriteAllText(Path.Combine(site, "layouts", "_default", "single.html"), "<html><body>{{ .Content }}</body></html>\n");
        File.WriteAllText(Path.Combine(site, "layouts", "_default", "list.html"), "<html><body>{{ range .Pages }}<a href='{{ .RelPermalink }}'>{{ .Title }}</a>{{ end }}</body></html>\n");
        File.WriteAllText(Path.Combine(site, "layouts", "index.html"), "<html></html>\n");
        var least = double.MaxValue;
        for (var run = 0; run < 3; run++)
        {
            Workshop.Delete(Path.Combine(site, "public"));
            var start = new ProcessStartInfo("hugo")
            {
                WorkingDirectory = site,
                ArgumentList = { "--quiet", "--contentDir", Path.Combine(project, "content") },
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["GOMAXPROCS"] = Workshop.Threads.ToString(System.Globalization.CultureInfo.InvariantCulture);
            try
            {
                var watch = Stopwatch.StartNew();
                using var process = Process.Start(start)!;
                var error = process.StandardError.ReadToEndAsync();
                process.StandardOutput.ReadToEnd();
                process.WaitForExit();
                if (process.ExitCode != 0)
                    throw new InvalidOperationException("hugo: " + error.Result);
                least = Math.Min(least, watch.Elapsed.TotalMilliseconds);
            }
            catch (System.ComponentModel.Win32Exception)
            {
                return null;
            }
        }

        return least;
    }
}
