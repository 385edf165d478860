using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Diagnostics;
using Content.Compiler.Dialects;
using Content.Compiler.Entries;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Reads articles that are nested deeper than the stack of a usual thread allows, on a thread with a stack of its own.
/// That is slow and rare; what no parser takes gets a diagnostic.
/// </summary>
internal static class DeepMarkdown
{
    private const int StackSize = 512 * 1024 * 1024;

    public static ArticleReading Read(SourceText source, int bodyStart, ContentConfiguration configuration, CollectionDefinition collection, ArticleInputs? inputs)
    {
        ArticleReading? read = null;
        var thread = new Thread(
            () =>
            {
                try
                {
                    var pipeline = MarkdownPipelines.Create(configuration.Anchors, MarkdownPipelines.DeepestNesting, new DialectSet(configuration));
                    read = new MarkdownBodyReader(pipeline, configuration).Read(source, bodyStart, collection, inputs);
                }
                catch (ArgumentException)
                {
                    // Deeper still: told below.
                }
                catch (BudgetExceededException tooMuch)
                {
                    read = GiveUp(source, bodyStart, tooMuch);
                }
            },
            StackSize);
        thread.Start();
        thread.Join();
        return read ?? GiveUp(source, bodyStart);
    }

    /// <summary>The article without its text, and the diagnostic that says why.</summary>
    public static ArticleReading GiveUp(SourceText source, int bodyStart) => new(
        new ArticleContent { Body = ArticleBody.Empty, Diagnostics = [SourceErrors.NestedTooDeeply(source.File, source.GetRange(new TextSpan(bodyStart, 0)))] },
        TextMetadata.None);

    /// <summary>The same where it is not depth that is too much.</summary>
    public static ArticleReading GiveUp(SourceText source, int bodyStart, BudgetExceededException tooMuch) => new(
        new ArticleContent
        {
            Body = ArticleBody.Empty,
            Diagnostics = [SourceErrors.TooMuch(source.File, source.GetRange(new TextSpan(Math.Min(bodyStart + tooMuch.Offset, source.Text.Length), 0)), tooMuch.Cause)],
        },
        TextMetadata.None);
}
