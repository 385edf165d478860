using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Links;

/// <summary>Links that no article or file can answer: what is wrong with them can be seen by looking at them.</summary>
internal static class ForeignLink
{
    /// <summary>What is wrong, or null.</summary>
    public static Diagnostic? Check(string file, Link link, in LinkTarget target, bool maySpace)
    {
        var text = target.Text;
        return target.Kind switch
        {
            LinkKind.Empty => DestinationErrors.Empty(file, link.Range),
            LinkKind.External => CheckWeb(file, link, target, maySpace),
            LinkKind.Mail when !MailAddress.IsPlausible(text.AsSpan(target.SchemeLength + 1)) => DestinationErrors.NoAddress(file, link.Range, text),
            LinkKind.Telephone when !MailAddress.IsPlausibleNumber(text.AsSpan(target.SchemeLength + 1)) => DestinationErrors.NoNumber(file, link.Range, text),
            LinkKind.Unsafe => DestinationErrors.UnsafeScheme(file, link.Range, text[..target.SchemeLength].ToLowerInvariant()),
            LinkKind.LocalPath => DestinationErrors.LocalPath(file, link.Range, text),
            LinkKind.MisspelledScheme => DestinationErrors.Scheme(
                file, link.Range, text, text[..target.SchemeLength], LinkScheme.FindNear(text.AsSpan(0, target.SchemeLength)) + text[target.SchemeLength..]),
            _ => null,
        };
    }

    private static Diagnostic? CheckWeb(string file, Link link, in LinkTarget target, bool maySpace)
    {
        if (DestinationSyntax.Check(file, link.Range, target, maySpace) is { } syntax)
            return syntax;
        if (WebAddress.IsOrdinary(target.Text) || WebAddress.IsTooLong(target.Text))
            return null;
        if (WebAddress.Parse(target.Text) is not { } uri)
            return DestinationErrors.NoUrl(file, link.Range, target.Text);
        return WebAddress.IsThisMachine(uri) ? DestinationErrors.ThisMachine(file, link.Range, target.Text) : null;
    }
}
