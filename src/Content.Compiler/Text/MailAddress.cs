using System.Globalization;

namespace Content.Compiler.Text;

/// <summary>
/// Mail addresses, by two rules. A field of type <c>email</c> is what a program will write to, so it has to be one address that mail takes. What a
/// <c>mailto:</c> link holds is the reader's mail program's affair, which knows more than the rule for fields (quoted names, hosts without a dot);
/// there only what can be no address at all is a fault, since a false alarm is as bad as a miss.
/// </summary>
internal static class MailAddress
{
    /// <summary>
    /// The rule for fields, <c>jane@example.org</c>: one part before the <c>@</c> without spaces, and a domain of labels with a dot between them.
    /// Letters of every script will do in both.
    /// </summary>
    public static bool IsValid(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('@');
        if (at is <= 0 or > 64 || text.Length > 254)
            return false;
        foreach (var unit in text[..at])
        {
            if (char.IsWhiteSpace(unit) || char.IsControl(unit) || "\"(),:;<>@[]\\".Contains(unit))
                return false;
        }

        var domain = text[(at + 1)..];
        var labels = 0;
        foreach (var range in domain.Split('.'))
        {
            if (!IsLabel(domain[range]))
                return false;
            labels++;
        }

        return labels > 1;
    }

    /// <summary>The rule for links: something before the <c>@</c> and something behind it that does not begin or end with a dot.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> text)
    {
        var at = text.LastIndexOf('@');
        if (at <= 0 || at == text.Length - 1 || text.StartsWith("//"))
            return false;
        return text.IndexOfAny(" ;,<>") < 0 && text[at + 1] != '.' && text[^1] != '.';
    }

    private static bool IsLabel(ReadOnlySpan<char> label)
    {
        if (label.Length is 0 or > 63 || label[0] == '-' || label[^1] == '-')
            return false;
        foreach (var unit in label)
        {
            if (!char.IsLetterOrDigit(unit) && unit != '-' && !char.IsSurrogate(unit)
                && char.GetUnicodeCategory(unit) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
                return false;
        }

        return true;
    }
}
