namespace Content.Compiler.Articles.Html;

/// <summary>Elements whose content is text whatever it looks like.</summary>
internal static class RawText
{
    /// <summary>Whether what follows the start tag of this element is text up to its end tag.</summary>
    public static bool IsRaw(ReadOnlySpan<char> name) => name.Length switch
    {
        3 => name.Is("xmp"),
        5 => name.Is("style") || name.Is("title"),
        6 => name.Is("script") || name.Is("iframe"),
        7 => name.Is("noembed"),
        8 => name.Is("textarea") || name.Is("noframes"),
        9 => name.Is("plaintext"),
        _ => false,
    };

    /// <summary>Where the end tag of the element starts whose content starts at <paramref name="start"/>; the end of the text if nowhere.</summary>
    public static int FindEnd(ReadOnlySpan<char> html, int start, ReadOnlySpan<char> name)
    {
        if (name.Is("plaintext"))
            return html.Length;
        var isScript = name.Is("script");
        for (var from = start; from < html.Length;)
        {
            var offset = html[from..].IndexOf('<');
            if (offset < 0)
                break;
            from += offset;
            if (IsTag(html[from..], "</", name))
                return from;
            from = isScript && html[from..].StartsWith("<!--") ? SkipEscaped(html, from + 2) : from + 1;
        }

        return html.Length;
    }

    /// <summary>
    /// The end of a comment inside a script, or the place in it where the script ends all the same: scripts that are written
    /// inside the comment close themselves, and not the outer one.
    /// </summary>
    private static int SkipEscaped(ReadOnlySpan<char> html, int from)
    {
        var isDouble = false;
        for (; from < html.Length; from++)
        {
            var offset = html[from..].IndexOfAny('<', '-');
            if (offset < 0)
                return html.Length;
            from += offset;
            var rest = html[from..];
            if (rest.StartsWith("-->"))
                return from + 3;
            if (IsTag(rest, "</", "script"))
            {
                if (!isDouble)
                    return from;
                isDouble = false;
            }
            else if (IsTag(rest, "<", "script"))
            {
                isDouble = true;
            }
        }

        return html.Length;
    }

    private static bool IsTag(ReadOnlySpan<char> text, ReadOnlySpan<char> opening, ReadOnlySpan<char> name)
    {
        var length = opening.Length + name.Length;
        return text.Length > length && text.StartsWith(opening) && text[opening.Length..length].Is(name)
            && text[length] is ' ' or '\n' or '\t' or '\r' or '\f' or '/' or '>';
    }
}
