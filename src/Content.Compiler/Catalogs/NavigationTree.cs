using System.Collections.Immutable;
using Content.Compiler.Entries;
using Content.Compiler.Links;
using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs;

/// <summary>
/// The entries of a collection as a menu has them. What files of navigation name stands where and as they name it. All other entries follow by folder:
/// what is in a folder stands in the declared order; a folder stands where its index article does, or where the first of its entries does if it has none.
/// </summary>
internal sealed class NavigationTree
{
    private readonly RankedCollection collection;
    private readonly int number;
    private readonly string baseFolder;
    private readonly SlugRules rules;
    private readonly Folder root = new("");
    private readonly Dictionary<string, Folder> folders = new(StringComparer.Ordinal);
    private readonly HashSet<string> inhabited = new(StringComparer.Ordinal) { "" };
    private readonly HashSet<int> named = [];
    private readonly List<NavigationNode> nodes = [];
    private readonly int[] byRank;

    private NavigationTree(RankedCollection collection, int number, SlugRules rules)
    {
        this.collection = collection;
        this.number = number;
        this.rules = rules;
        baseFolder = collection.Schema.Definition.BaseFolder;
        folders.Add("", root);
        byRank = new int[collection.Count];
        Array.Fill(byRank, -1);
    }

    /// <summary>Every node before those below it; the first is the root.</summary>
    public IReadOnlyList<NavigationNode> Nodes => nodes;

    /// <summary>By rank, the number of the entry's node; of several the first that leads to all of it.</summary>
    public ReadOnlySpan<int> ByRank => byRank;

    /// <param name="collection">The entries.</param>
    /// <param name="number">The number of the collection.</param>
    /// <param name="rules">Which names are those of index articles.</param>
    /// <param name="outline">What files of navigation say.</param>
    public static NavigationTree Of(RankedCollection collection, int number, SlugRules rules, SiteOutline outline)
    {
        var tree = new NavigationTree(collection, number, rules);
        tree.TakeOutline(outline);
        tree.Gather();
        tree.Add(tree.root, -1);
        return tree;
    }

    private void TakeOutline(SiteOutline outline)
    {
        if (outline.Roots.IsEmpty)
            return;
        foreach (var entry in collection.Entries)
        {
            for (var folder = FolderOf(Below(entry.Article.Path)); inhabited.Add(folder);)
                folder = FolderOf(folder);
        }

        foreach (var outlined in outline.Roots)
        {
            // A file that lies with no entries of the collection orders something else, such as another site's breadcrumbs.
            if (FindFolder(outlined.Folder) is { } folder)
                (folder.Length == 0 ? root : Find(folder)).Outlined.AddRange(Make(outlined.Items));
        }
    }

    /// <summary>
    /// The items that lead to entries of the collection, themselves or by what is below; with these, what stands beside them and leads elsewhere.
    /// </summary>
    private List<Folder> Make(ImmutableArray<OutlineItem> items)
    {
        var made = new List<Folder>();
        if (!items.Any(LeadsHere))
            return made;
        foreach (var item in items)
        {
            var position = PositionOf(item);
            var name = item.Name.Length == 0 && item.Folder is { } called ? Readable(called[(called.LastIndexOf('/') + 1)..]) : item.Name;
            var node = new Folder(name) { Index = position, IndexRank = -1, IsNamed = item.Name.Length > 0, Url = UrlOf(item, position), IsExpanded = item.IsExpanded };
            if (position >= 0)
                named.Add(position);
            if (item.Folder is not null && FindFolder(item.Folder) is { } taken)
                folders.TryAdd(taken, node);
            node.Outlined.AddRange(Make(item.Items));
            // A folder whose index is named and that orders nothing itself keeps its other articles below that name.
            if (position >= 0 && Below(collection.Entries[position].Article.Path) is var path && Slug.IndexRank(path, rules) >= 0)
                folders.TryAdd(FolderOf(path), node);
            if (position >= 0 || node.Outlined.Count > 0 || node.Url.Length > 0 || item.Folder is not null && LeadsHere(item))
                made.Add(node);
        }

        return made;
    }

    private bool LeadsHere(OutlineItem item) =>
        PositionOf(item) >= 0 || item.Items.Any(LeadsHere) || item.Folder is not null && FindFolder(item.Folder) is not null;

    /// <summary>What an item adds to its entry's address, or where it leads without one; what leads to an entry that is not in the catalog leads nowhere.</summary>
    private string UrlOf(OutlineItem item, int position) =>
        item.Url is not { } url || (position >= 0 ? url == collection.Entries[position].Url : item.Collection == number) ? "" : url;

