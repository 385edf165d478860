namespace Content.Runtime;

/// <summary>
/// A folder of a collection, an entry, or both: a folder with its index article. A node is the list of the nodes below it, in their order.
/// Where the site's dialect has files of navigation, such as docfx's <c>toc.yml</c>, it is an item of those: then it may also be a group, or a link that leads elsewhere.
/// </summary>
/// <typeparam name="T">The generated class of an entry.</typeparam>
public interface IContentNode<out T> : IReadOnlyList<IContentNode<T>>
    where T : class, IContentEntry
{
    /// <summary>What to show: the name in a file of navigation, else the entry's title, or where it has none its slug's last segment; of a folder without an index article the folder's name, made readable.</summary>
    string Title { get; }

    /// <summary>The entry's address, with the fragment that a file of navigation may add, or the address of a link that leads elsewhere; null for a group and for a folder without an index article.</summary>
    string? Url { get; }

    /// <summary>The entry; null for a group, for a folder without an index article, and for a link that leads to no entry of the collection.</summary>
    T? Entry { get; }

    /// <summary>Whether a menu is to show what is below from the start: <c>expanded</c> in a <c>toc.yml</c>.</summary>
    bool IsExpanded { get; }

    /// <summary>The node that this is in; null for the root.</summary>
    IContentNode<T>? Parent { get; }

    /// <summary>The nodes below this one: itself as a list.</summary>
    IReadOnlyList<IContentNode<T>> Children { get; }
}
