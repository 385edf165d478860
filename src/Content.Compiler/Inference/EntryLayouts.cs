using System.Collections.Immutable;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>Finds data files that hold many entries: a list of objects that one key tells apart, or an object whose values are objects of one kind.</summary>
internal static class EntryLayouts
{
    private static readonly string[] usualKeys = ["id", "key", "slug", "handle", "name", "code", "title"];

    /// <summary>The layout of a data file, and what it holds.</summary>
    public static ObservedEntries Of(FrontMatterBlock block)
    {
        if (block.IsBroken)
            return ObservedEntries.Single;
        var list = block.List ?? (block.Root is { Properties: [{ Value: MetadataSequence { Items.Length: > 1 } only }] } ? only : null);
        if (list is { Items.IsEmpty: false } && list.Items.All(item => item is MetadataMapping))
        {
            ImmutableArray<MetadataMapping> items = [.. list.Items.Cast<MetadataMapping>()];
            return KeyOf(items) is { } key ? new ObservedEntries(EntryLayout.List, key, items, [.. items.Select(item => Text(item, key)!)]) : ObservedEntries.Single;
        }

        if (block.Root is { Properties.Length: > 1 } root && root.Properties.All(property => property.Value is MetadataMapping { Properties.IsEmpty: false }))
        {
            ImmutableArray<MetadataMapping> items = [.. root.Properties.Select(property => (MetadataMapping)property.Value)];
            if (items[0].Properties.Any(property => items.All(item => item.Find(property.Key) is not null)))
                return new ObservedEntries(EntryLayout.Map, null, items, [.. root.Properties.Select(property => property.Key)]);
        }

        return ObservedEntries.Single;
    }

    private static string? KeyOf(ImmutableArray<MetadataMapping> items) => usualKeys.FirstOrDefault(key =>
        items.All(item => !string.IsNullOrWhiteSpace(Text(item, key))) && items.Select(item => Text(item, key)).Distinct(StringComparer.OrdinalIgnoreCase).Count() == items.Length);

    private static string? Text(MetadataMapping item, string key) =>
        item.Find(key)?.Value is MetadataScalar { Kind: MetadataKind.String or MetadataKind.Integer, Text: var text } ? text : null;
}

/// <summary>What a file holds.</summary>
/// <param name="Layout">How its entries lie.</param>
/// <param name="Key">The field that names an entry of a list; null where there is none.</param>
/// <param name="Items">The entries of a file of many.</param>
/// <param name="Names">What names each of them.</param>
internal sealed record ObservedEntries(EntryLayout Layout, string? Key, ImmutableArray<MetadataMapping> Items, ImmutableArray<string> Names)
{
    /// <summary>A file that is an entry.</summary>
    public static ObservedEntries Single { get; } = new(EntryLayout.Single, null, [], []);
}
