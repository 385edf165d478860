using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>A tag as JSX has it: attributes can hold expressions, and any element can close itself.</summary>
/// <param name="Span">From <c>&lt;</c> to <c>&gt;</c>.</param>
/// <param name="Name">Empty of a fragment.</param>
/// <param name="IsClosing">Whether it is <c>&lt;/x&gt;</c>.</param>
/// <param name="IsSelfClosing">Whether it is <c>&lt;x /&gt;</c>.</param>
/// <param name="Attributes">In their order.</param>
internal sealed record JsxTag(TextSpan Span, string Name, bool IsClosing, bool IsSelfClosing, ImmutableArray<JsxAttribute> Attributes)
{
    /// <summary>Nobody writes a longer one.</summary>
    private const int Longest = 20_000;

    private static readonly HashSet<string> voids =
        new(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"], StringComparer.Ordinal);

    /// <summary>Whether the element has no end tag in HTML.</summary>
    public static bool IsVoid(string name) => voids.Contains(name);

    /// <summary>The tag at <paramref name="start"/>, or null where there is none.</summary>
    public static JsxTag? Read(string text, int start, ref long steps)
    {
        var limit = Math.Min(text.Length, start + Longest);
        var place = start + 1;
        var isClosing = place < limit && text[place] == '/';
        place += isClosing ? 1 : 0;
        var nameStart = place;
        while (place < limit && (char.IsAsciiLetterOrDigit(text[place]) || (place > nameStart && text[place] is '.' or '-' or '_')))
            place++;
        var name = text[nameStart..place];
        if (name.Length > 0 && !char.IsAsciiLetter(name[0]))
            return null;
        var attributes = ImmutableArray.CreateBuilder<JsxAttribute>();
        while (place < limit && steps-- > 0)
        {
            while (place < limit && char.IsWhiteSpace(text[place]))
                place++;
            if (place >= limit)
                return null;
            if (text[place] == '>')
                return new JsxTag(TextSpan.FromBounds(start, place + 1), name, isClosing, false, attributes.DrainToImmutable());
            if (text[place] == '/' && place + 1 < limit && text[place + 1] == '>')
                return new JsxTag(TextSpan.FromBounds(start, place + 2), name, isClosing, true, attributes.DrainToImmutable());
            if (name.Length == 0 || isClosing || !char.IsWhiteSpace(text[place - 1]) && text[place - 1] is not ('"' or '\'' or '}'))
                return null;
            if (ReadAttribute(text, place, limit, ref steps) is not { } attribute)
                return null;
            attributes.Add(attribute);
            place = attribute.Span.End;
        }

        return null;
    }

    /// <summary>Where the brace that opens at <paramref name="start"/> has closed; -1 where it does not.</summary>
    public static int FindBrace(string text, int start, ref long steps)
    {
        var depth = 0;
        var limit = Math.Min(text.Length, start + Longest);
        for (var place = start; place < limit && steps-- > 0; place++)
        {
            switch (text[place])
            {
                case '{':
                    depth++;
                    break;
                case '}' when --depth == 0:
                    return place + 1;
                case '"' or '\'' or '`':
                    var close = FindQuote(text, place, limit);
                    steps -= (close < 0 ? limit : close) - place;
                    place = close < 0 ? place : close;
                    break;
            }
        }

        return -1;
    }

    /// <summary>What stands between the quotes, where an expression is nothing but a text or a number; else null.</summary>
    public static TextSpan? LiteralOf(string text, TextSpan expression)
    {
        var (start, end) = (expression.Start, expression.End);
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        if (start == end)
            return new TextSpan(start, 0);
        var inner = text.AsSpan(start, end - start);
        if (inner.IndexOfAnyExceptInRange('0', '9') < 0)
            return TextSpan.FromBounds(start, end);
        if (inner.Length < 2 || inner[0] is not ('"' or '\'' or '`') || inner[^1] != inner[0] || inner[1..^1].Contains(inner[0]) || inner[1..^1].Contains('\\')
            || (inner[0] == '`' && inner.IndexOf("${", StringComparison.Ordinal) >= 0))
        {
            return null;
        }

        return TextSpan.FromBounds(start + 1, end - 1);
    }

    /// <summary>What it is in HTML; empty of a fragment.</summary>
    public string Element => Name == "Link" ? "a" : Name.Replace('.', '-');

    /// <summary>Writes it as HTML has it.</summary>
    /// <param name="rewriter">Gets it.</param>
    /// <param name="imports">Names that stand for files.</param>
    public void Write(TextRewriter rewriter, IReadOnlyDictionary<string, TextSpan> imports)
    {
        // Markdown knows a tag that goes over lines for text only.
        if (Element != Name || Name.Length == 0 || rewriter.Text.AsSpan(Span.Start, Span.Length).Contains('\n') || (IsSelfClosing && !IsVoid(Name)) || Attributes.Any(attribute => !attribute.IsPlain))
            WriteAs(Element, rewriter, imports);
    }

    /// <summary>Writes it as this element; as nothing where that is empty.</summary>
    public void WriteAs(string element, TextRewriter rewriter, IReadOnlyDictionary<string, TextSpan> imports)
    {
        rewriter.Replace(Span);
        if (element.Length == 0)
            return;
        rewriter.Fill((IsClosing ? "</" : "<") + element);
        foreach (var attribute in Attributes)
            attribute.Write(rewriter, imports);
        rewriter.Fill(IsSelfClosing && !IsVoid(Name) ? $"></{element}>" : IsSelfClosing ? " />" : ">");
    }

    private static JsxAttribute? ReadAttribute(string text, int start, int limit, ref long steps)
    {
        if (text[start] == '{')
            return FindBrace(text, start, ref steps) is var spread and >= 0 ? new JsxAttribute(TextSpan.FromBounds(start, spread), "", null, IsExpression: true) : null;
        var place = start;
        while (place < limit && (char.IsAsciiLetterOrDigit(text[place]) || text[place] is '-' or '_' or ':' or '.' or '@' or '$'))
            place++;
        if (place == start)
            return null;
        var name = text[start..place];
        var equals = place;
        while (equals < limit && char.IsWhiteSpace(text[equals]))
            equals++;
        if (equals >= limit || text[equals] != '=')
            return new JsxAttribute(TextSpan.FromBounds(start, place), name, null, IsExpression: false);
        place = equals + 1;
        while (place < limit && char.IsWhiteSpace(text[place]))
            place++;
        if (place >= limit)
            return null;
        if (text[place] is '"' or '\'')
        {
            var close = FindQuote(text, place, limit);
            steps -= close < 0 ? limit - place : close - place;
            return close < 0 ? null : new JsxAttribute(TextSpan.FromBounds(start, close + 1), name, TextSpan.FromBounds(place + 1, close), IsExpression: false);
        }

        if (text[place] == '{')
        {
            var end = FindBrace(text, place, ref steps);
            return end < 0 ? null : new JsxAttribute(TextSpan.FromBounds(start, end), name, TextSpan.FromBounds(place + 1, end - 1), IsExpression: true);
        }

        var stop = place;
        while (stop < limit && !char.IsWhiteSpace(text[stop]) && text[stop] is not ('>' or '"' or '\'' or '{' or '<'))
            stop++;
        return stop == place ? null : new JsxAttribute(TextSpan.FromBounds(start, stop), name, TextSpan.FromBounds(place, stop), IsExpression: false);
    }

    private static int FindQuote(string text, int open, int limit) => text.IndexOf(text[open], open + 1, limit - open - 1);
}

/// <summary>An attribute of such a tag.</summary>
/// <param name="Span">With its value.</param>
/// <param name="Name">Empty of a spread.</param>
/// <param name="Value">Without quotes or braces; null where it has none.</param>
/// <param name="IsExpression">Whether the value stands between braces.</param>
internal sealed record JsxAttribute(TextSpan Span, string Name, TextSpan? Value, bool IsExpression)
{
    /// <summary>Whether HTML says the same by it.</summary>
    public bool IsPlain => !IsExpression && HtmlName == Name;

