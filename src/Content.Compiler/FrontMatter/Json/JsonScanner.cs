using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>The text under the parser: position, white space and comments, words, and the one error that is reported.</summary>
internal sealed class JsonScanner(SourceText source, int start, JsonDialect dialect)
{
    private static readonly SearchValues<char> runEnds = SearchValues.Create(" \t\r\n,:=[]{}\"/");
    private static readonly SearchValues<char> bareEnds = SearchValues.Create("\r\n,]}");
    private static readonly SearchValues<char> lineEnds = SearchValues.Create("\r\n");
    private static readonly SearchValues<char> numberUnits = SearchValues.Create("0123456789+-.eE_");
    // Everything that a string cannot simply hold.
    private static readonly SearchValues<char> stops = SearchValues.Create(
        "\"'\\\u0000\u0001\u0002\u0003\u0004\u0005\u0006\u0007\u0008\u0009\u000A\u000B\u000C\u000D\u000E\u000F"
        + "\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001A\u001B\u001C\u001D\u001E\u001F");

    private readonly MetadataErrorList errors = new(source);

    public string Text { get; } = source.Text;

    public JsonDialect Dialect { get; } = dialect;

    public int Position { get; set; } = start;

    public bool IsAtEnd => Position >= Text.Length;

    public char Current => Text[Position];

    public bool HasStopped { get; private set; }

    public ImmutableArray<MetadataError> Errors => errors.ToImmutable();

    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    public int LineOf(int offset) => source.Lines.GetPosition(offset).Line;

    /// <summary>Reports a mistake after which reading can go on. Only the first counts: others may be its consequence.</summary>
    public void Report(TextSpan span, string message) => errors.Report(span, message);

    /// <summary>Reports a mistake and stops.</summary>
    public void Fail(TextSpan span, string message)
    {
        Report(span, message);
        HasStopped = true;
    }

    public void ReportDuplicate(MetadataProperty second, MetadataProperty first) =>
        errors.ReportDuplicate(second.Key, second.KeySpan, first.KeySpan);

    public void SkipSpace()
    {
        while (!IsAtEnd && !HasStopped)
        {
            if (Current is ' ' or '\t' or '\r' or '\n')
                Position++;
            else if (Current == '/')
                SkipComment();
            else if (Current == '\uFEFF' || (Current > '\u007F' && char.IsWhiteSpace(Current)))
                SkipForeignSpace();
            else
                return;
        }
    }

    public void SkipLine()
    {
        var length = Text.AsSpan(Position).IndexOfAny(lineEnds);
        Position = length < 0 ? Text.Length : Position + length;
    }

    /// <summary>What stands at the position up to the next white space or punctuation, a string whole: for a diagnostic.</summary>
    public TextSpan PeekRun()
    {
        if (Current == '"')
            return TextSpan.FromBounds(Position, FindStringEnd(Position + 1, '"', out _, out _));
        var length = Text.AsSpan(Position + 1).IndexOfAny(runEnds) + 1;
        return new(Position, length == 0 ? Text.Length - Position : length);
    }

