using System.Buffers;
using System.Globalization;
using System.Text;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>Strings and their escapes.</summary>
internal sealed partial class JsonScanner
{
    // Everything that a string cannot simply hold.
    private static readonly SearchValues<char> stops = SearchValues.Create(
        "\"'\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    /// <summary>The string at the position, decoded; a lone surrogate written as an escape stays one.</summary>
    public string ReadString(out TextSpan span)
    {
        var begin = Position;
        var quote = Current;
        var end = FindStringEnd(begin + 1, quote, out var isPlain, out var isClosed);
        span = TextSpan.FromBounds(begin, end);
        if (quote == '\'')
            Report(span, "JSON has strings in double quotes only. Write \"…\" instead of '…'.");
        else if (!isClosed)
            Report(span, "This string is never closed: add a double quote at its end (a line end inside it is written \\n).");
        Position = end;
        var content = TextSpan.FromBounds(begin + 1, isClosed ? end - 1 : end);
        return isPlain ? Slice(content) : Decode(content);
    }

    /// <summary>The offset after the closing quote, or at the end of the line where there is none.</summary>
    private int FindStringEnd(int position, char quote, out bool isPlain, out bool isClosed)
    {
        isPlain = true;
        isClosed = false;
        while (Text.AsSpan(position).IndexOfAny(stops) is var next and >= 0)
        {
            position += next;
            var unit = Text[position];
            isClosed = unit == quote;
            if (isClosed)
                return position + 1;
            if (unit is '\r' or '\n')
                return position;
            if (unit is not ('"' or '\''))
                isPlain = false;
            var skipsNext = unit == '\\' && position + 1 < Text.Length && Text[position + 1] is not ('\r' or '\n');
            position += skipsNext ? 2 : 1;
        }

        return Text.Length;
    }

    private string Decode(TextSpan content)
    {
        var decoded = new StringBuilder(content.Length);
        var position = content.Start;
        while (position < content.End)
        {
            var rest = Text.AsSpan(position, content.End - position);
            var plain = rest.IndexOfAny(stops);
            if (plain < 0)
                plain = rest.Length;
            decoded.Append(rest[..plain]);
            position += plain;
            if (position >= content.End)
                break;
            if (Text[position] == '\\')
            {
                position = DecodeEscape(position, content.End, decoded);
                continue;
            }

            if (Text[position] < ' ')
                ReportControl(position);
            decoded.Append(Text[position++]);
        }

        return decoded.ToString();
    }

    private int DecodeEscape(int position, int end, StringBuilder decoded)
    {
        var letter = position + 1 < end ? Text[position + 1] : '\0';
        if (letter == 'u')
            return DecodeUnicode(position, end, decoded);
        var unit = letter switch
        {
            '"' or '\\' or '/' => letter,
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => '\0',
        };
        if (unit == '\0')
        {
            var length = letter == '\0' || (char.IsHighSurrogate(letter) && position + 2 >= end) ? 1 : char.IsHighSurrogate(letter) ? 3 : 2;
            Report(new TextSpan(position, length), "JSON has no such escape. A backslash itself is written \\\\.");
            decoded.Append('\\');
            return position + 1;
        }

        decoded.Append(unit);
        return position + 2;
    }

    private int DecodeUnicode(int position, int end, StringBuilder decoded)
    {
        var digits = 0;
        while (digits < 4 && position + 2 + digits < end && char.IsAsciiHexDigit(Text[position + 2 + digits]))
            digits++;
        var written = new TextSpan(position, 2 + digits);
        if (digits < 4)
            Report(written, "\\u takes four hexadecimal digits, such as \\u00e9.");
        else
            decoded.Append((char)ushort.Parse(Text.AsSpan(position + 2, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
        return written.End;
    }

    private void ReportControl(int position)
    {
        var unit = Text[position];
        var code = ((int)unit).ToString("x4", CultureInfo.InvariantCulture);
        Report(
            new TextSpan(position, 1),
            unit == '\t' ? "A tab inside a string is written \\t." : $"The control character U+{code} inside a string is written \\u{code}.");
    }
}
