using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>Collects the properties of a mapping, each key once. Small mappings, which is nearly all, need no index.</summary>
internal sealed class MappingBuilder
{
    private const int Small = 12;

    private readonly ImmutableArray<MetadataProperty>.Builder properties = ImmutableArray.CreateBuilder<MetadataProperty>(8);
    private Dictionary<string, int>? index;

    /// <summary>Adds the property, or gives back the one that has its key already.</summary>
    public MetadataProperty? AddOrFind(MetadataProperty property)
    {
        if (Find(property.Key) is { } first)
            return first;
        properties.Add(property);
        index?.Add(property.Key, properties.Count - 1);
        return null;
    }

    /// <summary>The property with exactly this key, or null.</summary>
    public MetadataProperty? Find(string key)
    {
        if (properties.Count > Small)
        {
            index ??= Index();
            return index.TryGetValue(key, out var position) ? properties[position] : null;
        }

        foreach (var property in properties)
        {
            if (string.Equals(property.Key, key, StringComparison.Ordinal))
                return property;
        }

        return null;
    }

    /// <summary>The mapping with what was added. The builder is spent.</summary>
    public MetadataMapping Build(TextSpan span) => new(span, properties.DrainToImmutable());

    private Dictionary<string, int> Index()
    {
        var made = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var position = 0; position < properties.Count; position++)
            made.Add(properties[position].Key, position);
        return made;
    }
}
