using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>A destination that is being written, found by the few characters before it, since the parser sees a link only once it is closed.</summary>
/// <param name="Span">From its first character to where it seems to end.</param>
/// <param name="IsImage">Whether an image is linked.</param>
/// <param name="IsHtml">Whether it is the value of an attribute.</param>
internal sealed record LinkCursor(TextSpan Span, bool IsImage, bool IsHtml)
{
    private const int Longest = 2000;

    private static readonly string[] attributes = ["href", "src", "srcset", "poster", "data", "cite", "action"];

    public static LinkCursor? Find(string text, int offset, bool isMarkdown)
    {
        var first = Math.Max(0, offset - Longest);
        if (isMarkdown && FindDefinition(text, offset) is { } inDefinition)
            return inDefinition;
        var hasSpace = false;
        for (var index = offset - 1; index >= first; index--)
        {
            switch (text[index])
            {
                case '\n' or '\r':
                    return null;
                case ' ' or '\t':
                    hasSpace = true;
                    break;
                case '(' when isMarkdown && !hasSpace && index > 0 && text[index - 1] == ']':
                    return new LinkCursor(TextSpan.FromBounds(index + 1, EndOf(text, offset, ") \t\r\n")), IsImageBefore(text, index - 1), IsHtml: false);
                case '<' when isMarkdown && index > 1 && text[index - 1] == '(' && text[index - 2] == ']':
                    return new LinkCursor(TextSpan.FromBounds(index + 1, EndOf(text, offset, ">\r\n")), IsImageBefore(text, index - 2), IsHtml: false);
                case '"' or '\'':
                    return FindAttribute(text, index, offset);
                case '>':
                    return null;
            }
        }

        return null;
    }

    /// <summary>The label of a reference that is being written behind <c>[</c>.</summary>
    public static TextSpan? FindLabel(string text, int offset)
    {
        for (var index = offset - 1; index >= Math.Max(0, offset - Longest); index--)
        {
            if (text[index] is '\n' or '\r' or ']' or '(')
                return null;
            if (text[index] == '[')
                return index + 1 < text.Length && text[index + 1] == '^' ? null : TextSpan.FromBounds(index + 1, EndOf(text, offset, "]\r\n"));
        }

        return null;
    }

    private static LinkCursor? FindDefinition(string text, int offset)
    {
        var start = offset;
        while (start > 0 && text[start - 1] is not ('\n' or '\r'))
            start--;
        var line = text.AsSpan(start, offset - start);
        var label = line.TrimStart(' ');
        if (line.Length - label.Length > 3 || label.IsEmpty || label[0] != '[' || label.IndexOf("]:") is not (> 1 and var colon))
            return null;
        var destination = label[(colon + 2)..].TrimStart(" \t<");
        return destination.ContainsAny(" \t>") ? null
            : new LinkCursor(TextSpan.FromBounds(offset - destination.Length, EndOf(text, offset, " >\t\r\n")), IsImage: false, IsHtml: false);
    }

    private static LinkCursor? FindAttribute(string text, int quote, int offset)
    {
        var before = text.AsSpan(0, quote).TrimEnd(" \t");
        if (before.IsEmpty || before[^1] != '=')
            return null;
        before = before[..^1].TrimEnd(" \t");
        var tag = before.LastIndexOf('<');
        if (tag < 0 || quote - tag > Longest)
            return null;
        foreach (var attribute in attributes)
        {
            if (!before.EndsWith(attribute, StringComparison.OrdinalIgnoreCase) || (before.Length > attribute.Length && char.IsLetterOrDigit(before[^(attribute.Length + 1)])))
                continue;
            var start = quote + 1;
            if (attribute == "srcset" && text.AsSpan(start, offset - start).LastIndexOf(',') is var comma and >= 0)
            {
                start += comma + 1;
                while (start < offset && text[start] == ' ')
                    start++;
            }

            var isImage = attribute is "src" or "srcset" or "poster";
            return new LinkCursor(TextSpan.FromBounds(start, EndOf(text, offset, attribute == "srcset" ? text[quote] + " ,>\r\n" : text[quote] + ">\r\n")), isImage, IsHtml: true);
        }

        return null;
    }

    private static int EndOf(string text, int offset, string terminators)
    {
        var length = text.AsSpan(offset).IndexOfAny(terminators);
        return length < 0 ? text.Length : offset + length;
    }

    /// <summary>Whether the bracket that closes at <paramref name="close"/> opened with an exclamation mark before it.</summary>
    private static bool IsImageBefore(string text, int close)
    {
        var depth = 0;
        for (var index = close; index >= Math.Max(0, close - Longest); index--)
        {
            if (text[index] == ']')
                depth++;
            else if (text[index] == '[' && --depth == 0)
                return index > 0 && text[index - 1] == '!';
        }

        return false;
    }
}
