using System.Buffers;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>What stands without quotes: numbers, true, false, null, and what should have had quotes.</summary>
internal sealed partial class JsonScanner
{
    private static readonly SearchValues<char> numberUnits = SearchValues.Create("0123456789+-.eE_");

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
            Fail(new TextSpan(Position, 1), $"{Quoted.Text(word[..1].ToString())} has no meaning here. Text stands in double quotes.");
            return null;
        }

        var length = Text.AsSpan(Position).IndexOfAny(bareEnds);
        var bare = Text.AsSpan(Position, length < 0 ? Text.Length - Position : length).TrimEnd();
        var span = new TextSpan(Position, bare.Length);
        var written = Quoted.Text(bare.ToString());
        Report(span, IsNearNumber(word) && bare.Length == word.Length
            ? $"{written} is no number as JSON writes it (no leading zero, no '+', digits on both sides of the point)."
            : $"{written} stands without quotes. Put text in double quotes.");
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
}
