using AngleSharp.Css.Parser;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Checks CSS selectors by parsing them as they will be parsed when articles are read.</summary>
internal static class SelectorReader
{
    /// <summary>Far more than people write; the bounds are needed because the parser's time grows with length and depth.</summary>
    private const int Longest = 4_000;
    private const int Deepest = 32;

    /// <summary>A selector of elements.</summary>
    public static string? Read(ConfigurationInput input, MetadataNode node, string name)
    {
        if (input.Text(node, name) is not { } text)
            return null;
        if (Parses(text.Text) && !NestsHas(text.Text))
            return text.Text;
        Report(input, text, name, text.Text);
        return null;
    }

    /// <summary>A selector that may end with <c>@</c> and the attribute to take.</summary>
    public static FieldExtraction? ReadExtraction(ConfigurationInput input, MetadataNode node)
    {
        if (input.Text(node, "'from'") is not { } text)
            return null;
        var written = text.Text;
        var at = written.LastIndexOf('@');
        var hasAttribute = at >= 0 && IsAttribute(written.AsSpan(at + 1));
        var selector = (hasAttribute ? written[..at] : written).Trim();
        if (Parses(selector) && !NestsHas(selector))
            return new FieldExtraction(written, selector, hasAttribute ? written[(at + 1)..] : null);
        Report(input, text, "'from'", selector);
        return null;
    }

    private static bool IsAttribute(ReadOnlySpan<char> name)
    {
        foreach (var unit in name)
        {
            if (!char.IsLetterOrDigit(unit) && unit is not ('-' or '_' or ':' or '.'))
                return false;
        }

        return name.Length > 0;
    }

    private static bool Parses(string selector) =>
        !string.IsNullOrWhiteSpace(selector)
        && selector.Length <= Longest
        && selector.AsSpan().Count('(') <= Deepest
        && new CssSelectorParser().ParseSelector(selector) is not null;

    /// <summary>CSS forbids it, and the time that it takes grows with a power of the article's length.</summary>
    private static bool NestsHas(string selector)
    {
        var open = new Stack<bool>();
        for (var index = 0; index < selector.Length; index++)
        {
            if (selector[index] == ')')
                open.TryPop(out _);
            if (selector[index] != '(')
                continue;
            var isHas = selector.AsSpan(0, index).EndsWith(":has", StringComparison.OrdinalIgnoreCase);
            if (isHas && open.Contains(true))
                return true;
            open.Push(isHas);
        }

        return false;
    }

    private static void Report(ConfigurationInput input, MetadataScalar text, string name, string selector)
    {
        if (NestsHas(selector))
        {
            input.Report(text.Span, $"{name} has a ':has' within a ':has', which CSS does not allow: {Quoted.Text(text.Text)}. Select by the innermost one alone.");
            return;
        }

        var example = name == "'from'" ? "\"h1\" or \"meta[name=author]@content\"" : "\"article > .body\"";
        input.Report(text.Span, $"{name} must be a CSS selector such as {example}, but {Quoted.Text(text.Text)} is not one.");
    }
}
