using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// Takes out of a rendered text what authors who are not trusted may not write: CONTENT3006, or CONTENT3005 where there is to be no HTML. What stays are whole
/// tags of known elements, each attribute of which was looked at, and text without a bracket that could begin another. That Markdown rendered a tag is no
/// reason to believe in it: its attributes and addresses are the author's as well.
/// </summary>
internal sealed class MarkupFilter(MarkupRules rules, ArticleFacts facts, SourceMap map)
{
    private readonly List<BodyEdit> edits = [];
    private readonly HashSet<int> lostSlots = [];
    private int bodyStart;
    private int regionEnd;
    private int reportedUntil;
    private int nextSlot;

    /// <summary>What is taken out of <paramref name="html"/>, in order.</summary>
    /// <param name="html">The text. The slots of the facts belong to it, in its order; those of addresses that are taken out are gone afterwards.</param>
    /// <param name="part">Where to look.</param>
    /// <param name="source">Where in the file the text begins, for what has no place of its own.</param>
    public List<BodyEdit> Run(ReadOnlySpan<char> html, TextSpan part, int source)
    {
        edits.Clear();
        lostSlots.Clear();
        bodyStart = source;
        regionEnd = reportedUntil = -1;
        nextSlot = 0;
        var end = part.Start;
        var tokens = new HtmlTokenizer(html[..part.End], part.Start);
        while (tokens.MoveNext())
        {
            EscapeText(html, end, tokens.Span.Start);
            end = ReadToken(html[..part.End], tokens);
            // A new one each time: whatever the element is, what follows is read as markup.
            tokens = new HtmlTokenizer(html[..part.End], end);
        }

        EscapeText(html, end, part.End);
        RemoveSlots();
        return edits;
    }

    /// <summary>Looks at a token, and tells where to go on.</summary>
    private int ReadToken(ReadOnlySpan<char> html, in HtmlTokenizer token)
    {
        var isWritten = map.Contains(token.Span.Start);
        var limit = isWritten ? RegionEnd(html, token.Span.Start) : html.Length;
        if (token.IsCutOff || token.Span.End > limit)
        {
            // The tag or comment would go on in what others wrote: nothing of it is markup.
            if (token.Kind != HtmlTokenKind.Comment)
            {
                EscapeText(html, token.Span.Start, limit);
                return limit;
            }

            if (isWritten)
                facts.Report(MarkupErrors.CommentNeverClosed(facts.File, PlaceOf(new TextSpan(token.Span.Start, 4), isWritten)));
            Remove(token.Span.Start, limit);
            return limit;
        }

        switch (token.Kind)
        {
            case HtmlTokenKind.StartTag:
                return ReadStart(html, token, isWritten, limit);
            case HtmlTokenKind.EndTag when isWritten ? rules.IsForbidden || !rules.AllowsElement(token.Name) : !rules.AllowsRendered(token.Name):
                Remove(token.Span.Start, token.Span.End);
                break;
            case HtmlTokenKind.Comment when !IsSuppression(html.Slice(token.Inner.Start, token.Inner.Length)):
            case HtmlTokenKind.Declaration:
                Remove(token.Span.Start, token.Span.End);
                break;
        }

        return token.Span.End;
    }

    private int ReadStart(ReadOnlySpan<char> html, in HtmlTokenizer tag, bool isWritten, int limit)
    {
        if (isWritten && rules.IsForbidden)
        {
            if (tag.Span.Start >= reportedUntil)
                facts.Report(MarkupErrors.RawHtml(facts.File, facts.GetRange(map.GetSource(tag.Span)), tag.Name.ToString()));
            reportedUntil = limit;
        }
        else if (isWritten ? rules.AllowsElement(tag.Name) : rules.AllowsRendered(tag.Name))
        {
            ReadAttributes(html, tag, isWritten);
            return tag.Span.End;
        }
        else
        {
            facts.Report(MarkupErrors.ElementTakenOut(facts.File, PlaceOf(tag.Span, isWritten), tag.Name.ToString()));
        }

        var end = isWritten && MarkupRules.TakesContent(tag.Name) ? FindContentEnd(html, tag, limit) : tag.Span.End;
        Remove(tag.Span.Start, end);
        return end;
    }

