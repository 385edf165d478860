using System.Text;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Jekyll;

/// <summary>
/// Fills in the Liquid that says what a build knows: addresses, links, raw text, highlighted code. Liquid is read before Markdown, so that it
/// also stands in code. All other Liquid stays as it is, and is told as every expression that nothing fills in.
/// </summary>
internal sealed class LiquidRewriter(TextRewriter rewriter, ContentConfiguration configuration)
{
    /// <summary>An expression can go over lines, but nobody writes longer ones; and the time that a brace without end takes stays bounded.</summary>
    private const int Longest = 1000;

    private const int LongestValue = 500;
    private const int DeepestTags = 100;

    /// <summary>In all, for the tags that end blocks: some tenths of a second.</summary>
    private const long MostSearched = 1L << 28;

    /// <summary>What stands in these may be read, or not, or several times.</summary>
    private static readonly string[] conditional = ["if", "unless", "for", "case", "tablerow", "ifchanged", "asyncEach", "asyncAll"];

    /// <summary>Blocks whose text is the article's, shown or not.</summary>
    private static readonly string[] flow = ["if", "unless", "for", "case", "tablerow", "block", "with", "autoescape", "ifchanged", "asyncEach", "asyncAll"];

    private readonly string text = rewriter.Text;
    private readonly ShortCodeTemplate values = new(rewriter);
    private readonly Stack<(ShortCode Code, string After)> open = new();
    private readonly HashSet<string> unclosed = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> variables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextSpan> captured = new(StringComparer.Ordinal);
    private CodeRegions? code;
    private int unreadEnd;
    private int conditions;
    private long searched;
    private readonly string origin = configuration.Site is { } site ? site.GetLeftPart(UriPartial.Authority) : "";

    public void Run()
    {
        for (var place = rewriter.BodyStart; !rewriter.IsFull && place < text.Length;)
        {
            var open = text.IndexOf('{', place);
            if (open < 0)
                return;
            place = Read(open) is { } expression ? Replace(expression) : open + 1;
        }
    }

    /// <summary>Replaces what begins with an expression, and gives the place behind it.</summary>
    private int Replace(in LiquidExpression expression)
    {
        if (!expression.IsTag)
            return ReplaceOutput(expression);
        if (conditional.Contains(expression.Name))
            conditions++;
        else if (conditions > 0 && expression.Name.StartsWith("end", StringComparison.Ordinal) && conditional.Contains(expression.Name[3..]))
            conditions--;
        else if (conditions > 0 && expression.Name is "assign" or "set" or "capture")
            return Forget(expression);
        switch (expression.Name)
        {
            case "raw" when FindEnd(expression, "endraw") is { } end:
                rewriter.Replace(TextSpan.FromBounds(expression.Span.Start, end.End)).Take(TextSpan.FromBounds(expression.Span.End, end.Start));
                return end.End;
            case "comment" when FindEnd(expression, "endcomment") is { } end:
                rewriter.Replace(TextSpan.FromBounds(expression.Span.Start, end.End));
                return end.End;
            case "highlight" when FindEnd(expression, "endhighlight") is { } end:
                Highlight(expression, end);
                return end.End;
            case "capture" or "set" when FindEnd(expression, "end" + expression.Name) is { } end && NameOfVariable(expression) is { } name:
                return Capture(expression, end, name);
            case "assign" or "set" when Assign(expression):
                rewriter.Replace(expression.Span);
                return expression.Span.End;
            case "link" or "post_url":
                ReplaceLink(expression.Span.Start, expression);
                return expression.Span.End;
            case var name when open.Count > 0 && name == "end" + open.Peek().Code.Name:
                var (code, after) = open.Pop();
                rewriter.Replace(expression.Span);
                values.FillValues(code, after);
                return expression.Span.End;
            case var name when configuration.ShortCodes.TryGetValue(name, out var template):
                Fill(expression, template);
                return expression.Span.End;
        }

        if (expression.Span.Start >= unreadEnd && !flow.Contains(expression.Name) && FindEnd(expression, "end" + expression.Name) is { } unread)
        {
            unreadEnd = unread.Start;
            rewriter.LeaveUnread(TextSpan.FromBounds(expression.Span.End, unreadEnd));
        }

        return Leave(expression.Span);
    }

