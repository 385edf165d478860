using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>
/// Turns what an author wrote into a typed value, the same for YAML, TOML, JSON and the defaults in content.json.
/// </summary>
/// <param name="source">Where it is written.</param>
/// <param name="diagnostics">
/// Gets what is wrong: CONTENT1001 to 1005 and 1012 with complete messages. A reader of something else than an article gives them a code of its own.
/// </param>
/// <param name="unknownFields">What becomes of unknown keys in nested objects.</param>
public sealed class FieldValueReader(
    SourceText source, ICollection<Diagnostic> diagnostics, UnknownFieldPolicy unknownFields = UnknownFieldPolicy.Warn)
{
    /// <summary>Wrong items of one list beyond these are counted only.</summary>
    private const int MostWrongItems = 100;

    private readonly ScalarValueReader scalars = new(source, diagnostics);

    /// <summary>
    /// The value of <paramref name="property"/> as <paramref name="field"/> declares it, constraints checked.
    /// Null where it is null and may be, and where it is wrong: then there are diagnostics. Of a list or an object what is right is left.
    /// </summary>
    /// <param name="field">What the value has to be.</param>
    /// <param name="property">The key and the value.</param>
    /// <param name="name">What messages call it: the key, or a path such as <c>extra.source</c>.</param>
    public FieldValue? Read(FieldDefinition field, MetadataProperty property, string name)
    {
        Read(field, property, name, asText: false, out var value);
        return value;
    }

    /// <param name="asText">Whether all values are text whatever their type, as in HTML: then text that reads as a number is one.</param>
    internal FieldOutcome Read(FieldDefinition field, MetadataProperty property, string name, bool asText, out FieldValue? value)
    {
        value = null;
        if (property.Value is not MetadataScalar { Kind: MetadataKind.Null })
        {
            return field.IsList
                ? ReadList(field, property.Value, property.KeySpan, name, asText, out value)
                : ReadOne(field, property.Value, property.KeySpan, new FieldLabel(name), asText, out value);
        }

        if (!field.IsRequired)
            return FieldOutcome.Absent;
        WrongType(field, property.Value, PlaceOf(property.Value, property.KeySpan, new FieldLabel(name)), new FieldLabel(name));
        return FieldOutcome.Wrong;
    }

    private FieldOutcome ReadList(
        FieldDefinition field, MetadataNode node, TextSpan keySpan, string name, bool asText, out FieldValue? value)
    {
        value = null;
        var sequence = node as MetadataSequence;
        ImmutableArray<MetadataNode> nodes = sequence?.Items ?? [node];
        var items = ImmutableArray.CreateBuilder<FieldValue>(nodes.Length);
        var wrong = 0;
        for (var index = 0; index < nodes.Length && wrong < MostWrongItems; index++)
        {
            var label = new FieldLabel(name, sequence is null ? -1 : index);
            var outcome = ReadOne(field, nodes[index], keySpan, label, asText, out var item);
            if (item is not null)
                items.Add(item);
            if (outcome == FieldOutcome.Wrong)
                wrong++;
        }

        if (wrong == 0 && items.Count == 0 && nodes.Length > 0)
            return FieldOutcome.Absent;

        // Reason: what the items that are right refer to is looked at in any case.
        value = new ListValue(source.GetRange(node.Span), items.DrainToImmutable());
        if (wrong > 0)
            return FieldOutcome.Wrong;
        return FieldConstraints.Check(source.File, field, (ListValue)value, new FieldLabel(name), diagnostics) ? FieldOutcome.Value : FieldOutcome.Wrong;
    }

    /// <param name="keySpan">Where to point for a value that is not there.</param>
    private FieldOutcome ReadOne(
        FieldDefinition field, MetadataNode node, TextSpan keySpan, FieldLabel label, bool asText, out FieldValue? value)
    {
        value = null;
        if (field.Type is ObjectFieldType type && node is MetadataMapping mapping)
        {
            return ReadObject(type, mapping, label.Item < 0 ? keySpan : mapping.Span, label, out value);
        }

        if (field.Type is ObjectFieldType || node is not MetadataScalar scalar || scalar.Kind == MetadataKind.Null)
        {
            WrongType(field, node, PlaceOf(node, keySpan, label), label);
            return FieldOutcome.Wrong;
        }

        if (field.Match is not null)
        {
            if (FieldMatch.Apply(field.Match, scalar.Text) is { } matched)
            {
                scalar = new MetadataScalar(scalar.Places?.GetSpan(matched.Start, matched.Text.Length) ?? scalar.Span, MetadataKind.String, matched.Text);
                asText = true;
            }
            else if (asText || field.From is null)
            {
                return FieldOutcome.Absent;
            }

            // Reason: beside a selector the expression is made for the text around the value, and front matter has the value alone.
        }

        value = scalars.Read(field, scalar, label, asText);
        return value is null ? FieldOutcome.Wrong : FieldOutcome.Value;
    }

    /// <param name="place">Where a missing field is reported: the key of the object, or the whole of it in a list.</param>
    /// <param name="value">The object, without the fields that are wrong.</param>
    private FieldOutcome ReadObject(ObjectFieldType type, MetadataMapping mapping, TextSpan place, FieldLabel label, out FieldValue? value)
    {
        var prefix = label.Name + ".";
        var keys = new MatchedKeys(type.Fields, [], mapping);
        var values = ImmutableArray.CreateBuilder<FieldValue?>(type.Fields.Length);
        var isWrong = false;
        for (var index = 0; index < type.Fields.Length; index++)
        {
            var field = type.Fields[index];
            FieldValue? item = null;
            var outcome = keys.Found[index] is { } property
                ? Read(field, property, prefix + field.Key, asText: false, out item)
                : FieldOutcome.Absent;
            if (outcome == FieldOutcome.Absent && field.IsRequired)
            {
                diagnostics.Add(keys.Missing(source, source.GetRange(place), field.Key, prefix));
                outcome = FieldOutcome.Wrong;
            }

            isWrong |= outcome == FieldOutcome.Wrong;
            values.Add(item ?? field.Default);
        }

        keys.ReportUnknown(source, prefix, unknownFields, diagnostics);
        value = new ObjectValue(source.GetRange(mapping.Span), values.MoveToImmutable());
        return isWrong ? FieldOutcome.Wrong : FieldOutcome.Value;
    }

    /// <summary>What is written; where nothing is, the dash of the item, or the key.</summary>
    private TextSpan PlaceOf(MetadataNode node, TextSpan keySpan, FieldLabel label)
    {
        if (node.Span.Length > 0)
            return node.Span;
        var before = source.Text.AsSpan(0, node.Span.Start).TrimEnd(" \t");
        return label.Item >= 0 && before.EndsWith('-') ? new TextSpan(before.Length - 1, 1) : keySpan;
    }

    private void WrongType(FieldDefinition field, MetadataNode node, TextSpan span, FieldLabel label)
    {
        var expected = FieldExpectation.Of(field);
        if (field.IsList && label.Item < 0)
            expected += ", or a list of them";
        diagnostics.Add(FieldErrors.WrongType(source.File, source.GetRange(span), label, expected, FieldExpectation.Actual(node), ""));
    }
}

/// <summary>What came of reading a value.</summary>
internal enum FieldOutcome
{
    /// <summary>There is a value.</summary>
    Value,

    /// <summary>There is none: null where null may be, or nothing that the field's <c>match</c> matches.</summary>
    Absent,

    /// <summary>It is wrong, which has been reported; of a list or an object, there is what is left of it.</summary>
    Wrong,
}
