using System.Collections.Immutable;
using Content.Compiler.FrontMatter;

namespace Content.Compiler.Navigation;

/// <summary>Lines that can be folded away below the first of them.</summary>
/// <param name="FirstLine">1-based; stays to be seen.</param>
/// <param name="LastLine">1-based.</param>
/// <param name="IsComment">Whether it is a comment.</param>
internal readonly record struct FoldedLines(int FirstLine, int LastLine, bool IsComment)
{
    /// <summary>Front matter, sections, lists, quotes, tables, code and elements of a file.</summary>
    public static ImmutableArray<FoldedLines> Of(ContentDocument document)
    {
        var lines = document.Source.Lines;
        var folded = new HashSet<FoldedLines>();
        var text = document.Text;
        if (document.IsConfiguration || document.Format == Articles.ArticleFormat.Data)
            AddMappings(document.Block.Root, 0);
        else if (document.Block.BodyStart > 0)
            Add(0, document.Block.BodyStart);
        for (var index = 0; index < document.Outline.Headings.Length; index++)
        {
            var section = document.Outline.SectionOf(index, text.Length);
            Add(section.Start, section.End);
        }

        foreach (var block in document.Outline.Blocks)
            Add(block.Start, block.End);
        return [.. folded.OrderBy(one => one.FirstLine).ThenBy(one => one.LastLine)];

        void AddMappings(MetadataNode? node, int depth)
        {
            if (node is null || depth > 64)
                return;
            var children = node switch
            {
                MetadataMapping mapping => mapping.Properties.Select(property => property.Value),
                MetadataSequence sequence => sequence.Items,
                _ => [],
            };
            if (node is not MetadataScalar && depth > 0)
                Add(node.Span.Start, node.Span.End);
            foreach (var child in children)
                AddMappings(child, depth + 1);
        }

        void Add(int start, int end)
        {
            // The last lines of a section that are blank stay to be seen.
            while (end > start && char.IsWhiteSpace(text[end - 1]))
                end--;
            var (first, last) = (lines.GetPosition(start).Line, lines.GetPosition(end).Line);
            if (last > first)
                folded.Add(new FoldedLines(first, last, text.AsSpan(start).StartsWith("<!--")));
        }
    }
}
