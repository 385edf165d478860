// Reason: 'Next' is what a reader of a site calls it; Visual Basic escapes it as [Next].
#pragma warning disable CA1716

namespace Content.Runtime;

/// <summary>An entry of any collection: what an article or a data file always has, whatever its fields.</summary>
public interface IContentEntry
{
    /// <summary>The name of the entry in its collection, unique there; may hold slashes, such as <c>wpf/how-to-x</c>.</summary>
    string Slug { get; }

    /// <summary>The root-relative address, base path applied and percent-encoded, such as <c>/blog/hello-world/</c>.</summary>
    string Url { get; }

    /// <summary>Other addresses that lead to the entry, base path applied. A site redirects them to <see cref="Url"/>.</summary>
    IReadOnlyList<string> Aliases { get; }

    /// <summary>The title, where the collection has a text field <c>title</c> and the entry fills it; otherwise null.</summary>
    string? Title { get; }

    /// <summary>The rendered HTML; empty for a data entry.</summary>
    ContentBody Body { get; }

    /// <summary>The headings of the body in order, for a table of contents. Read from the catalog as they are asked for.</summary>
    IReadOnlyList<Heading> Headings { get; }

    /// <summary>The text of the first paragraph; empty where there is none. A new string whenever it is asked for.</summary>
    string Excerpt { get; }

    /// <summary>The words of the body, 0 or more. Ideographs count as a word each.</summary>
    int WordCount { get; }

    /// <summary>The time to read the body at 200 words a minute, in whole seconds, rounded up.</summary>
    TimeSpan ReadingTime { get; }

    /// <summary>The file the entry was made of, relative to the project folder, with <c>/</c>; of one among many in a data file with its line, as in <c>content/authors.yml(12)</c>.</summary>
    string SourceFile { get; }

    /// <summary>False for a draft, and for an entry that was outside its publishing dates when the catalog was built.</summary>
    bool IsPublished { get; }

    /// <summary>
    /// When the file was last changed in the history of its repository, UTC; null where content.json does not say <c>"lastModified": "git"</c>,
    /// and for a file that was never committed.
    /// </summary>
    DateTimeOffset? LastModified { get; }

    /// <summary>The way from the root of the collection's tree to this entry, which is the last: for a breadcrumb trail.</summary>
    IReadOnlyList<IContentNode<IContentEntry>> Breadcrumbs { get; }

    /// <summary>Up to five entries of the collection that share tags with this one, those with the rarest tags in common first; found when the catalog was built.</summary>
    IReadOnlyList<IContentEntry> Related { get; }

    /// <summary>The entry after this one in the collection's declared order; null for the last.</summary>
    IContentEntry? Next { get; }

    /// <summary>The entry before this one in the collection's declared order; null for the first.</summary>
    IContentEntry? Previous { get; }
}
