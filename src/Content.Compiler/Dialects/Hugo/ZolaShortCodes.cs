using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>Reads Zola's short codes, <c>{{ x(a="b") }}</c> and <c>{% x(a="b") %} ... {% end %}</c>. They stand in code as well.</summary>
internal static class ZolaShortCodes
{
    /// <summary>All of them, in the order of the text, paired.</summary>
    public static List<ShortCode> Read(string text, int start) => ShortCode.ReadAll(text, start, "{", ReadAt);

    private static ShortCode? ReadAt(string text, int open, int limit)
    {
        if (open + 3 >= limit || text[open + 1] is not ('{' or '%'))
            return null;
        var isBlock = text[open + 1] == '%';
        var close = isBlock ? "%}" : "}}";
        var place = ShortCode.SkipSpace(text, open + 2, limit);
        if (place + 1 < limit && text[place] == '/' && text[place + 1] == '*')
        {
            var shown = text.IndexOf("*/", place + 2, limit - place - 2, StringComparison.Ordinal);
            return shown >= 0 && text.AsSpan(shown + 2, Math.Min(3, text.Length - shown - 2)).TrimStart().StartsWith(close.AsSpan(0, 1))
                && text.IndexOf(close, shown, StringComparison.Ordinal) is var end and >= 0
                ? new ShortCode(TextSpan.FromBounds(open, end + 2), text[(place + 2)..shown], ShortCodeKind.Shown, [])
                : null;
        }

        var nameEnd = place;
        while (nameEnd < limit && (char.IsLetterOrDigit(text[nameEnd]) || text[nameEnd] is '_' or ':'))
            nameEnd++;
        var name = text[place..nameEnd];
        place = ShortCode.SkipSpace(text, nameEnd, limit);
        if (isBlock && name == "end" && text.AsSpan(place, limit - place).StartsWith(close))
            return new ShortCode(TextSpan.FromBounds(open, place + 2), "", ShortCodeKind.Close, []);
        if (name.Length == 0 || place >= limit || text[place] != '(')
            return null;
        var arguments = ImmutableArray.CreateBuilder<ShortCodeArgument>();
        for (place = ShortCode.SkipSpace(text, place + 1, limit); place < limit && text[place] != ')'; place = ShortCode.SkipSpace(text, place, limit))
        {
            if (text[place] == ',')
            {
                place++;
                continue;
            }

            var keyEnd = place;
            while (keyEnd < limit && (char.IsLetterOrDigit(text[keyEnd]) || text[keyEnd] == '_'))
                keyEnd++;
            var equals = ShortCode.SkipSpace(text, keyEnd, limit);
            if (keyEnd == place || equals >= limit || text[equals] != '=' || ReadValue(text, ShortCode.SkipSpace(text, equals + 1, limit), limit) is not { } value)
                return null;
            arguments.Add(new ShortCodeArgument(text[place..keyEnd], text.Substring(value.Span.Start, value.Span.Length), value.Span));
            place = value.End;
        }

        place = ShortCode.SkipSpace(text, Math.Min(place + 1, limit), limit);
        return text.AsSpan(place, limit - place).StartsWith(close)
            ? new ShortCode(TextSpan.FromBounds(open, place + 2), name, isBlock ? ShortCodeKind.Open : ShortCodeKind.Closed, arguments.DrainToImmutable())
            : null;
    }

    private static (TextSpan Span, int End)? ReadValue(string text, int place, int limit)
    {
        if (place >= limit)
            return null;
        if (text[place] is '"' or '\'' or '`')
        {
            var end = text.IndexOf(text[place], place + 1, limit - place - 1);
            return end < 0 ? null : (TextSpan.FromBounds(place + 1, end), end + 1);
        }

        var depth = 0;
        var stop = place;
        for (; stop < limit && (depth > 0 || text[stop] is not (',' or ')')); stop++)
            depth += text[stop] == '[' ? 1 : text[stop] == ']' ? -1 : 0;
        return stop > place ? (TextSpan.FromBounds(place, stop), stop) : null;
    }
}
