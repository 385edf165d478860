namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>A merge key: <c>&lt;&lt;: *base</c>. A mapping's own fields win over merged ones, and an earlier mapping over a later.</summary>
internal readonly record struct YamlMerge(MetadataProperty? Key)
{
    public static bool IsMergeable(MetadataNode value)
    {
        if (value is not MetadataSequence list)
            return value is MetadataMapping;
        foreach (var item in list.Items)
        {
            if (item is not MetadataMapping)
                return false;
        }

        return true;
    }

    public void AddTo(MappingBuilder mapping)
    {
        if (Key?.Value is MetadataMapping single)
            Add(mapping, single);
        else if (Key?.Value is MetadataSequence list)
        {
            foreach (var item in list.Items)
                Add(mapping, (MetadataMapping)item);
        }
    }

    private static void Add(MappingBuilder mapping, MetadataMapping merged)
    {
        foreach (var property in merged.Properties)
            mapping.AddOrFind(property);
    }
}
