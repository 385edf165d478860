using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Configuration;
using Content.Compiler.Entries;

namespace Content.Compiler.Sites;

/// <summary>Puts entries and files in the place of what names them, in lists and nested objects too.</summary>
internal sealed class FieldResolver
{
    private readonly ReferenceResolver references;
    private readonly FileFieldResolver files;
    private readonly bool[] hasNames;

    public FieldResolver(ContentConfiguration configuration, ReferenceResolver references, FileFieldResolver files)
    {
        this.references = references;
        this.files = files;
        hasNames = [.. configuration.Collections.Select(collection => HasNames(collection.Fields))];
    }

    /// <summary>The fields of <paramref name="article"/>, resolved. What cannot be is null, or left out of its list, and is reported.</summary>
    public ImmutableArray<FieldValue?> Resolve(Article article, CollectionDefinition collection) =>
        hasNames[article.Collection] ? Resolve(article, collection.Fields, article.Metadata.Fields) : article.Metadata.Fields;

    private ImmutableArray<FieldValue?> Resolve(Article article, ImmutableArray<FieldDefinition> fields, ImmutableArray<FieldValue?> values)
    {
        var resolved = ImmutableArray.CreateBuilder<FieldValue?>(values.Length);
        for (var index = 0; index < values.Length; index++)
            resolved.Add(values[index] is { } value ? Resolve(article, fields[index].Type, value) : null);
        return resolved.MoveToImmutable();
    }

    private FieldValue? Resolve(Article article, FieldType type, FieldValue value) => value switch
    {
        ReferenceValue reference when type is ReferenceFieldType target => references.Resolve(article, target, reference),
        FileValue file when type is ScalarFieldType { Kind: var kind } => files.Resolve(article, kind, file),
        ListValue list when type is ReferenceFieldType or ObjectFieldType or ScalarFieldType { Kind: ScalarKind.Image or ScalarKind.File } =>
            list with { Items = ResolveItems(article, type, list.Items) },
        ObjectValue nested when type is ObjectFieldType { Fields: var fields } => nested with { Fields = Resolve(article, fields, nested.Fields) },
        _ => value,
    };

    private ImmutableArray<FieldValue> ResolveItems(Article article, FieldType type, ImmutableArray<FieldValue> items)
    {
        var resolved = ImmutableArray.CreateBuilder<FieldValue>(items.Length);
        foreach (var item in items)
        {
            if (Resolve(article, type, item) is { } value)
                resolved.Add(value);
        }

        return resolved.DrainToImmutable();
    }

    private static bool HasNames(ImmutableArray<FieldDefinition> fields) => fields.Any(field => field.Type switch
    {
        ReferenceFieldType or ScalarFieldType { Kind: ScalarKind.Image or ScalarKind.File } => true,
        ObjectFieldType nested => HasNames(nested.Fields),
        _ => false,
    });
}
