using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Looks up the fields of a condition in a collection, and holds the types of what is compared against each other.</summary>
internal sealed class RuleBinder(ConfigurationInput input, MetadataScalar text, CollectionDefinition collection)
{
    private const string Today = "today";

    /// <summary>The condition with its fields; null where it is wrong, which has been reported.</summary>
    public RuleCondition? Bind(RuleSyntax syntax)
    {
        switch (syntax)
        {
            case BinarySyntax { Operator: "and" or "or" } chain:
                return Bind(chain.Left) is { } left && Bind(chain.Right) is { } right
                    ? chain.Operator == "and" ? new BothTrue(left, right) : new EitherTrue(left, right)
                    : null;
            case NotSyntax negation:
                return Bind(negation.Condition) is { } condition ? new NotTrue(condition) : null;
            case ExistsSyntax exists:
                return Find(collection, exists.Field.Name) is { } asked ? new HasValue(asked.Field) : null;
            case BinarySyntax { Operator: "matches" } match:
                return Match(match);
            case BinarySyntax comparison:
                return Compare(comparison);
            case NameSyntax name when Find(collection, name.Name) is { } flag:
                if (flag.Definition is { IsList: false, Type: ScalarFieldType { Kind: ScalarKind.Bool } })
                    return new ValuesCompare(flag.Field, RuleComparison.Equal, new RuleLiteral(true));
                Report(name.Span, $"{Quoted.Text(name.Name)} is {TypeTable.Describe(flag.Definition)}, and no condition by itself. Compare it, or write 'exists({name.Name})'.");
                return null;
            default:
                return null;
        }
    }

    /// <summary>The field of a name in a collection: one of its own, of an object within, or a key with a meaning of its own.</summary>
    public static (RuleField Field, FieldDefinition Definition)? Find(CollectionDefinition collection, string name)
    {
        if (FindPath(collection.Fields, name, []) is { } found)
            return (new RuleField(found.Path, name), found.Definition);
        return SpecialKeys.Fields.FirstOrDefault(field => field.Key == name) is { } special ? (new RuleField([], name), special) : null;
    }

    /// <summary>Whether the name stands for the day of the build.</summary>
    public static bool IsToday(CollectionDefinition collection, string name) => name == Today && Find(collection, name) is null;

    /// <summary>Every name that a condition over the collection can have.</summary>
    public static IEnumerable<string> Names(CollectionDefinition collection) =>
        collection.Fields.Select(field => field.Key).Concat(SpecialKeys.Fields.Select(field => field.Key)).Append(Today);

