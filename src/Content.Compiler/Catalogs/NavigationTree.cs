using Content.Compiler.Entries;
using Content.Compiler.Paths;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs;

/// <summary>
/// The entries of a collection by folder. What is in a folder stands in the declared order; a folder stands where its index article does,
/// or where the first of its entries does if it has none.
/// </summary>
internal sealed class NavigationTree
{
    private readonly RankedCollection collection;
    private readonly List<NavigationNode> nodes = [];
    private readonly int[] byRank;

    private NavigationTree(RankedCollection collection)
    {
        this.collection = collection;
        byRank = new int[collection.Count];
    }

    /// <summary>Every node before those below it; the first is the root.</summary>
    public IReadOnlyList<NavigationNode> Nodes => nodes;

    /// <summary>By rank, the number of the entry's node.</summary>
    public ReadOnlySpan<int> ByRank => byRank;

    public static NavigationTree Of(RankedCollection collection, SlugRules rules)
    {
        var tree = new NavigationTree(collection);
        tree.Number(tree.Gather(rules), -1);
        return tree;
    }

    private Folder Gather(SlugRules rules)
    {
        var root = new Folder("");
        var folders = new Dictionary<string, Folder>(StringComparer.Ordinal) { [""] = root };
        for (var position = 0; position < collection.Count; position++)
        {
            var path = Below(collection.Entries[position].Article.Path, collection.Schema.Definition.BaseFolder);
            var folder = FolderOf(path);
            var rank = Slug.IndexRank(path, rules);
            if (rank >= 0 && (folder.Index < 0 || rank < folder.IndexRank))
            {
                // Of two files that are both the index, the other is an entry like any.
                if (folder.Index >= 0)
                    folder.Items.Add((folder.Index, null));
                (folder.Index, folder.IndexRank) = (position, rank);
            }
            else
            {
                folder.Items.Add((position, null));
            }
        }

        return root;

        Folder FolderOf(string path)
        {
            var end = path.LastIndexOf('/');
            return end < 0 ? root : Find(path[..end]);
        }

        Folder Find(string path)
        {
            if (folders.TryGetValue(path, out var folder))
                return folder;
            var end = path.LastIndexOf('/');
            var above = end < 0 ? root : Find(path[..end]);
            folder = new Folder(path[(end + 1)..]);
            above.Items.Add((-1, folder));
            folders.Add(path, folder);
            return folder;
        }
    }

    private void Number(Folder folder, int parent)
    {
        var number = Add(folder.Index, parent, folder.Index < 0 ? Readable(folder.Name) : "");
        foreach (var (position, below) in folder.InOrder())
        {
            if (below is null)
                Add(position, number, "");
            else
                Number(below, number);
        }
    }

    private int Add(int position, int parent, string title)
    {
        var rank = position < 0 ? -1 : collection.Ranks[position];
        if (rank >= 0)
            byRank[rank] = nodes.Count;
        nodes.Add(new NavigationNode(rank, parent, title));
        return nodes.Count - 1;
    }

    /// <summary><c>getting-started</c> is "Getting started".</summary>
    private static string Readable(string name)
    {
        var text = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return text.Length == 0 ? name : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private static string Below(string path, string folder) =>
        folder.Length > 0 && path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal)
            ? path[(folder.Length + 1)..]
            : path;

    private sealed class Folder(string name)
    {
        public string Name { get; } = name;

        /// <summary>The place of the index article in the declared order, or -1.</summary>
        public int Index { get; set; } = -1;

        public int IndexRank { get; set; }

        /// <summary>Entries by their place in the declared order, and folders.</summary>
        public List<(int Position, Folder? Below)> Items { get; } = [];

        private int Position { get; set; } = -1;

        public List<(int Position, Folder? Below)> InOrder()
        {
            Items.Sort(static (left, right) => PositionOf(left).CompareTo(PositionOf(right)));
            return Items;
        }

        private static int PositionOf((int Position, Folder? Below) item) => item.Below?.FindPosition() ?? item.Position;

        private int FindPosition()
        {
            if (Position < 0)
                Position = Index >= 0 ? Index : Items.Count == 0 ? int.MaxValue : Items.Min(PositionOf);
            return Position;
        }
    }
}

/// <summary>A node of the tree.</summary>
/// <param name="Rank">Of the entry; -1 for a folder without an index article.</param>
/// <param name="Parent">The number of the node above; -1 for the root.</param>
/// <param name="Title">Of a folder without an index article.</param>
internal readonly record struct NavigationNode(int Rank, int Parent, string Title);
