using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>How a destination is written: backslashes, percent signs and spaces. At most one diagnostic a destination, of the first that applies.</summary>
internal static class DestinationSyntax
{
    /// <summary>CONTENT2009, or null where nothing is wrong.</summary>
    public static Diagnostic? Check(string file, TextRange range, in LinkTarget target, bool maySpace)
    {
        var text = target.Text;
        if (text.AsSpan().IndexOfAny('\\', '%', ' ') < 0)
            return null;
        if (target.Origin.Contains('\\') || target.Path.Contains('\\'))
            return DestinationErrors.Backslash(file, range, text, Mend(target, maySpace));
        if (HasBadEscape(text))
            return DestinationErrors.PercentSign(file, range, text);
        return !maySpace && text.Contains(' ') ? DestinationErrors.Space(file, range, text, Mend(target, maySpace)) : null;
    }

    private static string Mend(in LinkTarget target, bool maySpace)
    {
        var text = target.Text;
        var mended = new StringBuilder(text.Length + 16);
        var pathEnd = text.Length - target.Suffix.Length;
        for (var index = 0; index < text.Length; index++)
        {
            switch (text[index])
            {
                case '\\' when index < pathEnd:
                    mended.Append('/');
                    break;
                case ' ' when !maySpace:
                    mended.Append("%20");
                    break;
                case '%' when !IsEscape(text, index):
                    mended.Append("%25");
                    break;
                default:
                    mended.Append(text[index]);
                    break;
            }
        }

        return mended.ToString();
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
