using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// What looks like a link and came to nothing: the parser leaves its brackets in the text, so that is where to look.
/// Such brackets are rendered as they are, so an article that was rendered without any is not gone through at all.
/// </summary>
internal sealed class LeftoverBrackets(UndefinedReferences references, SpacedDestinations destinations)
{
    private readonly BracketText brackets = new();

    /// <summary>Looks through the text of <paramref name="document"/>.</summary>
    /// <param name="document">The article.</param>
    /// <param name="text">Its text.</param>
    /// <param name="bodyStart">Where that starts in the file.</param>
    /// <param name="rendered">All text of the document, rendered; the text itself where some of it was not.</param>
    public void Check(MarkdownDocument document, string text, int bodyStart, ReadOnlySpan<char> rendered)
    {
        var hasReferences = UndefinedReferences.MayBeIn(rendered);
        var hasDestinations = rendered.IndexOf("](", StringComparison.Ordinal) >= 0 && SpacedDestinations.MayBeIn(text);
        if (!hasReferences && !hasDestinations)
            return;
        references.Start(document, text, bodyStart);
        destinations.Start(text, bodyStart);
        foreach (var block in document.Descendants<LeafBlock>())
        {
            if (block.Inline is not { } inlines)
                continue;
            references.Block = block;
            Check(inlines, text, hasDestinations);

            // Delimiters that came to nothing are read with what holds them.
            foreach (var container in inlines.Descendants<ContainerInline>())
            {
                if (container is not DelimiterInline)
                    Check(container, text, hasDestinations);
            }
        }

        references.Finish();
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
