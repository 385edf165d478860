using Markdig.Parsers;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>Counts what is done while blocks are found.</summary>
internal static class BlockBudget
{
    /// <summary>One more container goes on in this line.</summary>
    public static void SpendOnLevel(this BlockProcessor processor) =>
        (processor.Context as WorkBudget)?.SpendOnLevel(processor.LineIndex, processor.CurrentLineStartPosition);

    /// <summary>Steps that this line makes necessary.</summary>
    public static void Spend(this BlockProcessor processor, long steps, string cause) =>
        (processor.Context as WorkBudget)?.Spend(steps, processor.CurrentLineStartPosition, cause);
}