    /// <summary>A name as JavaScript has it at the position; empty where there is none.</summary>
    public TextSpan PeekName()
    {
        var end = Position;
        while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || Text[end] is '_' or '$' or '-' or '.'))
            end++;
        return TextSpan.FromBounds(Position, end);
    }

    private void SkipComment()
    {
        var begin = Position;
        var next = begin + 1 < Text.Length ? Text[begin + 1] : ' ';
        if (next == '/')
        {
            SkipLine();
        }
        else if (next == '*')
        {
            var close = Text.IndexOf("*/", begin + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                Fail(new TextSpan(begin, 2), "This comment is never closed: add '*/' at its end.");
                return;
            }

            Position = close + 2;
        }
        else
        {
            Fail(new TextSpan(begin, 1), "'/' has no meaning here. Text goes in double quotes.");
            return;
        }

        if (Dialect == JsonDialect.Strict)
            Report(TextSpan.FromBounds(begin, Position), "JSON has no comments. Remove it.");
    }

    private void SkipForeignSpace()
    {
        var code = ((int)Current).ToString("X4", CultureInfo.InvariantCulture);
        Report(new TextSpan(Position, 1), $"JSON does not count U+{code} as white space. Write an ordinary space, or nothing.");
        Position++;
    }

    /// <summary>The word at the position, or null where it is none of JSON's; it is passed over in any case.</summary>
    public MetadataScalar? ReadWord()
    {
        var run = PeekRun();
        var word = Text.AsSpan(run.Start, run.Length);
        var isAlone = run.End == Text.Length || !":=\"{[".Contains(Text[run.End]);
        if (isAlone && KindOf(word) is { } kind)
        {
            Position = run.End;
            return new(run, kind, KnownText(word) ?? word.ToString());
        }

        if (isAlone && LiteralMeant(word) is { } meant)
        {
            Report(run, $"Write '{meant}' in JSON.");
            Position = run.End;
            return new(run, meant == "null" ? MetadataKind.Null : MetadataKind.Boolean, meant);
        }

        if (!char.IsLetterOrDigit(word[0]) && word[0] is not ('-' or '+' or '.' or '_' or '$'))
        {
            Fail(new TextSpan(Position, 1), $"{Quoted.Text(word[..1].ToString())} has no meaning here. Text goes in double quotes.");
            return null;
        }

        var length = Text.AsSpan(Position).IndexOfAny(bareEnds);
        var bare = Text.AsSpan(Position, length < 0 ? Text.Length - Position : length).TrimEnd();
        var span = new TextSpan(Position, bare.Length);
        var written = Quoted.Text(bare.ToString());
        Report(span, IsNearNumber(word) && bare.Length == word.Length
            ? $"{written} is not a number as JSON writes it (no leading zero, no '+', digits on both sides of the point)."
            : $"{written} is not in quotes. Put text in double quotes.");
        Position = span.End;
        return null;
    }

    private static MetadataKind? KindOf(ReadOnlySpan<char> word) => word switch
    {
        "null" => MetadataKind.Null,
        "true" or "false" => MetadataKind.Boolean,
        _ => KindOfNumber(word),
    };

    private static string? KnownText(ReadOnlySpan<char> word) => word switch
    {
        "null" => "null",
        "true" => "true",
        "false" => "false",
        _ => null,
    };

    private static string? LiteralMeant(ReadOnlySpan<char> word)
    {
        if (word.Equals("true", StringComparison.OrdinalIgnoreCase))
            return "true";
        if (word.Equals("false", StringComparison.OrdinalIgnoreCase))
            return "false";
        return word.Equals("null", StringComparison.OrdinalIgnoreCase) || word is "undefined" or "None" or "nil" ? "null" : null;
    }

    private static bool IsNearNumber(ReadOnlySpan<char> word) =>
        word.ContainsAnyInRange('0', '9') && !word.ContainsAnyExcept(numberUnits) && word.Count('-') < 2;

    /// <summary>The grammar of RFC 8259: an optional minus, no leading zero, digits after the point.</summary>
    private static MetadataKind? KindOfNumber(ReadOnlySpan<char> word)
    {
        var rest = word.StartsWith('-') ? word[1..] : word;
        var whole = Digits(rest);
        if (whole == 0 || (whole > 1 && rest[0] == '0'))
            return null;
        rest = rest[whole..];
        if (rest.IsEmpty)
            return MetadataKind.Integer;
        if (rest[0] == '.')
        {
            var fraction = Digits(rest[1..]);
            if (fraction == 0)
                return null;
            rest = rest[(fraction + 1)..];
        }

        if (!rest.IsEmpty && rest[0] is 'e' or 'E')
        {
            rest = rest[1..];
            if (!rest.IsEmpty && rest[0] is '+' or '-')
                rest = rest[1..];
            var exponent = Digits(rest);
            if (exponent == 0)
                return null;
            rest = rest[exponent..];
        }

        return rest.IsEmpty ? MetadataKind.Float : null;
    }

    private static int Digits(ReadOnlySpan<char> text)
    {
        var length = text.IndexOfAnyExceptInRange('0', '9');
        return length < 0 ? text.Length : length;
    }

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
