using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// One pass over HTML that finds what authors wrote into it: links, ids, comments that suppress, headings, and structure that had to be
/// repaired. For Markdown it goes over what was rendered, so that an element holds across blocks; places come from the map.
/// </summary>
internal sealed class MarkupScan
{
    private readonly ArticleFacts facts;
    private readonly SourceMap map;
    private readonly ElementStack stack = new();
    private readonly StructureReport report;
    private readonly QuietLinks quietLinks = new();
    private readonly ElementReader tags;
    private readonly HeadingScan headings;
    private int firstBlock;

    public MarkupScan(ArticleFacts facts, SourceMap map)
    {
        this.facts = facts;
        this.map = map;
        report = new StructureReport(facts, map);
        tags = new ElementReader(facts, map);
        headings = new HeadingScan(facts);
    }

    /// <summary>Is told what a document says of itself; null where there is no document.</summary>
    public DocumentFrame? Frame { get; init; }

    /// <summary>Is told what of the author's HTML is no text; null where nobody wants to know.</summary>
    public UnfilledTemplates? Templates { get; init; }

    /// <summary>Is told of every element and of all text; null where nobody wants to know.</summary>
    public IElementObserver? Watch
    {
        get => stack.Watch;
        set => stack.Watch = value;
    }

    /// <summary>The start tags of the headings, in the order of the headings.</summary>
    public List<TextSpan> HeadingTags => headings.Tags;

    /// <summary>Where the end tags of the headings start, in the same order.</summary>
    public List<int> HeadingEnds => headings.Ends;

    /// <summary>Where the first block stands, what belongs to the head of a document passed over; the end where there is none.</summary>
    public int FirstBlock => firstBlock;

    /// <summary>Goes over <paramref name="html"/>.</summary>
    public void Run(ReadOnlyMemory<char> html)
    {
        stack.Clear();
        quietLinks.Clear();
        report.Start(html);
        headings.Clear();
        firstBlock = html.Length;
        Frame?.Clear();

        var text = html.Span;
        var tokens = new HtmlTokenizer(text);
        var end = 0;
        var isHead = false;

        // What comes after all that the author wrote is right by construction, if nothing of it is still open.
        var authorEnd = Watch is null && Frame is null ? map.RenderedEnd : int.MaxValue;
        var templates = Templates is { HasAny: true } ? Templates : null;
        var quietStart = -1;
        while (tokens.MoveNext())
        {
            var isWritten = map.Contains(tokens.Span.Start);
            if (templates is not null && isWritten)
            {
                var tag = map.GetSource(tokens.Span);
                if (templates.Covers(tag.Start))
                    continue;
                templates.Hide(tag);
            }

            Watch?.Text(text, TextSpan.FromBounds(end, tokens.Span.Start));
            ReadText(text, TextSpan.FromBounds(end, tokens.Span.Start), isHead);
            isHead = tokens.Kind == HtmlTokenKind.StartTag && RawText.IsRaw(tokens.Name) && HtmlHead.IsPart(tokens.Name);
            ReadToken(text, tokens, isWritten);
            if (templates is not null && stack.IsQuiet != quietStart >= 0)
                quietStart = HideQuiet(templates, quietStart, map.GetSource(tokens.Span));
            tokens.IsForeign = stack.IsForeign;
            end = tokens.Span.End;
            if (end >= authorEnd && !stack.IsUnsettled && !headings.IsInside)
            {
                headings.ReadRendered(text, end);
                break;
            }
        }

        Watch?.Text(text, TextSpan.FromBounds(end, text.Length));
        ReadText(text, TextSpan.FromBounds(end, text.Length), isHead);
        if (quietStart >= 0)
            HideQuiet(templates!, quietStart, map.GetSource(new TextSpan(text.Length, 0)));
        stack.Finish(report, text.Length);
        quietLinks.RemoveFrom(facts);
    }

    /// <summary>At the tag with which a stretch of code begins its place, and at the end of it -1.</summary>
    private static int HideQuiet(UnfilledTemplates templates, int start, TextSpan tag)
    {
        if (start < 0)
            return tag.Start;
        if (tag.Start > start)
            templates.Hide(TextSpan.FromBounds(start, tag.Start));
        return -1;
    }

    private void ReadText(ReadOnlySpan<char> html, TextSpan place, bool isHead)
    {
        if (isHead || (firstBlock <= place.Start && stack.TablePart is null))
            return;
        var text = html.Slice(place.Start, place.Length);
        if (text.IsWhiteSpace())
            return;
        BeginBlock(place.End - text.TrimStart().Length);
        if (stack.TablePart is { } part && !(Templates is { HasAny: true } && TemplateExpression.FillsAll(text)))
            report.TextInTable(part);
    }

    private void ReadToken(ReadOnlySpan<char> html, in HtmlTokenizer token, bool isWritten)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Comment when isWritten:
                SuppressionComment.Read(html.Slice(token.Inner.Start, token.Inner.Length), map.GetSource(token.Span), token.Span.Start < firstBlock, facts);
                if (token.IsCutOff)
                    report.CommentNeverClosed(token.Span);
                break;
            case HtmlTokenKind.Declaration when html.Slice(token.Inner.Start, token.Inner.Length).StartsWith("doctype", StringComparison.OrdinalIgnoreCase):
                Frame?.Declare();
                break;
            case HtmlTokenKind.StartTag or HtmlTokenKind.EndTag when token.IsCutOff:
                // The text ends inside the tag: browsers drop it.
                if (isWritten)
                    report.TagCutOff(token.Span, token.Inner);
                break;
            case HtmlTokenKind.StartTag:
                if (!HtmlHead.IsPart(token.Name))
                    BeginBlock(token.Span.Start);
                if (!stack.IsQuiet && !stack.IsForeign)
                    ReadFrame(html, token);
                if (isWritten && !stack.IsInert)
                    ReadWritten(html, token);
                else if (stack.IsQuiet)
                    quietLinks.Add(token.Span);
                if (!stack.IsForeign && !stack.IsQuiet)
                    headings.Start(html, token);
                if (!token.IsCutOff)
                    stack.Start(html, token, isWritten, report);
                break;
            case HtmlTokenKind.EndTag:
                headings.End(html, token);
                if (!stack.IsQuiet)
                    Frame?.End(token);
                stack.End(html, token, isWritten, report);
                break;
        }
    }

    private void ReadFrame(ReadOnlySpan<char> html, in HtmlTokenizer token)
    {
        if (Frame is null)
            return;
        Frame.Start(html, token);

        // Whatever stood before it was no block of the text.
        if (token.Name.Equals("body", StringComparison.OrdinalIgnoreCase))
            firstBlock = html.Length;
    }

    private void ReadWritten(ReadOnlySpan<char> html, in HtmlTokenizer token)
    {
        var isForeign = stack.IsForeign || token.Name.Equals("svg", StringComparison.OrdinalIgnoreCase);
        tags.Read(html, token, isForeign, hasLinks: !stack.IsQuiet);
    }

    private void BeginBlock(int place) => firstBlock = Math.Min(firstBlock, place);
}
