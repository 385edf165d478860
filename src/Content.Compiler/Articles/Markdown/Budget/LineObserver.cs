using Markdig.Parsers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>
/// Sees lines before other parsers do, and counts what definitions and underlines cost: to take one definition out of a paragraph moves all lines
/// after it, and a paragraph that becomes a heading, or turns out to be definitions alone, is searched for among its siblings.
/// </summary>
internal sealed class LineObserver : BlockParser
{
    public LineObserver() => OpeningCharacters = ['[', '=', '-'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        var line = processor.Line.AsSpan();
        var paragraph = processor.CurrentBlock as ParagraphBlock;
        if (line[0] == '[')
        {
            if (line.Contains("]:", StringComparison.Ordinal))
                (processor.Context as WorkBudget)?.SpendOnDefinition(paragraph is null ? Siblings(processor) : paragraph.Lines.Count, processor.CurrentLineStartPosition);
        }
        else if (paragraph is not null && line.IndexOfAnyExcept(line[0], ' ', '\t') < 0)
        {
            processor.Spend(Siblings(processor) + (paragraph.Lines.Count / 2), "underlined headings");
        }

        return BlockState.None;
    }

    private static int Siblings(BlockProcessor processor) => (processor.CurrentContainer?.Count ?? 0) / 4;
}
