namespace Content.Compiler.Dialects.Rewriting;

/// <summary>
/// What has to stand before HTML so that Markdown takes its line for a block, and not for a text with tags in it: nothing where it begins with
/// an element that is known to be a block, else an empty comment.
/// </summary>
internal static class BlockStart
{
    private static readonly HashSet<string> blocks = new(
    [
        "address", "article", "aside", "base", "basefont", "blockquote", "body", "caption", "center", "col", "colgroup", "dd", "details", "dialog", "dir", "div", "dl", "dt",
        "fieldset", "figcaption", "figure", "footer", "form", "frame", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hr", "html", "iframe", "legend", "li",
        "link", "main", "menu", "menuitem", "nav", "noframes", "ol", "optgroup", "option", "p", "param", "section", "source", "summary", "table", "tbody", "td", "tfoot", "th",
        "thead", "title", "tr", "track", "ul",
    ],
    StringComparer.OrdinalIgnoreCase);

    public static string Before(string html)
    {
        if (html.Length == 0)
            return "";
        var name = html.StartsWith("</", StringComparison.Ordinal) ? 2 : html[0] == '<' ? 1 : 0;
        var end = name;
        while (end < html.Length && char.IsAsciiLetterOrDigit(html[end]))
            end++;
        return name > 0 && IsBlock(html[name..end]) ? "" : "<!---->";
    }

    /// <summary>Whether an element is known to be a block.</summary>
    public static bool IsBlock(string name) => blocks.Contains(name);
}
