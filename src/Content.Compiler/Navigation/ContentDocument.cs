using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>One file as one looks at it: its text, and what a place in it is.</summary>
internal sealed class ContentDocument
{
    private readonly Lazy<FrontMatterBlock> block;
    private readonly Lazy<DocumentOutline> outline;
    private readonly Lazy<ImmutableArray<string>> headingIds;

    private readonly Lazy<ArticleContent?> content;

    private ContentDocument(SiteView site, SourceText source, bool isNewer)
    {
        Site = site;
        Source = source;
        IsConfiguration = source.File == site.ConfigurationFile;
        Entry = site.FindEntry(source.File);
        Format = Entry >= 0 ? site.Entries[Entry].Article.Format : ArticleFormats.Of(source.File, site.Configuration.ReadsMdx);
        block = new(ReadBlock);
        outline = new(() => IsConfiguration || Format is not { } format
            ? DocumentOutline.Empty
            : DocumentOutline.Of(source, Block.BodyStart, format, site.Configuration.Anchors));
        headingIds = new(NameHeadings);
        content = new(() => isNewer && Article is { } article
            ? new ArticleReader(site.Configuration).Read(
                new SourceFile(article.Path, article.File, 0, 0), new SourceReading(source, default, null), article.Collection).Content
            : Article?.Content);
    }

    public SiteView Site { get; }

    public SourceText Source { get; }

    public string Text => Source.Text;

    public string File => Source.File;

    /// <summary>Whether it is content.json.</summary>
    public bool IsConfiguration { get; }

    /// <summary>The entry that the file is, or -1.</summary>
    public int Entry { get; }

    /// <summary>The entry's article; null where the file is no entry.</summary>
    public Article? Article => Entry >= 0 ? Site.Entries[Entry].Article : null;

    public ArticleFormat? Format { get; }

    /// <summary>What the article's text says: also where it is newer than the snapshot.</summary>
    public ArticleContent? Content => content.Value;

    /// <summary>The front matter, or all of a data file.</summary>
    public FrontMatterBlock Block => block.Value;

    public DocumentOutline Outline => outline.Value;

    /// <summary>The fields that the file's front matter has; empty where it is no entry.</summary>
    public ImmutableArray<FieldDefinition> Fields => Entry >= 0 ? Site.Entries[Entry].Collection.Fields : [];

    /// <summary>The file with its text as it counts now; null where there is none.</summary>
    public static ContentDocument? Open(SiteView site, string file) => site.Read(file) is { } source ? new ContentDocument(site, source, isNewer: false) : null;

    /// <summary>The file with a text that the snapshot does not know yet: enough for what is asked between two keystrokes.</summary>
    public static ContentDocument OpenNewer(SiteView site, string file, string text) => new(site, new SourceText(file, text), isNewer: true);

    /// <summary>The id of a heading of the outline; empty where it has none.</summary>
    public string IdOf(int heading) => headingIds.Value[heading];

    /// <summary>The place of an anchor: its heading, or where its id is given; null where it is neither.</summary>
    public TextSpan? FindAnchor(string id)
    {
        for (var index = 0; index < Outline.Headings.Length; index++)
        {
            if (IdOf(index) == id)
                return Outline.Headings[index].Content is { Length: > 0 } content ? content : Outline.Headings[index].Span;
        }

        foreach (var given in Outline.Ids)
        {
            if (given.Id == id)
                return given.Span;
        }

        return null;
    }

    /// <summary>The link of the article whose destination the offset is in or at.</summary>
    public Link? FindLink(int offset)
    {
        if (Article?.Content is not { } content)
            return null;
        var (line, column) = Source.Lines.GetPosition(offset);
        foreach (var link in content.Links)
        {
            if (IsOwn(link) && Contains(link.Range, line, column))
                return link;
        }

        return null;
    }

    /// <summary>The link or image, brackets included, that the offset is in; of those inside each other the innermost.</summary>
    public OutlineLink? FindOutlineLink(int offset)
    {
        OutlineLink? found = null;
        foreach (var link in Outline.Links)
        {
            if (link.Span.Start <= offset && offset <= link.Span.End && (found is null || link.Span.Length < found.Span.Length))
                found = link;
        }

        return found;
    }

    /// <summary>The destination that a link, given by its brackets, goes by: the link of the article; or null.</summary>
    public Link? LinkOf(OutlineLink link)
    {
        var within = link.Definition >= 0 ? Outline.Definitions[link.Definition].Span : link.Span;
        if (Article?.Content is not { } content)
            return null;
        foreach (var candidate in content.Links)
        {
            var start = Source.Lines.GetOffset(candidate.Range.StartLine, candidate.Range.StartColumn);
            if (IsOwn(candidate) && start >= within.Start && start <= within.End && (link.Definition >= 0 || start >= link.TextSpan.End || candidate.IsHtml))
                return candidate;
        }

        return null;
    }

    /// <summary>The definition whose label the offset is in.</summary>
    public int FindDefinition(int offset)
    {
        for (var index = 0; index < Outline.Definitions.Length; index++)
        {
            var label = Outline.Definitions[index].LabelSpan;
            if (label.Start - 1 <= offset && offset <= label.End + 1)
                return index;
        }

        return -1;
    }

