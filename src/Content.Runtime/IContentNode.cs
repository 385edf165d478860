namespace Content.Runtime;

/// <summary>
/// A folder of a collection, an entry, or both: a folder with its index article. A node is the list of the nodes below it, in their order.
/// </summary>
/// <typeparam name="T">The generated class of an entry.</typeparam>
public interface IContentNode<out T> : IReadOnlyList<IContentNode<T>>
    where T : class, IContentEntry
{
    /// <summary>What to show: the entry's title, or where it has none its slug's last segment; of a folder without an index article the folder's name, made readable.</summary>
    string Title { get; }

    /// <summary>The entry's address; null for a folder without an index article.</summary>
    string? Url { get; }

    /// <summary>The entry; null for a folder without an index article.</summary>
    T? Entry { get; }

    /// <summary>The folder that this is in; null for the root.</summary>
    IContentNode<T>? Parent { get; }

    /// <summary>The nodes below this one: itself as a list.</summary>
    IReadOnlyList<IContentNode<T>> Children { get; }
}
