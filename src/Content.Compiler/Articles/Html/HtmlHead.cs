namespace Content.Compiler.Articles.Html;

/// <summary>The elements that stand in a document before its text.</summary>
internal static class HtmlHead
{
    /// <summary>Whether the element is part of the frame of a document and no block of its text.</summary>
    public static bool IsPart(ReadOnlySpan<char> name) => name.Length switch
    {
        4 => name.Is("html") || name.Is("head") || name.Is("body") || name.Is("meta") || name.Is("link") || name.Is("base"),
        5 => name.Is("title") || name.Is("style"),
        6 => name.Is("script"),
        _ => false,
    };
}
