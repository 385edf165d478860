using System.Text;

namespace Content.AspNetCore.Markup;

/// <summary>What a reader of HTML stands at.</summary>
internal enum HtmlToken
{
    Text,
    StartTag,
    EndTag,

    /// <summary>A comment, a declaration, a processing instruction.</summary>
    Other,
    End,
}

/// <summary>
/// Goes over HTML in UTF-8 as a browser's tokenizer does, tag by tag, with the place of each attribute value. It decides nothing about structure,
/// and takes time in proportion to the text, whatever the text.
/// </summary>
internal ref struct HtmlReader(ReadOnlySpan<byte> html)
{
    private readonly ReadOnlySpan<byte> html = html;
    private readonly List<HtmlAttribute> attributes = [];
    private int position;

    /// <summary>The element whose text is no markup, such as a script, until its end tag.</summary>
    private string? raw;

    /// <summary>Where the token starts.</summary>
    public int Start { get; private set; }

    /// <summary>Where the token ends.</summary>
    public readonly int End => position;

    /// <summary>Of a tag, in lower case.</summary>
    public string Name { get; private set; } = "";

    /// <summary>Whether a tag says that it has no content.</summary>
    public bool IsSelfClosing { get; private set; }

    /// <summary>Whether the text is that of a script or style, whose references are none.</summary>
    public bool IsRawText { get; private set; }

    /// <summary>Of a start tag, in order.</summary>
    public readonly IReadOnlyList<HtmlAttribute> Attributes => attributes;

    public HtmlToken Read()
    {
        Start = position;
        IsRawText = false;
        if (position >= html.Length)
            return HtmlToken.End;
        if (raw is not null)
            return ReadRawText();
        if (html[position] != '<')
            return ReadText();
        var next = position + 1 < html.Length ? html[position + 1] : (byte)0;
        if (IsLetter(next))
            return ReadTag(position + 1, HtmlToken.StartTag);
        if (next == '/' && position + 2 < html.Length && IsLetter(html[position + 2]))
            return ReadTag(position + 2, HtmlToken.EndTag);
        if (next is (byte)'!' or (byte)'?' or (byte)'/')
            return ReadOther();
        position++;
        return ReadText();
    }

    private HtmlToken ReadText()
    {
        var length = html[position..].IndexOf((byte)'<');
        position = length < 0 ? html.Length : position + length;
        return HtmlToken.Text;
    }

    private HtmlToken ReadRawText()
    {
        var name = raw!;
        for (var from = position; ;)
        {
            var found = html[from..].IndexOf("</"u8);
            if (found < 0)
            {
                position = html.Length;
                break;
            }

            var at = from + found;
            var end = at + 2 + name.Length;
            if (end <= html.Length && Ascii.EqualsIgnoreCase(html[(at + 2)..end], name) && (end == html.Length || IsSpace(html[end]) || html[end] is (byte)'>' or (byte)'/'))
            {
                position = at;
                break;
            }

            from = at + 2;
        }

        raw = null;
        if (position == Start)
            return Read();
        IsRawText = name is not ("title" or "textarea");
        return HtmlToken.Text;
    }

    private HtmlToken ReadOther()
    {
        if (html[position..].StartsWith("<!--"u8))
        {
            var end = html[(position + 4)..].IndexOf("-->"u8);
            position = end < 0 ? html.Length : position + 4 + end + 3;
        }
        else
        {
            var end = html[position..].IndexOf((byte)'>');
            position = end < 0 ? html.Length : position + end + 1;
        }

        return HtmlToken.Other;
    }

    private HtmlToken ReadTag(int at, HtmlToken token)
    {
        var from = at;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ((byte)'>' or (byte)'/'))
            at++;
        Name = Lower(html[from..at]);
        IsSelfClosing = false;
        attributes.Clear();
        while (true)
        {
            while (at < html.Length && (IsSpace(html[at]) || html[at] == '/'))
                at++;
            if (at >= html.Length)
                break;
            if (html[at] == '>')
            {
                IsSelfClosing = html[at - 1] == '/';
                at++;
                break;
            }

            at = ReadAttribute(at);
        }

        position = at;
        if (token == HtmlToken.StartTag && Name is "script" or "style" or "textarea" or "title" or "xmp" or "iframe" or "noembed" or "noframes")
            raw = token == HtmlToken.StartTag ? Name : null;
        return token;
    }

    private readonly int ReadAttribute(int at)
    {
        var from = at;
        // A '=' in front belongs to the name.
        at++;
        while (at < html.Length && !IsSpace(html[at]) && html[at] is not ((byte)'=' or (byte)'>' or (byte)'/'))
            at++;
        var name = Lower(html[from..at]);
        var afterName = at;
        while (at < html.Length && IsSpace(html[at]))
            at++;
        if (at >= html.Length || html[at] != '=')
        {
            attributes.Add(new HtmlAttribute(name, afterName, 0));
            return afterName;
        }

        at++;
        while (at < html.Length && IsSpace(html[at]))
            at++;
        if (at < html.Length && html[at] is (byte)'"' or (byte)'\'')
        {
            var quote = html[at];
            var length = html[(at + 1)..].IndexOf(quote);
            length = length < 0 ? html.Length - at - 1 : length;
            attributes.Add(new HtmlAttribute(name, at + 1, length));
            return Math.Min(html.Length, at + 1 + length + 1);
        }

        var start = at;
        while (at < html.Length && !IsSpace(html[at]) && html[at] != '>')
            at++;
        attributes.Add(new HtmlAttribute(name, start, at - start));
        return at;
    }

    /// <summary>The value of an attribute of the tag, references decoded; null where it has none.</summary>
    public readonly string? ValueOf(string name)
    {
        foreach (var attribute in attributes)
        {
            if (attribute.Name == name)
                return HtmlText.Decode(html.Slice(attribute.Start, attribute.Length));
        }

        return null;
    }

    /// <summary>The text of the token, references decoded where they are any.</summary>
    public readonly string Text => IsRawText ? Encoding.UTF8.GetString(html[Start..position]) : HtmlText.Decode(html[Start..position]);

    private static string Lower(ReadOnlySpan<byte> name) => Encoding.UTF8.GetString(name).ToLowerInvariant();

    private static bool IsLetter(byte value) => (value | 0x20) is >= (byte)'a' and <= (byte)'z';

    private static bool IsSpace(byte value) => value is (byte)' ' or (byte)'\t' or (byte)'\n' or (byte)'\r' or (byte)'\f';
}

/// <summary>An attribute, and where its value lies, without quotes.</summary>
internal readonly record struct HtmlAttribute(string Name, int Start, int Length);
