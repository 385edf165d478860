using System.Collections.Frozen;
using System.Collections.Immutable;

namespace Content.Compiler.Paths;

/// <summary>What extensions tell of a path that leads nowhere.</summary>
internal static class FileExtensions
{
    private static readonly FrozenSet<string> known = new[]
    {
        ".md", ".markdown", ".html", ".htm", ".mdx", ".txt", ".pdf", ".json", ".yml", ".yaml", ".toml", ".xml", ".csv",
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".tif", ".tiff",
        ".mp4", ".webm", ".mov", ".mp3", ".ogg", ".wav", ".zip", ".gz", ".css", ".js", ".mjs", ".cs", ".vb", ".xaml", ".woff", ".woff2",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether files on web sites have this extension, given with its dot: what tells <c>logo@2x.png</c> from <c>jane@example.org</c>.</summary>
    public static bool IsKnown(ReadOnlySpan<char> extension) => known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(extension);

    /// <summary>Markdown with components, which some dialects read.</summary>
    public const string Mdx = ".mdx";

    /// <summary>Those of articles, the usual first.</summary>
    public static ImmutableArray<string> OfArticles { get; } = [".md", ".markdown", ".html", ".htm", Mdx];

    /// <summary>Whether articles have it.</summary>
    public static bool IsArticle(ReadOnlySpan<char> extension)
    {
        foreach (var known in OfArticles)
        {
            if (extension.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
