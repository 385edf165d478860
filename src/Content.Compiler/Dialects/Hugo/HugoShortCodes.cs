using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>Reads Hugo's short codes, <c>{{&lt; x &gt;}}</c> and <c>{{% x %}}</c>. They stand in code as well.</summary>
internal static class HugoShortCodes
{
    /// <summary>All of them, in the order of the text, paired.</summary>
    public static List<ShortCode> Read(string text, int start) => ShortCode.ReadAll(text, start, "{{", ReadAt);

    private static ShortCode? ReadAt(string text, int open, int limit)
    {
        if (open + 3 >= limit || text[open + 2] is not ('<' or '%'))
            return null;
        var close = text[open + 2] == '<' ? ">}}" : "%}}";
        var place = ShortCode.SkipSpace(text, open + 3, limit);
        if (place + 1 < limit && text[place] == '/' && text[place + 1] == '*')
        {
            var shown = text.IndexOf("*/" + close, place + 2, limit - place - 2, StringComparison.Ordinal);
            return shown < 0 ? null : new ShortCode(TextSpan.FromBounds(open, shown + 5), text[(place + 2)..shown], ShortCodeKind.Shown, []);
        }

        var kind = ShortCodeKind.Open;
        if (place < limit && text[place] == '/')
        {
            kind = ShortCodeKind.Close;
            place = ShortCode.SkipSpace(text, place + 1, limit);
        }

        var nameEnd = place;
        while (nameEnd < limit && (char.IsLetterOrDigit(text[nameEnd]) || text[nameEnd] is '-' or '_' or '.' or '/') && !text.AsSpan(nameEnd, limit - nameEnd).StartsWith("/>"))
            nameEnd++;
        if (nameEnd == place)
            return null;
        var name = text[place..nameEnd].TrimEnd('/');
        var arguments = ImmutableArray.CreateBuilder<ShortCodeArgument>();
        for (place = ShortCode.SkipSpace(text, nameEnd, limit); place < limit; place = ShortCode.SkipSpace(text, place, limit))
        {
            var rest = text.AsSpan(place, limit - place);
            if (rest.StartsWith(close))
                return new ShortCode(TextSpan.FromBounds(open, place + 3), name, kind, arguments.DrainToImmutable());
            if (rest[0] == '/' && rest[1..].TrimStart().StartsWith(close))
            {
                kind = ShortCodeKind.Closed;
                place++;
                continue;
            }

            var equals = NameEnd(rest);
            var argument = equals > 0 ? rest[..equals].ToString() : "";
            if (equals > 0)
                place = ShortCode.SkipSpace(text, ShortCode.SkipSpace(text, place + equals, limit) + 1, limit);
            if (ReadValue(text, place, limit, close) is not { } value)
                return null;
            arguments.Add(new ShortCodeArgument(argument, Unescape(text, value.Span, value.IsQuoted), value.Span));
            place = value.End;
        }

        return null;
    }

    /// <summary>Where the name of an argument ends; 0 where there is none.</summary>
    private static int NameEnd(ReadOnlySpan<char> rest)
    {
        var end = 0;
        while (end < rest.Length && (char.IsLetterOrDigit(rest[end]) || rest[end] is '-' or '_'))
            end++;
        return end > 0 && rest[end..].TrimStart() is ['=', ..] ? end : 0;
    }

    private static (TextSpan Span, int End, bool IsQuoted)? ReadValue(string text, int place, int limit, string close)
    {
        if (place >= limit)
            return null;
        if (text[place] is '"' or '`')
        {
            var quote = text[place];
            var end = place + 1;
            while (end < limit && text[end] != quote)
                end += text[end] == '\\' && quote == '"' ? 2 : 1;
            return end < limit ? (TextSpan.FromBounds(place + 1, end), end + 1, quote == '"') : null;
        }

        var stop = place;
        while (stop < limit && !char.IsWhiteSpace(text[stop]) && !text.AsSpan(stop, limit - stop).StartsWith(close))
            stop++;
        return stop > place ? (TextSpan.FromBounds(place, stop), stop, false) : null;
    }

    private static string Unescape(string text, TextSpan span, bool isQuoted)
    {
        var value = text.Substring(span.Start, span.Length);
        return isQuoted && value.Contains('\\', StringComparison.Ordinal)
            ? value.Replace("\\\"", "\"", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal)
            : value;
    }
}
