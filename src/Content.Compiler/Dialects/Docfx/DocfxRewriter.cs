using System.Net;
using System.Text.RegularExpressions;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>
/// Makes Markdown and HTML of what docfx adds: code by reference becomes a code block that takes its code from a file, triple colons become
/// elements. What a page is that only the tool's own site has (zones, monikers) is left as its content alone.
/// </summary>
internal sealed partial class DocfxRewriter(TextRewriter rewriter, ContentConfiguration configuration)
{
    private readonly string text = rewriter.Text;
    private readonly CodeRegions code = new(rewriter.Text, rewriter.BodyStart);

    public void Run()
    {
        for (var place = rewriter.BodyStart; place < text.Length && !rewriter.IsFull;)
        {
            var found = text.AsSpan(place).IndexOfAny('[', ':', '<');
            if (found < 0)
                return;
            place += found;
            if (code.Find(place) is { } region)
            {
                place = region.End;
                continue;
            }

            if (text[place] == '[' && place + 2 < text.Length && text[place + 1] == '!')
                place = ReadBracket(place);
            else if (text[place] == ':' && TripleColon.Read(text, place) is { } colons)
                place = Replace(colons);
            else if (text[place] == '<' && ReadReference(place) is var end and > 0)
                place = end;
            else
                place++;
        }
    }

    private int ReadBracket(int place)
    {
        var rest = text.AsSpan(place + 2, Math.Min(2000, text.Length - place - 2));
        if (rest.StartsWith("code", StringComparison.OrdinalIgnoreCase) && CodeReference.Read(text, place) is { } reference)
        {
            Write(reference, reference.Span);
            return reference.Span.End;
        }

        if (rest.StartsWith("include", StringComparison.OrdinalIgnoreCase) && rest.IndexOf(")]", StringComparison.Ordinal) is var end and > 0
            && rest[..end].IndexOf("](", StringComparison.Ordinal) > 0 && !rest[..end].Contains('\n'))
        {
            // What could not be taken in is told by whoever wanted to.
            rewriter.Replace(new TextSpan(place, end + 4));
            return place + end + 4;
        }

        if (rest.StartsWith("video ", StringComparison.OrdinalIgnoreCase) && rest.IndexOf(']') is var close and > 0 && !rest[..close].Contains('\n'))
        {
            var url = new TextSpan(place + 8, close - 6);
            while (url.Length > 0 && text[url.Start] == ' ')
                url = TextSpan.FromBounds(url.Start + 1, url.End);
            var line = QuoteStart(place);
            rewriter.Replace(TextSpan.FromBounds(line ?? place, place + 3 + close));
            WriteVideo(url, "");
            return place + 3 + close;
        }

        return rest.StartsWith("div", StringComparison.OrdinalIgnoreCase) && QuoteStart(place) is { } quote ? WriteDivision(quote, place) : place + 2;
    }

    /// <summary><c>&lt;xref href="uid"/&gt;</c> names an API, whose page others make; gives where it ends, 0 where there is none.</summary>
    private int ReadReference(int place)
    {
        var rest = text.AsSpan(place, Math.Min(2000, text.Length - place));
        if (!rest.StartsWith("<xref ", StringComparison.OrdinalIgnoreCase) || rest.IndexOf('>') is not (> 0 and var close))
            return 0;
        var tag = rest[..close];
        var start = tag.IndexOf("href=", StringComparison.Ordinal) + 6;
        var length = start > 5 && start < tag.Length && tag[start - 1] is '"' or '\'' ? tag[start..].IndexOf(tag[start - 1]) : -1;
        if (length < 0)
            return 0;
        var end = place + close + 1;
        if (tag[^1] != '/' && text.AsSpan(end).StartsWith("</xref>"))
            end += "</xref>".Length;
        var query = tag.Slice(start, length).IndexOf('?');
        rewriter.Replace(TextSpan.FromBounds(place, end)).Fill("<span class=\"xref\">").Take(new TextSpan(place + start, query < 0 ? length : query)).Fill("</span>");
        return end;
    }

