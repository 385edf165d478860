using System.Collections.Immutable;

namespace Content.Compiler.Schema;

/// <summary>
/// Keys with a meaning of their own in every collection but those that declare a field of the name: such a collection takes the key for itself.
/// </summary>
public static class SpecialKeys
{
    /// <summary>The last segment of the slug.</summary>
    public static FieldDefinition Slug { get; } = Optional("slug", nameof(Slug), ScalarKind.String);

    /// <summary>The whole URL.</summary>
    public static FieldDefinition Url { get; } = Optional("url", nameof(Url), ScalarKind.String);

    /// <summary>Other URLs of the entry.</summary>
    public static FieldDefinition Aliases { get; } = Optional("aliases", nameof(Aliases), ScalarKind.String) with { IsList = true };

    /// <summary>Whether it is not yet to be published.</summary>
    public static FieldDefinition Draft { get; } = Optional("draft", nameof(Draft), ScalarKind.Bool);

    /// <summary>The first day on which it is published.</summary>
    public static FieldDefinition PublishDate { get; } = Optional("publishDate", nameof(PublishDate), ScalarKind.Date);

    /// <summary>The first day on which it is published no more.</summary>
    public static FieldDefinition ExpiryDate { get; } = Optional("expiryDate", nameof(ExpiryDate), ScalarKind.Date);

    /// <summary>All of them.</summary>
    public static ImmutableArray<FieldDefinition> Fields { get; } = [Slug, Url, Aliases, Draft, PublishDate, ExpiryDate];

    /// <summary>Keys by which an article is held back: where one cannot be read, what was to stay hidden is published.</summary>
    internal static ImmutableArray<string> DecidePublication { get; } = [Draft.Key, PublishDate.Key, ExpiryDate.Key];

    /// <summary>Their keys, and that by which JSON names its schema for editors.</summary>
    internal static ImmutableArray<string> Known { get; } = [.. Fields.Select(field => field.Key), "$schema"];

    private static FieldDefinition Optional(string key, string propertyName, ScalarKind kind) =>
        new() { Key = key, PropertyName = propertyName, Type = new ScalarFieldType(kind), IsOptional = true };
}
