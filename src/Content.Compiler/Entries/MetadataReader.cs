using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>Reads metadata against the fields that its collection declares.</summary>
public static class MetadataReader
{
    /// <summary>The typed metadata of one file.</summary>
    /// <param name="source">The file.</param>
    /// <param name="block">Its front matter, or the whole of a data file.</param>
    /// <param name="text">The metadata that its text holds.</param>
    /// <param name="collection">The collection it belongs to.</param>
    /// <param name="configuration">The configuration that declares the collection.</param>
    /// <param name="path">Relative to the content root: its name can hold the date.</param>
    /// <param name="place">Where the entry stands among the others of its file; null where it is all of it.</param>
    public static MetadataReadResult Read(
        SourceText source,
        FrontMatterBlock block,
        TextMetadata text,
        CollectionDefinition collection,
        ContentConfiguration configuration,
        string path,
        TextRange? place = null)
    {
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>();
        var isHead = block.Root is null && block.Language == MetadataLanguage.None && text.Head is not null;
        var root = isHead ? text.Head : block.Root;
        var keys = new MatchedKeys(collection.Fields, collection.EntryKey is { } key ? configuration.KnownKeys.Add(key) : configuration.KnownKeys, root);
        var anchor = place ?? source.GetRange(block.FenceSpan);
        var fieldSource = new FieldSource(source, new FieldValueReader(source, diagnostics, collection.UnknownFields), block, text, isHead, path, configuration.Slugs, anchor, diagnostics);

        var fields = ImmutableArray.CreateBuilder<FieldValue?>(collection.Fields.Length);
        var isBroken = block.IsBroken;
        var hasUnknownAddress = block.IsBroken;
        for (var index = 0; index < collection.Fields.Length; index++)
        {
            var field = collection.Fields[index];
            var outcome = fieldSource.Read(field, index, keys.Found[index], out var value);
            if (outcome == FieldOutcome.Absent && field.IsRequired && !block.IsBroken && !text.IsGivenUp)
            {
                diagnostics.Add(keys.FindSplit(field.Key) is { } other
                    ? FieldErrors.SplitKey(source.File, anchor, field.Key, other.Key)
                    : keys.Missing(source, anchor, field.Key, reason: fieldSource.WhyMissing(field, index, keys.Found[index])));
                outcome = FieldOutcome.Wrong;
            }

            if (outcome == FieldOutcome.Wrong)
            {
                isBroken = true;
                hasUnknownAddress |= collection.Url.Parts.Any(part => part is UrlField inUrl && inUrl.FieldIndex == index);
            }

            fields.Add(value ?? field.Default);
        }

        if (text.IsBodyMissing)
        {
            diagnostics.Add(FieldErrors.NoBody(source.File, anchor, collection.BodySelector!));
            isBroken = true;
        }

        isBroken |= text.IsGivenUp;
        if (!isHead)
            keys.ReportUnknown(source, "", collection.UnknownFields, diagnostics);
        var metadata = new EntryMetadata
        {
            Fields = fields.MoveToImmutable(),
            Anchor = anchor,
            IsBroken = isBroken,
            HasUnknownAddress = hasUnknownAddress,
        };
        metadata = new SpecialKeyReader(source, collection, root, isHead, diagnostics, configuration.Addresses).Read(metadata);
        return new MetadataReadResult(metadata, diagnostics.DrainToImmutable());
    }
}

/// <summary>What came of reading an article's metadata.</summary>
/// <param name="Metadata">The typed fields.</param>
/// <param name="Diagnostics">What is wrong with them, in the order found; the front matter's own syntax is told by its block.</param>
public sealed record MetadataReadResult(EntryMetadata Metadata, ImmutableArray<Diagnostic> Diagnostics);
