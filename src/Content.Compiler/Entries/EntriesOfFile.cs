using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>Reads a data file that holds many entries: a list whose items name themselves by a field, or a mapping whose keys are the names.</summary>
internal sealed class EntriesOfFile
{
    /// <summary>Of more entries than these nothing is told: nobody reads it, and a hostile file has a million.</summary>
    private const int MostWrong = 100;

    private readonly SourceText source;
    private readonly FrontMatterBlock block;
    private readonly CollectionDefinition collection;
    private readonly ContentConfiguration configuration;
    private readonly string path;
    private readonly ImmutableArray<EntryMetadata>.Builder entries = ImmutableArray.CreateBuilder<EntryMetadata>();
    private readonly ImmutableArray<Diagnostic>.Builder diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
    private int wrong;

    private EntriesOfFile(SourceText source, FrontMatterBlock block, CollectionDefinition collection, ContentConfiguration configuration, string path)
    {
        this.source = source;
        this.block = block;
        this.collection = collection;
        this.configuration = configuration;
        this.path = path;
    }

    /// <summary>The entries in the order of the file, each with its key and its place.</summary>
    /// <param name="source">The file.</param>
    /// <param name="block">What it says.</param>
    /// <param name="collection">The collection it belongs to, which says how entries are laid out.</param>
    /// <param name="configuration">The configuration that declares the collection.</param>
    /// <param name="path">Relative to the content root.</param>
    public static (ImmutableArray<EntryMetadata> Entries, ImmutableArray<Diagnostic> Diagnostics) Read(
        SourceText source, FrontMatterBlock block, CollectionDefinition collection, ContentConfiguration configuration, string path)
    {
        var reading = new EntriesOfFile(source, block, collection, configuration, path);
        if (collection.Layout == EntryLayout.List)
            reading.ReadList();
        else
            reading.ReadMap();
        return (reading.entries.DrainToImmutable(), reading.diagnostics.DrainToImmutable());
    }

    private void ReadList()
    {
        if (FindList() is not { } list)
        {
            if (block.Root is { } root && !block.IsBroken && root.Properties.Length > 0)
                Report(FieldErrors.NotOfLayout(source.File, RangeOf(root), "a list of entries", "an object", "map"));
            return;
        }

        foreach (var item in list.Items)
        {
            if (item is MetadataMapping mapping)
                ReadItem(mapping);
            else
                Report(FieldErrors.NotAnEntry(source.File, RangeOf(item), "An entry", FieldExpectation.Actual(item)));
        }
    }

    /// <summary>The list that the file is, or that its only field is: TOML has no other way to write one.</summary>
    private MetadataSequence? FindList() => block.List ?? (block.Root is { Properties: [{ Value: MetadataSequence only }] } ? only : null);

    private void ReadItem(MetadataMapping mapping)
    {
        var name = collection.EntryKey!;
        if (mapping.Find(name) is not { } property)
        {
            var keys = new MatchedKeys(collection.Fields, SpecialKeys.Known, mapping);
            var place = mapping.Properties is [var first, ..] ? source.GetRange(first.KeySpan) : RangeOf(mapping);
            var missing = keys.Missing(source, place, name, out var misspelling);
            Add(misspelling is null ? mapping : mapping with { Properties = mapping.Properties.Remove(misspelling) }, place, null, missing);
        }
        else if (property.Value is MetadataScalar { Kind: MetadataKind.String or MetadataKind.Integer } key && !string.IsNullOrWhiteSpace(key.Text))
        {
            Add(mapping, source.GetRange(key.Span), key.Text);
        }
        else
        {
            var place = property.Value.Span.Length > 0 ? RangeOf(property.Value) : source.GetRange(property.KeySpan);
            var actual = property.Value is MetadataScalar { Kind: MetadataKind.String } ? "is empty" : FieldExpectation.Actual(property.Value);
            Add(mapping, place, null, FieldErrors.WrongType(source.File, place, new FieldLabel(name), "a text or a whole number, since it is the slug", actual, ""));
        }
    }

    private void ReadMap()
    {
        if (block.List is { } list)
        {
            Report(FieldErrors.NotOfLayout(source.File, RangeOf(list), "an object with an entry for each key", "a list", "list"));
            return;
        }

        foreach (var property in block.Root?.Properties ?? [])
        {
            var place = source.GetRange(property.KeySpan);
            // Reason: by this key JSON names its schema for editors.
            if (property is { Key: "$schema", Value: MetadataScalar })
                continue;
            if (property.Value is MetadataMapping mapping)
                Add(WithKey(mapping, property), place, property.Key);
            else if (property.Value is MetadataScalar { Kind: MetadataKind.Null })
                Add(WithKey(new MetadataMapping(property.KeySpan, []), property), place, property.Key);
            else
                Report(FieldErrors.NotAnEntry(source.File, RangeOf(property.Value), $"Entry {Quoted.Text(property.Key)}", FieldExpectation.Actual(property.Value)));
        }
    }

    /// <summary>The entry with the field that its key is, where the collection declares one.</summary>
    private MetadataMapping WithKey(MetadataMapping mapping, MetadataProperty property)
    {
        if (collection.EntryKey is not { } name || collection.IndexOfField(name) < 0 || mapping.Find(name) is not null)
            return mapping;
        var key = new MetadataScalar(property.KeySpan, MetadataKind.String, property.Key);
        return mapping with { Properties = mapping.Properties.Insert(0, new MetadataProperty(name, property.KeySpan, key)) };
    }

    /// <param name="mapping">What it says.</param>
    /// <param name="place">Where it is.</param>
    /// <param name="key">What names it; null where that is wrong.</param>
    /// <param name="fault">What is wrong with the key, unless that is said of the field which it is.</param>
    private void Add(MetadataMapping mapping, TextRange place, string? key, Diagnostic? fault = null)
    {
        var item = block with { Root = mapping, List = null, Diagnostics = [], IsBroken = false };
        var metadata = MetadataReader.Read(source, item, TextMetadata.None, collection, configuration, path, place);
        var isSaid = metadata.Diagnostics.Any(said => said.Code == fault?.Code && said.Range == fault.Range);
        if ((fault is not null || !metadata.Diagnostics.IsEmpty) && ++wrong <= MostWrong)
            diagnostics.AddRange(fault is null || isSaid ? metadata.Diagnostics : metadata.Diagnostics.Insert(0, fault));
        entries.Add(metadata.Metadata with
        {
            Key = new TextValue(place, key ?? ""),
            HasUnknownAddress = metadata.Metadata.HasUnknownAddress || key is null,
            IsBroken = metadata.Metadata.IsBroken || key is null,
        });
    }

    private void Report(Diagnostic diagnostic)
    {
        if (++wrong <= MostWrong)
            diagnostics.Add(diagnostic);
    }

    /// <summary>Of a list or an object the bracket or the first line: the whole would cover pages.</summary>
    private TextRange RangeOf(MetadataNode node)
    {
        if (node is MetadataScalar)
            return source.GetRange(node.Span);
        var line = source.Text.AsSpan(node.Span.Start, node.Span.Length);
        var length = line.IndexOfAny('\r', '\n');
        return source.GetRange(new TextSpan(node.Span.Start, length < 0 ? line.Length : length));
    }
}
