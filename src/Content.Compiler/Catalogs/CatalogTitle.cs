using Content.Compiler.Routing;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs;

/// <summary>Finds the field that holds the title of an entry: a text field of that name.</summary>
internal static class CatalogTitle
{
    /// <summary>The index of the field, or -1 where the collection has none.</summary>
    public static int FieldOf(CollectionDefinition definition)
    {
        for (var index = 0; index < definition.Fields.Length; index++)
        {
            if (definition.Fields[index] is { IsList: false, PropertyName: "Title", Type: ScalarFieldType { Kind: ScalarKind.String } })
                return index;
        }

        return -1;
    }

    /// <summary>The title of <paramref name="entry"/>; empty where it has none.</summary>
    public static string Of(Entry entry, int titleField) =>
        titleField >= 0 && titleField < entry.Fields.Length && entry.Fields[titleField] is TextValue { Value: var title } ? title : "";
}