    /// <summary>Of a variable that is given something on a condition nobody knows what it shows.</summary>
    private int Forget(in LiquidExpression expression)
    {
        var content = expression.Content[expression.Name.Length..];
        var name = (content.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0 ? content[..equals] : content).Trim().Trim('"', '\'');
        captured.Remove(name);
        variables.Remove(name);
        return Leave(expression.Span);
    }

    /// <summary>The variable that a block gives its text to: <c>capture x</c>, and not <c>set x = 1</c>, which is no block.</summary>
    private static string? NameOfVariable(in LiquidExpression expression)
    {
        var name = expression.Content[expression.Name.Length..].Trim().Trim('"', '\'');
        return name.Length > 0 && name.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '-') ? name : null;
    }

    /// <summary>What a block gives to a variable is shown where that stands, and not here.</summary>
    private int Capture(in LiquidExpression expression, TextSpan end, string name)
    {
        var content = TextSpan.FromBounds(expression.Span.End, end.Start);
        variables.Remove(name);
        if (WithoutRaw(content) is { } plain)
            captured[name] = plain;
        else
            captured.Remove(name);
        rewriter.Replace(TextSpan.FromBounds(expression.Span.Start, end.End));
        return end.End;
    }

    /// <summary>A text that holds no Liquid, be it that all of it is <c>raw</c>; null where it holds some.</summary>
    private TextSpan? WithoutRaw(TextSpan content)
    {
        if (text.AsSpan(content.Start, content.Length).IndexOf('{') is not (var brace and >= 0))
            return content;
        var open = content.Start + brace;
        if (Read(open) is { IsTag: true, Name: "raw" } raw && text.AsSpan(content.Start, brace).IsWhiteSpace()
            && FindEnd(raw, "endraw") is { } end && end.End <= content.End && text.AsSpan(end.End, content.End - end.End).IsWhiteSpace())
            return TextSpan.FromBounds(raw.Span.End, end.Start);
        return text.AsSpan(content.Start, content.Length).IndexOf("{{", StringComparison.Ordinal) < 0 && text.AsSpan(content.Start, content.Length).IndexOf("{%", StringComparison.Ordinal) < 0 ? content : null;
    }

    /// <summary>Whether an expression shows a variable that holds code, coloured as Eleventy's plugin does it.</summary>
    private bool HighlightVariable(in LiquidExpression expression)
    {
        var filters = SplitFilters(expression.Content);
        if (filters.Count is not (2 or 3) || (filters.Count == 3 && filters[2] != "safe") || !captured.TryGetValue(filters[0], out var code) || !filters[1].StartsWith("highlight", StringComparison.Ordinal))
            return false;
        var language = filters[1]["highlight".Length..].Trim(' ', ':', '(', ')', '"', '\'');
        if (!language.All(unit => char.IsLetterOrDigit(unit) || unit is '-' or '_' or '+' or '#' or '.'))
            return false;
        FencedCode.Write(rewriter, expression.Span, code, language);
        return true;
    }

    /// <summary>Whether it is known what a variable is given.</summary>
    private bool Assign(in LiquidExpression expression)
    {
        var equals = expression.Content.IndexOf('=', StringComparison.Ordinal);
        if (equals < 0)
            return false;
        var name = expression.Content[expression.Name.Length..equals].Trim();
        captured.Remove(name);
        variables.Remove(name);
        if (name.Length == 0 || Evaluate(expression.Content[(equals + 1)..].Trim()) is not { Length: < LongestValue } value)
            return false;
        variables[name] = value;
        return true;
    }

    /// <summary>What content.json says that a tag stands for.</summary>
    private void Fill(in LiquidExpression expression, string template)
    {
        var (before, after, holdsText) = ShortCodeTemplate.Split(template);
        var code = new ShortCode(expression.Span, expression.Name, ShortCodeKind.Open, LiquidArguments.Read(text, expression.Span));
        var ends = holdsText && FindEnd(expression, "end" + expression.Name) is not null;
        rewriter.Replace(expression.Span);
        values.FillValues(code, before);
        if (ends && open.Count < DeepestTags)
            open.Push((code, after));
        else
            values.FillValues(code, after);
    }

    /// <summary>An expression that nothing fills in stays. Between the quotes of an attribute, its own quotes would end that.</summary>
    private int Leave(TextSpan span)
    {
        if (AttributeQuote(span.Start) is { } quote && text.AsSpan(span.Start, span.Length).Contains(quote))
            rewriter.Replace(span).Fill(text.Substring(span.Start, span.Length).Replace(quote.ToString(), quote == '"' ? "&quot;" : "&#39;", StringComparison.Ordinal));
        else if (text.AsSpan(span.Start, span.Length).IndexOf("({", StringComparison.Ordinal) > 0 && TemplateExpression.Find(text.AsSpan(0, span.End), span.Start) is not null && (code ??= new CodeRegions(text, rewriter.BodyStart)).Find(span.Start) is null)
            rewriter.LeaveUnfilled(span, "{{ }}");
        return span.End;
    }

    /// <summary>The quote of the value of an attribute that <paramref name="place"/> is in; null where it is in none.</summary>
    private char? AttributeQuote(int place)
    {
        for (var index = place - 1; index >= Math.Max(rewriter.BodyStart + 1, place - LongestValue); index--)
        {
            if (text[index] is '<' or '>' or '\n')
                return null;
            if (text[index] is '"' or '\'')
                return text[index - 1] == '=' ? text[index] : null;
        }

        return null;
    }

    private int ReplaceOutput(in LiquidExpression expression)
    {
        if (captured.TryGetValue(expression.Content, out var block))
        {
            rewriter.Replace(expression.Span).Take(block);
            return expression.Span.End;
        }

        if (HighlightVariable(expression))
            return expression.Span.End;

        var start = expression.Span.Start;
        var value = new StringBuilder();
        var end = start;
        for (LiquidExpression? next = expression; next is { IsTag: false } output && Evaluate(output.Content) is { } part; next = Read(end))
        {
            value.Append(part);
            end = output.Span.End;
        }

        if (end == start)
            return Leave(expression.Span);

        // {{ site.baseurl }}{% link x.md %}: since Jekyll 4, the tag says all.
        if (Read(end) is { IsTag: true, Name: "link" or "post_url" } tag)
        {
            ReplaceLink(start, tag);
            return tag.Span.End;
        }

        var filled = value.ToString();
        if (filled.Length == 0 && (end == text.Length || text[end] is ')' or '"' or '\'' or '#' or '?'))
            filled = "/";
        rewriter.Replace(TextSpan.FromBounds(start, end)).Fill(filled, DestinationForm.Address);
        return end;
    }

    private void ReplaceLink(int start, in LiquidExpression tag)
    {
        var target = tag.Content[tag.Name.Length..].Trim();
        if (target.Length == 0 || target.Contains('{', StringComparison.Ordinal) || target.Contains('\n', StringComparison.Ordinal))
            return;
        var form = tag.Name == "link" ? DestinationForm.FileFromRoot : DestinationForm.Name;
        rewriter.Replace(TextSpan.FromBounds(start, tag.Span.End)).Fill(DestinationEncoding.Encode(target), form);
    }

    private void Highlight(in LiquidExpression open, TextSpan end)
    {
        var code = TextSpan.FromBounds(open.Span.End, end.Start);
        var words = open.Content.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        var language = words.Length > 1 && words[1].All(unit => char.IsLetterOrDigit(unit) || unit is '-' or '_' or '+' or '#' or '.') ? words[1] : "";
        FencedCode.Write(rewriter, TextSpan.FromBounds(open.Span.Start, end.End), code, language, "<figure class=\"highlight\">", "</figure>");
    }

    /// <summary>What an output comes to; null where it is not known here.</summary>
    private string? Evaluate(string content)
    {
        var filters = SplitFilters(content);
        if (Operand(filters[0]) is not { } value)
            return null;
        foreach (var filter in filters.Skip(1))
        {
            var colon = filter.IndexOf(':', StringComparison.Ordinal);
            var name = (colon < 0 ? filter : filter[..colon]).Trim();
            var argument = colon < 0 ? null : Operand(filter[(colon + 1)..].Trim());
            switch (name)
            {
                case "relative_url" or "url" when colon < 0:
                    value = configuration.BasePath + WithSlash(value);
                    break;
                case "absolute_url" when colon < 0:
                    value = origin + configuration.BasePath + WithSlash(value);
                    break;
                case "prepend" when argument is not null:
                    value = argument + value;
                    break;
                case "append" when argument is not null:
                    value += argument;
                    break;
                default:
                    return null;
            }
        }

        return value;
    }

    private string? Operand(string written) => variables.TryGetValue(written, out var given) ? given : configuration.ShortCodes.TryGetValue(written, out var said) ? said : written switch
    {
        "site.baseurl" => configuration.BasePath,
        "site.url" => origin,
        ['"', .. var inner, '"'] when !inner.Contains('"', StringComparison.Ordinal) => inner,
        ['\'', .. var inner, '\''] when !inner.Contains('\'', StringComparison.Ordinal) => inner,
        _ => null,
    };

    private static string WithSlash(string path) => path.StartsWith('/') ? path : "/" + path;

    /// <summary>An operand and the filters behind it; a bar between quotes is none.</summary>
    private static List<string> SplitFilters(string content)
    {
        var parts = new List<string>();
        var (start, quote) = (0, '\0');
        for (var index = 0; index < content.Length; index++)
        {
            if (quote != '\0')
                quote = content[index] == quote ? '\0' : quote;
            else if (content[index] is '"' or '\'')
                quote = content[index];
            else if (content[index] == '|')
            {
                parts.Add(content[start..index].Trim());
                start = index + 1;
            }
        }

        parts.Add(content[start..].Trim());
        return parts;
    }

    /// <summary>The tag that ends a block; null where there is none, which is then known for all that follow.</summary>
    private TextSpan? FindEnd(in LiquidExpression open, string name)
    {
        // Reason: tags of ever other names, none of which ends, would each be looked for to the end of the text.
        if (unclosed.Contains(name) || searched > MostSearched)
            return null;
        for (var from = open.Span.End; text.IndexOf(name, from, StringComparison.Ordinal) is var found and >= 0; from = found + name.Length)
        {
            searched += found - from;
            var start = text.AsSpan(from, found - from).TrimEnd().TrimEnd('-').Length + from - 2;
            if (start < from || text[start] != '{' || text[start + 1] != '%')
                continue;
            if (Read(start) is { IsTag: true } tag && tag.Name == name)
                return tag.Span;
        }

        searched += text.Length - open.Span.End;
        unclosed.Add(name);
        return null;
    }

    private LiquidExpression? Read(int open)
    {
        if (open + 3 >= text.Length || text[open] != '{' || text[open + 1] is not ('{' or '%'))
            return null;
        var isTag = text[open + 1] == '%';
        var rest = text.AsSpan(open + 2, Math.Min(Longest, text.Length - open - 2));
        var length = FindClose(rest, isTag ? "%}" : "}}");
        if (length < 0)
            return null;
        var content = rest[..length].Trim().Trim('-').Trim().ToString();
        var word = 0;
        while (word < content.Length && (char.IsAsciiLetterOrDigit(content[word]) || content[word] == '_'))
            word++;
        return new LiquidExpression(new TextSpan(open, length + 4), isTag, content[..word], content);
    }

    /// <summary>Where an expression closes; braces between quotes do not close an output.</summary>
    private static int FindClose(ReadOnlySpan<char> rest, string close)
    {
        var found = rest.IndexOf(close, StringComparison.Ordinal);
        var content = found < 0 ? default : rest[..found].TrimStart("- ");
        if (content.IsEmpty || content[0] is not ('"' or '\'') || content[1..].Contains(content[0]))
            return found;
        var quote = rest[..found].IndexOf(content[0]);
        var end = rest[(quote + 1)..].IndexOf(content[0]);
        if (end < 0)
            return found;
        var after = quote + end + 2;
        var closing = rest[after..].IndexOf(close, StringComparison.Ordinal);
        return closing < 0 ? found : after + closing;
    }

    /// <param name="Span">From the first brace to the last.</param>
    /// <param name="IsTag">Whether it is <c>{% %}</c>, and not <c>{{ }}</c>.</param>
    /// <param name="Name">Its first word.</param>
    /// <param name="Content">What stands between the braces.</param>
    private readonly record struct LiquidExpression(TextSpan Span, bool IsTag, string Name, string Content);
}
