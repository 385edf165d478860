using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>Reads the keys that have a meaning of their own.</summary>
internal sealed class SpecialKeyReader
{
    private readonly SourceText source;
    private readonly CollectionDefinition collection;
    private readonly MetadataMapping? root;
    private readonly bool asText;
    private readonly ICollection<Diagnostic> diagnostics;
    private readonly AddressRules rules;

    /// <param name="source">The file.</param>
    /// <param name="collection">Its collection, which can take special keys for itself.</param>
    /// <param name="root">The metadata.</param>
    /// <param name="asText">Whether it is the head of an HTML document: that was not written for us, so what does not fit is passed over.</param>
    /// <param name="diagnostics">Gets what is wrong.</param>
    /// <param name="rules">What other keys say where the article is found.</param>
    public SpecialKeyReader(
        SourceText source, CollectionDefinition collection, MetadataMapping? root, bool asText, ICollection<Diagnostic> diagnostics, AddressRules rules)
    {
        this.rules = rules;
        this.source = source;
        this.collection = collection;
        this.root = root;
        this.asText = asText;
        this.diagnostics = asText ? new List<Diagnostic>() : diagnostics;
    }

    /// <summary><paramref name="metadata"/>, its fields read, with the special keys.</summary>
    public EntryMetadata Read(EntryMetadata metadata)
    {
        var before = diagnostics.Count;
        var slug = ReadSlug();
        var url = ReadUrl();
        var aliases = ReadAliases();
        var hasUnknownAddress = metadata.HasUnknownAddress || (!asText && diagnostics.Count > before);
        var (published, expired) = (Value(SpecialKeys.PublishDate), Value(SpecialKeys.ExpiryDate));
        return metadata with
        {
            Slug = slug,
            Url = url,
            Uid = OtherValue(rules.UidKey, SpecialKeys.Slug) as TextValue,
            Aliases = aliases,
            IsDraft = Value(SpecialKeys.Draft) is BooleanValue { Value: true } || IsUnpublished(),
            PublishDate = DateOf(published),
            ExpiryDate = DateOf(expired),
            PublishDateRange = published?.Range ?? TextRange.Nowhere,
            ExpiryDateRange = expired?.Range ?? TextRange.Nowhere,
            HasUnknownAddress = hasUnknownAddress,
            IsBroken = metadata.IsBroken || (!asText && diagnostics.Count > before),
        };
    }

    private TextValue? ReadSlug()
    {
        if ((Value(SpecialKeys.Slug) ?? OtherValue(rules.NameKey, SpecialKeys.Slug)) is not TextValue slug)
            return null;
        var composed = UnicodeText.Compose(slug.Value);
        if (UrlSafeText.IsUrlSafe(composed))
            return slug;
        if (rules.Slug != SlugKey.Segment && FindFault(composed) is null)
            return slug with { Value = UrlSafeText.PathOf(composed) };
        var safe = new StringBuilder();
        UrlSafeText.AppendSegment(safe, composed);
        diagnostics.Add(FieldErrors.Constraint(
            source.File, slug.Range, new FieldLabel("slug"), "be one segment of a URL (letters, digits and hyphens)", $"is {Quoted.Text(slug.Value)}",
            Suggestion.Hint(safe.Length > 0 ? safe.ToString() : null)));
        return null;
    }

    private TextValue? ReadUrl()
    {
        if (Value(SpecialKeys.Url) is not TextValue url)
            return ReadOtherUrl();
        var fault = FindFault(url.Value);
        if (fault is null && url.Value.StartsWith('/'))
            return url;
        Report("url", url, fault ?? "begin with '/'", Suggestion.Hint(fault is null ? "/" + url.Value : null));
        return null;
    }

    /// <summary>What another tool's key says: a path with or without a slash in front. A pattern or the name of one says nothing of the article alone.</summary>
    private TextValue? ReadOtherUrl()
    {
        foreach (var key in rules.UrlKeys)
        {
            if (OtherValue(key, SpecialKeys.Url) is TextValue { Value: var path } url && path.Contains('/', StringComparison.Ordinal)
                && !path.Contains("/:", StringComparison.Ordinal) && !path.StartsWith(':') && FindFault(path) is null)
            {
                return url with { Value = "/" + path.TrimStart('/') };
            }
        }

        return null;
    }

