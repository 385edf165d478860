using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>Holds the fields of entries against the rules of content.json, and dates against the age that they may have. Both need to know what day it is.</summary>
internal sealed class FieldRules(ContentConfiguration configuration, DateOnly buildDate, ICollection<Diagnostic> diagnostics)
{
    private readonly DateTimeOffset today = new(buildDate, TimeOnly.MinValue, TimeSpan.Zero);

    /// <summary>Checks one entry.</summary>
    public void Check(Entry entry)
    {
        CheckAges(entry, entry.Collection.Fields, entry.Fields, "");
        foreach (var rule in configuration.Rules.Fields)
        {
            // Of an entry whose values could not be read, what is missing is not known to be.
            if (entry.Article.Metadata.IsBroken || !rule.Conditions.TryGetValue(entry.Article.Collection, out var condition) || !IsTrue(condition, entry))
                continue;
            diagnostics.Add(DiagnosticCatalog.FieldRuleNotMet.At(entry.Article.File, PlaceOf(condition, entry), rule.Message) with { Severity = rule.Severity });
        }
    }

    private void CheckAges(Entry entry, ImmutableArray<FieldDefinition> fields, ImmutableArray<FieldValue?> values, string prefix)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            var field = fields[index];
            if (field.Type is ObjectFieldType { Fields: var nested } && values[index] is { } inner)
            {
                foreach (var item in ItemsOf(inner).OfType<ObjectValue>())
                    CheckAges(entry, nested, item.Fields, $"{prefix}{field.Key}.");
            }

            if (field.MaxAge is not { } age || values[index] is not { } value)
                continue;
            foreach (var item in ItemsOf(value))
            {
                DateOnly? date = item switch
                {
                    DateValue day => day.Value,
                    DateTimeValue moment => DateOnly.FromDateTime(moment.Value.UtcDateTime),
                    _ => null,
                };
                if (!item.IsDefault && date < age.Before(buildDate))
                    diagnostics.Add(FieldErrors.TooOld(entry.Article.File, item.Range, prefix + field.Key, date.Value, age, buildDate));
            }
        }
    }

    private bool IsTrue(RuleCondition condition, Entry entry) => condition switch
    {
        BothTrue both => IsTrue(both.Left, entry) && IsTrue(both.Right, entry),
        EitherTrue either => IsTrue(either.Left, entry) || IsTrue(either.Right, entry),
        NotTrue negation => !IsTrue(negation.Condition, entry),
        HasValue exists => ValuesOf(exists.Field, entry).Any(),
        TextMatches match => ValuesOf(match.Field, entry).Any(value => match.Pattern.IsMatch(TextOf(match.Field, value, entry))),
        ValuesCompare comparison => Compare(comparison, entry),
        _ => false,
    };

    private bool Compare(ValuesCompare comparison, Entry entry)
    {
        foreach (var left in Operand(comparison.Left, entry))
        {
            foreach (var right in Operand(comparison.Right, entry))
            {
                var order = left is string one && right is string other ? string.CompareOrdinal(one, other) : left.CompareTo(right);
                var holds = comparison.Comparison switch
                {
                    RuleComparison.Equal => order == 0,
                    RuleComparison.NotEqual => order != 0,
                    RuleComparison.Less => order < 0,
                    RuleComparison.AtMost => order <= 0,
                    RuleComparison.Greater => order > 0,
                    _ => order >= 0,
                };
                if (holds)
                    return true;
            }
        }

        return false;
    }

    private IEnumerable<IComparable> Operand(RuleOperand operand, Entry entry) => operand switch
    {
        RuleLiteral literal => [literal.Value],
        RuleToday => [today],
        RuleField field => ValuesOf(field, entry).Select(Comparable).OfType<IComparable>(),
        _ => [],
    };

    private static IComparable? Comparable(FieldValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue number => (double)number.Value,
        NumberValue number => number.Value,
        DecimalValue number => (double)number.Value,
        BooleanValue flag => flag.Value,
        DateValue date => new DateTimeOffset(date.Value, TimeOnly.MinValue, TimeSpan.Zero),
        DateTimeValue moment => moment.Value,
        EnumValue member => member.Member,
        ResolvedReferenceValue reference => reference.Slug,
        ReferenceValue reference => reference.Written,
        ResolvedFileValue file => file.Url,
        FileValue file => file.Written,
        _ => null,
    };

    private static string TextOf(RuleField field, FieldValue value, Entry entry) => value is EnumValue member
        ? DefinitionOf(field, entry) is { Type: EnumFieldType { Enum: var members } } ? members.Members[member.Member].Value : ""
        : Comparable(value) as string ?? "";

    private static FieldDefinition? DefinitionOf(RuleField field, Entry entry)
    {
        var fields = entry.Collection.Fields;
        FieldDefinition? found = null;
        foreach (var index in field.Path)
        {
            found = fields[index];
            fields = found.Type is ObjectFieldType { Fields: var nested } ? nested : [];
        }

        return found;
    }

    /// <summary>What the field has: nothing, one value, or the items of a list.</summary>
    private static ImmutableArray<FieldValue> ValuesOf(RuleField field, Entry entry) => Find(field, entry) is { } value ? ItemsOf(value) : [];

    private static FieldValue? Find(RuleField field, Entry entry)
    {
        var metadata = entry.Article.Metadata;
        if (field.Path.IsEmpty)
        {
            return field.Key switch
            {
                "slug" => new TextValue(metadata.Slug?.Range ?? metadata.Anchor, entry.Slug),
                "url" => new TextValue(metadata.Url?.Range ?? metadata.Anchor, entry.Url),
                "aliases" => metadata.Aliases.IsEmpty ? null : new ListValue(metadata.Aliases[0].Range, [.. metadata.Aliases]),
                "draft" => new BooleanValue(metadata.Anchor, metadata.IsDraft),
                "publishDate" => metadata.PublishDate is { } day ? new DateValue(metadata.PublishDateRange, day) : null,
                "expiryDate" => metadata.ExpiryDate is { } day ? new DateValue(metadata.ExpiryDateRange, day) : null,
                _ => null,
            };
        }

        var values = entry.Fields;
        FieldValue? found = null;
        foreach (var index in field.Path)
        {
            if (index >= values.Length)
                return null;
            found = values[index];
            values = found is ObjectValue nested ? nested.Fields : [];
        }

        return found;
    }

    private static ImmutableArray<FieldValue> ItemsOf(FieldValue value) => value is ListValue list ? list.Items : [value];

    /// <summary>The first value in the front matter that the condition asks about; where there is none, the opening fence.</summary>
    private static TextRange PlaceOf(RuleCondition condition, Entry entry)
    {
        foreach (var field in FieldsOf(condition))
        {
            if (Find(field, entry) is { IsDefault: false } value && value.Range != entry.Article.Metadata.Anchor)
                return value.Range;
        }

        return entry.Article.Metadata.Anchor;
    }

    private static IEnumerable<RuleField> FieldsOf(RuleCondition condition) => condition switch
    {
        BothTrue both => FieldsOf(both.Left).Concat(FieldsOf(both.Right)),
        EitherTrue either => FieldsOf(either.Left).Concat(FieldsOf(either.Right)),
        NotTrue negation => FieldsOf(negation.Condition),
        HasValue exists => [exists.Field],
        TextMatches match => [match.Field],
        ValuesCompare comparison => new[] { comparison.Left, comparison.Right }.OfType<RuleField>(),
        _ => [],
    };
}
