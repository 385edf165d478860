using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>
/// The keys of a mapping held against the fields that are declared. A required field and the unknown key that is its misspelling are one mistake,
/// so the key is taken out of the unknown ones when the field is reported missing.
/// </summary>
internal sealed class MatchedKeys
{
    /// <summary>More unknown keys than these are told as one: nobody reads them, and a hostile file has a million.</summary>
    private const int MostReported = 100;

    private readonly ImmutableArray<FieldDefinition> fields;
    private readonly ImmutableArray<string> special;
    private readonly List<MetadataProperty> unknown = [];
    private readonly HashSet<MetadataProperty> split = [];
    private readonly HashSet<string> written = new(StringComparer.Ordinal);

    /// <param name="fields">The fields declared.</param>
    /// <param name="special">Keys that have a meaning besides.</param>
    /// <param name="mapping">What is written; null is nothing.</param>
    public MatchedKeys(ImmutableArray<FieldDefinition> fields, ImmutableArray<string> special, MetadataMapping? mapping)
    {
        this.fields = fields;
        this.special = special;
        Found = new MetadataProperty?[fields.Length];
        if (mapping is null)
            return;
        foreach (var property in mapping.Properties)
        {
            var index = IndexOf(fields, property.Key);
            written.Add(property.Key);
            if (index >= 0)
                Found[index] = property;
            else if (!special.Contains(property.Key))
                unknown.Add(property);
        }
    }

    /// <summary>By field; null where the mapping has no such key.</summary>
    public MetadataProperty?[] Found { get; }

    /// <summary>The unknown key that looks like <paramref name="missing"/>, taken out of the unknown ones; or null.</summary>
    private MetadataProperty? TakeMisspelling(string missing)
    {
        if (unknown.Count == 0 || Suggestion.Closest(missing, unknown.Select(property => property.Key)) is not { } key)
            return null;
        var index = unknown.FindIndex(property => property.Key == key);
        var property = unknown[index];
        unknown.RemoveAt(index);
        return property;
    }

    /// <summary>CONTENT1001 for a field that is not there, with the key that is its misspelling put right.</summary>
    /// <param name="source">Where it is missing.</param>
    /// <param name="place">Where that is told.</param>
    /// <param name="missing">The field's key.</param>
    /// <param name="prefix">The path before it, with its dot at the end; or empty.</param>
    /// <param name="reason">Why, from a colon on; or empty.</param>
    public Diagnostic Missing(SourceText source, TextRange place, string missing, string prefix = "", string reason = "") =>
        Missing(source, place, missing, out _, prefix, reason);

    /// <inheritdoc cref="Missing(SourceText, TextRange, string, string, string)"/>
    /// <param name="misspelling">The key that is taken for the field's; null where none is.</param>
    public Diagnostic Missing(SourceText source, TextRange place, string missing, out MetadataProperty? misspelling, string prefix = "", string reason = "")
    {
        var isOnlyOne = unknown.Count(property => Suggestion.Closest(missing, [property.Key]) is not null) == 1;
        misspelling = TakeMisspelling(missing);
        var diagnostic = FieldErrors.Missing(source.File, place, prefix + missing, reason, misspelling?.Key);
        if (misspelling is null || Respell(source, misspelling, missing) is not { } text)
            return diagnostic;
        return diagnostic with
        {
            Corrections = [Correction.Replace(source.GetRange(misspelling.KeySpan), text, isOnlyOne && Suggestion.IsSlip(misspelling.Key, missing))],
        };
    }

    /// <summary>
    /// Where <paramref name="missing"/> is written as a field within another, which TOML makes of <c>ms.date</c>: that other one,
    /// which is then not unknown besides. Null where it is not.
    /// </summary>
    public MetadataProperty? FindSplit(string missing)
    {
        var dot = missing.IndexOf('.', StringComparison.Ordinal);
        if (dot <= 0)
            return null;
        foreach (var property in unknown)
        {
            if (missing.AsSpan(0, dot).SequenceEqual(property.Key) && property.Value is MetadataMapping inner && inner.Find(missing[(dot + 1)..]) is not null)
            {
                split.Add(property);
                return property;
            }
        }

        return null;
    }

    /// <summary>CONTENT1003 for the keys that are still unknown.</summary>
    /// <param name="source">Where they are written.</param>
    /// <param name="prefix">The path before them, with its dot at the end; or empty.</param>
    /// <param name="policy">What the collection makes of them.</param>
    /// <param name="diagnostics">Gets what is found.</param>
    public void ReportUnknown(SourceText source, string prefix, UnknownFieldPolicy policy, ICollection<Diagnostic> diagnostics)
    {
        unknown.RemoveAll(split.Contains);
        // A draft must not be published for a capital letter, whatever else the collection takes.
        if (policy == UnknownFieldPolicy.Ignore)
            unknown.RemoveAll(property => !DecidesPublication(property.Key));
        if (unknown.Count == 0)
            return;
        string[] candidates = [.. fields.Select(field => field.Key), .. special];
        for (var index = 0; index < unknown.Count; index++)
        {
            var property = unknown[index];
            var range = source.GetRange(property.KeySpan);
            var isLast = index == MostReported;
            var diagnostic = isLast
                ? FieldErrors.MoreUnknown(source.File, range, unknown.Count - index)
                : MakeUnknown(source, prefix, property, range, candidates);
            diagnostics.Add(policy == UnknownFieldPolicy.Error ? diagnostic with { Severity = DiagnosticSeverity.Error } : diagnostic);
            if (isLast)
                break;
        }
    }

    /// <summary>Whether an unknown key is, but for its case, one that decides whether the entry is published.</summary>
    private bool DecidesPublication(string key) => SpecialKeys.DecidePublication
        .Any(known => special.Contains(known) && key.Equals(known, StringComparison.OrdinalIgnoreCase));

    private Diagnostic MakeUnknown(SourceText source, string prefix, MetadataProperty property, TextRange range, string[] candidates)
    {
        var meant = Suggestion.Closest(property.Key, candidates);
        var diagnostic = FieldErrors.Unknown(source.File, range, prefix + property.Key, Suggestion.Hint(meant));
        // Reason: with a key that is there, or that two keys are taken for, the correction would be the next mistake.
        if (meant is null || written.Contains(meant))
            return diagnostic;
        var isShared = unknown.Any(other => other != property && Suggestion.Closest(other.Key, candidates) == meant);
        return diagnostic.Offering(Respell(source, property, meant), !isShared && Suggestion.IsOnlyOne(property.Key, meant, candidates));
    }

    private static string? Respell(SourceText source, MetadataProperty property, string meant) =>
        WrittenValue.Replace(source.Text.AsSpan(property.KeySpan.Start, property.KeySpan.Length), property.Key, meant);

    private static int IndexOf(ImmutableArray<FieldDefinition> fields, string key)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (string.Equals(fields[index].Key, key, StringComparison.Ordinal))
                return index;
        }

        return -1;
    }
}
