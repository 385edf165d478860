using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown.Budget;

/// <summary>
/// What the text of a paragraph will cost: every inline is put into the deepest of those that are open, and emphasis stays open to the end of its
/// paragraph or table, so that the parser goes through all marks before it once more. Counted before the parser begins, in one pass.
/// </summary>
internal static class TextBudget
{
    /// <summary>What is shorter cannot cost much.</summary>
    private const int ShortText = 1000;

    /// <summary>Counts for all texts of a document whose blocks are known.</summary>
    /// <exception cref="BudgetExceededException">They are too dense.</exception>
    public static void SpendOn(MarkdownDocument document, WorkBudget budget)
    {
        SpendOn(document, document, budget);
    }

    private static void SpendOn(ContainerBlock container, MarkdownDocument document, WorkBudget budget)
    {
        for (var index = 0; index < container.Count; index++)
        {
            if (container[index] is ContainerBlock inner)
                SpendOn(inner, document, budget);
            else if (container[index] is LeafBlock { ProcessInlines: true, Lines.Count: > 0 } leaf && LengthOf(leaf) >= ShortText)
                new TextCount(document, leaf, budget).Run();
        }
    }

    private static int LengthOf(LeafBlock leaf) => leaf.Lines.Lines[leaf.Lines.Count - 1].Slice.End - leaf.Lines.Lines[0].Slice.Start;
}