    private int PositionOf(OutlineItem item) =>
        item.Collection == number && collection.RankOf(item.Slug) is var rank and >= 0 ? collection.Positions[rank] : -1;

    /// <summary>Which folder of the collection this one is, below the content root; null where none of its entries lies there.</summary>
    private string? FindFolder(string folder)
    {
        if (folder.Length == 0 || folder == baseFolder || baseFolder.StartsWith(folder + "/", StringComparison.Ordinal))
            return "";
        var below = Below(folder);
        return (baseFolder.Length == 0 || below.Length < folder.Length) && inhabited.Contains(below) ? below : null;
    }

    /// <summary>Puts what nobody named where it lies.</summary>
    private void Gather()
    {
        for (var position = 0; position < collection.Count; position++)
        {
            var path = Below(collection.Entries[position].Article.Path);
            var rank = Slug.IndexRank(path, rules);
            // The root is the collection, and shows its index article whatever else does.
            if (named.Contains(position) && !(rank >= 0 && FolderOf(path).Length == 0))
                continue;
            var folder = Find(FolderOf(path));
            if (rank >= 0 && (folder.Index < 0 || rank < folder.IndexRank))
            {
                // Of two files that are both the index, the other is an entry like any.
                if (folder.Index >= 0 && !named.Contains(folder.Index))
                    folder.Items.Add((folder.Index, null));
                (folder.Index, folder.IndexRank) = (position, rank);
            }
            else if (!named.Contains(position))
            {
                folder.Items.Add((position, null));
            }
        }
    }

    private Folder Find(string path)
    {
        if (folders.TryGetValue(path, out var folder))
            return folder;
        var above = Find(FolderOf(path));
        folder = new Folder(Readable(path[(path.LastIndexOf('/') + 1)..]));
        above.Items.Add((-1, folder));
        folders.Add(path, folder);
        return folder;
    }

    private void Add(Folder folder, int parent)
    {
        var added = AddNode(folder.Index, parent, folder.IsNamed || folder.Index < 0 ? folder.Name : "", folder.Url, folder.IsExpanded);
        foreach (var below in folder.Outlined)
            Add(below, added);
        foreach (var (position, below) in folder.InOrder())
        {
            if (below is null)
                AddNode(position, added, "", "", isExpanded: false);
            else
                Add(below, added);
        }
    }

    private int AddNode(int position, int parent, string title, string url, bool isExpanded)
    {
        var rank = position < 0 ? -1 : collection.Ranks[position];
        // An item that names a part of the page is not where the page is.
        if (rank >= 0 && (byRank[rank] < 0 || url.Length == 0 && nodes[byRank[rank]].Url.Length > 0))
            byRank[rank] = nodes.Count;
        nodes.Add(new NavigationNode(rank, parent, title, url, isExpanded));
        return nodes.Count - 1;
    }

    /// <summary><c>getting-started</c> is "Getting started".</summary>
    private static string Readable(string name)
    {
        var text = name.Replace('-', ' ').Replace('_', ' ').Trim();
        return text.Length == 0 ? name : char.ToUpperInvariant(text[0]) + text[1..];
    }

    private string Below(string path) =>
        baseFolder.Length > 0 && path.Length > baseFolder.Length && path[baseFolder.Length] == '/' && path.StartsWith(baseFolder, StringComparison.Ordinal)
            ? path[(baseFolder.Length + 1)..]
            : path;

    private static string FolderOf(string path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>A node in the making.</summary>
    private sealed class Folder(string name)
    {
        public string Name { get; } = name;

        /// <summary>Whether the name is somebody's word, which goes before a title.</summary>
        public bool IsNamed { get; init; }

        public string Url { get; init; } = "";

        public bool IsExpanded { get; init; }

        /// <summary>The place of the entry in the declared order, that of the index article for a folder; -1 where there is none.</summary>
        public int Index { get; set; } = -1;

        public int IndexRank { get; set; }

        /// <summary>What files of navigation put here, in their order.</summary>
        public List<Folder> Outlined { get; } = [];

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
/// <param name="Rank">Of the entry; -1 where there is none.</param>
/// <param name="Parent">The number of the node above; -1 for the root.</param>
/// <param name="Title">Empty where it is the entry's.</param>
/// <param name="Url">Empty where it is the entry's, or none.</param>
/// <param name="IsExpanded">Whether what is below is to be seen from the start.</param>
internal readonly record struct NavigationNode(int Rank, int Parent, string Title, string Url, bool IsExpanded);
