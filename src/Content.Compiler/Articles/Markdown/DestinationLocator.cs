using Content.Compiler.Text;
using Markdig.Helpers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Finds where exactly a link's destination is written. The parser says where it read it, but does not count right in every nesting,
/// so what it says is believed only if what stands there is the destination; else it is looked for inside the link.
/// </summary>
internal static class DestinationLocator
{
    /// <summary>The destination of <paramref name="link"/>, without angle brackets.</summary>
    public static TextSpan Locate(string text, LinkInline link)
    {
        var url = link.Url!;
        if (link.UrlSpan.IsEmpty && link.Reference is null && !link.IsAutoLink)
            return LocateNothing(text, link);
        var span = Trim(text, link.UrlSpan);
        // Of an empty destination the parser does not say where it is.
        if (span is { Length: > 0 } said && Spells(text.AsSpan(said.Start, said.Length), url, link))
            return said;
        var place = link.Reference?.Span ?? link.Span;
        return Search(text, place, url, link) ?? Clamp(text, place);
    }

    /// <summary>The destination of <paramref name="link"/>, without angle brackets.</summary>
    public static TextSpan Locate(string text, AutolinkInline link)
    {
        var span = Clamp(text, link.Span);
        if (span.Length == link.Url.Length + 2 && text.AsSpan(span.Start + 1, link.Url.Length).SequenceEqual(link.Url))
            return new TextSpan(span.Start + 1, link.Url.Length);
        var found = text.AsSpan(span.Start, span.Length).IndexOf(link.Url, StringComparison.Ordinal);
        return found < 0 ? span : new TextSpan(span.Start + found, link.Url.Length);
    }

    /// <summary>The destination of a definition, without angle brackets.</summary>
    public static TextSpan Locate(string text, LinkReferenceDefinition definition) => Locate(
        text,
        new LinkInline { Url = HtmlHelper.Unescape(definition.Url, removeBackSlash: false), UrlSpan = definition.UrlSpan, Reference = definition });

    /// <summary>An image with its brackets and its destination.</summary>
    public static TextSpan LocateImage(string text, LinkInline image)
    {
        var span = Clamp(text, image.Span);
        return span.Length > 3 && text[span.Start] == '!' ? span : Locate(text, image);
    }

    /// <summary>The empty place between the parentheses of <c>[x]()</c>, of which the parser tells nothing.</summary>
    private static TextSpan LocateNothing(string text, LinkInline link)
    {
        var end = Clamp(text, link.Span).End - 1;
        while (end > link.Span.Start && (char.IsWhiteSpace(text[end - 1]) || text[end - 1] == '>'))
            end--;
        return new TextSpan(Math.Max(0, end), 0);
    }

    private static TextSpan? Trim(string text, SourceSpan span)
    {
        if (span.Start < 0 || span.End >= text.Length || span.Length < 0)
            return null;
        if (span.Length >= 2 && text[span.Start] == '<' && text[span.End] == '>')
            return new TextSpan(span.Start + 1, span.Length - 2);
        return new TextSpan(span.Start, span.Length);
    }

    private static bool Spells(ReadOnlySpan<char> written, string url, LinkInline link)
    {
        if (written.SequenceEqual(url))
            return true;
        if (link.IsAutoLink)
            return url.EndsWith(written.ToString(), StringComparison.Ordinal);
        return written.IndexOfAny('\\', '&') >= 0 && HtmlHelper.Unescape(written.ToString()) == url;
    }

    /// <summary>The last place inside <paramref name="place"/> where a destination can stand and this one does.</summary>
    private static TextSpan? Search(string text, SourceSpan place, string url, LinkInline link)
    {
        var within = Clamp(text, place);
        var limit = within.End;
        for (var from = limit; from > within.Start;)
        {
            var found = text.LastIndexOfAny(['(', ':'], from - 1, from - within.Start);
            if (found < 0)
                break;
            if (ReadAt(text, found + 1, limit) is { } span && Spells(text.AsSpan(span.Start, span.Length), url, link))
                return span;
            from = found;
        }

        return null;
    }

    private static TextSpan? ReadAt(string text, int start, int limit)
    {
        while (start < limit && (char.IsWhiteSpace(text[start]) || text[start] == '>'))
            start++;
        if (start >= limit)
            return null;
        if (text[start] == '<')
        {
            var close = text.IndexOf('>', start, limit - start);
            return close < 0 ? null : TextSpan.FromBounds(start + 1, close);
        }

        var depth = 0;
        var end = start;
        for (; end < limit && text[end] > ' '; end++)
        {
            if (text[end] == '\\' && end + 1 < limit)
                end++;
            else if (text[end] == '(')
                depth++;
            else if (text[end] == ')' && depth-- == 0)
                break;
        }

        return TextSpan.FromBounds(start, Math.Min(end, limit));
    }

    private static TextSpan Clamp(string text, SourceSpan span)
    {
        var start = Math.Clamp(span.Start, 0, text.Length);
        return TextSpan.FromBounds(start, Math.Clamp(span.End + 1, start, text.Length));
    }
}
