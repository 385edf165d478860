using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Sources;

namespace Content.Compiler.Articles;

/// <summary>A file that says how pages hang together, such as a <c>toc.yml</c>. It is no entry; its links are held against the site.</summary>
/// <param name="Path">Relative to the content root.</param>
/// <param name="File">Relative to the project folder.</param>
/// <param name="Links">In the order of the file.</param>
/// <param name="Diagnostics">What is wrong with the file itself.</param>
internal sealed record NavigationPage(string Path, string File, ImmutableArray<Link> Links, ImmutableArray<Diagnostic> Diagnostics)
{
    private static readonly string[] keys = ["href", "topicHref", "homepage", "tocHref"];

    /// <summary>Reads the file, which is YAML.</summary>
    public static NavigationPage Read(SourceFile file, SourceReading reading)
    {
        if (reading.Text is not { } text)
            return new NavigationPage(file.Path, file.File, [], reading.Failure is { } failure ? [failure] : []);
        var block = FrontMatterReader.ReadDataOrList(text, MetadataLanguage.Yaml);
        var links = ImmutableArray.CreateBuilder<Link>();
        var open = new Stack<MetadataNode>();
        if (((MetadataNode?)block.List ?? block.Root) is { } root)
            open.Push(root);
        while (open.TryPop(out var node))
        {
            switch (node)
            {
                case MetadataSequence list:
                    foreach (var item in list.Items.Reverse())
                        open.Push(item);
                    break;
                case MetadataMapping mapping:
                    foreach (var property in mapping.Properties.Reverse())
                    {
                        if (property.Value is not MetadataScalar)
                            open.Push(property.Value);
                        else if (keys.Contains(property.Key) && property.Value is MetadataScalar { Kind: MetadataKind.String, Text.Length: > 0 } written)
                            links.Add(new Link(written.Text, text.GetRange(written.Span), LinkRole.Hyperlink));
                    }

                    break;
            }
        }

        return new NavigationPage(file.Path, file.File, links.ToImmutable(), block.Diagnostics);
    }
}
