namespace Content.Compiler.Articles.Html;

/// <summary>The elements that stand in a document before its text.</summary>
internal static class HtmlHead
{
    /// <summary>Whether the element is part of the frame of a document and no block of its text.</summary>
    public static bool IsPart(ReadOnlySpan<char> name) => name.Length switch
    {
        4 => Is(name, "html") || Is(name, "head") || Is(name, "body") || Is(name, "meta") || Is(name, "link") || Is(name, "base"),
        5 => Is(name, "title") || Is(name, "style"),
        6 => Is(name, "script"),
        _ => false,
    };

    private static bool Is(ReadOnlySpan<char> name, string other) => name.Equals(other, StringComparison.OrdinalIgnoreCase);
}
