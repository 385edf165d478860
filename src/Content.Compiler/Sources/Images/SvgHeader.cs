using System.Buffers;
using System.Text;

namespace Content.Compiler.Sources.Images;

/// <summary>
/// SVG: the root element says how large it is. Only the root's tag is looked at, by a scanner that knows no entities and
/// no document types beyond where they end: there is nothing in it that could be made to expand or to fetch.
/// </summary>
internal static class SvgHeader
{
    /// <summary>Licences and type declarations stand before the root; nothing reasonable is longer.</summary>
    private const int MostBytes = 256 * 1024;

    private static readonly SearchValues<char> endOfName = SearchValues.Create(" \t\r\n/>");

    public static ImageReading? Read(ReadOnlySpan<byte> head, ImageBytes bytes)
    {
        if (FindRoot(Decode(head)) is { } early)
            return SizeOf(early);
        if (!MayBeMarkup(head))
            return null;
        var more = new byte[MostBytes];
        return FindRoot(Decode(more.AsSpan(0, bytes.Read(0, more)))) is { } late ? SizeOf(late) : null;
    }

    private static ImageReading SizeOf(string tag) =>
        SvgSize.Of(Attribute(tag, "width"), Attribute(tag, "height"), Attribute(tag, "viewBox"));

    private static string Decode(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xFF, 0xFE, ..] => Encoding.Unicode.GetString(bytes[2..]),
        [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode.GetString(bytes[2..]),
        [0xEF, 0xBB, 0xBF, ..] => Encoding.UTF8.GetString(bytes[3..]),
        _ => Encoding.UTF8.GetString(bytes),
    };

    private static bool MayBeMarkup(ReadOnlySpan<byte> head) => Decode(head).AsSpan().TrimStart().StartsWith('<');

    /// <summary>The tag of the root element, where that is svg and its tag is whole.</summary>
    private static string? FindRoot(string text)
    {
        var rest = text.AsSpan().TrimStart();
        while (rest.StartsWith('<'))
        {
            int end;
            if (rest.StartsWith("<!--"))
                end = EndOf(rest, "-->");
            else if (rest.StartsWith("<?"))
                end = EndOf(rest, "?>");
            else if (rest.StartsWith("<!"))
                end = EndOfDeclaration(rest);
            else
                return EndOfTag(rest) is var close and >= 0 && IsSvg(rest) ? rest[..close].ToString() : null;
            if (end < 0)
                return null;
            rest = rest[end..].TrimStart();
        }

        return null;
    }

    private static bool IsSvg(ReadOnlySpan<char> tag)
    {
        var name = tag[1..Math.Max(1, tag.IndexOfAny(endOfName))];
        return name[(name.IndexOf(':') + 1)..] is "svg";
    }

    private static int EndOf(ReadOnlySpan<char> text, string mark) => text.IndexOf(mark) is var found and >= 0 ? found + mark.Length : -1;

    /// <summary>A document type can hold declarations of its own between brackets.</summary>
    private static int EndOfDeclaration(ReadOnlySpan<char> text)
    {
        var close = text.IndexOf('>');
        var bracket = text.IndexOf('[');
        if (bracket < 0 || bracket > close)
            return close + 1 is var end and > 0 ? end : -1;
        var inner = text.IndexOf(']');
        return inner >= 0 && text[inner..].IndexOf('>') is var after and >= 0 ? inner + after + 1 : -1;
    }

    private static int EndOfTag(ReadOnlySpan<char> text)
    {
        var quote = '\0';
        for (var index = 0; index < text.Length; index++)
        {
            if (quote != '\0')
                quote = text[index] == quote ? '\0' : quote;
            else if (text[index] is '"' or '\'')
                quote = text[index];
            else if (text[index] == '>')
                return index + 1;
        }

        return -1;
    }

    private static string? Attribute(string tag, string name)
    {
        var rest = tag.AsSpan(1);
        while (rest.IndexOf('=') is var equals and >= 0)
        {
            var before = rest[..equals].TrimEnd();
            var value = rest[(equals + 1)..].TrimStart();
            if (value.IsEmpty || value[0] is not ('"' or '\'') || value[1..].IndexOf(value[0]) is not (var length and >= 0))
                return null;
            if (before[(before.LastIndexOfAny(" \t\r\n") + 1)..].SequenceEqual(name))
                return value.Slice(1, length).ToString();
            rest = value[(length + 2)..];
        }

        return null;
    }
}
