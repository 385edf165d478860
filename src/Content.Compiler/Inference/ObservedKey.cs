using Content.Compiler.FrontMatter;

namespace Content.Compiler.Inference;

/// <summary>A value as one file has it.</summary>
internal readonly record struct ObservedValue(ObservedFile File, MetadataProperty Property);

/// <summary>A key with every value it has in the files of a collection, or in the objects of one field; nulls left out.</summary>
/// <param name="Key">As written.</param>
/// <param name="Values">In the order of the files.</param>
/// <param name="Total">How many files, or objects, could have it; those that could not be read in whole may well have it and do not count.</param>
internal sealed record ObservedKey(string Key, IReadOnlyList<ObservedValue> Values, int Total)
{
    /// <summary>How many of them have it.</summary>
    public int Present { get; } = Values.Count(value => !value.File.IsBroken);

    public bool IsAlwaysPresent => Present == Total;

    /// <summary>Every value, the items of lists one by one.</summary>
    public IEnumerable<MetadataNode> Items => Values.SelectMany(value => value.Property.Value is MetadataSequence list ? list.Items : [value.Property.Value]);

    /// <summary>The keys of many mappings, in the order in which an author first wrote them.</summary>
    /// <param name="mappings">Each with its file; one that has none counts as one that lacks every key.</param>
    public static IReadOnlyList<ObservedKey> In(IReadOnlyCollection<(ObservedFile File, MetadataMapping? Mapping)> mappings)
    {
        var values = new Dictionary<string, List<ObservedValue>>(StringComparer.Ordinal);
        var keys = new List<string>();
        foreach (var (file, mapping) in mappings)
        {
            foreach (var property in mapping?.Properties ?? [])
            {
                if (!values.TryGetValue(property.Key, out var found))
                {
                    values.Add(property.Key, found = []);
                    keys.Add(property.Key);
                }

                if (property.Value is not MetadataScalar { Kind: MetadataKind.Null })
                    found.Add(new ObservedValue(file, property));
            }
        }

        var total = mappings.Count(pair => !pair.File.IsBroken);
        return [.. keys.Select(key => new ObservedKey(key, values[key], total))];
    }
}
