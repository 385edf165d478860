using Content.Compiler.Articles;
using Content.Compiler.Configuration;
using Content.Compiler.FrontMatter;
using Content.Compiler.Sources;

namespace Content.Compiler.Entries;

/// <summary>Reads metadata against the fields that its collection declares.</summary>
public static class MetadataReader
{
    /// <summary>The typed metadata of one file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="block">Its front matter, or the whole of a data file.</param>
    /// <param name="text">What its text offers besides.</param>
    /// <param name="collection">The collection it belongs to.</param>
    /// <param name="configuration">The configuration that declares the collection.</param>
    /// <param name="path">Relative to the content root: its name can hold the date.</param>
    public static MetadataReading Read(
        SourceText source,
        FrontMatterBlock block,
        TextMetadata text,
        CollectionDefinition collection,
        ContentConfiguration configuration,
        string path)
    {
        var metadata = new EntryMetadata
        {
            Fields = [.. collection.Fields.Select(field => field.Default)],
            Anchor = source.GetRange(block.FenceSpan),
        };
        return new MetadataReading(metadata, []);
    }
}
