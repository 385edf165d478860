using System.Diagnostics;
using System.Globalization;
using Content.Compiler;

namespace Content.Fuzzing.Hostile;

/// <summary>
/// How long whole compilations of one hostile file take, and how that grows with its size: four times the size is four times the time where it
/// is linear, sixteen times where it is quadratic.
/// </summary>
internal static class Growth
{
    private static readonly int[] sizes = [12_500, 50_000, 200_000, 1_000_000];
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(20);

    private const string Valid = "---\ntitle: A\ndate: 2026-11-23\n---\n";

    /// <summary>Measures what has <paramref name="part"/> in its name; returns how many take more than <paramref name="slow"/>.</summary>
    public static int Measure(string part, TimeSpan slow)
    {
        var count = 0;
        foreach (var text in HostileMarkdown.All.Concat(HostileHtml.All).Concat(HostileMetadata.All))
        {
            if ($"{text.Extension} {text.Name}".Contains(part, StringComparison.Ordinal) && Measure(text) > slow)
                count++;
        }

        Console.WriteLine($"{count} take more than {slow.TotalSeconds} s.");
        return count;
    }

    /// <summary>Measures one, at every size that it can be expected to end soon at.</summary>
    private static TimeSpan Measure(HostileText text)
    {
        var line = new List<string>();
        var (last, growth) = (TimeSpan.Zero, 4.0);
        Console.Write($"{text.Extension,-6}{text.Name,-60}");
        foreach (var size in sizes)
        {
            if (last * growth > patience)
            {
                Console.WriteLine($" {"too long",10}");
                return TimeSpan.MaxValue;
            }

            var (time, verdict) = Compile(text, size);
            growth = last > TimeSpan.FromMilliseconds(10) ? Math.Max(4, time / last) : 4;
            last = time;
            Console.Write(string.Create(CultureInfo.InvariantCulture, $" {time.TotalMilliseconds,7:0} ms"));
            if (size == sizes[^1])
                Console.Write($"  x{growth:0.0}  {verdict}");
        }

        Console.WriteLine();
        return last;
    }

    private static (TimeSpan Time, string Verdict) Compile(HostileText text, int size)
    {
        var folder = Directory.CreateTempSubdirectory("content-growth-");
        try
        {
            var file = Path.Combine(folder.FullName, "content", "a" + text.Extension);
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            var made = text.Make(size);
            File.WriteAllText(file, text.Extension is ".md" or ".html" && !text.Name.Contains("front matter", StringComparison.Ordinal) ? Valid + made : made);
            File.WriteAllText(Path.Combine(folder.FullName, "content.json"), """
                { "collections": { "articles": { "type": "Article", "files": "**/*", "unknownFields": "ignore", "fields": { "title": "string", "date": "date", "tags": "string[]?" } } } }
                """);
            var request = new CompilationRequest
            {
                ProjectDirectory = folder.FullName,
                ConfigurationFile = Path.Combine(folder.FullName, "content.json"),
                OutputDirectory = Path.Combine(folder.FullName, "obj"),
                BuildDate = new DateOnly(2026, 11, 23),
            };
            var clock = Stopwatch.StartNew();
            var result = ContentCompiler.Compile(request, CancellationToken.None);
            var time = clock.Elapsed;
            var codes = result.Diagnostics.GroupBy(diagnostic => diagnostic.Code).Select(group => $"{group.Key[7..]}*{group.Count()}");
            return (time, string.Join(' ', codes));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
