using System.Text;

namespace Content.Compiler.Text;

/// <summary>
/// What a site generator fills in: <c>{{ x }}</c>, <c>{% x %}</c>, <c>{{&lt; x &gt;}}</c>. Here nothing does, so that readers see it as it stands.
/// </summary>
/// <param name="Span">From the first brace to the last.</param>
/// <param name="Construct">Its braces, as messages name the kind: <c>{{ }}</c>.</param>
internal readonly record struct TemplateExpression(TextSpan Span, string Construct)
{
    /// <summary>An expression can go over lines, but nobody writes longer ones; and the time that a brace without end takes stays bounded.</summary>
    private const int Longest = 1000;

    /// <summary>Whether there can be any in <paramref name="text"/>.</summary>
    public static bool MayBeIn(ReadOnlySpan<char> text) =>
        text.IndexOf("{{", StringComparison.Ordinal) >= 0 || text.IndexOf("{%", StringComparison.Ordinal) >= 0;

    /// <summary>The first expression in <paramref name="text"/> that begins at <paramref name="from"/> or later; null where there is none.</summary>
    public static TemplateExpression? Find(ReadOnlySpan<char> text, int from = 0)
    {
        while (text[from..].IndexOf('{') is var offset and >= 0)
        {
            from += offset;
            if (Read(text, from) is { } expression)
                return expression;

            // Of more than two braces in a row the first counts, and what is none there is none one brace later.
            while (from < text.Length && text[from] == '{')
                from++;
        }

        return null;
    }

    /// <summary>Whether there is nothing else in <paramref name="text"/> but white space.</summary>
    public static bool FillsAll(ReadOnlySpan<char> text)
    {
        while (Find(text) is { } expression)
        {
            if (!text[..expression.Span.Start].IsWhiteSpace())
                return false;
            text = text[expression.Span.End..];
        }

        return text.IsWhiteSpace();
    }

    /// <summary>What is left of <paramref name="text"/> where its expressions say nothing.</summary>
    public static string Without(string text)
    {
        if (!MayBeIn(text) || Find(text) is null)
            return text;
        var rest = new StringBuilder(text.Length);
        var done = 0;
        for (; Find(text, done) is { } expression; done = expression.Span.End)
            rest.Append(text, done, expression.Span.Start - done);
        return string.Join(' ', rest.Append(text, done, text.Length - done).ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private static TemplateExpression? Read(ReadOnlySpan<char> text, int start)
    {
        var rest = text[start..Math.Min(text.Length, start + Longest)];
        if (rest.Length < 4 || IsMadeText(text, start))
            return null;
        var (construct, open, end) = rest[1] switch
        {
            '%' => ("{% %}", 2, "%}"),
            '{' when rest[2] == '<' => ("{{< >}}", 3, ">}}"),
            '{' when rest[2] == '%' => ("{{% %}}", 3, "%}}"),
            '{' when rest[2] == '{' => ("{{ }}", 3, "}}}"),
            '{' => ("{{ }}", 2, "}}"),
            _ => ("", 0, ""),
        };
        if (open == 0 || rest[open..].IndexOf(end, StringComparison.Ordinal) is not (var length and > 0))
            return null;
        var inner = rest.Slice(open, length);
        return IsExpression(inner, construct) ? new TemplateExpression(new TextSpan(start, open + length + end.Length), construct) : null;
    }

    /// <summary>
    /// Braces that are escaped, that belong to a formula (<c>x_{{a}}</c>, <c>\mathbf{{a}}</c>) or to another language that prose quotes:
    /// <c>${{ x }}</c> of workflows <c>$"{{x}}"</c> of C#, <c>f::{{closure}}</c> of Rust.
    /// </summary>
    private static bool IsMadeText(ReadOnlySpan<char> text, int start)
    {
        var before = text[..start];
        if (before.IsEmpty)
            return false;
        if (before[^1] is '\\' or '_' or '^' or '$' or '}' || before.EndsWith("::"))
            return true;
        var word = before.Length;
        while (word > 0 && char.IsAsciiLetter(before[word - 1]))
            word--;
        if (word < before.Length && word > 0 && before[word - 1] == '\\')
            return true;
        var near = before[^Math.Min(before.Length, Longest)..];
        var line = near[(near.LastIndexOf('\n') + 1)..];
        var quote = Math.Max(line.LastIndexOf("$\"", StringComparison.Ordinal), line.LastIndexOf("$@\"", StringComparison.Ordinal));
        return quote >= 0 && line[quote..].Count('"') == 1;
    }

    /// <summary>Whether the braces inside an expression are those of what a filter is given: <c>{{ x | y({ z: 1 }) }}</c>.</summary>
    private static bool HoldsObject(ReadOnlySpan<char> inner, string construct) =>
        construct == "{{ }}" && inner.IndexOf("({", StringComparison.Ordinal) is var open and > 0 && inner[..open].IndexOfAny('{', '}') < 0
        && inner.LastIndexOf("})", StringComparison.Ordinal) is var close && close > open && inner[(close + 1)..].IndexOfAny('{', '}') < 0
        && inner[(open + 2)..close].IndexOfAny('{', '}') < 0;

    /// <summary>Whether this is what stands in an expression, and not prose between braces that are spoken of.</summary>
    private static bool IsExpression(ReadOnlySpan<char> inner, string construct)
    {
        if ((inner.ContainsAny('{', '}') && !HoldsObject(inner, construct)) || inner.IndexOf("\n\n", StringComparison.Ordinal) >= 0 || inner.IndexOf("\n\r\n", StringComparison.Ordinal) >= 0)
            return false;
        var content = inner.Trim("-~ \t\r\n");

        // {{</* x */>}} is how a short code is shown to readers.
        if (content.IsEmpty || content.StartsWith("/*"))
            return false;
        if (content is "and" or "or" or "to")
            return false;
        return char.IsLetter(content[0]) || content[0] is '_' || (construct == "{{ }}" ? content[0] is '.' or '$' or '"' or '\'' or '#' or '/' or '>' or '&' or '!' or '@' or '(' : content[0] is '/' or '"');
    }
}
