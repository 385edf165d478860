using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Finds <c>[text][label]</c>, <c>[label][]</c> and <c>[^note]</c> whose definition is missing: the parser leaves them in the text,
/// so that is where to look for them.
/// </summary>
internal sealed class UndefinedReferences(ArticleFacts facts)
{
    /// <summary>With how many definitions a label is compared: nobody writes more by hand, and the time stays bounded.</summary>
    private const int MostCompared = 500;

    private readonly BracketText brackets = new();

    /// <summary>Looks through the text of <paramref name="document"/>.</summary>
    public void Check(MarkdownDocument document, string text, int bodyStart)
    {
        if (!text.Contains("][", StringComparison.Ordinal) && !text.Contains("[^", StringComparison.Ordinal))
            return;
        var definitions = document.GetLinkReferenceDefinitions(addGroup: false);
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is not { } inlines)
                continue;
            Check(inlines, text, bodyStart, definitions);
            foreach (var container in inlines.Descendants<ContainerInline>())
            {
                if (container is not DelimiterInline)
                    Check(container, text, bodyStart, definitions);
            }
        }
    }

    private void Check(ContainerInline container, string text, int bodyStart, LinkReferenceDefinitionGroup definitions)
    {
        if (!brackets.Read(container))
            return;
        for (var index = 0; index < brackets.Length; index++)
        {
            if (!brackets.Is(index, '['))
                continue;
            if (brackets.Is(index + 1, '^'))
                index = CheckFootnote(index, text, bodyStart, definitions);
            else if (index > 0 && brackets.Is(index - 1, ']'))
                index = CheckReference(index, text, bodyStart, definitions);
        }
    }

    /// <summary>Looks at a mark that opens at <paramref name="open"/>, and tells where to go on.</summary>
    private int CheckFootnote(int open, string text, int bodyStart, LinkReferenceDefinitionGroup definitions)
    {
        var close = brackets.FindClose(open);
        if (close < open + 3 || brackets.HasSpace(open, close))
            return open;
        var span = brackets.GetSource(open, close + 1, text);

        // What looks like a definition and is none stands where no definition can; the mark itself tells of it.
        // A regular expression such as [^a]+ is no mark either.
        var next = brackets.At(close + 1);
        if ((next == ':' && open == 0) || next is '+' or '*' or '?' or '{' || span is not { } place)
            return close;
        var mark = text.Substring(place.Start, place.Length);
        var range = facts.GetRange(place.Shift(bodyStart));
        var near = Suggestion.Closest(mark, Known(definitions).OfType<FootnoteLinkReferenceDefinition>().Select(known => $"[{known.Label}]"));
        facts.Report(LinkSyntaxErrors.UndefinedFootnote(facts.File, range, mark, near));
        return close;
    }

    /// <summary>Looks at a label that opens at <paramref name="open"/> right after a closing bracket, and tells where to go on.</summary>
    private int CheckReference(int open, string text, int bodyStart, LinkReferenceDefinitionGroup definitions)
    {
        var close = brackets.FindClose(open);
        var first = brackets.FindOpen(open - 1);
        if (close < 0 || first < 0)
            return open;

        var isCollapsed = close == open + 1;
        var (from, to) = isCollapsed ? (first + 1, open - 1) : (open + 1, close);
        if (from >= to || brackets.GetSource(from, to, text) is not { } place)
            return close;
        var label = text.Substring(place.Start, place.Length);
        if (string.IsNullOrWhiteSpace(label) || label[0] is '^' or '!' || brackets.At(first + 1) is '^' or '!' || definitions.Links.ContainsKey(label))
            return open;
        var range = facts.GetRange(place.Shift(bodyStart));
        var near = Suggestion.Closest(label, Known(definitions).Where(IsForLinks).Select(known => known.Label!));
        facts.Report(LinkSyntaxErrors.UndefinedReference(facts.File, range, label, near));
        return close;
    }

    private static IEnumerable<LinkReferenceDefinition> Known(LinkReferenceDefinitionGroup definitions) => definitions.Links.Values.Take(MostCompared);

    private static bool IsForLinks(LinkReferenceDefinition definition) =>
        definition is { Url: not null, Label: not null } and not FootnoteLinkReferenceDefinition;
}