    private void ReadAttributes(ReadOnlySpan<char> html, in HtmlTokenizer tag, bool isWritten)
    {
        var reader = tag.Attributes;
        while (reader.MoveNext())
        {
            var name = html.Slice(reader.Name.Start, reader.Name.Length);
            var value = AttributeText.Decode(html, reader.Value).Text;
            if (isWritten ? rules.AllowsAttribute(tag.Name, name, value) : rules.AllowsRenderedAttribute(tag.Name, name, value))
                continue;
            var span = TextSpan.FromBounds(reader.Name.Start, Math.Max(reader.Value.End, reader.Position));
            var range = PlaceOf(span, isWritten);
            var isSaid = TakeSlots(span, ref range);
            if (!isSaid)
                facts.Report(MarkupErrors.AttributeTakenOut(facts.File, range, name.ToString(), tag.Name.ToString()));
            // Reason: without a space two attributes around it could become one.
            edits.Add(new BodyEdit(span.Start, span.Length, html[span.Start - 1] is ' ' or '\n' or '\t' ? "" : " ", IsSlot: false));
        }
    }

    /// <summary>The slots in an attribute go with it. Of a link with an unsafe scheme that is said by its own code.</summary>
    private bool TakeSlots(TextSpan span, ref TextRange range)
    {
        var isSaid = false;
        while (nextSlot < facts.Slots.Count && facts.Slots[nextSlot].Start < span.Start)
            nextSlot++;
        for (var index = nextSlot; index < facts.Slots.Count && facts.Slots[index].Start < span.End; index++)
        {
            lostSlots.Add(index);
            var link = facts.Links[facts.Slots[index].Link];
            range = facts.GetRange(link.Span);
            isSaid |= Paths.UnsafeScheme.Find(link.Destination, link.Role == LinkRole.Image) is not null;
        }

        return isSaid;
    }

    private void RemoveSlots()
    {
        if (lostSlots.Count > 0)
            LinkRemoval.Remove(facts, new bool[facts.Links.Count], lostSlots);
    }

    /// <summary>Where what one author wrote without a break ends: only line ends are between its lines.</summary>
    private int RegionEnd(ReadOnlySpan<char> html, int start)
    {
        if (start < regionEnd)
            return regionEnd;
        var end = start;
        var last = start;
        for (; end < html.Length && (map.Contains(end) || html[end] is '\n' or '\r'); end++)
        {
            if (html[end] is not ('\n' or '\r'))
                last = end + 1;
        }

        return regionEnd = last;
    }

    /// <summary>Where an element ends that goes with its content; its start tag's end where it does not end in the same piece of HTML.</summary>
    private static int FindContentEnd(ReadOnlySpan<char> html, in HtmlTokenizer tag, int limit)
    {
        var piece = html[..limit];
        var tokens = new HtmlTokenizer(piece, RawText.IsRaw(tag.Name) ? RawText.FindEnd(piece, tag.Span.End, tag.Name) : tag.Span.End);
        var depth = 1;
        while (!tag.IsSelfClosing && tokens.MoveNext())
        {
            if (!tokens.Name.Equals(tag.Name, StringComparison.OrdinalIgnoreCase) || tokens.Kind is not (HtmlTokenKind.StartTag or HtmlTokenKind.EndTag))
                continue;
            depth += tokens.Kind == HtmlTokenKind.StartTag ? 1 : -1;
            if (depth == 0)
                return tokens.Span.End;
        }

        return tag.Span.End;
    }

    private TextRange PlaceOf(TextSpan span, bool isWritten) => facts.GetRange(isWritten ? map.GetSource(span) : new TextSpan(bodyStart, 0));

    /// <summary>A comment that speaks to the compiler stays; readers get no other.</summary>
    private static bool IsSuppression(ReadOnlySpan<char> comment) =>
        comment.TrimStart().StartsWith("content-ignore", StringComparison.Ordinal) && comment.IndexOfAny('<', '>') < 0 && comment.IndexOf("--", StringComparison.Ordinal) < 0;

    private void EscapeText(ReadOnlySpan<char> html, int from, int to)
    {
        while (from < to && html[from..to].IndexOf('<') is var offset and >= 0)
        {
            edits.Add(new BodyEdit(from + offset, 1, "&lt;", IsSlot: false));
            from += offset + 1;
        }
    }

    private void Remove(int start, int end) => edits.Add(new BodyEdit(start, end - start, "", IsSlot: false));
}
