using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.Code;

/// <summary>What stands on the fence of a code block behind its signs: a language, and options.</summary>
/// <param name="Language">As written; empty where there is none.</param>
/// <param name="Options">In the order written, unknown ones included.</param>
internal sealed record CodeFence(string Language, ImmutableArray<CodeOption> Options)
{
    /// <summary>Nobody writes more by hand; what comes after is not read.</summary>
    private const int LongestRead = 8 * 1024;

    /// <summary>Whether the language is C#.</summary>
    public bool IsCSharp => Language.ToUpperInvariant() is "CSHARP" or "CS" or "C#";

    /// <summary>The first option of this name, or null.</summary>
    public CodeOption? Find(string name)
    {
        foreach (var option in Options)
        {
            if (option.Name == name)
                return option;
        }

        return null;
    }

    /// <summary>Reads what stands at <paramref name="offset"/> up to the end of the line.</summary>
    public static CodeFence Parse(string text, int offset)
    {
        var end = text.AsSpan(offset).IndexOfAny('\r', '\n') is var found and >= 0 ? offset + found : text.Length;
        end = Math.Min(end, offset + LongestRead);
        var options = ImmutableArray.CreateBuilder<CodeOption>();
        var position = SkipSpace(text, offset, end);
        var start = position;
        while (position < end && !char.IsWhiteSpace(text[position]) && text[position] is not ('{' or '='))
            position++;
        // The first word is the language, unless it is an option by the look of it.
        if (position < end && text[position] == '=')
            position = start;
        var language = text[start..position];
        while ((position = SkipSpace(text, position, end)) < end)
            options.Add(text[position] == '{' ? ReadBraces(text, ref position, end) : ReadOption(text, ref position, end));
        return new CodeFence(language, options.DrainToImmutable());
    }

    private static CodeOption ReadBraces(string text, ref int position, int end)
    {
        var start = position;
        var close = text.AsSpan(start, end - start).IndexOf('}');
        position = close < 0 ? end : start + close + 1;
        var inner = TextSpan.FromBounds(start + 1, close < 0 ? end : start + close);
        return new CodeOption("{}", TextSpan.FromBounds(start, position), text.Substring(inner.Start, inner.Length), inner, IsClosed: close >= 0);
    }

    private static CodeOption ReadOption(string text, ref int position, int end)
    {
        var start = position;
        while (position < end && !char.IsWhiteSpace(text[position]) && text[position] is not ('=' or '{'))
            position++;
        var name = TextSpan.FromBounds(start, position);
        if (position == end || text[position] != '=')
            return new CodeOption(text.Substring(name.Start, name.Length), name, null, new TextSpan(position, 0), IsClosed: true);
        position++;
        var isClosed = true;
        TextSpan value;
        if (position < end && text[position] is '"' or '\'')
        {
            var close = text.AsSpan(position + 1, end - position - 1).IndexOf(text[position]);
            isClosed = close >= 0;
            value = TextSpan.FromBounds(position + 1, isClosed ? position + 1 + close : end);
            position = isClosed ? value.End + 1 : end;
        }
        else
        {
            var from = position;
            // A member's parameters have spaces between them: 'member=Add(int, string)'.
            var depth = 0;
            while (position < end && (depth > 0 || !char.IsWhiteSpace(text[position])))
            {
                depth += text[position] is '(' or '<' ? 1 : text[position] is ')' or '>' ? -1 : 0;
                position++;
            }

            value = TextSpan.FromBounds(from, position);
        }

        return new CodeOption(text.Substring(name.Start, name.Length), TextSpan.FromBounds(start, position), text.Substring(value.Start, value.Length), value, isClosed);
    }

    private static int SkipSpace(string text, int position, int end)
    {
        while (position < end && char.IsWhiteSpace(text[position]))
            position++;
        return position;
    }
}

/// <summary>An option on a fence.</summary>
/// <param name="Name">What stands before the equals sign; <c>{}</c> for what stands between braces.</param>
/// <param name="Span">The whole option.</param>
/// <param name="Value">What stands behind it; null where there is none.</param>
/// <param name="ValueSpan">Without quotes.</param>
/// <param name="IsClosed">Whether quotes or braces close that open.</param>
internal sealed record CodeOption(string Name, TextSpan Span, string? Value, TextSpan ValueSpan, bool IsClosed)
{
    /// <summary>Where the name stands.</summary>
    public TextSpan NameSpan => Value is null || Name == "{}" ? Span : new TextSpan(Span.Start, Name.Length);

    /// <summary>What a diagnostic about the value points at: the value, or the whole where that is empty.</summary>
    public TextSpan Place => ValueSpan.Length > 0 ? ValueSpan : Span;
}
