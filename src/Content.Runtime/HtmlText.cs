using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Content.Runtime;

/// <summary>The text of an HTML fragment, in one pass over it; text is never longer than its HTML, so it is written over what was read.</summary>
internal ref struct HtmlText
{
    private static readonly FrozenSet<string> blocks = new[]
    {
        "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "li", "main", "menu",
        "nav", "ol", "optgroup", "option", "p", "pre", "search", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly SearchValues<char> endsOfName = SearchValues.Create(" \t\r\n\f/>");

    private readonly Span<char> text;
    private int read;
    private int written;
    private int preformatted;
    private int templates;
    private bool breakPending;
    private bool spacePending;

    private HtmlText(Span<char> text) => this.text = text;

    /// <summary>The text of <paramref name="html"/>.</summary>
    public static string Extract(ReadOnlySpan<byte> html)
    {
        if (html.IsEmpty)
            return "";
        var buffer = ArrayPool<char>.Shared.Rent(html.Length);
        try
        {
            return new string(Extract(html, buffer));
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }
    }

    /// <summary>The text of <paramref name="html"/>, in <paramref name="buffer"/>, which has a unit for each byte.</summary>
    public static Span<char> Extract(ReadOnlySpan<byte> html, Span<char> buffer)
    {
        var length = Encoding.UTF8.GetChars(html, buffer);
        var scan = new HtmlText(buffer[..length]);
        scan.Run();
        return buffer[..scan.written];
    }

    private void Run()
    {
        while (read < text.Length)
        {
            var c = text[read];
            if (c == '<' && TrySkipMarkup())
                continue;
            read++;
            if (c == '&')
                AddReference();
            else if (c is ' ' or '\t' or '\n' or '\r' or '\f')
                AddWhiteSpace(c);
            else
            {
                Add(c);
                if (templates == 0)
                    AddRun();
            }
        }
    }

    /// <summary>Adds what follows within a word: most of a text, and nothing of it needs a decision.</summary>
    private void AddRun()
    {
        var (from, to) = (read, written);
        while ((uint)from < (uint)text.Length && text[from] is > ' ' and not ('<' or '&') and var c)
        {
            text[to++] = c;
            from++;
        }

        (read, written) = (from, to);
    }

    private void AddWhiteSpace(char c)
    {
        if (preformatted == 0)
            spacePending = true;
        else if (c == '\n')
            AddPreformattedLine();
        else if (c != '\r')
            Add(c);
    }

    private void AddPreformattedLine()
    {
        // The line break that HTML ignores after <pre>, and a break that the block gives in any case, are not text.
        if (breakPending || written == 0 || templates > 0)
            return;
        text[written++] = '\n';
    }

    private void Add(char c)
    {
        if (templates > 0)
            return;
        if (written > 0)
        {
            if (breakPending)
                text[written++] = '\n';
            else if (spacePending)
                text[written++] = ' ';
        }

        breakPending = spacePending = false;
        text[written++] = c;
    }

    private void AddReference()
    {
        Span<char> decoded = stackalloc char[CharacterReference.MostUnits];
        var length = CharacterReference.Read(text[(read - 1)..], decoded, isAttribute: false, out var units);
        if (length == 0)
        {
            Add('&');
            return;
        }

        read += length - 1;
        foreach (var c in decoded[..units])
        {
            if (c is ' ' or '\t' or '\n' or '\r' or '\f')
                AddWhiteSpace(c);
            else
                Add(c);
        }
    }

    /// <summary>Skips a tag, comment or declaration at <see cref="read"/>; false where the <c>&lt;</c> is text.</summary>
    private bool TrySkipMarkup()
    {
        var rest = text[read..];
        if (rest.StartsWith("<!--"))
        {
            read += LengthOfComment(rest);
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

    /// <summary>A comment ends where browsers end it: also at <c>--!&gt;</c>, and at once as <c>&lt;!--&gt;</c> and <c>&lt;!---&gt;</c>.</summary>
    private static int LengthOfComment(ReadOnlySpan<char> rest)
    {
        if (rest[4..].StartsWith(">"))
            return 5;
        if (rest[4..].StartsWith("->"))
            return 6;
        for (var from = 4; rest[from..].IndexOf("--") is var dashes and >= 0; from += dashes + 1)
        {
            var after = rest[(from + dashes + 2)..];
            if (after.StartsWith(">") || after.StartsWith("!>"))
                return from + dashes + (after[0] == '>' ? 3 : 4);
        }

        return rest.Length;
    }

    private void OpenElement(string tag)
    {
        if (tag.Equals("script", StringComparison.OrdinalIgnoreCase) || tag.Equals("style", StringComparison.OrdinalIgnoreCase))
        {
            SkipRawText(tag);
            return;
        }

        Separate(tag);
        if (tag.Equals("template", StringComparison.OrdinalIgnoreCase))
            templates++;
        if (tag.Equals("pre", StringComparison.OrdinalIgnoreCase))
            preformatted++;
    }

    private void CloseElement(string tag)
    {
        if (templates > 0 && tag.Equals("template", StringComparison.OrdinalIgnoreCase))
            templates--;
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