    /// <summary>Where the line starts, if nothing but signs of quotes stands before; else null.</summary>
    private int? QuoteStart(int place)
    {
        var line = text.AsSpan(0, place).LastIndexOf('\n') + 1;
        var before = text.AsSpan(line, place - line);
        return before.Contains('>') && before.IndexOfAnyExcept(" \t>") < 0 ? line : null;
    }

    /// <summary>A quote that is none: its lines stand in an element.</summary>
    private int WriteDivision(int line, int place)
    {
        var end = CodeRegions.EndOfLine(text, place);
        var close = text.IndexOf(']', place, end - place);
        var inner = close < 0 ? "" : text[(place + 5)..close].Trim();
        if (inner is ['`', .. var quoted, '`'])
            inner = quoted.Trim();
        if (close < 0 || (inner.Length > 0 && !Attributes().IsMatch(inner)))
            return place + 2;
        rewriter.Replace(TextSpan.FromBounds(line, end)).Fill(inner.Length == 0 ? "<div>\n\n" : $"<div {inner}>\n\n");
        while (end < text.Length)
        {
            var next = CodeRegions.EndOfLine(text, end);
            var content = text.AsSpan(end, next - end);
            var quote = content.IndexOf('>');
            if (quote < 0 || !content[..quote].IsWhiteSpace())
                break;
            var taken = quote + 1 < content.Length && content[quote + 1] == ' ' ? quote + 2 : quote + 1;
            rewriter.Replace(new TextSpan(end, taken));
            Run(end + taken, next);
            end = next;
        }

        rewriter.Replace(new TextSpan(end, 0)).Fill("\n\n</div>\n\n");
        return end;
    }

