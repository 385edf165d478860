using System.Collections.Frozen;

namespace Content.Compiler.Paths;

/// <summary>What extensions tell of a path that leads nowhere.</summary>
internal static class FileExtensions
{
    private static readonly FrozenSet<string> known = new[]
    {
        ".md", ".markdown", ".html", ".htm", ".txt", ".pdf", ".json", ".yml", ".yaml", ".toml", ".xml", ".csv",
        ".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif", ".svg", ".ico", ".bmp", ".tif", ".tiff",
        ".mp4", ".webm", ".mov", ".mp3", ".ogg", ".wav", ".zip", ".gz", ".css", ".js", ".mjs", ".cs", ".vb", ".xaml", ".woff", ".woff2",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether files on web sites have this extension, given with its dot: what tells <c>logo@2x.png</c> from <c>jane@example.org</c>.</summary>
    public static bool IsKnown(ReadOnlySpan<char> extension) => known.GetAlternateLookup<ReadOnlySpan<char>>().Contains(extension);

    /// <summary>Whether articles have it.</summary>
    public static bool IsArticle(ReadOnlySpan<char> extension) =>
        extension.Equals(".md", StringComparison.OrdinalIgnoreCase) || extension.Equals(".markdown", StringComparison.OrdinalIgnoreCase)
        || extension.Equals(".html", StringComparison.OrdinalIgnoreCase) || extension.Equals(".htm", StringComparison.OrdinalIgnoreCase);
}
