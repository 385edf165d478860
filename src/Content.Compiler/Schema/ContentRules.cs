using System.Collections.Immutable;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Schema;

/// <summary>What a house wants of its articles besides what every house wants: the rules of content.json.</summary>
public sealed record ContentRules
{
    /// <summary>No rules.</summary>
    public static ContentRules None { get; } = new();

    /// <summary>Rules over rendered elements, in the order of the file.</summary>
    public ImmutableArray<ElementRule> Elements { get; init; } = [];

    /// <summary>Rules over fields, in the order of the file.</summary>
    public ImmutableArray<FieldRule> Fields { get; init; } = [];

    /// <summary>Whether the rules count that most would want.</summary>
    public bool HasRecommendedStyle { get; init; }

    /// <summary>Whether the elements of an article have to be looked at.</summary>
    internal bool LookAtElements => HasRecommendedStyle || !Elements.IsEmpty;
}

/// <summary>What must not be found among the elements of an article.</summary>
/// <param name="Selector">A CSS selector.</param>
/// <param name="Collections">Indexes of the collections that it is for; empty for all.</param>
/// <param name="Message">What is said of each element.</param>
/// <param name="Severity">How.</param>
public sealed record ElementRule(string Selector, ImmutableArray<int> Collections, string Message, DiagnosticSeverity Severity);

/// <summary>What must not be true of the fields of an entry.</summary>
/// <param name="Conditions">For each collection that it is for, what to ask of an entry.</param>
/// <param name="Message">What is said of the entry.</param>
/// <param name="Severity">How.</param>
public sealed record FieldRule(ImmutableDictionary<int, RuleCondition> Conditions, string Message, DiagnosticSeverity Severity);

/// <summary>A condition over the fields of one collection, its types checked.</summary>
public abstract record RuleCondition;

/// <summary>Both are true.</summary>
public sealed record BothTrue(RuleCondition Left, RuleCondition Right) : RuleCondition;

/// <summary>One of them is true.</summary>
public sealed record EitherTrue(RuleCondition Left, RuleCondition Right) : RuleCondition;

/// <summary>It is not true.</summary>
public sealed record NotTrue(RuleCondition Condition) : RuleCondition;

/// <summary>A field has a value.</summary>
public sealed record HasValue(RuleField Field) : RuleCondition;

/// <summary>A text matches somewhere; of a list one of its items does.</summary>
/// <param name="Field">The field.</param>
/// <param name="Pattern">Non-backtracking.</param>
public sealed record TextMatches(RuleField Field, System.Text.RegularExpressions.Regex Pattern) : RuleCondition;

/// <summary>Two values compare as asked; never where one of them is missing. Of a list one of its items does.</summary>
public sealed record ValuesCompare(RuleOperand Left, RuleComparison Comparison, RuleOperand Right) : RuleCondition;

/// <summary>How two values are compared.</summary>
public enum RuleComparison
{
    /// <summary><c>==</c></summary>
    Equal,

    /// <summary><c>!=</c></summary>
    NotEqual,

    /// <summary><c>&lt;</c></summary>
    Less,

    /// <summary><c>&lt;=</c></summary>
    AtMost,

    /// <summary><c>&gt;</c></summary>
    Greater,

    /// <summary><c>&gt;=</c></summary>
    AtLeast,
}

/// <summary>One side of a comparison.</summary>
public abstract record RuleOperand;

/// <summary>A value that stands in the rule: a string, a double, a bool, a DateTimeOffset, or the number of an enum's member.</summary>
public sealed record RuleLiteral(IComparable Value) : RuleOperand;

/// <summary>The date of the build.</summary>
public sealed record RuleToday : RuleOperand;

/// <summary>A field of the entry.</summary>
/// <param name="Path">Indexes into the collection's fields and those of nested objects; empty for a key with a meaning of its own.</param>
/// <param name="Key">The key, as written.</param>
public sealed record RuleField(ImmutableArray<int> Path, string Key) : RuleOperand;

/// <summary>How old a date may be.</summary>
/// <param name="Count">How many of the unit.</param>
/// <param name="Unit">The unit.</param>
public sealed record FieldAge(int Count, AgeUnit Unit)
{
    /// <summary>The day that a value must not be before.</summary>
    public DateOnly Before(DateOnly today)
    {
        try
        {
            return Unit switch
            {
                AgeUnit.Day => today.AddDays(-Count),
                AgeUnit.Week => today.AddDays(checked(-7 * Count)),
                AgeUnit.Month => today.AddMonths(-Count),
                _ => today.AddYears(-Count),
            };
        }
        catch (Exception beyond) when (beyond is ArgumentOutOfRangeException or OverflowException)
        {
            return DateOnly.MinValue; // so many years ago there were none
        }
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(
        System.Globalization.CultureInfo.InvariantCulture, $"{Count} {Unit.ToString().ToLowerInvariant()}{(Count == 1 ? "" : "s")}");
}

/// <summary>What ages are counted in.</summary>
public enum AgeUnit
{
    /// <summary>Days.</summary>
    Day,

    /// <summary>Weeks.</summary>
    Week,

    /// <summary>Months.</summary>
    Month,

    /// <summary>Years.</summary>
    Year,
}