    /// <summary>Attributes of HTML: <c>class="x" id="y"</c></summary>
    [GeneratedRegex("""^[a-zA-Z][\w-]*=("[^"<>]*"|'[^'<>]*'|[\w-]+)(\s+[a-zA-Z][\w-]*=("[^"<>]*"|'[^'<>]*'|[\w-]+))*$""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Attributes();

    private void WriteVideo(TextSpan address, string attributes)
    {
        var written = text.Substring(address.Start, address.Length);
        var played = VideoAddress.Of(written);
        rewriter.Fill("<div class=\"embeddedvideo\"><iframe src=\"");
        if (played == written)
            rewriter.Take(address);
        else
            rewriter.Fill(WebUtility.HtmlEncode(played), address);
        rewriter.Fill($"\" frameborder=\"0\" allowfullscreen=\"true\"{attributes}></iframe></div>");
    }

    /// <summary>The same constructs inside a quote that is none.</summary>
    private void Run(int place, int end)
    {
        while (place < end)
        {
            var found = text.AsSpan(place, end - place).IndexOf("[!code", StringComparison.OrdinalIgnoreCase);
            if (found < 0)
                return;
            place += found;
            place = CodeReference.Read(text, place) is { } reference && reference.Span.End <= end ? WriteAt(reference) : place + 2;
        }

        int WriteAt(CodeReference reference)
        {
            Write(reference, reference.Span);
            return reference.Span.End;
        }
    }

    private void Write(CodeReference reference, TextSpan whole)
    {
        var line = text.AsSpan(0, whole.Start).LastIndexOf('\n') + 1;
        var before = text[line..whole.Start];
        var indent = before.All(unit => unit is ' ' or '\t' or '>') ? before : null;
        var written = text.Substring(reference.Path.Start, reference.Path.Length);
        if (configuration.IgnoredLinks.Any(pattern => pattern.IsMatch(written)))
        {
            // What content.json says is elsewhere is only named.
            rewriter.Replace(whole).Fill("[").Fill(written.Replace("_", "\\_", StringComparison.Ordinal), reference.Path).Fill("](").Take(reference.Path).Fill(")");
            return;
        }

        rewriter.Replace(whole).Fill(indent is null ? "\n\n```" : "```").Fill(reference.Language);
        rewriter.Fill(" file=\"");
        var path = text.AsSpan(reference.Path.Start, reference.Path.Length);
        if (path.StartsWith("~/"))
            rewriter.Fill((configuration.Root is "" or "." ? "" : configuration.Root + "/") + path[2..].ToString(), reference.Path);
        else if (path.Contains('%'))
            rewriter.Fill(Uri.UnescapeDataString(path), reference.Path);
        else
            rewriter.Take(reference.Path);
        rewriter.Fill("\"");
        if (reference.Region is { } region)
            rewriter.Fill(" region=\"").Take(region).Fill("\"");
        if (reference.Lines is { } lines)
            rewriter.Fill(" lines=").Fill(CodeReference.LinesOf(text.Substring(lines.Start, lines.Length)), lines);
        if (reference.Marked is { } marked)
            rewriter.Fill(" {").Fill(text.Substring(marked.Start, marked.Length).Replace(" ", "", StringComparison.Ordinal), marked).Fill("}");
        rewriter.Fill($"\n{indent}```");
        if (whole.End < text.Length && text[whole.End] is not ('\n' or '\r'))
            rewriter.Fill("\n\n");
    }

    private int Replace(TripleColon colons)
    {
        switch (colons.Name)
        {
            case "image" when colons.Find("source") is { } source:
                WriteImage(colons, source);
                break;
            case "code" when CodeReference.Of(text, colons) is { } reference:
                Write(reference, colons.Span);
                break;
            case "video" when colons.Find("source") is { } film:
                rewriter.Replace(colons.Span);
                var title = colons.Find("title") is { Length: > 0 } named ? $" title=\"{WebUtility.HtmlEncode(text.Substring(named.Start, named.Length))}\"" : "";
                var width = colons.Find("max-width") is { Length: > 0 } wide && text.AsSpan(wide.Start, wide.Length).IndexOfAnyExceptInRange('0', '9') < 0
                    ? $" style=\"max-width:{text.AsSpan(wide.Start, wide.Length)}px;\""
                    : "";
                WriteVideo(film, title + width);
                break;
            case "row":
                rewriter.Replace(colons.Span).Fill("\n<section class=\"row\">\n");
                break;
            case "column":
                var span = colons.Find("span") is { } number && text.AsSpan(number.Start, number.Length).IndexOfAnyExceptInRange('0', '9') < 0 ? string.Concat(" span", text.AsSpan(number.Start, number.Length)) : "";
                rewriter.Replace(colons.Span).Fill($"\n<div class=\"column{span}\">\n");
                break;
            case "row-end":
                rewriter.Replace(colons.Span).Fill("\n</section>\n");
                break;
            case "column-end":
                rewriter.Replace(colons.Span).Fill("\n</div>\n");
                break;
            case "image-end":
                rewriter.Replace(colons.Span).Fill("\n</div>\n");
                break;
            case "moniker" or "moniker-end" or "zone" or "zone-end" or "no-loc":
                rewriter.Replace(colons.Span);
                if (colons.Name == "no-loc" && colons.Find("text") is { } word)
                    rewriter.Take(word);
                break;
        }

        return colons.Span.End;
    }

    private void WriteImage(TripleColon colons, TextSpan source)
    {
        rewriter.Replace(colons.Span);
        var type = colons.Find("type") is { } kind ? text.Substring(kind.Start, kind.Length) : "content";
        var link = colons.Find("link") ?? colons.Find("lightbox");
        var border = colons.Find("border") is { Length: > 0 } says && bool.TryParse(text.AsSpan(says.Start, says.Length), out var told) ? told : type != "icon";
        if (border)
            rewriter.Fill("<span class=\"mx-imgBorder\">");
        if (link is { } target)
            rewriter.Fill("<a href=\"").Take(target).Fill("\">");
        rewriter.Fill("<img src=\"").Take(source).Fill("\" alt=\"");
        if (type != "icon" && colons.Find("alt-text") is { } alternative)
            rewriter.Take(alternative);
        rewriter.Fill(type == "icon" ? "\" role=\"presentation\">" : "\">");
        if (link is not null)
            rewriter.Fill("</a>");
        if (border)
            rewriter.Fill("</span>");
        if (type == "complex")
            rewriter.Fill("\n\n<div class=\"visually-hidden\">\n\n");
    }
}
