using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>
/// Where a field of an entry comes from: front matter (or, of an HTML article, the head); else, for a date, the file's name; else what the
/// field's <c>from</c> found in the text.
/// </summary>
internal sealed class FieldSource(
    SourceText source,
    FieldValueReader values,
    FrontMatterBlock block,
    TextMetadata text,
    bool isHead,
    string path,
    SlugRules rules,
    TextRange anchor,
    ICollection<Diagnostic> diagnostics)
{
    /// <param name="field">The field.</param>
    /// <param name="index">Its index in the collection.</param>
    /// <param name="written">What front matter has of it.</param>
    /// <param name="value">The value; null where it is absent or wrong.</param>
    public FieldOutcome Read(FieldDefinition field, int index, MetadataProperty? written, out FieldValue? value)
    {
        value = null;
        // Reason: the head of a page was not written for the field, and the selector was: front matter alone wins over it.
        if (written is not null && !(isHead && field.From is not null) && values.Read(field, written, field.Key, isHead, out value) is var outcome and not FieldOutcome.Absent)
            return outcome;
        // Reason: in metadata that could not be read in whole the field may well be written.
        if (block.IsBroken)
            return FieldOutcome.Absent;
        if (IsDate(field) && Slug.DateOf(path, rules) is { } date)
        {
            value = new DateValue(anchor, date);
            return FieldConstraints.Check(source.File, field, value, new FieldLabel(field.Key), diagnostics) ? FieldOutcome.Value : FieldOutcome.Wrong;
        }

        return field.From is null ? FieldOutcome.Absent : ReadExtracted(field, ExtractedFor(index), out value);
    }

    /// <summary>Why a required field is missing, from a colon on; empty where the key simply is not there.</summary>
    public string WhyMissing(FieldDefinition field, int index, MetadataProperty? written)
    {
        if (field.From is { } from)
        {
            return field.Match is { } match && ExtractedFor(index).Length > 0
                ? $": nothing that {Quoted.Text(from.Written)} finds in the article matches {Quoted.Text(match.ToString())}"
                : $": {Quoted.Text(from.Written)} finds nothing in the article";
        }

        if (written is not null && field.Match is { } pattern)
            return $": its value does not match {Quoted.Text(pattern.ToString())}";
        if (isHead)
            return $": the article has no front matter and no {(field.Key == "title" ? "<title>" : "<meta> of that name")}";
        return block.Language == MetadataLanguage.None ? ": the article has no front matter" : "";
    }

    private FieldOutcome ReadExtracted(FieldDefinition field, ImmutableArray<MetadataScalar> found, out FieldValue? value)
    {
        value = null;
        if (field.IsList)
        {
            ImmutableArray<MetadataNode> items = [.. found.Where(item => item.Text.Length > 0)];
            return items.Length == 0
                ? FieldOutcome.Absent
                : values.Read(field, new MetadataProperty(field.Key, block.FenceSpan, new MetadataSequence(items[0].Span, items)), field.Key, asText: true, out value);
        }

        foreach (var item in found)
        {
            if (item.Text.Length == 0)
                continue;
            var outcome = values.Read(field, new MetadataProperty(field.Key, item.Span, item), field.Key, asText: true, out value);
            if (outcome != FieldOutcome.Absent)
                return outcome;
        }

        return FieldOutcome.Absent;
    }

    private ImmutableArray<MetadataScalar> ExtractedFor(int index) =>
        text.Extracted.IsDefaultOrEmpty || index >= text.Extracted.Length || text.Extracted[index].IsDefault ? [] : text.Extracted[index];

    private static bool IsDate(FieldDefinition field) =>
        field is { Key: "date", IsList: false, Type: ScalarFieldType { Kind: ScalarKind.Date } };
}
