using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>What a selection grows to, step by step.</summary>
internal static class Selection
{
    /// <summary>The stretches around an offset, from the innermost out, each within the next.</summary>
    public static IReadOnlyList<TextSpan> Around(ContentDocument document, int offset)
    {
        var candidates = new List<TextSpan> { new(0, document.Text.Length) };
        if (document.Block.BodyStart > 0 && offset < document.Block.BodyStart)
            candidates.Add(new TextSpan(0, document.Block.BodyStart));
        if (document.Block.Root is { } root && offset <= document.Block.BodyStart)
            AddMetadata(root, offset, candidates, 0);
        else if (document.Block.BodyStart > 0)
            candidates.Add(TextSpan.FromBounds(document.Block.BodyStart, document.Text.Length));
        candidates.AddRange(document.Outline.Nodes.Where(IsAround));
        candidates.AddRange(document.Outline.Headings.Select(heading => heading.Content).Where(IsAround));
        candidates.AddRange(Enumerable.Range(0, document.Outline.Headings.Length).Select(index => document.Outline.SectionOf(index, document.Text.Length)).Where(IsAround));
        if (document.FindLink(offset) is { } link)
            candidates.Add(GoTo.SpanOf(document.Source.Lines, link.Range));
        candidates.Add(WordAt(document.Text, offset));
        var chain = new List<TextSpan>();
        foreach (var candidate in candidates.Where(IsAround).Distinct().OrderBy(span => span.Length))
        {
            // What overlaps without holding what is selected already is no step.
            if (chain.Count == 0 || (candidate.Start <= chain[^1].Start && candidate.End >= chain[^1].End))
                chain.Add(candidate);
        }

        return chain;

        bool IsAround(TextSpan span) => span.Start <= offset && offset <= span.End;
    }

    private static void AddMetadata(MetadataNode node, int offset, List<TextSpan> candidates, int depth)
    {
        if (depth > 64)
            return;
        candidates.Add(node.Span);
        switch (node)
        {
            case MetadataMapping mapping:
                foreach (var property in mapping.Properties)
                {
                    candidates.Add(property.KeySpan);
                    candidates.Add(TextSpan.FromBounds(property.KeySpan.Start, Math.Max(property.KeySpan.End, property.Value.Span.End)));
                    AddMetadata(property.Value, offset, candidates, depth + 1);
                }

                break;
            case MetadataSequence sequence:
                foreach (var item in sequence.Items)
                    AddMetadata(item, offset, candidates, depth + 1);
                break;
        }
    }

    private static TextSpan WordAt(string text, int offset)
    {
        var (start, end) = (offset, offset);
        while (start > 0 && (char.IsLetterOrDigit(text[start - 1]) || text[start - 1] == '_'))
            start--;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] == '_'))
            end++;
        return TextSpan.FromBounds(start, end);
    }
}
