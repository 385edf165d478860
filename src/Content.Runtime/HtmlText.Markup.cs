using System.Buffers;
using System.Collections.Frozen;

namespace Content.Runtime;

/// <content>What is no text: tags, comments, declarations, scripts and styles.</content>
internal ref partial struct HtmlText
{
    private static readonly FrozenSet<string> blocks = new[]
    {
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu",
        "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> endsOfName = SearchValues.Create(" \t\r\n\f/>");

    /// <summary>Skips a tag, comment or declaration at <see cref="read"/>; false where the <c>&lt;</c> is text.</summary>
    private bool TrySkipMarkup()
    {
        var rest = text[read..];
        if (rest.StartsWith("<!--"))
        {
            var end = rest[4..].IndexOf("-->");
            read = end < 0 ? text.Length : read + 4 + end + 3;
            return true;
        }

        if (rest.Length < 2)
            return false;
        if (rest[1] is '!' or '?')
        {
            SkipPast('>');
            return true;
        }

        var isEnd = rest[1] == '/';
        var nameStart = isEnd ? 2 : 1;
        if (nameStart >= rest.Length || !char.IsAsciiLetter(rest[nameStart]))
            return false;
        var nameLength = rest[nameStart..].IndexOfAny(endsOfName);
        var name = nameLength < 0 ? rest[nameStart..] : rest.Slice(nameStart, nameLength);
        var tag = name.Length <= 16 ? name.ToString() : "";
        SkipTag(nameStart + name.Length);
        if (isEnd)
            CloseElement(tag);
        else
            OpenElement(tag);
        return true;
    }

    private void OpenElement(string tag)
    {
        if (tag.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            SkipRawText(tag);
            return;
        }

        Separate(tag);
        if (tag.Equals("pre", StringComparison.OrdinalIgnoreCase))
            preformatted++;
    }

    private void CloseElement(string tag)
    {
        if (preformatted > 0 && tag.Equals("pre", StringComparison.OrdinalIgnoreCase))
        {
            preformatted--;
            while (written > 0 && text[written - 1] == '\n')
                written--;
        }

        Separate(tag);
    }

    private void Separate(string tag)
    {
        if (blocks.Contains(tag))
            breakPending = true;
        else if (tag.Equals("td", StringComparison.OrdinalIgnoreCase) || tag.Equals("th", StringComparison.OrdinalIgnoreCase))
            spacePending = true;
    }

    private void SkipRawText(string tag)
    {
        while (read < text.Length)
        {
            SkipPast('<');
            var rest = text[read..];
            if (rest.Length > tag.Length && rest[0] == '/' && MemoryExtensions.Equals(rest.Slice(1, tag.Length), tag, StringComparison.OrdinalIgnoreCase))
            {
                SkipPast('>');
                return;
            }
        }
    }

    private void SkipTag(int from)
    {
        read += from;
        while (read < text.Length)
        {
            var c = text[read++];
            if (c == '>')
                return;
            // Only a quote that opens a value hides a '>'.
            if (c == '=')
            {
                while (read < text.Length && char.IsWhiteSpace(text[read]))
                    read++;
                if (read < text.Length && text[read] is '"' or '\'')
                {
                    var quote = text[read++];
                    SkipPast(quote);
                }
            }
        }
    }

    private void SkipPast(char c)
    {
        var next = text[read..].IndexOf(c);
        read = next < 0 ? text.Length : read + next + 1;
    }
}