    private static (ImmutableArray<int> Path, FieldDefinition Definition)? FindPath(ImmutableArray<FieldDefinition> fields, string name, ImmutableArray<int> above)
    {
        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index].Key == name)
                return (above.Add(index), fields[index]);
        }

        for (var index = 0; index < fields.Length; index++)
        {
            if (fields[index] is { IsList: false, Type: ObjectFieldType nested } field && name.StartsWith(field.Key + ".", StringComparison.Ordinal)
                && FindPath(nested.Fields, name[(field.Key.Length + 1)..], above.Add(index)) is { } found)
            {
                return found;
            }
        }

        return null;
    }

    private TextMatches? Match(BinarySyntax match)
    {
        if (match.Left is not NameSyntax name || Find(collection, name.Name) is not { } field || !IsText(field.Definition))
        {
            Report(match.Left.Span, "Only a field of text can match a pattern.");
            return null;
        }

        if (match.Right is not LiteralSyntax { Value: string pattern })
        {
            Report(match.Right.Span, "A pattern stands in quotes, such as '^[A-Z]'.");
            return null;
        }

        try
        {
            return new TextMatches(field.Field, new Regex(pattern, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant));
        }
        catch (Exception refusal) when (refusal is RegexParseException or NotSupportedException)
        {
            Report(match.Right.Span, $"{Quoted.Text(pattern)} is not a regular expression that runs without backtracking. {MessageText.OneLine(refusal.Message, 200)}");
            return null;
        }
    }

    private ValuesCompare? Compare(BinarySyntax comparison)
    {
        var (left, right) = (TypeOf(comparison.Left), TypeOf(comparison.Right));
        if (left is null || right is null)
            return null;
        // A string stands for a date or a member where the other side is one.
        if (Adapt(comparison.Left, left, right) is not { } first || Adapt(comparison.Right, right, left) is not { } second)
            return null;
        if (first.Kind != second.Kind || first.Enum?.TypeName != second.Enum?.TypeName)
        {
            Report(comparison.Right.Span, $"{first.Name} cannot be compared with {second.Name}.");
            return null;
        }

        var relation = comparison.Operator switch
        {
            "==" => RuleComparison.Equal,
            "!=" => RuleComparison.NotEqual,
            "<" => RuleComparison.Less,
            "<=" => RuleComparison.AtMost,
            ">" => RuleComparison.Greater,
            _ => RuleComparison.AtLeast,
        };
        if (left.Kind == RuleKind.Flag && relation is not (RuleComparison.Equal or RuleComparison.NotEqual))
        {
            Report(comparison.Span, "What is true or false is neither less nor greater. Use '==' or '!='.");
            return null;
        }

        return new ValuesCompare(first.Operand, relation, second.Operand);
    }

    private OperandType? Adapt(RuleSyntax syntax, OperandType own, OperandType other)
    {
        if (syntax is not LiteralSyntax { Value: string written })
            return own;
        if (other.Kind == RuleKind.Moment && DateOnly.TryParseExact(written, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return own with { Kind = RuleKind.Moment, Operand = new RuleLiteral(new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero)) };
        if (other.Enum is not { } members)
            return own;
        var names = members.Members.Select(member => member.Value).ToList();
        if (names.IndexOf(written) is var index and >= 0)
            return other with { Operand = new RuleLiteral(index) };
        Report(syntax.Span, $"{Quoted.Text(written)} is not a member of {members.TypeName}.{Suggestion.Hint(written, names)}");
        return null;
    }

    private OperandType? TypeOf(RuleSyntax syntax)
    {
        switch (syntax)
        {
            case LiteralSyntax literal:
                var (kind, name) = literal.Value switch
                {
                    string => (RuleKind.Text, "a string"),
                    double => (RuleKind.Number, "a number"),
                    bool => (RuleKind.Flag, "true or false"),
                    _ => (RuleKind.Moment, "a date"),
                };
                return new OperandType(kind, name, null, new RuleLiteral(literal.Value));
            case NameSyntax today when IsToday(collection, today.Name):
                return new OperandType(RuleKind.Moment, "the date of the build", null, new RuleToday());
            case NameSyntax written when Find(collection, written.Name) is { } found:
                var described = $"{Quoted.Text(written.Name)} ({TypeTable.Describe(found.Definition)})";
                switch (found.Definition.Type)
                {
                    case EnumFieldType { Enum: var members }:
                        return new OperandType(RuleKind.Member, described, members, found.Field);
                    case ScalarFieldType { Kind: ScalarKind.Int or ScalarKind.Number or ScalarKind.Decimal }:
                        return new OperandType(RuleKind.Number, described, null, found.Field);
                    case ScalarFieldType { Kind: ScalarKind.Bool }:
                        return new OperandType(RuleKind.Flag, described, null, found.Field);
                    case ScalarFieldType { Kind: ScalarKind.Date or ScalarKind.DateTime }:
                        return new OperandType(RuleKind.Moment, described, null, found.Field);
                    case ScalarFieldType or ReferenceFieldType:
                        return new OperandType(RuleKind.Text, described, null, found.Field);
                    default:
                        Report(written.Span, $"{Quoted.Text(written.Name)} is {TypeTable.Describe(found.Definition)}: compare one of its fields, such as '{written.Name}.x', or write 'exists({written.Name})'.");
                        return null;
                }

            default:
                Report(syntax.Span, "Only fields and values can be compared.");
                return null;
        }
    }

    private static bool IsText(FieldDefinition field) => field.Type is ReferenceFieldType or EnumFieldType
        or ScalarFieldType { Kind: ScalarKind.String or ScalarKind.Uri or ScalarKind.Email or ScalarKind.Image or ScalarKind.File };

    private void Report(TextSpan span, string message) =>
        input.Report(JsonStringPosition.SpanOf(input.Source, text, span.Start, span.Length), message);

    private enum RuleKind
    {
        Text,
        Number,
        Flag,
        Moment,
        Member,
    }

    private sealed record OperandType(RuleKind Kind, string Name, EnumDefinition? Enum, RuleOperand Operand);
}
