using System.Collections.Immutable;
using Content.Compiler.Articles.Html;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads what content.json says of the HTML in articles: a word, or an object with what is allowed.</summary>
internal static class HtmlPolicyReader
{
    public static HtmlPolicy Read(ConfigurationInput input, MetadataNode node)
    {
        if (node is not MetadataMapping mapping)
            return new HtmlPolicy { Mode = Mode(input, node, "'html'") };
        input.CheckKeys(mapping, "'html'", ConfigurationKeys.Html);
        return new HtmlPolicy
        {
            Mode = Find("mode") is { } mode ? Mode(input, mode, "'mode'") : HtmlMode.Sanitize,
            Elements = Names("elements", MarkupRules.CanAllowElement, "element", "its content is not read as HTML, or it is another page"),
            Attributes = Names("attributes", MarkupRules.CanAllowAttribute, "attribute", "it is a script, or a page"),
            Schemes = Names("schemes", MarkupRules.CanAllowScheme, "scheme", "it runs a script, or reads a disk"),
        };

        MetadataNode? Find(string key) => mapping.Find(key)?.Value is { } value and not MetadataScalar { Kind: MetadataKind.Null } ? value : null;

        AllowedNames Names(string key, Predicate<string> canAllow, string kind, string why) =>
            Find(key) is { } value ? ReadNames(input, value, key, canAllow, kind, why) : AllowedNames.Usual;
    }

    private static HtmlMode Mode(ConfigurationInput input, MetadataNode node, string name) =>
        input.Choice(node, name, ("allow", HtmlMode.Allow), ("sanitize", HtmlMode.Sanitize), ("forbid", HtmlMode.Forbid));

    /// <summary>Names, of which those with a sign add to the usual ones or take from them; without one, they take their place.</summary>
    private static AllowedNames ReadNames(ConfigurationInput input, MetadataNode node, string key, Predicate<string> canAllow, string kind, string why)
    {
        var (all, added, removed) = (new List<string>(), new List<string>(), new List<string>());
        foreach (var text in input.Texts(node, $"'{key}'", allowSingle: true))
        {
            var name = text.Text.TrimStart('+', '-').TrimEnd(':').ToLowerInvariant();
            var isRemoved = text.Text.StartsWith('-');
            if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '.' or '+' or ':' or '_'))
                input.Report(text.Span, $"'{key}' has the names of {kind}s, with '+' to add to the usual ones or '-' to take from them, but also {Quoted.Text(text.Text)}.");
            else if (!isRemoved && !canAllow(name))
                input.Report(text.Span, $"The {kind} {Quoted.Text(name)} cannot be allowed: {why}. Set 'html' to \"allow\" if all authors are trusted.");
            else
                (isRemoved ? removed : text.Text.StartsWith('+') ? added : all).Add(name);
        }

        return new AllowedNames(all.Count > 0 ? [.. all] : null, [.. added], [.. removed]);
    }
}
