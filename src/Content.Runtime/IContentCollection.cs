namespace Content.Runtime;

/// <summary>
/// A collection whose class of entry is not known where it is used, as in a host that serves whatever is declared.
/// Its members are not those of the class: those share their names with the symbols of articles.
/// </summary>
public interface IContentCollection
{
    /// <summary>The name of the collection in content.json, such as <c>posts</c>.</summary>
    string Name { get; }

    /// <summary>The state that the collection is of.</summary>
    ContentCatalog Catalog { get; }

    /// <summary>The entries in the declared order.</summary>
    IReadOnlyList<IContentEntry> Entries { get; }

    /// <summary>The entries by folder.</summary>
    IContentNode<IContentEntry> Tree { get; }

    /// <summary>The same collection in the state that the program reads now.</summary>
    IContentCollection Latest { get; }
}
