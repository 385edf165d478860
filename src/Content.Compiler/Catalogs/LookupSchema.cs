using System.Collections.Immutable;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs;

/// <summary>A look-up that is laid down in the blob: by the values of a list, or by the entry that a field refers to.</summary>
/// <param name="Path">The field, or the way to it through nested objects: an index at each level.</param>
/// <param name="Field">The field itself.</param>
/// <param name="KeyName">The field's property, with those of the objects around it, such as <c>ExtraReviewer</c>.</param>
internal abstract record LookupSchema(ImmutableArray<int> Path, FieldDefinition Field, string KeyName)
{
    /// <summary>The look-ups of a collection, in an order that follows from its fields alone.</summary>
    public static ImmutableArray<LookupSchema> Of(ImmutableArray<FieldDefinition> fields)
    {
        var lookups = ImmutableArray.CreateBuilder<LookupSchema>();
        Collect(fields, [], "", lookups);
        return lookups.ToImmutable();
    }

    private static void Collect(ImmutableArray<FieldDefinition> fields, ImmutableArray<int> path, string prefix, ImmutableArray<LookupSchema>.Builder lookups)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            var (field, way, name) = (fields[index], path.Add(index), prefix + fields[index].PropertyName);
            LookupSchema? lookup = field.Type switch
            {
                ReferenceFieldType type => new ReferenceLookup(way, field, name, type.CollectionIndex),
                EnumFieldType type when field.IsList && path.IsEmpty => new EnumLookup(way, field, name, type.Enum),
                ScalarFieldType { Kind: ScalarKind.String } when field.IsList && path.IsEmpty => new TextLookup(way, field, name),
                _ => null,
            };
            if (lookup is not null)
                lookups.Add(lookup);
            if (field.Type is ObjectFieldType nested)
                Collect(nested.Fields, way, name, lookups);
        }
    }
}

/// <summary>The way back along a reference: by the rank of the entry that is referred to.</summary>
internal sealed record ReferenceLookup(ImmutableArray<int> Path, FieldDefinition Field, string KeyName, int Referred) : LookupSchema(Path, Field, KeyName);

/// <summary>By a member of an enum.</summary>
internal sealed record EnumLookup(ImmutableArray<int> Path, FieldDefinition Field, string KeyName, EnumDefinition Enum) : LookupSchema(Path, Field, KeyName);

/// <summary>By text.</summary>
internal sealed record TextLookup(ImmutableArray<int> Path, FieldDefinition Field, string KeyName) : LookupSchema(Path, Field, KeyName);
