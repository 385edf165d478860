using System.Runtime.CompilerServices;
using Content.Compiler.Text;
using Markdig;
using Markdig.Extensions.AutoIdentifiers;
using Markdig.Parsers;
using Markdig.Renderers;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Labels of definitions are the same if they differ in case alone, as CommonMark says, or in how an accent is encoded. Markdig asks the collation of the machine's library instead, to which <c>[a]</c>
/// may be <c>[à]</c>, and may not where a build runs without it; and a sort key for each look-up takes longer than all else about the label.
/// </summary>
internal sealed class LinkLabels : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        pipeline.BlockParsers.Insert(0, new FirstDefinition());
        // Reason: this extension makes a definition of each heading, before any line that looks like one.
        if (pipeline.Extensions.Find<AutoIdentifierExtension>() is not null && pipeline.BlockParsers.Find<HeadingBlockParser>() is { } headings)
            headings.Closed += static (processor, _) => Prepare(processor.Document);
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    /// <summary>Makes the document's set of definitions, if none is there yet.</summary>
    private static void Prepare(MarkdownDocument document)
    {
        if (document.GetData(typeof(LinkReferenceDefinitionGroup)) is null)
            LinksOf(document.GetLinkReferenceDefinitions(addGroup: true)) = new Dictionary<string, LinkReferenceDefinition>(CaseFolding.Comparer);
    }

    // Reason: Markdig has no place for a comparer. A test fails if a new version of it names the field otherwise.
    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "<Links>k__BackingField")]
    private static extern ref Dictionary<string, LinkReferenceDefinition> LinksOf(LinkReferenceDefinitionGroup group);

    /// <summary>Sees a line before it becomes a definition; opens no block.</summary>
    private sealed class FirstDefinition : BlockParser
    {
        public FirstDefinition() => OpeningCharacters = ['['];

        public override bool CanInterrupt(BlockProcessor processor, Block block) => true;

        public override BlockState TryOpen(BlockProcessor processor)
        {
            var line = processor.Line.AsSpan();
            // A label may go on in the next line.
            if (line.Contains("]:", StringComparison.Ordinal) || !line[1..].ContainsAny('[', ']') || line.Contains("\\]", StringComparison.Ordinal) || line.Contains("\\[", StringComparison.Ordinal))
                Prepare(processor.Document);
            return BlockState.None;
        }
    }
}
