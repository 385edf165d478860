using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Fuzzing.Targets;

/// <summary>Front matter and data files: nothing throws, and every key and value is where its span says.</summary>
internal static class MetadataTarget
{
    /// <summary>Reads a data file of <paramref name="language"/>, or with none the front matter of an article.</summary>
    public static void Run(byte[] bytes, MetadataLanguage language)
    {
        if (FuzzText.Decode(bytes, "a") is not { Text: { } source })
            return;
        var block = language == MetadataLanguage.None ? FrontMatterReader.Read(source) : FrontMatterReader.ReadData(source, language);
        FuzzText.Check(source, block.Diagnostics);
        FuzzFailureException.Unless(block.BodyStart >= 0 && block.BodyStart <= source.Text.Length, $"The body starts at {block.BodyStart}.");
        if (block.Root is not null)
            Check(source, block.Root);
    }

    private static void Check(SourceText source, MetadataNode root)
    {
        var open = new Stack<MetadataNode>([root]);
        while (open.TryPop(out var node))
        {
            Check(source, node.Span);
            if (node is MetadataSequence list)
            {
                foreach (var item in list.Items)
                    open.Push(item);
            }
            else if (node is MetadataMapping mapping)
            {
                FuzzFailureException.Unless(mapping.Properties.DistinctBy(property => property.Key).Count() == mapping.Properties.Length, "A key is there twice.");
                foreach (var property in mapping.Properties)
                {
                    Check(source, property.KeySpan);
                    open.Push(property.Value);
                }
            }
        }
    }

    private static void Check(SourceText source, TextSpan span) => FuzzFailureException.Unless(
        span.Start >= 0 && span.Length >= 0 && span.End <= source.Text.Length, $"{span} is outside of {source.Text.Length} characters.");
}
