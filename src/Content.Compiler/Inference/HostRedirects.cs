using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Content.Compiler.Dialects;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Inference;

/// <summary>Addresses that a host answers before it looks for a page: what its configuration redirects or hands on.</summary>
internal static partial class HostRedirects
{
    private const int Most = 2000;

    private static readonly SearchValues<char> otherSigns = SearchValues.Create("?#\\()[]{}$^| ");

    /// <summary>As patterns of addresses, each once.</summary>
    /// <param name="folders">Where the configuration may lie.</param>
    /// <param name="published">Folders that are served as they are, relative to the project's: <c>_redirects</c> lies in them.</param>
    public static ImmutableArray<string> Of(IEnumerable<SiteFolder> folders, ImmutableArray<string> published)
    {
        var sources = folders.SelectMany(folder => Vercel(folder).Concat(Netlify(folder)).Concat(((string[])["", .. published]).SelectMany(place => Lines(folder, place))));
        return [.. sources.Select(PatternOf).OfType<string>().Distinct(StringComparer.Ordinal).Take(Most)];
    }

    private static IEnumerable<string> Vercel(SiteFolder folder)
    {
        if (folder.Read("vercel.json", "now.json") is not var (name, text))
            return [];
        var values = SiteFolder.Values(name, text);
        return ((string[])["redirects", "rewrites"]).SelectMany(list => Mappings(SiteFolder.Find(values, list))).Select(rule => SiteFolder.Text(rule, "source")).OfType<string>();
    }

    private static IEnumerable<string> Netlify(SiteFolder folder) => folder.Read("netlify.toml") is var (name, text)
        ? Mappings(SiteFolder.Find(SiteFolder.Values(name, text), "redirects")).Select(rule => SiteFolder.Text(rule, "from")).OfType<string>()
        : [];

    /// <summary>The first word of each line of a <c>_redirects</c>.</summary>
    private static IEnumerable<string> Lines(SiteFolder folder, string place) => folder.Read(place.Length == 0 ? "_redirects" : place + "/_redirects") is var (_, text)
        ? text.Split('\n').Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 1).Select(words => words[0])
        : [];

    private static IEnumerable<MetadataMapping> Mappings(MetadataNode? node) => (node as MetadataSequence)?.Items.OfType<MetadataMapping>() ?? [];

    /// <summary>A source of a rule as a pattern: names and groups for a part of the path, what goes on for the rest. Null where it says nothing of a place.</summary>
    private static string? PatternOf(string source)
    {
        var pattern = Rest().Replace(source, "**");
        pattern = Name().Replace(pattern, "*");
        if (pattern.EndsWith("/*", StringComparison.Ordinal) && source.EndsWith("/*", StringComparison.Ordinal))
            pattern += "*";
        return pattern.StartsWith('/') && !pattern.StartsWith("//", StringComparison.Ordinal) && pattern.TrimEnd('*', '/').Length > 0 && pattern.AsSpan().IndexOfAny(otherSigns) < 0
            ? pattern : null;
    }

    [GeneratedRegex("""\(\.[*+]\)|:\w+[*+]|:splat""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Rest();

    [GeneratedRegex(""":\w+(?:\([^()]*\))?""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Name();
}
