using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>Puts entries and files in the place of what names them, in lists and nested objects too.</summary>
internal sealed class FieldResolver
{
    /// <summary>Nobody reads more of one list.</summary>
    private const int MostDead = 100;

    private readonly ReferenceResolver references;
    private readonly FileFieldResolver files;
    private readonly string configurationFile;
    private readonly bool[] hasNames;

    public FieldResolver(ContentConfiguration configuration, ReferenceResolver references, FileFieldResolver files)
    {
        this.references = references;
        this.files = files;
        configurationFile = configuration.File ?? "";
        hasNames = new bool[configuration.Collections.Length];
        for (var collection = 0; collection < hasNames.Length; collection++)
            hasNames[collection] = HasNames(configuration.Collections[collection].Fields);
    }

    /// <summary>The fields of <paramref name="article"/>, resolved. What cannot be is null, or left out of its list, and is reported.</summary>
    public ImmutableArray<FieldValue?> Resolve(Article article, CollectionDefinition collection) =>
        hasNames[article.Collection] ? Resolve(article, collection.Fields, article.Metadata.Fields, null) : article.Metadata.Fields;

    private ImmutableArray<FieldValue?> Resolve(
        Article article, ImmutableArray<FieldDefinition> fields, ImmutableArray<FieldValue?> values, FieldPlace? defaultOfAll)
    {
        var resolved = ImmutableArray.CreateBuilder<FieldValue?>(values.Length);
        for (var index = 0; index < values.Length; index++)
            resolved.Add(values[index] is { } value ? Resolve(article, fields[index], value, defaultOfAll) : null);
        return resolved.MoveToImmutable();
    }

    private FieldValue? Resolve(Article article, FieldDefinition field, FieldValue value, FieldPlace? defaultOfAll)
    {
        var place = !value.IsDefault ? new FieldPlace(article, article.File, value.Range)
            : defaultOfAll ?? new FieldPlace(article, configurationFile, field.DefaultRange);
        FieldPlace? inDefault = value.IsDefault ? place : null;
        return value switch
        {
            ReferenceValue reference when field.Type is ReferenceFieldType target => references.Resolve(place, target, reference),
            FileValue file when field.Type is ScalarFieldType { Kind: var kind } => files.Resolve(place, kind, file),
            ListValue list when field.Type is ReferenceFieldType or ObjectFieldType or ScalarFieldType { Kind: ScalarKind.Image or ScalarKind.File } =>
                list with { Items = ResolveItems(article, field, list.Items, inDefault) },
            ObjectValue nested when field.Type is ObjectFieldType { Fields: var fields } =>
                nested with { Fields = Resolve(article, fields, nested.Fields, inDefault) },
            _ => value,
        };
    }

    private ImmutableArray<FieldValue> ResolveItems(Article article, FieldDefinition field, ImmutableArray<FieldValue> items, FieldPlace? defaultOfAll)
    {
        var dead = 0;
        var resolved = ImmutableArray.CreateBuilder<FieldValue>(items.Length);
        foreach (var item in items)
        {
            if (Resolve(article, field, item, defaultOfAll) is { } value)
                resolved.Add(value);
            else if (++dead == MostDead)
                break;
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

/// <summary>Where a value is written, and the article that it is a value of: a default is written once, and counts from each.</summary>
internal readonly record struct FieldPlace(Article Article, string File, TextRange Range);
