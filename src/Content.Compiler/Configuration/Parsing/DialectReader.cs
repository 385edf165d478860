using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Dialects;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads what content.json says of the dialects of the articles.</summary>
internal static class DialectReader
{
    /// <summary>The names, in the order of the file; what is no dialect is reported and left out.</summary>
    public static ImmutableArray<string> Names(ConfigurationInput input, MetadataNode node)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        foreach (var text in input.Texts(node, "'dialect'", allowSingle: true))
        {
            if (DialectSet.Find(text.Text) is null)
                input.Report(text.Span, $"There is no dialect {Quoted.Text(text.Text)}.{ConfigurationInput.Near(text.Text, DialectSet.Names)}");
            else if (names.Contains(text.Text))
                input.Report(text.Span, $"'dialect' has {Quoted.Text(text.Text)} twice. Remove one.");
            else
                names.Add(text.Text);
        }

        return names.ToImmutable();
    }

    /// <summary>What short codes stand for.</summary>
    public static ImmutableSortedDictionary<string, string> ShortCodes(ConfigurationInput input, MetadataNode node, ImmutableArray<string> dialects)
    {
        var codes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        if (input.Mapping(node, "'shortcodes'") is not { } mapping)
            return codes.ToImmutable();
        if (!dialects.Any(name => name is "hugo" or "zola" or "jekyll"))
            input.Report(node.Span with { Length = 1 }, "'shortcodes' says what short codes stand for, and no dialect that has any is named. Add \"dialect\": \"hugo\", \"zola\" or \"jekyll\".");
        foreach (var property in mapping.Properties)
        {
            if (property.Key.Length == 0 || property.Key.Any(unit => !char.IsLetterOrDigit(unit) && unit is not ('-' or '_' or '.' or '/' or ':')))
                input.Report(property.KeySpan, $"No short code can have the name {Quoted.Text(property.Key)}. Write it as it stands in the articles, without braces.");
            else if (input.Text(property.Value, $"What {Quoted.Text(property.Key)} stands for") is { } template)
                codes[property.Key] = template.Text;
        }

        return codes.ToImmutable();
    }
}
