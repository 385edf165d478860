using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>A condition as it is written, its fields not yet looked up.</summary>
/// <param name="Span">Within the text of the rule.</param>
internal abstract record RuleSyntax(TextSpan Span);

internal sealed record BinarySyntax(TextSpan Span, RuleSyntax Left, string Operator, RuleSyntax Right) : RuleSyntax(Span);

internal sealed record NotSyntax(TextSpan Span, RuleSyntax Condition) : RuleSyntax(Span);

internal sealed record ExistsSyntax(TextSpan Span, NameSyntax Field) : RuleSyntax(Span);

internal sealed record NameSyntax(TextSpan Span, string Name) : RuleSyntax(Span);

/// <param name="Value">A string, a double, a bool or a DateTimeOffset.</param>
internal sealed record LiteralSyntax(TextSpan Span, IComparable Value) : RuleSyntax(Span);

/// <summary>
/// Reads conditions such as <c>publishDate >= expiryDate or not exists(summary) and title matches '^[a-z]'</c>. <c>or</c> binds least, then <c>and</c>, then <c>not</c>.
/// </summary>
internal sealed class RuleParser
{
    private const int Longest = 4_000;
    private const int Deepest = 64;

    private static readonly string[] comparisons = ["==", "!=", "<=", ">=", "<", ">", "="];

    private readonly string text;
    private int position;
    private int depth;
    private (TextSpan Span, string Message)? problem;

    private RuleParser(string text) => this.text = text;

    /// <summary>The condition, or what is wrong with it and where.</summary>
    public static RuleSyntax? Parse(string text, out (TextSpan Span, string Message) problem)
    {
        var parser = new RuleParser(text);
        if (text.Length > Longest)
            parser.Fail(new TextSpan(0, 1), "it is too long");
        var condition = parser.Or();
        parser.SkipSpace();
        if (condition is not null && parser.position < text.Length)
            parser.Fail(parser.NextToken(), "expected 'and', 'or' or the end of the condition");
        problem = parser.problem ?? default;
        return parser.problem is null ? condition : null;
    }

    private RuleSyntax? Or() => Chain("or", And);

    private RuleSyntax? And() => Chain("and", Not);

    private RuleSyntax? Chain(string word, Func<RuleSyntax?> next)
    {
        var left = next();
        while (left is not null && TakeWord(word))
        {
            if (next() is not { } right)
                return null;
            left = new BinarySyntax(TextSpan.FromBounds(left.Span.Start, right.Span.End), left, word, right);
        }

        return left;
    }

    private RuleSyntax? Not()
    {
        SkipSpace();
        var start = position;
        if (++depth > Deepest)
            return Fail(NextToken(), "it is nested too deeply");
        try
        {
            if (TakeWord("not"))
                return Not() is { } condition ? new NotSyntax(TextSpan.FromBounds(start, condition.Span.End), condition) : null;
            return Comparison();
        }
        finally
        {
            depth--;
        }
    }

    private RuleSyntax? Comparison()
    {
        SkipSpace();
        var start = position;
        if (Take("("))
        {
            var inner = Or();
            if (inner is not null && !Take(")"))
                return Fail(NextToken(), "expected ')'");
            return inner;
        }

        if (TakeWord("exists"))
        {
            var isOpen = Take("(");
            if (Operand() is not { } asked)
                return null;
            if (asked is not NameSyntax field)
                return Fail(asked.Span, "'exists' asks for a field");
            if (isOpen && !Take(")"))
                return Fail(NextToken(), "expected ')'");
            return new ExistsSyntax(TextSpan.FromBounds(start, position), field);
        }

        if (Operand() is not { } left)
            return null;
        if (TakeWord("exists"))
            return left is NameSyntax name ? new ExistsSyntax(TextSpan.FromBounds(start, position), name) : Fail(left.Span, "'exists' asks for a field");
        var comparison = TakeWord("matches") ? "matches" : comparisons.FirstOrDefault(Take);
        if (comparison is null)
        {
            // A field that is true or false is a condition by itself.
            return left is NameSyntax ? left : Fail(NextToken(), "expected a comparison: '==', '!=', '<', '<=', '>', '>=' or 'matches'");
        }

        return Operand() is { } right
            ? new BinarySyntax(TextSpan.FromBounds(left.Span.Start, right.Span.End), left, comparison == "=" ? "==" : comparison, right)
            : null;
    }

    private RuleSyntax? Operand()
    {
        SkipSpace();
        var start = position;
        if (position == text.Length)
            return Fail(NextToken(), "expected a field or a value");
        var unit = text[position];
        if (unit is '\'' or '"')
        {
            var end = text.IndexOf(unit, position + 1);
            if (end < 0)
                return Fail(TextSpan.FromBounds(position, text.Length), "this string is never closed");
            position = end + 1;
            return new LiteralSyntax(TextSpan.FromBounds(start, position), text[(start + 1)..end]);
        }

        if (unit == '[')
        {
            var end = text.IndexOf(']', position);
            if (end < 0)
                return Fail(TextSpan.FromBounds(position, text.Length), "this field is never closed: a ']' is missing");
            position = end + 1;
            return new NameSyntax(TextSpan.FromBounds(start, position), text[(start + 1)..end].Trim());
        }

        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '.' or '-' or '+' or ':' or '$'))
            position++;
        var word = text[start..position];
        var span = TextSpan.FromBounds(start, position);
        if (word.Length == 0)
            return Fail(NextToken(), "expected a field or a value");
        if (word is "and" or "or" or "not" or "exists" or "matches")
            return Fail(span, "expected a field or a value");
        if (word is "true" or "false")
            return new LiteralSyntax(span, word == "true");
        if (!char.IsAsciiDigit(word[0]) && word[0] is not ('-' or '+'))
            return new NameSyntax(span, word);
        if (DateOnly.TryParseExact(word, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return new LiteralSyntax(span, new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.Zero));
        return double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number)
            ? new LiteralSyntax(span, number)
            : Fail(span, "this is neither a number nor a date such as 2026-11-23");
    }

    private bool TakeWord(string word)
    {
        SkipSpace();
        if (!text.AsSpan(position).StartsWith(word) || (position + word.Length < text.Length && (char.IsLetterOrDigit(text[position + word.Length]) || text[position + word.Length] is '_' or '-' or '.')))
            return false;
        position += word.Length;
        return true;
    }

    private bool Take(string mark)
    {
        SkipSpace();
        if (!text.AsSpan(position).StartsWith(mark))
            return false;
        position += mark.Length;
        return true;
    }

    private void SkipSpace()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
    }

    private TextSpan NextToken()
    {
        SkipSpace();
        var end = position;
        while (end < text.Length && !char.IsWhiteSpace(text[end]))
            end++;
        return TextSpan.FromBounds(position, end);
    }

    private RuleSyntax? Fail(TextSpan span, string message)
    {
        problem ??= (span, message);
        return null;
    }
}
