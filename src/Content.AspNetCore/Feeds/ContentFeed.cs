using Content.Runtime;

namespace Content.AspNetCore;

/// <summary>What a feed says of itself and of its entries.</summary>
/// <typeparam name="T">The class of an entry.</typeparam>
public sealed class ContentFeed<T>
    where T : class, IContentEntry
{
    /// <summary>The title of the feed; the name of the program where it is not set.</summary>
    public string? Title { get; set; }

    /// <summary>A line below the title.</summary>
    public string? Subtitle { get; set; }

    /// <summary>Who writes, where <see cref="EntryAuthor"/> says nothing; the title where it is not set.</summary>
    public string? Author { get; set; }

    /// <summary>The language, such as <c>en</c>.</summary>
    public string? Language { get; set; }

    /// <summary>What the feed is called for ever, such as <c>tag:example.org,2026:feed</c>; its address where it is not set.</summary>
    public string? Id { get; set; }

    /// <summary>The most entries, the first of the declared order; 20.</summary>
    public int Count { get; set; } = 20;

    /// <summary>Which of the published entries are in the feed; all where it is not set.</summary>
    public Func<T, bool>? Where { get; set; }

    /// <summary>When an entry was published; its field <c>date</c> where it is not set.</summary>
    public Func<T, DateTimeOffset?>? Published { get; set; }

    /// <summary>When an entry last changed; its field <c>updated</c> where it is not set, and otherwise when it was published.</summary>
    public Func<T, DateTimeOffset?>? Updated { get; set; }

    /// <summary>What an entry is called for ever; its address where it is not set.</summary>
    public Func<T, string?>? EntryId { get; set; }

    /// <summary>The title of an entry; its own where it is not set.</summary>
    public Func<T, string?>? EntryTitle { get; set; }

    /// <summary>Who wrote an entry.</summary>
    public Func<T, string?>? EntryAuthor { get; set; }

    /// <summary>A short text about an entry; its excerpt where it is not set.</summary>
    public Func<T, string?>? Summary { get; set; }

    /// <summary>What an entry is about.</summary>
    public Func<T, IEnumerable<string>>? Categories { get; set; }

    /// <summary>Whether entries are in the feed in full, and not only their summaries; true.</summary>
    public bool HasContent { get; set; } = true;
}
