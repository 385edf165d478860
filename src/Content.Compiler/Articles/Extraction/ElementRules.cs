using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Extraction;

/// <summary>Holds the elements of an article against the rules of content.json, and against the style that most would want where it asks for that.</summary>
internal sealed class ElementRules(ContentRules rules, int collection)
{
    private static readonly HashSet<string> emptyPhrases = new(StringComparer.OrdinalIgnoreCase)
    {
        "click here", "here", "click", "this link", "link", "read more", "more", "learn more", "this page", "this article",
    };

    private readonly ElementRule[] own = [.. rules.Elements.Where(rule => rule.Collections.IsEmpty || rule.Collections.Contains(collection))];

    /// <summary>Whether there is anything to look for.</summary>
    public bool IsNeeded => own.Length > 0 || rules.HasRecommendedStyle;

    /// <summary>Whether elements are looked for by selectors.</summary>
    public bool HasSelectors => own.Length > 0;

    /// <summary>Reports what is found.</summary>
    public void Check(ReadOnlySpan<char> html, ElementIndex index, SelectorDocument document, ISourcePlaces sources, ArticleFacts facts)
    {
        foreach (var rule in own)
        {
            if (document.IsBeyond(rule.Selector))
                facts.Report(SourceErrors.TooManySiblings(facts.File, rule.Selector));
            else if (document.IsTooCostly(rule.Selector))
                facts.Report(SourceErrors.TooManyElements(facts.File, rule.Selector));
            else
                Check(rule, index, document, sources, facts);
        }

        if (rules.HasRecommendedStyle)
            CheckStyle(html, index, sources, facts);
    }

    private static void Check(ElementRule rule, ElementIndex index, SelectorDocument document, ISourcePlaces sources, ArticleFacts facts)
    {
        foreach (var number in document.Find(rule.Selector))
        {
            // What is implied stands nowhere, and nobody wrote it.
            if (number != SelectorDocument.Implied)
                facts.Report(MarkupErrors.Rule(facts.File, facts.GetRange(PlaceOf(index.Elements[number], sources, facts)), rule.Message, rule.Severity));
        }
    }

    private static void CheckStyle(ReadOnlySpan<char> html, ElementIndex index, ISourcePlaces sources, ArticleFacts facts)
    {
        var (level, first) = (0, 0);
        foreach (var element in index.Elements)
        {
            if (LevelOf(element.Name) is var own and > 0)
            {
                var place = facts.GetRange(PlaceOf(element, sources, facts));
                if (own == 1 && first > 0)
                    facts.Report(Style(facts, place, string.Create(CultureInfo.InvariantCulture, $"This is another heading of level 1; the first is on line {first}. Make it one of level 2.")));
                else if (level > 0 && own > level + 1)
                    facts.Report(Style(facts, place, string.Create(CultureInfo.InvariantCulture, $"The heading jumps from level {level} to level {own}. Make it one of level {level + 1}.")));
                first = own == 1 && first == 0 ? place.StartLine : first;
                level = own;
            }
            else if (element.Name.Equals("a", StringComparison.OrdinalIgnoreCase))
            {
                CheckLink(html, element, sources, facts);
            }
        }
    }

    private static void CheckLink(ReadOnlySpan<char> html, in IndexedElement element, ISourcePlaces sources, ArticleFacts facts)
    {
        var text = PlacedText.OfContent(html, element);
        if (text.IsEmpty)
            return;
        var content = text.Conclude(sources, element.Whole, divides: false);
        var words = content.Text.TrimEnd('.', '!', ':', '…', ' ');
        if (emptyPhrases.Contains(words))
            facts.Report(Style(facts, facts.GetRange(content.Span), $"{Quoted.Text(content.Text)} does not say where the link leads. Name what is there."));
        else if (LinkOf(element, facts) is { } link && link.Role == LinkRole.Hyperlink && link.Span.Start == content.Span.Start && facts.UnitBefore(link.Span.Start) is not ('<' or '"' or '\'' or '='))
            facts.Report(Style(facts, facts.GetRange(link.Span), "This is a bare address. Write it as a link with a text, or between '<' and '>'."));
    }

    /// <summary>The destination of a link or an image; the tag where an author wrote it; else the text within.</summary>
    private static TextSpan PlaceOf(in IndexedElement element, ISourcePlaces sources, ArticleFacts facts)
    {
        if (LinkOf(element, facts) is { } link)
            return link.Span;
        return sources.GetSource(sources.Contains(element.Tag.Start) ? element.Tag : element.Content.Length > 0 ? element.Content : element.Whole);
    }

    /// <summary>What stands in the tag as a link; the slots are in the order of the output.</summary>
    private static FoundLink? LinkOf(in IndexedElement element, ArticleFacts facts)
    {
        var (low, high) = (0, facts.Slots.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var slot = facts.Slots[middle];
            if (slot.Start >= element.Tag.End)
                high = middle - 1;
            else if (slot.Start < element.Tag.Start)
                low = middle + 1;
            else
                return facts.Links[slot.Link];
        }

        return null;
    }

    private static int LevelOf(string name) => name is [('h' or 'H'), (>= '1' and <= '6') and var digit] ? digit - '0' : 0;

    private static Diagnostic Style(ArticleFacts facts, TextRange place, string message) => MarkupErrors.Rule(facts.File, place, message, DiagnosticSeverity.Warning);
}
