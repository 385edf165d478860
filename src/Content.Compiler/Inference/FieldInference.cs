using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Inference;

/// <summary>Finds the type of a key: the narrowest that reads every value it has.</summary>
/// <param name="files">The files that there are.</param>
/// <param name="targets">The entries that values may refer to.</param>
/// <param name="enums">The enums of the keys of collections.</param>
/// <param name="everywhere">Every key of the site.</param>
internal sealed class FieldInference(
    FileMap files, ReferenceTargets targets, SiteEnums enums, IReadOnlyDictionary<string, ObservedKey> everywhere)
{
    /// <summary>Objects nested deeper than this get no type: nobody would declare them by hand.</summary>
    private const int Deepest = 4;

    private static readonly ScalarKind[] kinds = [ScalarKind.Bool, ScalarKind.Int, ScalarKind.Number, ScalarKind.Date, ScalarKind.DateTime];
    private static readonly ScalarKind[] textKinds = [ScalarKind.Uri, ScalarKind.Email];

    /// <summary>Keys beyond this are prose that somebody forgot to indent, or to close a quote before.</summary>
    private const int LongestKey = 100;

    /// <summary>What a date and a moment have in common.</summary>
    private static readonly Regex dayOfMoment = new("^[0-9]{4}-[0-9]{2}-[0-9]{2}", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private readonly TypeProbe trial = new(files);

    /// <summary>The fields of a collection or of an object: those that are always there first, then by how many have them.</summary>
    /// <param name="mappings">What the files have.</param>
    /// <param name="owner">The collection's name; a value that names one of its own entries is not a reference.</param>
    /// <param name="depth">0 for a collection.</param>
    public ImmutableArray<InferredField> Infer(IReadOnlyCollection<(ObservedFile File, MetadataMapping? Mapping)> mappings, string owner, int depth = 0)
    {
        var keys = ObservedKey.In(mappings).Where(key => (depth > 0 || !SpecialKeys.Known.Contains(key.Key)) && !IsMistake(key));
        return [.. keys.OrderByDescending(key => key.IsAlwaysPresent ? int.MaxValue : key.Present).Select(key => Infer(key, owner, depth))];
    }

    /// <summary>Whether a key cannot have been meant as one.</summary>
    public static bool IsMistake(ObservedKey key) => key.Key.Length > LongestKey || key.Key.AsSpan().ContainsAny('\n', '\r');

    private InferredField Infer(ObservedKey key, string owner, int depth)
    {
        var draft = Typed(key, owner, depth) with { Key = key.Key };
        if (key.IsAlwaysPresent || draft.Type is null)
            return draft with { IsUnique = IsIdentifier(key, draft) };
        var (isOptional, value) = Absent(key, draft);
        return draft with { IsOptional = isOptional, Default = value, Note = draft.Note.Length > 0 ? draft.Note : FieldNotes.Rarity(key), IsUnique = IsIdentifier(key, draft) };
    }

    private InferredField Typed(ObservedKey key, string owner, int depth)
    {
        var none = new InferredField { Key = key.Key, Type = null };
        if (key.Values.Count == 0)
            return none with { Type = "string", IsOptional = true, Note = "never filled" };
        var isList = key.Values.Any(value => value.Property.Value is MetadataSequence);
        if (key.Items.All(item => item is MetadataMapping))
            return depth < Deepest ? Object(key, isList, owner, depth) : none with { Note = "nested too deeply to be typed" };

        var field = new FieldDefinition { Key = key.Key, PropertyName = "_", Type = new ScalarFieldType(ScalarKind.String), IsList = isList };
        var scalar = none with { IsList = isList };
        foreach (var kind in kinds)
        {
            if (Is(kind))
                return scalar with { Type = TypeName(kind) };
        }

        var date = field with { Type = new ScalarFieldType(ScalarKind.Date) };
        var others = everywhere.TryGetValue(key.Key, out var all) && depth == 0 ? all.Values : key.Values;
        var formats = DateFormats.Find(date, key.Values, others);
        if (formats is [var format])
            return scalar with { Type = TypeName(ScalarKind.Date), Format = format };
        if (!isList && TypeProbe.Reads(date with { Match = dayOfMoment }, key))
            return scalar with { Type = TypeName(ScalarKind.Date), Match = dayOfMoment.ToString(), Note = "the day alone: some are written with a time" };
        if (targets.Find(key, owner) is { } target)
            return scalar with { Type = target };
        foreach (var kind in textKinds)
        {
            if (Is(kind))
                return scalar with { Type = TypeName(kind) };
        }

        foreach (var kind in (ScalarKind[])[ScalarKind.Image, ScalarKind.File])
        {
            if (trial.Resolves(field with { Type = new ScalarFieldType(kind) }, kind, key))
                return scalar with { Type = TypeName(kind) };
        }

        if ((depth == 0 ? enums.Find(owner, key.Key) : EnumMembers.Find(key)) is { IsEmpty: false } members)
            return scalar with { Type = "", Members = members };
        return Is(ScalarKind.String)
            ? scalar with { Type = TypeName(ScalarKind.String), Note = formats is [var one, var other, ..] ? $"a date, of the format '{one}' or '{other}'" : FieldNotes.AlmostTyped(field, key) }
            : none with { Note = FieldNotes.WhyUntyped(key) };

        bool Is(ScalarKind kind) => TypeProbe.Reads(field with { Type = new ScalarFieldType(kind) }, key);
    }

    private InferredField Object(ObservedKey key, bool isList, string owner, int depth)
    {
        (ObservedFile, MetadataMapping?)[] objects =
        [
            .. key.Values.SelectMany(value => value.Property.Value is MetadataSequence list
                ? list.Items.Select(item => (value.File, (MetadataMapping?)item))
                : [(value.File, (MetadataMapping?)value.Property.Value)]),
        ];
        var fields = Infer(objects, owner, depth + 1);
        return fields.IsEmpty
            ? new InferredField { Key = key.Key, Type = null, Note = "always empty" }
            : new InferredField { Key = key.Key, Type = "object", IsList = isList, Fields = fields };
    }

    /// <summary>What the field is in an entry that lacks it: a list is empty and a flag has the value that nobody writes, which is better than null.</summary>
    private static (bool IsOptional, string? Default) Absent(ObservedKey key, InferredField draft)
    {
        if (draft.IsList)
            return (false, "[]");
        if (draft.Type == "bool" && key.Items.OfType<MetadataScalar>().Select(item => bool.TryParse(item.Text, out var set) && set).Distinct().ToArray() is [var always])
            return (false, always ? "false" : "true");
        return (true, null);
    }

    /// <summary>Whether the values identify entries, as ids do; titles do not, since two articles may share one.</summary>
    private static bool IsIdentifier(ObservedKey key, InferredField draft) =>
        draft is { Type: "string" or "int", IsList: false }
        && key.Values.Count > 1
        && key.Items.OfType<MetadataScalar>().Select(item => item.Text).Distinct(StringComparer.Ordinal).Count() == key.Values.Count
        && (KeyName.LastWord(key.Key).ToUpperInvariant() is "ID" or "GUID" or "UUID" or "UID"
            || key.Items.All(item => item is MetadataScalar { Text: var text } && Guid.TryParse(text, out _)));

    private static string TypeName(ScalarKind kind) => Configuration.Parsing.TypeTable.NameOf(kind);
}
