using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Runtime;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>Writes the class of a collection: its look-ups, and a symbol for each entry.</summary>
internal sealed class CollectionEmitter(CSharpText text, CatalogNames names, string access)
{
    /// <summary>What a symbol may not be called, because the collection itself has it.</summary>
    private static readonly string[] ofCollection =
    [
        .. NameScope.OfObject, "Item",
        nameof(ContentCollection<IContentEntry>.Count), nameof(ContentCollection<IContentEntry>.TryGet), nameof(ContentCollection<IContentEntry>.GetEnumerator),
        nameof(ContentCollection<IContentEntry>.Tree), nameof(ContentCollection<IContentEntry>.Page), "GetTree",
        "GetByRank", "GetByPosition", "GetById", "GetBySlug", nameof(ContentCollection<IContentEntry>.GetByKey),
    ];

    /// <summary>Writes the class, and the enum of its symbols where they are ids.</summary>
    public void Write(RankedCollection collection, int index)
    {
        var own = names.Collections[index];
        var entry = names.Qualify(own.Entry);
        var type = CSharpIdentifier.Mark(own.Collection);
        text.Blank();
        text.Line($"/// <summary>The collection <c>{XmlDoc.Text(collection.Schema.Definition.Name)}</c> in its declared order.</summary>");
        text.Line($"{access} sealed partial class {type} : global::Content.Runtime.ContentCollection<{entry}>");
        text.Open();
        text.Line($"internal {type}(global::Content.Runtime.ContentCatalog catalog)");
        text.Line($"    : base(catalog, {index}, {collection.Schema.Layout.Size}, static record => new {entry}(record))");
        text.Open();
        text.Close();
        var scope = new NameScope([own.Collection, .. ofCollection]);
        WriteLookups(collection.Schema, scope, entry);
        if (own.Ids is not null)
            WriteIndexer(names.Qualify(own.Ids), entry);
        if (collection.Schema.Definition.Symbols == SymbolStyle.Properties)
            WriteSymbols(collection, scope, CSharpIdentifier.Mark(own.Entry));
        text.Close();
        if (own.Ids is not null)
            WriteIds(collection, own);
    }

    private void WriteLookups(CollectionSchema schema, NameScope scope, string entry)
    {
        for (var index = 0; index < schema.Lookups.Length; index++)
        {
            var lookup = schema.Lookups[index];
            if (lookup is ReferenceLookup)
                continue;
            var name = scope.Take("By" + EnglishSingular.Of(lookup.KeyName), "By" + lookup.KeyName);
            var (type, key) = lookup is EnumLookup { Enum: var definition } ? (names.Qualify(names.Of(definition)), "(int)value") : ("string", "value");
            text.Blank();
            text.Line($"/// <summary>The entries that have <paramref name=\"value\"/> in their field <c>{XmlDoc.Text(lookup.Field.Key)}</c>, in the declared order.</summary>");
            text.Line($"public global::System.Collections.Generic.IReadOnlyList<{entry}> {name}({type} value) => GetByKey({index}, {key});");
        }
    }

    private void WriteIndexer(string ids, string entry)
    {
        text.Blank();
        text.Line("/// <summary>The entry of a symbol.</summary>");
        text.Line($"public {entry} this[{ids} id] => GetById((int)id);");
    }

    private void WriteSymbols(RankedCollection collection, NameScope scope, string entry)
    {
        var title = CatalogTitle.FieldOf(collection.Schema.Definition);
        text.Blank();
        for (var rank = 0; rank < collection.Count; rank++)
        {
            var own = collection.GetByRank(rank);
            WritePreview(own, title);
            // By its slug, so that it means the same article whatever else is added or removed, even while the program runs.
            text.Line($"public {entry} {CSharpIdentifier.Mark(scope.Take(own.Symbol))} => GetBySlug({CSharpLiteral.Of(own.Slug)});");
        }
    }

    private void WriteIds(RankedCollection collection, CollectionNames own)
    {
        var title = CatalogTitle.FieldOf(collection.Schema.Definition);
        var scope = new NameScope("value__");
        text.Blank();
        text.Line($"/// <summary>The entries of the collection <c>{XmlDoc.Text(collection.Schema.Definition.Name)}</c>, by symbol.</summary>");
        text.Line($"{access} enum {CSharpIdentifier.Mark(own.Ids!)}");
        text.Open();
        for (var rank = 0; rank < collection.Count; rank++)
        {
            WritePreview(collection.GetByRank(rank), title);
            // Counting on from 0 is what the ranks do, too: ten thousand written numbers cost the C# compiler a tenth of a second and more.
            text.Line($"{CSharpIdentifier.Mark(scope.Take(collection.GetByRank(rank).Symbol))},");
        }

        text.Close();
    }

    private void WritePreview(Entry entry, int title) => text.Line(
        $"/// <summary>{XmlDoc.Text(CatalogTitle.Of(entry, title))}<para><c>{XmlDoc.Text(entry.Url)}</c></para><para><c>{XmlDoc.Text(entry.Article.Place)}</c></para></summary>");
}
