using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// Tells CONTENT3004, at what the author wrote: where the renderer's own elements are hurt, at the tag that hurts them.
/// </summary>
internal sealed class StructureReport(ArticleFacts facts, SourceMap map)
{
    private readonly HashSet<int> hurtTables = [];
    private readonly Dictionary<int, Diagnostic> blocksInParagraphs = [];
    private ReadOnlyMemory<char> html;

    public void Start(ReadOnlyMemory<char> html)
    {
        this.html = html;
        hurtTables.Clear();
        blocksInParagraphs.Clear();
    }

    /// <summary>A block in a paragraph that is never closed is most likely meant as text, and one mistake.</summary>
    public void NeverClosed(in OpenElement element)
    {
        var isInParagraph = blocksInParagraphs.Remove(element.Span.Start);
        facts.Report(
            element.IsSelfClosing && !isInParagraph
                ? MarkupErrors.ClosesItselfInVain(facts.File, Place(element.Span), Read(element.Name))
                : MarkupErrors.NeverClosed(
                    facts.File, Place(element.Span), Read(element.Name), mayBeText: isInParagraph || MayBeText(element)));
    }

    /// <summary>Made-up elements, and blocks in the middle of a line, are often names that prose speaks of.</summary>
    private bool MayBeText(in OpenElement element)
    {
        if (!element.Is(ElementTraits.Known))
            return true;
        var before = html.Span[..element.Span.Start].TrimEnd(' ');
        return element.Is(ElementTraits.EndsParagraph) && !before.IsEmpty && before[^1] is not ('\n' or '>');
    }

    /// <summary>All is known: tells what was kept back.</summary>
    public void Finish()
    {
        foreach (var diagnostic in blocksInParagraphs.Values)
            facts.Report(diagnostic);
        blocksInParagraphs.Clear();
    }

    /// <summary>The end tag of an element that has none, which browsers take for the element.</summary>
    public void ClosesVoid(TextSpan tag, TextSpan name) => facts.Report(MarkupErrors.ClosesVoid(facts.File, Place(tag), Read(name)));

    public void TagCutOff(TextSpan tag, TextSpan name) => facts.Report(
        MarkupErrors.TagCutOff(facts.File, Place(TextSpan.FromBounds(tag.Start, name.End)), Read(name)));

    public void CommentNeverClosed(TextSpan comment) => facts.Report(
        MarkupErrors.CommentNeverClosed(facts.File, Place(new TextSpan(comment.Start, 4))));

    public void ClosesNothing(TextSpan tag, TextSpan name) => facts.Report(MarkupErrors.ClosesNothing(facts.File, Place(tag), Read(name)));

    public void OutsideTable(in OpenElement element) => facts.Report(
        MarkupErrors.OutsideTable(facts.File, Place(element.Span), Read(element.Name)));

    public void NotInTable(in OpenElement element, in OpenElement part)
    {
        if ((element.IsWritten || part.IsWritten) && hurtTables.Add(part.Span.Start))
            facts.Report(MarkupErrors.NotInTable(facts.File, Place(element.IsWritten ? element.Span : part.Span), Read(element.Name), Read(part.Name)));
    }

    public void TextInTable(in OpenElement part)
    {
        if (part.IsWritten && hurtTables.Add(part.Span.Start))
            facts.Report(MarkupErrors.TextInTable(facts.File, Place(part.Span), Read(part.Name)));
    }

    public void ClosesOther(TextSpan tag, TextSpan name, in OpenElement element) => facts.Report(
        MarkupErrors.ClosesOther(facts.File, Place(tag), Read(name), Read(element.Name)));

    /// <summary>A block ended a paragraph and the element in it, whose end tag came after all.</summary>
    public void BlockInParagraph(in LostElement element, in OpenElement paragraph)
    {
        if (element.IsCauseWritten)
        {
            var place = Place(element.Cause!.Value);
            blocksInParagraphs.TryAdd(
                element.Cause.Value.Start,
                paragraph.IsWritten
                    ? MarkupErrors.BlockInWrittenParagraph(facts.File, place, Read(element.Outer))
                    : MarkupErrors.BlockInParagraph(facts.File, place, Read(element.Outer)));
        }
        else if (paragraph.IsWritten)
            facts.Report(MarkupErrors.ParagraphOfBlocks(facts.File, Place(paragraph.Span), Read(element.Outer)));
    }

    /// <summary>The end tag of an element came after something else had closed it.</summary>
    public void Misnested(in LostElement element)
    {
        var cause = element.Cause!.Value;
        if (element.Reason == LossReason.Nested)
        {
            if (element.IsCauseWritten || element.Element.IsWritten)
                facts.Report(MarkupErrors.CannotNest(facts.File, Place(element.IsCauseWritten ? cause : element.Element.Span), Read(element.Outer)));
        }
        else if (element.Element.IsWritten)
        {
            facts.Report(
                element.IsCauseWritten
                    ? MarkupErrors.Misnested(facts.File, Place(element.Element.Span), Read(element.Element.Name), Read(element.Outer))
                    : MarkupErrors.CrossesBlocks(
                        facts.File, Place(element.Element.Span), $"<{Read(element.Element.Name)}>", Read(element.Outer)));
        }
        else if (element.IsCauseWritten)
        {
            facts.Report(MarkupErrors.CrossesBlocks(facts.File, Place(cause), $"</{Read(element.Outer)}>", Read(element.Element.Name)));
        }
    }

    private string Read(TextSpan span) => html.Span.Slice(span.Start, span.Length).ToString();

    private TextRange Place(TextSpan rendered) => facts.GetRange(map.GetSource(rendered));
}
