using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// What looks like a link and came to nothing: the parser leaves its brackets in the text, so that is where to look.
/// Articles without any such text are not gone through at all.
/// </summary>
internal sealed class LeftoverBrackets(UndefinedReferences references, SpacedDestinations destinations)
{
    private readonly BracketText brackets = new();

    /// <summary>Looks through the text of <paramref name="document"/>.</summary>
    public void Check(MarkdownDocument document, string text, int bodyStart)
    {
        var hasReferences = UndefinedReferences.MayBeIn(text);
        var hasDestinations = SpacedDestinations.MayBeIn(text);
        if (!hasReferences && !hasDestinations)
            return;
        references.Start(document, text, bodyStart);
        destinations.Start(text, bodyStart);
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is not { } inlines)
                continue;
            Check(inlines, text, hasDestinations);

            // Delimiters that came to nothing are read with what holds them.
            foreach (var container in inlines.Descendants<ContainerInline>())
            {
                if (container is not DelimiterInline)
                    Check(container, text, hasDestinations);
            }
        }
    }

    private void Check(ContainerInline container, string text, bool hasDestinations)
    {
        if (!brackets.Read(container, text))
            return;
        references.Check(brackets);
        if (hasDestinations)
            destinations.Check(brackets);
    }
}
