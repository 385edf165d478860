using System.Text.RegularExpressions;

namespace Content.Compiler.Entries;

/// <summary>Takes of a text what a field's <c>match</c> matches.</summary>
internal static class FieldMatch
{
    /// <summary>Group <c>value</c> where the expression has one, else group 1, else the whole match; null where there is none or it is empty.</summary>
    public static MatchedText? Apply(Regex expression, string text)
    {
        var match = expression.Match(text);
        if (!match.Success)
            return null;
        Group group = match;
        if (expression.GroupNumberFromName("value") is var named and >= 0)
            group = match.Groups[named];
        else if (expression.GetGroupNumbers() is { Length: > 1 } numbers)
            group = match.Groups[numbers[1]];
        var value = group.ValueSpan.TrimStart();
        var start = group.Index + group.Length - value.Length;
        value = value.TrimEnd();
        return group.Success && value.Length > 0 ? new MatchedText(value.ToString(), start) : null;
    }
}

/// <summary>What was taken of a text, and where in it it starts.</summary>
internal readonly record struct MatchedText(string Text, int Start);
