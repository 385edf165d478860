using System.Collections;
using System.Diagnostics;
using static Content.Runtime.CatalogFormat;

namespace Content.Runtime;

/// <summary>The nodes of a collection's tree. They are all made at once, since a menu shows most of them; their entries and titles are not.</summary>
internal sealed class ContentTree<T>
    where T : class, IContentEntry
{
    private readonly ContentCollection<T> entries;
    private readonly ContentCatalog catalog;
    private readonly Node[] nodes;

    public ContentTree(ContentCollection<T> entries, ContentCatalog catalog, int collection)
    {
        this.entries = entries;
        this.catalog = catalog;
        var start = catalog.DataStart + catalog.ReadCollection(collection, Collection.Tree);
        nodes = new Node[catalog.ReadCollection(collection, Collection.TreeCount)];
        for (var number = 0; number < nodes.Length; number++)
        {
            var row = start + number * TreeNode.Size;
            var parent = catalog.ReadInt32(row + TreeNode.Parent);
            if (parent >= number || parent < 0 && number > 0)
                throw catalog.Damaged("a folder lies in itself");
            nodes[number] = new Node(this, row, number == 0 ? null : nodes[parent]);
        }

        if (nodes.Length == 0)
            throw catalog.Damaged("a collection has no tree");
    }

    public IContentNode<T> Root => nodes[0];

    public IReadOnlyList<IContentNode<T>> GetPath(int number)
    {
        if ((uint)number >= (uint)nodes.Length)
            throw catalog.Damaged("an entry has no place in the tree");
        var path = new List<IContentNode<T>>();
        for (Node? node = nodes[number]; node is not null; node = node.Above)
            path.Add(node);
        path.Reverse();
        return path.AsReadOnly();
    }

    [DebuggerDisplay("{Title} ({Count})")]
    private sealed class Node : IContentNode<T>
    {
        private readonly ContentTree<T> tree;
        private readonly int row;
        private List<Node>? children;

        public Node(ContentTree<T> tree, int row, Node? above)
        {
            this.tree = tree;
            this.row = row;
            Above = above;
            if (above is not null)
                (above.children ??= []).Add(this);
        }

        public Node? Above { get; }

        public string Title => tree.catalog.ReadText(row + TreeNode.Title) is { Length: > 0 } name ? name : Entry switch
        {
            null => "",
            { Title: { Length: > 0 } title } => title,
            var entry => entry.Slug[(entry.Slug.LastIndexOf('/') + 1)..],
        };

        public string? Url => tree.catalog.ReadText(row + TreeNode.Url) is { Length: > 0 } url ? url : Entry?.Url;

        public bool IsExpanded => (tree.catalog.ReadInt32(row + TreeNode.Flags) & CatalogFormat.IsExpanded) != 0;

        public T? Entry => tree.catalog.ReadInt32(row + TreeNode.Rank) is var rank and >= 0 ? tree.entries.GetStored(rank) : null;

        public IContentNode<T>? Parent => Above;

        public IReadOnlyList<IContentNode<T>> Children => this;

        public int Count => children?.Count ?? 0;

        public IContentNode<T> this[int index] => children is not null ? children[index] : throw new ArgumentOutOfRangeException(nameof(index));

        public IEnumerator<IContentNode<T>> GetEnumerator() => (children ?? Enumerable.Empty<IContentNode<T>>()).GetEnumerator();

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
