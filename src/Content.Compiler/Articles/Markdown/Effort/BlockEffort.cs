using Markdig.Parsers;

namespace Content.Compiler.Articles.Markdown.Effort;

/// <summary>Counts what is done while blocks are found.</summary>
internal static class BlockEffort
{
    /// <summary>One more container goes on in this line.</summary>
    public static void SpendOnLevel(this BlockProcessor processor) =>
        (processor.Context as ParsingEffort)?.SpendOnLevel(processor.LineIndex, processor.CurrentLineStartPosition);

    /// <summary>Steps that this line makes necessary.</summary>
    public static void Spend(this BlockProcessor processor, long steps, string cause) =>
        (processor.Context as ParsingEffort)?.Spend(steps, processor.CurrentLineStartPosition, cause);
}
