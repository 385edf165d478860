using System.Text;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Obsidian;

/// <summary>Makes Markdown of links by name, embedded files, ids of blocks, callouts and comments.</summary>
internal sealed class WikiRewriter
{
    private readonly TextRewriter rewriter;
    private readonly string text;
    private readonly CodeRegions code;

    public WikiRewriter(TextRewriter rewriter)
    {
        this.rewriter = rewriter;
        text = rewriter.Text;
        code = new CodeRegions(text, rewriter.BodyStart);
    }

    public void Run()
    {
        var isCommentOpen = false;
        for (var place = rewriter.BodyStart; place < text.Length && !rewriter.IsFull;)
        {
            var found = text.AsSpan(place).IndexOfAny('[', '%', '^');
            if (found < 0)
                return;
            place += found;
            if (code.Find(place) is { } region)
            {
                place = region.End;
                continue;
            }

            switch (text[place])
            {
                case '[' when WikiLink.Read(text, place) is { } link:
                    Write(link);
                    place = link.Span.End;
                    break;
                case '[' when IsCallout(place):
                    place = WriteCallout(place);
                    break;
                case '%' when !isCommentOpen && place + 1 < text.Length && text[place + 1] == '%':
                    var close = text.IndexOf("%%", place + 2, StringComparison.Ordinal);
                    isCommentOpen = close < 0;
                    if (close >= 0)
                        rewriter.Replace(TextSpan.FromBounds(place, close + 2));
                    place = close < 0 ? place + 2 : close + 2;
                    break;
                case '^' when MeasureId(place) is var length and > 0:
                    rewriter.Replace(new TextSpan(place, length)).Fill("<a id=\"").Take(new TextSpan(place, length)).Fill("\"></a>");
                    place += length;
                    break;
                default:
                    place++;
                    break;
            }
        }
    }

    private void Write(WikiLink link)
    {
        var path = link.PathIn(text);
        var fragment = link.FragmentIn(text);
        if (link.IsEmbed && Embeds.IsTakenIn(link, text))
        {
            // What could not be taken in is told by whoever wanted to.
            rewriter.Replace(link.Span).Fill("<span class=\"internal-embed\">").Fill(Escape(path.ToString()), link.Target).Fill("</span>");
            return;
        }

        var destination = DestinationEncoding.EncodeName(path.ToString()) + (fragment.IsEmpty ? "" : "#" + DestinationEncoding.EncodeName(fragment.ToString()));
        var isImage = link.IsEmbed && !link.IsNote(text);
        var size = link.Text is { } written && isImage ? SizeOf(text.AsSpan(written.Start, written.Length)) : null;
        rewriter.Replace(link.Span).Fill(isImage && !path.EndsWith(".pdf", StringComparison.OrdinalIgnoreCase) ? "![" : "[");
        if (link.Text is { Length: > 0 } shown && size is null)
            rewriter.Take(shown);
        else
            rewriter.Fill(Escape(isImage ? ContentPath.NameOf(path).ToString() : Describe(path, fragment)), link.Target);
        rewriter.Fill("](").Fill(destination, link.Target, DestinationForm.Name).Fill(")" + size);
    }

    private static string Describe(ReadOnlySpan<char> path, ReadOnlySpan<char> fragment)
    {
        var parts = fragment.ToString().Replace("#", " > ", StringComparison.Ordinal);
        return path.IsEmpty ? parts : fragment.IsEmpty ? path.ToString() : $"{path} > {parts}";
    }

    /// <summary><c>300</c> or <c>300x200</c> as attributes.</summary>
    private static string? SizeOf(ReadOnlySpan<char> written)
    {
        var by = written.IndexOf('x');
        var width = by < 0 ? written : written[..by];
        var height = by < 0 ? default : written[(by + 1)..];
        if (width.IsEmpty || width.Length > 5 || width.IndexOfAnyExceptInRange('0', '9') >= 0 || (by >= 0 && (height.IsEmpty || height.Length > 5 || height.IndexOfAnyExceptInRange('0', '9') >= 0)))
            return null;
        return by < 0 ? $"{{width=\"{width}\"}}" : $"{{width=\"{width}\" height=\"{height}\"}}";
    }

    private static string Escape(string shown)
    {
        var escaped = new StringBuilder(shown.Length + 8);
        foreach (var unit in shown)
        {
            if (unit is '*' or '_' or '`' or '[' or ']' or '<' or '>' or '\\' or '|' or '~' or '^' or '=' or '$' or '&' or '{')
                escaped.Append('\\');
            escaped.Append(unit);
        }

        return escaped.ToString();
    }

    /// <summary>How long an id of a block is, which ends its line; 0 where there is none.</summary>
    private int MeasureId(int place)
    {
        if (place > 0 && text[place - 1] is not (' ' or '\t' or '\n'))
            return 0;
        var end = place + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '-'))
            end++;
        var length = end - place;
        while (end < text.Length && text[end] is ' ' or '\t' or '\r')
            end++;
        return length > 1 && (end == text.Length || text[end] == '\n') ? length : 0;
    }

    private bool IsCallout(int place)
    {
        if (place + 3 >= text.Length || text[place + 1] != '!' || !char.IsLetter(text[place + 2]))
            return false;
        var before = text.AsSpan(0, place);
        before = before[(before.LastIndexOf('\n') + 1)..];
        return before.Contains('>') && before.IndexOfAnyExcept(" \t>") < 0;
    }

    /// <summary>The title goes to a line of its own, since Markdown has none there.</summary>
    private int WriteCallout(int place)
    {
        var lineEnd = CodeRegions.EndOfLine(text, place);
        var close = text.IndexOf(']', place, lineEnd - place);
        if (close < 0)
            return place + 1;
        var end = lineEnd;
        while (end > close && char.IsWhiteSpace(text[end - 1]))
            end--;
        var title = close + 1;
        if (title < end && text[title] is '+' or '-')
            title++;
        if (title > close + 1)
            rewriter.Replace(TextSpan.FromBounds(close + 1, title));
        while (title < end && char.IsWhiteSpace(text[title]))
            title++;
        if (title >= end)
            return Math.Max(title, close + 1);
        var line = text.AsSpan(0, place).LastIndexOf('\n') + 1;
        rewriter.Replace(new TextSpan(title, 0)).Fill($"\n{text[line..place]}<strong>");
        rewriter.Replace(new TextSpan(end, 0)).Fill("</strong>\n" + text[line..place].TrimEnd());
        return end;
    }
}
