using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>A file that says how pages hang together, such as a <c>toc.yml</c>. It is no entry; its links are held against the site.</summary>
/// <param name="Path">Relative to the content root.</param>
/// <param name="File">Relative to the project folder.</param>
/// <param name="Hash">Of its bytes.</param>
/// <param name="Items">In the order of the file.</param>
/// <param name="Diagnostics">What is wrong with the file itself.</param>
internal sealed record NavigationPage(string Path, string File, ContentHash Hash, ImmutableArray<NavigationItem> Items, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <summary>Reads the file, which is YAML: a list of items, or a mapping that has one.</summary>
    public static NavigationPage Read(SourceFile file, SourceReading reading)
    {
        if (reading.Text is not { } text)
            return new NavigationPage(file.Path, file.File, reading.Hash, [], reading.Failure is { } failure ? [failure] : []);
        var block = FrontMatterReader.ReadDataOrList(text, MetadataLanguage.Yaml);
        return new NavigationPage(file.Path, file.File, reading.Hash, ReadItems(text, (MetadataNode?)block.List ?? block.Root?.Find("items")?.Value), block.Diagnostics);
    }

    /// <summary>Metadata have a bounded depth, so this has.</summary>
    private static ImmutableArray<NavigationItem> ReadItems(SourceText text, MetadataNode? list) =>
        list is MetadataSequence { Items: var items } ? [.. items.OfType<MetadataMapping>().Select(item => ReadItem(text, item))] : [];

    private static NavigationItem ReadItem(SourceText text, MetadataMapping item) => new(
        item.Find("name")?.Value is MetadataScalar { Kind: not MetadataKind.Null, Text: var name } ? name.Trim() : "",
        LinkOf(text, item, "href"),
        LinkOf(text, item, "topicHref") ?? LinkOf(text, item, "homepage"),
        LinkOf(text, item, "tocHref"),
        TextOf(item, "topicUid") ?? TextOf(item, "uid"),
        item.Find("expanded")?.Value is MetadataScalar { Kind: MetadataKind.Boolean, Text: var expanded } && expanded.Equals("true", StringComparison.OrdinalIgnoreCase),
        ReadItems(text, item.Find("items")?.Value));

    private static Link? LinkOf(SourceText text, MetadataMapping item, string key) =>
        item.Find(key)?.Value is MetadataScalar { Kind: MetadataKind.String, Text.Length: > 0 } written ? new Link(written.Text, text.GetRange(WithoutQuotes(text.Text, written.Span)), LinkRole.Hyperlink) : null;

    /// <summary>A destination is what stands between quotes, so that another can be written in its place.</summary>
    private static TextSpan WithoutQuotes(string text, TextSpan span) =>
        span.Length > 1 && text[span.Start] is '"' or '\'' && text[span.End - 1] == text[span.Start] ? TextSpan.FromBounds(span.Start + 1, span.End - 1) : span;

    private static string? TextOf(MetadataMapping item, string key) =>
        item.Find(key)?.Value is MetadataScalar { Kind: MetadataKind.String, Text.Length: > 0 } written ? written.Text : null;
}

/// <summary>An item as it is written.</summary>
/// <param name="Name">Empty where it is called as what it leads to.</param>
/// <param name="Href">A page, or what has items of its own: a file of navigation, or the folder that one lies in.</param>
/// <param name="Topic">The page, where <paramref name="Href"/> is none.</param>
/// <param name="Toc">What has items of its own, where <paramref name="Href"/> is a page.</param>
/// <param name="Uid">The id of a page or an API.</param>
/// <param name="IsExpanded">Whether the items below are to be seen from the start.</param>
/// <param name="Items">Those below.</param>
internal sealed record NavigationItem(string Name, Link? Href, Link? Topic, Link? Toc, string? Uid, bool IsExpanded, ImmutableArray<NavigationItem> Items);
