using Content.Runtime;

namespace Content.Testing;

/// <summary>An entry of any collection.</summary>
internal sealed class TextEntry(ContentRecord record) : IContentEntry
{
    public string Slug => record.Slug;

    public string Url => record.Url;

    public IReadOnlyList<string> Aliases => record.Aliases;

    public string? Title => record.GetTextOrNull(CatalogFormat.Record.Size);

    public ContentBody Body => record.Body;

    public IReadOnlyList<Heading> Headings => record.Headings;

    public string Excerpt => record.Excerpt;

    public int WordCount => record.WordCount;

    public TimeSpan ReadingTime => record.ReadingTime;

    public string SourceFile => record.SourceFile;

    public bool IsPublished => record.IsPublished;

    public DateTimeOffset? LastModified => record.LastModified;

    public IReadOnlyList<IContentNode<IContentEntry>> Breadcrumbs => record.GetBreadcrumbs<TextEntry>();

    public IReadOnlyList<IContentEntry> Related => record.GetRelated<TextEntry>();

    public IContentEntry? Next => record.GetNext<TextEntry>();

    public IContentEntry? Previous => record.GetPrevious<TextEntry>();
}

/// <summary>A collection of any shape.</summary>
internal sealed class TextCollection(ContentCatalog catalog, int number)
    : ContentCollection<TextEntry>(catalog, number, catalog.ReadCollection(number, CatalogFormat.Collection.RecordSize), static record => new TextEntry(record));
