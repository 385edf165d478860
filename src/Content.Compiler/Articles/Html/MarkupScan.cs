using Content.Compiler.Sources;

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
    private bool hasBlock;
    private int headingLevel;
    private int headingStart;
    private string headingId = "";

    public MarkupScan(ArticleFacts facts, SourceMap map)
    {
        this.facts = facts;
        this.map = map;
        report = new StructureReport(facts, map);
        Tags = new ElementReader(facts, map);
    }

    /// <summary>Reads single elements.</summary>
    public ElementReader Tags { get; }

    /// <summary>Goes over <paramref name="html"/>.</summary>
    public void Run(ReadOnlyMemory<char> html)
    {
        stack.Clear();
        quietLinks.Clear();
        report.Start(html);
        facts.Headings.Clear();
        hasBlock = false;
        headingLevel = 0;

        var text = html.Span;
        var tokens = new HtmlTokenizer(text);
        var end = 0;
        while (tokens.MoveNext())
        {
            ReadText(text[end..tokens.Span.Start]);
            ReadToken(text, tokens, map.Contains(tokens.Span.Start));
            tokens.IsForeign = stack.IsForeign;
            end = tokens.Span.End;
        }

        ReadText(text[end..]);
        stack.Finish(report);
        quietLinks.RemoveFrom(facts);
    }

    private void ReadText(ReadOnlySpan<char> text)
    {
        if ((hasBlock && stack.TablePart is null) || text.IsWhiteSpace())
            return;
        hasBlock = true;
        if (stack.TablePart is { } part)
            report.TextInTable(part);
    }

    private void ReadToken(ReadOnlySpan<char> html, in HtmlTokenizer token, bool isWritten)
    {
        switch (token.Kind)
        {
            case HtmlTokenKind.Comment when isWritten:
                SuppressionComment.Read(html.Slice(token.Inner.Start, token.Inner.Length), map.GetSource(token.Span), !hasBlock, facts);
                if (token.IsCutOff)
                    report.CommentNeverClosed(token.Span);
                break;
            case HtmlTokenKind.StartTag:
                hasBlock = hasBlock || !HtmlHead.IsPart(token.Name);
                if (isWritten)
                    ReadWritten(html, token);
                else if (stack.IsQuiet)
                    quietLinks.Add(token.Span);
                ReadHeading(html, token);
                stack.Start(html, token, isWritten, report);
                break;
            case HtmlTokenKind.EndTag:
                if (headingLevel > 0 && LevelOf(token.Name) == headingLevel)
                    EndHeading(html[headingStart..token.Span.Start]);
                stack.End(html, token, isWritten, report);
                break;
        }
    }

    private void ReadWritten(ReadOnlySpan<char> html, in HtmlTokenizer token)
    {
        if (token.IsCutOff)
            report.TagCutOff(token.Span, token.Inner);
        var isForeign = stack.IsForeign || token.Name.Equals("svg", StringComparison.OrdinalIgnoreCase);
        Tags.Read(html, token, isForeign, hasLinks: !stack.IsQuiet);
    }

    private void ReadHeading(ReadOnlySpan<char> html, in HtmlTokenizer token)
    {
        var level = LevelOf(token.Name);
        if (level == 0 || stack.IsForeign || stack.IsQuiet)
            return;
        headingLevel = level;
        headingStart = token.Span.End;
        headingId = LinkAttributes.Read(html, token.Attributes).Id is { } id ? AttributeText.Decode(html, id).Text : "";
    }

    private void EndHeading(ReadOnlySpan<char> content)
    {
        facts.Headings.Add(new ArticleHeading(headingLevel, HtmlText.Read(content), headingId));
        headingLevel = 0;
    }

    private static int LevelOf(ReadOnlySpan<char> name) =>
        name.Length == 2 && name[0] is 'h' or 'H' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;
}