    /// <summary>The heading that the offset is in, or -1.</summary>
    public int FindHeading(int offset)
    {
        for (var index = 0; index < Outline.Headings.Length; index++)
        {
            if (Outline.Headings[index].Span is var span && span.Start <= offset && offset <= span.End)
                return index;
        }

        return -1;
    }

    /// <summary>The id that an author gave at the offset, be it a heading's.</summary>
    public OutlineId? FindId(int offset) => Outline.Ids
        .Concat(Outline.Headings.Select(heading => heading.Id).OfType<OutlineId>())
        .FirstOrDefault(id => id.Span.Start <= offset && offset <= id.Span.End);

    /// <summary>The field that the offset is in, by the keys that lead to it; null in other places.</summary>
    public FieldPlaceInText? FindField(int offset) =>
        Block.Root is { } root && !IsConfiguration && offset <= Block.BodyStart ? FieldPlaceInText.Find(root, Fields, isTop: true, offset) : null;

    /// <summary>The value of a field, resolved, that stands at exactly this place; or null.</summary>
    public FieldValue? FindValue(TextSpan span)
    {
        var range = Source.GetRange(span);
        // Reason: a data file can hold many entries, which lie side by side.
        for (var index = Entry; index >= 0 && index < Site.Entries.Length && Site.Entries[index].Article.File == File; index++)
        {
            if (SiteView.Flatten(Site.Entries[index].Fields).FirstOrDefault(value => value is not ListValue && value.Range == range) is { } found)
                return found;
        }

        return null;
    }

    /// <summary>Whether a range holds a place, its end included.</summary>
    public static bool Contains(TextRange range, int line, int column) =>
        (range.StartLine, range.StartColumn).CompareTo((line, column)) <= 0 && (line, column).CompareTo((range.EndLine, range.EndColumn)) <= 0;

    /// <summary>Whether a link stands in this file, and not in one that the article takes in.</summary>
    public bool IsOwn(Link link) => link.Range.File is not { } file || file == File;

    private FrontMatterBlock ReadBlock()
    {
        if (IsConfiguration)
        {
            var parsed = JsonMetadataReader.ReadWhole(Source, JsonDialect.WithComments);
            return new FrontMatterBlock(MetadataLanguage.Json, parsed.Root as MetadataMapping, default, Text.Length, []);
        }

        return Format == ArticleFormat.Data ? FrontMatterReader.ReadData(Source, ArticleFormats.LanguageOf(File)) : FrontMatterReader.Read(Source);
    }

    /// <summary>The article knows its headings with their ids, the outline where they stand; both have them in the order of the text.</summary>
    private ImmutableArray<string> NameHeadings()
    {
        var ids = new string[Outline.Headings.Length];
        var known = Article?.Content?.Headings ?? [];
        var next = 0;
        for (var index = 0; index < ids.Length; index++)
        {
            var heading = Outline.Headings[index];
            ids[index] = heading.Id?.Id ?? "";
            for (var candidate = next; candidate < known.Length; candidate++)
            {
                if (known[candidate].Level != heading.Level || known[candidate].Text != heading.Text)
                    continue;
                ids[index] = known[candidate].Id;
                next = candidate + 1;
                break;
            }
        }

        return [.. ids];
    }
}

/// <summary>A key with its value in metadata, and the field that it is.</summary>
/// <param name="Property">The key with its value.</param>
/// <param name="Field">As declared; null where it is not.</param>
/// <param name="IsKey">Whether the place is in the key.</param>
/// <param name="Value">The scalar of the value that the place is in; null where it is in none.</param>
internal sealed record FieldPlaceInText(MetadataProperty Property, FieldDefinition? Field, bool IsKey, MetadataScalar? Value)
{
    public static FieldPlaceInText? Find(MetadataMapping mapping, ImmutableArray<FieldDefinition> fields, bool isTop, int offset)
    {
        foreach (var property in mapping.Properties)
        {
            var field = fields.FirstOrDefault(field => field.Key == property.Key)
                ?? (isTop ? SpecialKeys.Fields.FirstOrDefault(field => field.Key == property.Key) : null);
            if (IsIn(property.KeySpan, offset))
                return new FieldPlaceInText(property, field, IsKey: true, null);
            if (Find(property, property.Value, field, offset) is { } found)
                return found;
        }

        return null;
    }

    private static FieldPlaceInText? Find(MetadataProperty property, MetadataNode value, FieldDefinition? field, int offset)
    {
        if (!IsIn(value.Span, offset))
            return null;
        switch (value)
        {
            case MetadataScalar scalar:
                return new FieldPlaceInText(property, field, IsKey: false, scalar);
            case MetadataSequence sequence:
                foreach (var item in sequence.Items)
                {
                    if (Find(property, item, field, offset) is { } inItem)
                        return inItem;
                }

                return null;
            case MetadataMapping inner:
                return Find(inner, field?.Type is ObjectFieldType nested ? nested.Fields : [], isTop: false, offset);
            default:
                return null;
        }
    }

    private static bool IsIn(TextSpan span, int offset) => span.Start <= offset && offset <= span.End;
}
