using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>A content.json that is being read: its text, and the errors found so far.</summary>
internal sealed class ConfigurationInput(SourceText source)
{
    private readonly List<Diagnostic> diagnostics = [];

    public SourceText Source { get; } = source;

    public IReadOnlyList<Diagnostic> Diagnostics => diagnostics;

    public void Report(TextSpan span, string message) =>
        diagnostics.Add(ConfigurationErrors.Invalid(Source.File, Source.GetRange(span), message));

    /// <summary>Reports a text that is none of those there are, with the one that is meant as its correction.</summary>
    /// <param name="span">The text with its quotes.</param>
    /// <param name="message">What is wrong, with what was meant.</param>
    /// <param name="written">The text.</param>
    /// <param name="near">What was meant; null where nothing is near.</param>
    /// <param name="known">All there are.</param>
    public void Report(TextSpan span, string message, string written, string? near, IEnumerable<string> known)
    {
        var diagnostic = ConfigurationErrors.Invalid(Source.File, Source.GetRange(span), message);
        diagnostics.Add(near is null || Source.Text.AsSpan(span.Start, span.Length).Trim('"').SequenceEqual(written) is false
            ? diagnostic
            : diagnostic.Offering(
                Source.Text[span.Start] == '"' ? $"\"{near}\"" : near, Suggestion.IsSlip(written, near) && Suggestion.IsOnlyOne(written, near, known)));
    }

    public void Report(TextRange range, string message) => diagnostics.Add(ConfigurationErrors.Invalid(Source.File, range, message));

    public void ReportSyntax(TextSpan span, string message) =>
        diagnostics.Add(ConfigurationErrors.Syntax(Source.File, Source.GetRange(span), message));

    /// <summary>Reports every key that is not in <paramref name="known"/>.</summary>
    public void CheckKeys(MetadataMapping mapping, string owner, IReadOnlyList<string> known)
    {
        foreach (var property in mapping.Properties)
        {
            if (!known.Contains(property.Key))
            {
                var near = Suggestion.Closest(property.Key, known);
                var isThere = near is not null && mapping.Find(near) is not null;
                Report(property.KeySpan, $"{owner} has no key {Quoted.Text(property.Key)}.{Near(property.Key, known)}", property.Key, isThere ? null : near, known);
            }
        }
    }

    /// <summary>Whether <see cref="CheckKeys"/> takes a key for a misspelling of <paramref name="key"/>: then it is not also missing.</summary>
    public static bool IsMisspelled(MetadataMapping mapping, string key, IReadOnlyList<string> known) =>
        mapping.Properties.Any(property => !known.Contains(property.Key) && Suggestion.Closest(property.Key, known) == key);

    /// <summary>What was probably meant, or else everything that would be right, with a space before it.</summary>
    public static string Near(string written, IReadOnlyList<string> known) =>
        Suggestion.Closest(written, known) is { } near ? Suggestion.Hint(near) : $" Write {Quoted.Choice(known)}.";

    /// <summary>The string at <paramref name="node"/>; null where it is something else, which is reported.</summary>
    public MetadataScalar? Text(MetadataNode node, string name)
    {
        if (node is MetadataScalar { Kind: MetadataKind.String } text)
            return text;
        ReportShape(node, name, "a string");
        return null;
    }

    public MetadataMapping? Mapping(MetadataNode node, string name)
    {
        if (node is MetadataMapping mapping)
            return mapping;
        ReportShape(node, name, "an object");
        return null;
    }

    /// <summary>The strings of a list, or a single one that stands for itself. Anything else is reported and left out.</summary>
    public List<MetadataScalar> Texts(MetadataNode node, string name, bool allowSingle)
    {
        var texts = new List<MetadataScalar>();
        if (allowSingle && node is MetadataScalar { Kind: MetadataKind.String } single)
        {
            texts.Add(single);
        }
        else if (node is MetadataSequence list)
        {
            foreach (var item in list.Items)
            {
                if (item is MetadataScalar { Kind: MetadataKind.String } text)
                    texts.Add(text);
                else
                    ReportShape(item, "An item of " + name, "a string");
            }
        }
        else
        {
            ReportShape(node, name, allowSingle ? "a string or a list of strings" : "a list of strings");
        }

        return texts;
    }

    /// <summary>The value that the string at <paramref name="node"/> names; the first choice where it names none.</summary>
    public T Choice<T>(MetadataNode node, string name, params (string Written, T Value)[] choices)
    {
        if (Text(node, name) is not { } text)
            return choices[0].Value;
        var known = new List<string>(choices.Length);
        foreach (var (written, value) in choices)
        {
            if (string.Equals(text.Text, written, StringComparison.Ordinal))
                return value;
            known.Add(written);
        }

        var near = Suggestion.Closest(text.Text, known);
        Report(text.Span, $"{name} must be {Quoted.Choice(known)}, but is {Quoted.Text(text.Text)}.{Suggestion.Hint(near)}", text.Text, near, known);
        return choices[0].Value;
    }

    /// <summary>True or false; false where it is something else.</summary>
    public bool Flag(MetadataNode node, string name)
    {
        if (node is MetadataScalar { Kind: MetadataKind.Boolean } flag)
            return flag.Text is "true";
        ReportShape(node, name, "true or false");
        return false;
    }

    public void ReportShape(MetadataNode node, string name, string expected) =>
        Report(ShapeSpan(node), $"{name} must be {expected}, but is {Describe(node)}.");

    /// <summary>Of a list or an object only the bracket: the whole would cover pages.</summary>
    private static TextSpan ShapeSpan(MetadataNode node) => node is MetadataScalar ? node.Span : new TextSpan(node.Span.Start, 1);

    private static string Describe(MetadataNode node) => node switch
    {
        MetadataMapping => "an object",
        MetadataSequence => "a list",
        MetadataScalar { Kind: MetadataKind.String } text => "the string " + Quoted.Text(text.Text),
        MetadataScalar { Kind: MetadataKind.Null } => "null",
        MetadataScalar { Kind: MetadataKind.Boolean } flag => flag.Text,
        MetadataScalar number => "the number " + MessageText.OneLine(number.Text),
        _ => "something else",
    };
}
