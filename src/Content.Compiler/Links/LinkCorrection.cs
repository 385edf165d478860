using System.Buffers;
using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Articles.Html;

namespace Content.Compiler.Links;

/// <summary>A destination as a machine may write it over another, wherever that stands: in Markdown, in an attribute, in a list of candidates.</summary>
internal static class LinkCorrection
{
    /// <summary>What Markdown or HTML could take for their own, in one form of a destination or another.</summary>
    private static readonly SearchValues<char> special = SearchValues.Create(" \"&'()<>[\\]^`{|},");

    /// <summary>The destination as it has to be written in the place of <paramref name="link"/>'s; null where there is no such way.</summary>
    public static string? Of(string? destination, Link link)
    {
        if (destination is not { Length: > 0 } || destination.Any(char.IsControl))
            return null;
        // Reason: what stood in the same order in the same place is read there as it was, whatever place it is.
        if (!destination.AsSpan().ContainsAny(special) || IsWrittenAsItIs(link, destination))
            return destination;
        return link.IsHtml ? OfAttribute(destination, link) : OfMarkdown(destination);
    }

    /// <summary>Whether the destination stands in the file unescaped, and has the same special characters as the one that takes its place.</summary>
    private static bool IsWrittenAsItIs(Link link, string destination) => link.Range.StartLine == link.Range.EndLine
        && link.Range.EndColumn - link.Range.StartColumn == link.Destination.Length
        && link.Destination.Where(special.Contains).SequenceEqual(destination.Where(special.Contains));

    /// <summary>In a list of candidates a comma can end one, so nothing is escaped there.</summary>
    private static string? OfAttribute(string destination, Link link) =>
        link.Role == LinkRole.Image && destination.Contains(',', StringComparison.Ordinal) ? null : AttributeEncoding.Encode(destination.Replace(" ", "%20", StringComparison.Ordinal));

    /// <summary>Percent escapes mean the same in a path, and Markdown reads none of them.</summary>
    private static string? OfMarkdown(string destination)
    {
        var end = destination.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? destination.Length : end;
        var written = new StringBuilder(destination.Length + 16);
        for (var index = 0; index < destination.Length; index++)
        {
            var unit = destination[index];
            if (!special.Contains(unit) || unit is ',' or '\'')
                written.Append(unit);
            else if (index < path || unit == ' ')
                written.Append(Uri.HexEscape(unit));
            else if (unit != '&' || destination.IndexOf(';', index) >= 0)
                return null;
            else
                written.Append(unit);
        }

        return written.ToString();
    }
}
