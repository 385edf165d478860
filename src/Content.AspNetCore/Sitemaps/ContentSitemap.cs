using Content.Runtime;

namespace Content.AspNetCore;

/// <summary>What is in a site map beside the mapped entries, and what it says of them.</summary>
public sealed class ContentSitemap
{
    internal List<Func<IEnumerable<(string Url, DateOnly? LastModified)>>> Added { get; } = [];

    /// <summary>Whether an entry is in the map, of those that are published and open to everybody; all where it is not set.</summary>
    public Func<IContentEntry, bool>? Where { get; set; }

    /// <summary>When an entry last changed; nothing is said where it is not set, or gives null.</summary>
    public Func<IContentEntry, DateOnly?>? LastModified { get; set; }

    /// <summary>How much an entry matters beside others, from 0 to 1; nothing is said where it is not set, or gives null.</summary>
    public Func<IContentEntry, double?>? Priority { get; set; }

    /// <summary>Adds a page that is no entry.</summary>
    /// <param name="url">Such as <c>/</c> or <c>/tags/</c>.</param>
    /// <param name="lastModified">When it last changed.</param>
    public ContentSitemap Add(string url, DateOnly? lastModified = null)
    {
        ArgumentNullException.ThrowIfNull(url);
        Added.Add(() => [(url, lastModified)]);
        return this;
    }

    /// <summary>Adds pages that are no entries, asked for whenever the map is.</summary>
    /// <param name="urls">Such as <c>() => tags.Select(tag => $"/tags/{tag}/")</c>.</param>
    public ContentSitemap Add(Func<IEnumerable<string>> urls)
    {
        ArgumentNullException.ThrowIfNull(urls);
        Added.Add(() => urls().Select(url => (url, (DateOnly?)null)));
        return this;
    }

    /// <summary>Adds entries that the program serves itself.</summary>
    /// <param name="entries">Such as <c>() => Catalog.Posts</c>.</param>
    public ContentSitemap Add(Func<IEnumerable<IContentEntry>> entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        Added.Add(() => entries().Where(entry => entry.IsPublished && (Where?.Invoke(entry) ?? true)).Select(entry => (entry.Url, LastModified?.Invoke(entry))));
        return this;
    }
}
