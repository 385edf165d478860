using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>What content.json says about links.</summary>
internal sealed record LinkSettings(ImmutableArray<IgnoredLink> Ignored, ImmutableArray<LinkMapping> Mappings, bool MayOmitExtensions, bool MayBeLookedUp)
{
    /// <summary>Of a content.json that says nothing of them.</summary>
    public static LinkSettings Of(ContentConfiguration defaults) => new([], defaults.LinkMappings, defaults.LinksMayOmitExtensions, defaults.LinksMayBeLookedUp);
}

/// <summary>Reads what content.json says about links.</summary>
internal static class LinkSettingsReader
{
    public static LinkSettings Read(ConfigurationInput input, MetadataNode? node, ContentConfiguration defaults)
    {
        if (node is null || input.Mapping(node, "'links'") is not { } links)
            return LinkSettings.Of(defaults);
        input.CheckKeys(links, "'links'", ConfigurationKeys.Links);
        return new LinkSettings(
            links.Find("ignore")?.Value is { } ignore ? Ignored(input, ignore) : [],
            links.Find("map")?.Value is { } map ? Mappings(input, map, defaults.LinkMappings) : defaults.LinkMappings,
            links.Find("extensions")?.Value is { } extensions
                ? input.Choice(extensions, "'extensions'", ("required", false), ("optional", true))
                : defaults.LinksMayOmitExtensions,
            links.Find("lookup")?.Value is { } lookup
                ? input.Choice(lookup, "'lookup'", ("path", false), ("page", true))
                : defaults.LinksMayBeLookedUp);
    }

    /// <summary>Destinations that are not checked.</summary>
    private static ImmutableArray<IgnoredLink> Ignored(ConfigurationInput input, MetadataNode node)
    {
        var patterns = ImmutableArray.CreateBuilder<IgnoredLink>();
        foreach (var text in input.Texts(node, "'ignore'", allowSingle: true))
        {
            if (text.Text.Length == 0)
                input.Report(text.Span, "An empty pattern matches nothing. Write one such as '/api/**', or remove it.");
            else if (GlobReader.TemplateProblem(text.Text) is { } problem)
                input.Report(text.Span, problem);
            else
                patterns.Add(new IgnoredLink(GlobPattern.Parse(text.Text), input.Source.GetRange(text.Span)));
        }

        return patterns.ToImmutable();
    }

    /// <summary>Beginnings of destinations and what they stand for, the longest first, so that the order of the file says nothing; those of a dialect stay unless the file has them.</summary>
    private static ImmutableArray<LinkMapping> Mappings(ConfigurationInput input, MetadataNode node, ImmutableArray<LinkMapping> defaults)
    {
        var mappings = ImmutableArray.CreateBuilder<LinkMapping>();
        foreach (var property in input.Mapping(node, "'map'")?.Properties ?? [])
        {
            var prefix = property.Key;
            if (prefix.Length == 0)
                input.Report(property.KeySpan, "An empty beginning would stand before every link. Write one such as \"@site/\", or remove it.");
            else if (input.Text(property.Value, $"What {Quoted.Text(prefix)} stands for") is { } target && Target(input, prefix, target) is { } place)
                mappings.Add(new LinkMapping(prefix, place));
        }

        foreach (var known in defaults)
        {
            if (mappings.All(mapping => mapping.Prefix != known.Prefix))
                mappings.Add(known);
        }

        mappings.Sort(static (left, right) =>
            left.Prefix.Length != right.Prefix.Length ? right.Prefix.Length.CompareTo(left.Prefix.Length) : string.CompareOrdinal(left.Prefix, right.Prefix));
        return mappings.ToImmutable();
    }

    private static string? Target(ConfigurationInput input, string prefix, MetadataScalar text)
    {
        var target = text.Text;
        string? problem = null;
        if (!target.StartsWith('/') || target.StartsWith("//", StringComparison.Ordinal))
            problem = $"What {Quoted.Text(prefix)} stands for must begin with one '/', which is the root of the site, but is {Quoted.Text(target)}.{Suggestion.Hint(target.TrimStart('/', '.') is { Length: > 0 } inside && !target.Contains(':', StringComparison.Ordinal) ? "/" + inside : null)}";
        else if (target.AsSpan().ContainsAny("?#\\"))
            problem = $"What {Quoted.Text(prefix)} stands for must be a path without '?', '#' and '\\', but is {Quoted.Text(target)}.";
        else if (target.Split('/').Any(segment => segment is "." or ".."))
            problem = $"What {Quoted.Text(prefix)} stands for must be a path without '.' and '..', but is {Quoted.Text(target)}.";
        else if (prefix.EndsWith('/') && !target.EndsWith('/'))
            problem = $"{Quoted.Text(prefix)} ends with '/', and what it stands for has to as well.{Suggestion.Hint(target + "/")}";
        if (problem is null)
            return target;
        input.Report(text.Span, problem);
        return null;
    }
}