    private string HtmlName => Name switch
    {
        "className" => "class",
        "htmlFor" => "for",
        "srcSet" => "srcset",
        "to" => "href",
        _ => Name,
    };

    /// <summary>Writes it where it is a text; an expression that only the program knows says nothing to readers.</summary>
    public void Write(TextRewriter rewriter, IReadOnlyDictionary<string, TextSpan> imports)
    {
        var text = rewriter.Text;
        if (Value is not { } value)
        {
            if (!IsExpression)
                rewriter.Fill(" " + HtmlName);
            return;
        }

        var written = IsExpression ? Evaluate(text, value, imports) : value;
        if (written is not { } content)
            return;
        var characters = text.AsSpan(content.Start, content.Length);
        var quote = characters.Contains('"') ? '\'' : '"';
        rewriter.Fill($" {HtmlName}={quote}");
        if (characters.Contains('\n') || characters.Contains(quote))
            rewriter.Fill(Encode(characters.ToString()), content);
        else if (IsExpression && !Contains(value, content))
            rewriter.Fill(text.Substring(content.Start, content.Length), content);
        else
            rewriter.Take(content);
        rewriter.Fill(quote.ToString());
    }

    /// <summary>A value over lines on one, since Markdown knows a tag that goes over lines for text only.</summary>
    private static string Encode(string value) => System.Net.WebUtility.HtmlEncode(value).Replace("\r", "", StringComparison.Ordinal).Replace("\n", "&#10;", StringComparison.Ordinal);

    private static bool Contains(TextSpan whole, TextSpan part) => whole.Start <= part.Start && part.End <= whole.End;

    /// <summary>A literal; a file by the name that it was imported by; what <c>require</c> or <c>useBaseUrl</c> is called with.</summary>
    private static TextSpan? Evaluate(string text, TextSpan value, IReadOnlyDictionary<string, TextSpan> imports)
    {
        if (JsxTag.LiteralOf(text, value) is { } literal)
            return literal;
        var expression = text.AsSpan(value.Start, value.Length).Trim();
        if (imports.TryGetValue((expression.EndsWith(".src") ? expression[..^4] : expression).ToString(), out var file))
            return file;
        var open = expression.StartsWith("require(") ? 8 : expression.StartsWith("useBaseUrl(") ? 11 : 0;
        var close = expression.IndexOf(')');
        if (open == 0 || close < open)
            return null;
        var start = value.Start + text.AsSpan(value.Start, value.Length).IndexOf(expression, StringComparison.Ordinal);
        return JsxTag.LiteralOf(text, TextSpan.FromBounds(start + open, start + close));
    }
}
