using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Text;

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
            LinkKind.Mail when !MailLink.IsPlausible(text.AsSpan(target.SchemeLength + 1)) => DestinationErrors.NoAddress(file, link.Range, text),
            LinkKind.Telephone when !MailLink.IsPlausibleNumber(text.AsSpan(target.SchemeLength + 1)) => DestinationErrors.NoNumber(file, link.Range, text),
            LinkKind.Unsafe => DestinationErrors.UnsafeScheme(file, link.Range, text[..target.SchemeLength].ToLowerInvariant()),
            LinkKind.Other when UnsafeScheme.Find(text, isImage: link.Role == LinkRole.Image) is { } page => DestinationErrors.UnsafeScheme(file, link.Range, page),
            LinkKind.LocalPath => DestinationErrors.LocalPath(file, link.Range, text),
            LinkKind.MisspelledScheme => Misspelled(file, link, text),
            _ => null,
        };
    }

    private static Diagnostic Misspelled(string file, Link link, string text)
    {
        var slashes = text.IndexOf("//", StringComparison.Ordinal);
        var written = text[..slashes];
        return DestinationErrors.Scheme(file, link.Range, text, written, $"{LinkScheme.Meant(written)}:{text[slashes..]}");
    }

    private static Diagnostic? CheckWeb(string file, Link link, in LinkTarget target, bool maySpace)
    {
        // Reason: a bare address ends at a space, and the expression that follows it has one.
        if (target.Text.EndsWith("{%", StringComparison.Ordinal) || target.Text.EndsWith("{{", StringComparison.Ordinal))
            return null;
        if (DestinationSyntax.Check(file, link, target, maySpace) is { } syntax)
            return syntax;
        if (WebAddress.IsOrdinary(target.Text) || WebAddress.IsTooLong(target.Text))
            return null;
        if (WebAddress.Parse(target.Text) is not { } uri)
            return DestinationErrors.NotUrl(file, link.Range, target.Text, WebAddress.CompleteSlashes(target.Text));
        return WebAddress.IsThisMachine(uri) ? DestinationErrors.ThisMachine(file, link.Range, target.Text) : null;
    }
}
