using System.Collections.Immutable;

namespace Content.Compiler.Code;

/// <summary>The style sheets of coloured code, which go with the site: for light pages, for dark ones, and one that does as the reader prefers.</summary>
internal static class HighlightStyles
{
    /// <summary>Their names, which are their addresses below the site's root as well.</summary>
    public static ImmutableArray<string> Names { get; } = ["highlight.css", "highlight.dark.css", "highlight.light.css"];

    /// <summary>The text of one.</summary>
    public static byte[] Read(string name)
    {
        using var stream = typeof(HighlightStyles).Assembly.GetManifestResourceStream(name)!;
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
