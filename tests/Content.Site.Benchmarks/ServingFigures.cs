using System.Diagnostics;
using System.Globalization;
using Content.Benchmarks;

namespace Content.Site.Benchmarks;

/// <summary>
/// Requests that a second of one core answers, against the same pages from <c>Results.Bytes</c> and from files. Each way is a process of its own, and the processor
/// time that it used is what counts, so that whoever asks, and what else the machine does, is left out.
/// </summary>
internal static class ServingFigures
{
    private const int Articles = 1000;
    private const int Requests = 20_000;
    private const int Rounds = 15;
    private const int WarmUps = 3;

    public static async Task RunAsync(string work, FigureTable figures)
    {
        var project = Path.Combine(work, "served");
        CorpusMaker.Write(project, Articles);
        // One whose body is a hundred times as long.
        File.WriteAllText(Path.Combine(project, "content", "posts", "large.md"), $"""
            ---
            title: A large one
            date: 2026-01-01
            author: author-1
            tags: [dotnet]
            level: beginner
            summary: "It is large"
            rating: 1
            ---

            {string.Concat(Enumerable.Repeat("Words and more words, in a paragraph.\n\n", 15_000))}
            """);
        var blob = Path.Combine(work, "served.content");
        PublishedArticles.Compile(project, blob);
        foreach (var post in PublishedArticles.Open(blob))
        {
            var folder = Directory.CreateDirectory(Path.Combine(work, "files", post.Url.Trim('/'))).FullName;
            await File.WriteAllBytesAsync(Path.Combine(folder, "index.html"), post.Body.Utf8.ToArray());
        }

        await using var entries = await Server.StartAsync("entries", blob);
        await using var bytes = await Server.StartAsync("bytes", blob);
        await using var files = await Server.StartAsync("files", blob);
        var all = new[] { entries, bytes, files };
        var times = all.ToDictionary(server => server, _ => new List<double>());
        for (var round = -WarmUps; round < Rounds; round++)
        {
            foreach (var server in all)
            {
                var (used, _) = await server.AskAsync(Requests, number => $"/blog/article-{number % Articles:D6}/");
                if (round >= 0)
                    times[server].Add(used);
            }
        }

        // The least: what else the machine does takes caches away, and never gives time.
        double Least(Server server) => times[server].Min();
        string PerSecond(Server server) => FormattableString.Invariant($"{Requests / Least(server) * 1000:F0} requests a second of one core");
        figures.Add("processor time against Results.Bytes", Least(entries) / Least(bytes), 1 / 0.9, "x", $"{PerSecond(entries)}, from bytes {Requests / Least(bytes) * 1000:F0}");
        figures.Add("processor time against static files", Least(entries) / Least(files), 1 / 0.9, "x", $"from files {Requests / Least(files) * 1000:F0}");

        // What the server itself needs to send more, a tenth of a percent of the body, is in both.
        var ours = await MoreForLargeAsync(entries);
        var theirs = await MoreForLargeAsync(bytes);
        figures.Add("allocated more for a body of 600 kB", ours - theirs, 100, "B", FormattableString.Invariant($"a request, beyond Results.Bytes: {ours:F0} and {theirs:F0} more than for one of 6 kB"));
    }

    private static async Task<double> MoreForLargeAsync(Server server)
    {
        const int few = 1000;
        // Until there are as many buffers as are ever in use at once.
        await server.AskAsync(4 * few, _ => "/blog/large/");
        var (_, small) = await server.AskAsync(few, _ => "/blog/article-000007/");
        var (_, large) = await server.AskAsync(few, _ => "/blog/large/");
        return (large - small) / few;
    }

    /// <summary>A process that serves.</summary>
    private sealed class Server(Process process, HttpClient client) : IAsyncDisposable
    {
        public static async Task<Server> StartAsync(string kind, string blob)
        {
            var start = new ProcessStartInfo("dotnet", [typeof(Server).Assembly.Location, "serve", kind, blob]) { RedirectStandardInput = true, RedirectStandardOutput = true };
            // One core: what several would do at once is another question, and one that collects beside would hide what is allocated.
            start.Environment["DOTNET_gcServer"] = "0";
            start.Environment["DOTNET_gcConcurrent"] = "0";
            start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
            var process = Process.Start(start)!;
            var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server ended.");
            return new Server(process, new HttpClient { BaseAddress = new Uri(address) });
        }

        /// <summary>Processor time in milliseconds and bytes allocated while it answered.</summary>
        public async Task<(double Milliseconds, double Bytes)> AskAsync(int requests, Func<int, string> path)
        {
            var before = await UsedAsync();
            await Parallel.ForAsync(0, requests, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (number, end) =>
            {
                using var response = await client.GetAsync(path(number), end);
                response.EnsureSuccessStatusCode();
                await response.Content.CopyToAsync(Stream.Null, end);
            });
            var after = await UsedAsync();
            return (after.Milliseconds - before.Milliseconds, after.Bytes - before.Bytes);
        }

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            process.StandardInput.Close();
            await process.WaitForExitAsync();
            process.Dispose();
        }

        private async Task<(double Milliseconds, double Bytes)> UsedAsync()
        {
            var parts = (await client.GetStringAsync("/used")).Split(' ');
            return (double.Parse(parts[0], CultureInfo.InvariantCulture), double.Parse(parts[1], CultureInfo.InvariantCulture));
        }
    }
}