    private bool IsUnpublished() =>
        rules.PublishedKey is not null && OtherValue(rules.PublishedKey, SpecialKeys.Draft) is BooleanValue { Value: false };

    /// <summary>The value of another tool's key; one that does not fit says nothing, since it is not ours to judge.</summary>
    private FieldValue? OtherValue(string? key, FieldDefinition special)
    {
        if (key is null || root?.Find(key) is not { } property)
            return null;
        new FieldValueReader(source, new List<Diagnostic>()).Read(special with { Key = key }, property, key, asText, out var value);
        return value;
    }

    /// <summary>An alias without a slash in front counts from the root too, as some tools write it.</summary>
    private ImmutableArray<TextValue> ReadAliases()
    {
        var written = rules.Aliases == AliasesKey.Names ? null : Value(SpecialKeys.Aliases) as ListValue;
        var others = rules.AliasKeys.Select(key => OtherValue(key, SpecialKeys.Aliases)).OfType<ListValue>();
        var aliases = ImmutableArray.CreateBuilder<TextValue>();
        foreach (var alias in (written?.Items ?? []).Concat(others.SelectMany(list => list.Items)).OfType<TextValue>())
        {
            if (rules.AliasKeys.Length > 0 && alias.Value.EndsWith("/index.html", StringComparison.Ordinal))
            {
                aliases.Add(alias with { Value = "/" + alias.Value[..^"index.html".Length].TrimStart('/') });
                continue;
            }

            var countsFromPage = rules.Aliases == AliasesKey.FromPage && !alias.Value.StartsWith('/');
            if (FindFault(alias.Value, mayClimb: countsFromPage) is { } fault)
                Report("aliases", alias, fault, "");
            else
                aliases.Add(alias.Value.StartsWith('/') || countsFromPage ? alias : alias with { Value = "/" + alias.Value });
        }

        return aliases.DrainToImmutable();
    }

    private FieldValue? Value(FieldDefinition special)
    {
        if (collection.IndexOfField(special.Key) >= 0 || root?.Find(special.Key) is not { } property)
            return null;
        var found = new List<Diagnostic>();
        new FieldValueReader(source, found).Read(
            HasTime(special, property) ? special with { Type = new ScalarFieldType(ScalarKind.DateTime) } : special, property, special.Key, asText, out var value);
        foreach (var diagnostic in found)
            diagnostics.Add(SpecialKeys.DecidePublication.Contains(special.Key) ? diagnostic with { IsUnacceptable = true } : diagnostic);
        return value;
    }

    /// <summary>Whether a day is written with a time of day, as site generators write it.</summary>
    private static bool HasTime(FieldDefinition special, MetadataProperty property) =>
        special.Type is ScalarFieldType { Kind: ScalarKind.Date }
        && property.Value is MetadataScalar { Text: var text }
        && DateText.ReadDate(text, out _) == DateFault.HasTime;

    private void Report(string key, TextValue value, string expected, string hint) => diagnostics.Add(
        FieldErrors.Constraint(source.File, value.Range, new FieldLabel(key), expected, $"is {Quoted.Text(value.Value)}", hint));

    private static DateOnly? DateOf(FieldValue? value) => value switch
    {
        DateValue date => date.Value,
        DateTimeValue moment => DateOnly.FromDateTime(moment.Value.UtcDateTime),
        _ => null,
    };

    private static string? FindFault(string path, bool mayClimb = false)
    {
        if (path.Length == 0)
            return "name a path";
        if (UriText.LengthOfScheme(path) > 1 || path.StartsWith("//", StringComparison.Ordinal))
            return "be a path below the site's root, without scheme and host";
        if (path.AsSpan().ContainsAny("?#\\"))
            return "be a path without '?', '#' and '\\'";
        foreach (var unit in path)
        {
            if (char.IsControl(unit))
                return "be a path without control characters";
        }

        foreach (var range in path.AsSpan().Split('/'))
        {
            if (!mayClimb && path.AsSpan()[range] is ("." or ".."))
                return "be a path without '.' and '..' segments";
        }

        return null;
    }
}
