using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>How a destination is written: backslashes, percent signs and spaces. At most one diagnostic a destination, of the first that applies.</summary>
internal static class DestinationSyntax
{
    /// <summary>CONTENT2009, or null where nothing is wrong.</summary>
    public static Diagnostic? Check(string file, Link link, in LinkTarget target, bool maySpace)
    {
        var text = target.Text;
        if (target.Unmapped.IndexOfAny('\\', '%', ' ') < 0)
            return null;
        if (target.Origin.Contains('\\') || target.Path.Contains('\\'))
            return Offer(DestinationErrors.Backslash(file, link.Range, text, Correct(target, maySpace)), link, target, maySpace);
        if (HasBadEscape(target.Unmapped))
            return Offer(DestinationErrors.PercentSign(file, link.Range, text), link, target, maySpace);
        return !maySpace && target.Unmapped.Contains(' ') ? Offer(DestinationErrors.Space(file, link.Range, text, Correct(target, maySpace)), link, target, maySpace) : null;
    }

    private static Diagnostic Offer(Diagnostic diagnostic, Link link, in LinkTarget target, bool maySpace) =>
        diagnostic.Offering(LinkCorrection.Of(Correct(target, maySpace), link), isCertain: true);

    /// <summary>The destination with each of these written as it should be.</summary>
    public static string Correct(in LinkTarget target, bool maySpace)
    {
        var text = target.Text;
        var corrected = new StringBuilder(text.Length + 16);
        var pathEnd = text.Length - target.Suffix.Length;
        var start = text.Length - target.Unmapped.Length;
        corrected.Append(text, 0, start);
        for (var index = start; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '\\' when index < pathEnd:
                    corrected.Append('/');
                    break;
                case ' ' when !maySpace:
                    corrected.Append("%20");
                    break;
                case '%' when !IsEscape(text, index):
                    corrected.Append("%25");
                    break;
                default:
                    UrlText.AppendVisible(corrected, text, ref index);
                    break;
            }
        }

        return corrected.ToString();
    }

    /// <summary>Whether a <c>%</c> is not followed by two hexadecimal digits.</summary>
    public static bool HasBadEscape(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '%' && !IsEscape(text, index))
                return true;
        }

        return false;
    }

    private static bool IsEscape(ReadOnlySpan<char> text, int percent) =>
        percent + 2 < text.Length && char.IsAsciiHexDigit(text[percent + 1]) && char.IsAsciiHexDigit(text[percent + 2]);
}
