using System.Text.RegularExpressions;

namespace Content.Compiler.Tests.Corpora;

/// <summary>
/// Plants faults: into links that authors wrote, found by their look on lines where nothing else can be meant, and in passages of its
/// own at the ends of articles, in every construct that can hold a link. The same seed plants the same.
/// </summary>
internal sealed partial class FaultPlanter(Corpus corpus, IReadOnlySet<(string File, int Line)> taken, int seed)
{
    private readonly Random random = new(seed);
    private readonly List<string> articles = [.. corpus.Files.Where(IsArticle)];

    /// <summary>Changes destinations that authors wrote, at most <paramref name="most"/>.</summary>
    public List<Fault> ChangeLinks(int most)
    {
        var broken = new BrokenDestinations(corpus.Files, random);
        var places = articles.SelectMany(file => FindLinks(file).Select(place => (File: file, place.Start, place.Destination))).ToArray();
        random.Shuffle(places);
        var faults = new List<Fault>();
        var used = new HashSet<string>();
        foreach (var (file, start, destination) in places)
        {
            // One a file: what is planted does not move what was planted before.
            if (faults.Count == most)
                break;
            if (used.Contains(file) || broken.Break(file, destination) is not var (written, code))
                continue;
            var text = corpus.Read(file);
            text = text[..start] + written + text[(start + destination.Length)..];
            corpus.Write(file, text);
            used.Add(file);
            faults.Add(Fault.At(file, text, start, written, code));
        }

        return faults;
    }

    /// <summary>Puts a passage at the end of articles, <paramref name="count"/> in all.</summary>
    public List<Fault> AddPassages(int count)
    {
        var faults = new List<Fault>();
        var order = articles.Where(IsPlain).ToArray();
        random.Shuffle(order);
        for (var index = 0; index < count; index++)
        {
            var file = order[index % order.Length];
            var (before, destination, after, code) = FaultPassage.Make(index, random);
            var text = corpus.Read(file);
            var lineEnd = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
            var start = text + string.Concat("\n\n", before).Replace("\n", lineEnd, StringComparison.Ordinal);
            text = start + destination + after.Replace("\n", lineEnd, StringComparison.Ordinal) + lineEnd;
            corpus.Write(file, text);
            faults.Add(Fault.At(file, text, start.Length, destination, code));
        }

        return faults;
    }

    /// <summary>Links on lines of running text without anything that could make them something else.</summary>
    private IEnumerable<(int Start, string Destination)> FindLinks(string file)
    {
        var text = corpus.Read(file);
        var isFenced = false;
        var isMatter = text.StartsWith("---", StringComparison.Ordinal) || text.StartsWith("+++", StringComparison.Ordinal);
        var matter = isMatter ? text[..3] : "";
        var start = 0;
        var number = 0;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.TrimEnd('\r');
            number++;
            if (isMatter)
                isMatter = number == 1 || line != matter;
            else if (line.TrimStart(' ', '>', '-', '*', '\t').StartsWith("```", StringComparison.Ordinal))
                isFenced = !isFenced;
            else if (!isFenced && !taken.Contains(($"content/{file}", number)) && IsRunningText(line))
            {
                foreach (Match match in LookOfLink().Matches(line))
                {
                    var destination = match.Groups["destination"];
                    yield return (start + destination.Index, destination.Value);
                }
            }

            start += raw.Length + 1;
        }
    }

    private static bool IsRunningText(string line) =>
        !line.StartsWith("    ", StringComparison.Ordinal) && line.IndexOfAny(['`', '\t', '\\']) < 0
        && !line.Contains("<!--", StringComparison.Ordinal) && !line.Contains("[!", StringComparison.Ordinal);

    private static bool IsArticle(string file) =>
        file.EndsWith(".md", StringComparison.Ordinal) && !file.EndsWith("_index.md", StringComparison.Ordinal)
        && !file.Contains("includes/", StringComparison.Ordinal) && file != "releases/latest.md";

    /// <summary>A passage at its end starts anew: nothing that was opened is still open.</summary>
    private bool IsPlain(string file)
    {
        var text = corpus.Read(file);
        return FindFences(text) % 2 == 0
            && Occurrences(text, "<div") == Occurrences(text, "</div>")
            && !text.Contains("<pre", StringComparison.OrdinalIgnoreCase)
            && !text.Contains("<code", StringComparison.OrdinalIgnoreCase)
            && !text.Contains(":::", StringComparison.Ordinal);
    }

    private static int Occurrences(string text, string part) => text.Split(part).Length - 1;

    private static int FindFences(string text) => text.Split('\n').Count(line => line.TrimStart(' ', '>', '-', '*', '\t').StartsWith("```", StringComparison.Ordinal));

    [GeneratedRegex("""(?<=\w\]\()(?<destination>[^\s()<>]+)(?=\))|(?<=^\[\w[^\]]*\]: )(?<destination>[^\s<>]+)$|(?<=<(?:img|a)\b[^<>]*\s(?:src|href)=")(?<destination>[^"\s]+)(?=")""")]
    private static partial Regex LookOfLink();
}
