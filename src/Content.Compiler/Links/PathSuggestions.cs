using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;

namespace Content.Compiler.Links;

/// <summary>
/// Paths that exist, for what somebody meant by one that does not: the extension left out, one folder misspelled,
/// the file in another folder, a name nearly right. Built when the first link is broken; asking does not depend on the number of paths.
/// </summary>
internal sealed class PathSuggestions
{
    private const int MostNamesakes = 64;

    private readonly Node root = new("");
    private readonly Dictionary<string, List<Node>> byName = new(StringComparer.OrdinalIgnoreCase);

    public PathSuggestions(IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            var node = root;
            foreach (var segment in path.AsSpan().Split('/'))
                node = node.Grow(path.AsSpan()[segment]);
            if (node.Path is not null)
                continue;
            node.Path = path;
            if (!byName.TryGetValue(node.Name, out var namesakes))
                byName.Add(node.Name, namesakes = []);
            if (namesakes.Count < MostNamesakes)
                namesakes.Add(node);
        }
    }

    /// <summary>Whether <paramref name="path"/> can mean no other path than <paramref name="meant"/>.</summary>
    public bool IsOnlyOne(string path, string? meant) => Closest(path, except: meant) is null;

    /// <summary>What <paramref name="path"/> probably means other than <paramref name="except"/>, or null.</summary>
    public string? Closest(string path, string? except = null)
    {
        var segments = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (segments.Length == 0)
            return null;
        var node = root;
        var index = 0;
        while (index < segments.Length && node.Find(segments[index]) is { } child)
        {
            node = child;
            index++;
        }

        if (index == segments.Length)
            return node.Path is { } exact ? exact == except ? null : exact : Beside(path, except);
        if (index < segments.Length - 1)
            return FindBehindMisspelledFolder(node, segments, index, except) ?? FindNamesake(segments, except);
        return FindByExtension(node, segments[^1], except) ?? FindNamesake(segments, except) ?? FindNear(node, segments[^1], except);
    }

    /// <summary>The file that has the name of the folder <paramref name="path"/> and the extension of an article, or null.</summary>
    public string? Beside(string path, string? except = null)
    {
        var node = root;
        foreach (var segment in ContentPath.FolderOf(path).Split('/'))
        {
            if (path.AsSpan()[segment] is not { IsEmpty: false } name)
                continue;
            if (node.Find(name.ToString()) is not { } child)
                return null;
            node = child;
        }

        return FindByExtension(node, ContentPath.NameOf(path).ToString(), except);
    }

    private static string? FindByExtension(Node folder, string name, string? except)
    {
        var stem = StemOf(name);
        foreach (var extension in FileExtensions.OfArticles)
        {
            if (folder.Find(stem + extension)?.Path is { } path && path != except)
                return path;
        }

        return stem.Length == name.Length || folder.Find(stem)?.Path is not { } other || other == except ? null : other;
    }

    private static string? FindNear(Node folder, string name, string? except)
    {
        var exceptName = except is not null && folder.Find(ContentPath.NameOf(except).ToString()) is { } child && child.Path == except ? child.Name : null;
        if (folder.NearFiles.Closest(name, exceptName) is { } near && IsNear(name, near))
            return folder.Find(near)!.Path;
        // Reason: without an extension most of the difference would be the extension that was left out.
        return ContentPath.ExtensionOf(name).IsEmpty && folder.NearFiles.Closest(name + ".md", exceptName) is { } article && IsNear(name, article)
            ? folder.Find(article)!.Path
            : null;
    }

    /// <summary>Two short names with one extension are not near each other because of it.</summary>
    private static bool IsNear(string written, string found)
    {
        var left = written[..^ContentPath.ExtensionOf(written).Length];
        var right = found[..^ContentPath.ExtensionOf(found).Length];
        return left.Equals(right, StringComparison.Ordinal) || Suggestion.Closest(left, [right]) is not null;
    }

    private static string? FindBehindMisspelledFolder(Node parent, string[] segments, int index, string? except)
    {
        if (parent.NearFolders.Closest(segments[index]) is not { } near)
            return null;
        var found = FindBehind(parent, near, segments, index);
        if (found is null || found != except)
            return found;
        return parent.NearFolders.Closest(segments[index], near) is { } other ? FindBehind(parent, other, segments, index) : null;
    }

    private static string? FindBehind(Node parent, string folder, string[] segments, int index)
    {
        var node = parent.Find(folder);
        for (var rest = index + 1; rest < segments.Length && node is not null; rest++)
            node = node.Find(segments[rest]);
        return node?.Path;
    }

    private string? FindNamesake(string[] segments, string? except)
    {
        var name = segments[^1];
        if (!byName.TryGetValue(name, out var namesakes)
            && (StemOf(name).Length != name.Length || !byName.TryGetValue(name + ".md", out namesakes)))
        {
            return null;
        }

        Node? best = null;
        var bestScore = 0;
        var ties = 0;
        foreach (var namesake in namesakes)
        {
            if (namesake.Path == except)
                continue;
            var score = CountShared(segments, namesake.Path!.Split('/'));
            ties = score > bestScore || best is null ? 1 : score == bestScore ? ties + 1 : ties;
            if (score > bestScore || best is null)
                (best, bestScore) = (namesake, score);
        }

        // Reason: a name that many folders share does not say which one is meant, but each of them may be.
        return (ties <= 3 || except is not null) && (bestScore > 0 || IsTelling(segments)) ? best?.Path : null;
    }

    /// <summary>
    /// Whether the name alone says which file is meant, whatever folder it is in. Every folder may have an index; and a page
    /// that is to lie in folders of which there is none is another site's, which has an overview, too.
    /// </summary>
    private static bool IsTelling(string[] segments)
    {
        var name = segments[^1];
        if (StemOf(name).Equals("index", StringComparison.OrdinalIgnoreCase))
            return false;
        var isFile = ContentPath.ExtensionOf(name) is { IsEmpty: false } extension && !FileExtensions.IsArticle(extension);
        return isFile || segments.Length <= 2;
    }

    /// <summary>How many folders two paths share, counted from both ends.</summary>
    private static int CountShared(string[] left, string[] right)
    {
        var most = Math.Min(left.Length, right.Length) - 1;
        var back = 0;
        while (back < most && left[^(back + 2)].Equals(right[^(back + 2)], StringComparison.OrdinalIgnoreCase))
            back++;
        var front = 0;
        while (front < most - back && left[front].Equals(right[front], StringComparison.OrdinalIgnoreCase))
            front++;
        return 2 * back + front;
    }

    private static string StemOf(string name)
    {
        foreach (var extension in FileExtensions.OfArticles)
        {
            if (name.Length > extension.Length && name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return name[..^extension.Length];
        }

        return name;
    }

    /// <summary>One segment of the paths that exist, and what follows it.</summary>
    private sealed class Node(string name)
    {
        private Dictionary<string, Node>? children;

        // Reason: two threads may both build one of these; they are equal, so it does not matter whose stays.
        private NearNames? nearFiles;
        private NearNames? nearFolders;

        public string Name { get; } = name;

        /// <summary>The path where it is one that exists; null for what is a folder only.</summary>
        public string? Path { get; set; }

        public NearNames NearFiles => nearFiles ??= Names(static child => child.Path is not null);

        public NearNames NearFolders => nearFolders ??= Names(static child => child.children is not null);

        public Node? Find(string segment) => children?.GetValueOrDefault(segment);

        public Node Grow(ReadOnlySpan<char> segment)
        {
            children ??= new(StringComparer.Ordinal);
            var bySpan = children.GetAlternateLookup<ReadOnlySpan<char>>();
            if (!bySpan.TryGetValue(segment, out var child))
            {
                child = new Node(segment.ToString());
                children.Add(child.Name, child);
            }

            return child;
        }

        private NearNames Names(Func<Node, bool> isWanted) => new(children is null ? [] : children.Values.Where(isWanted).Select(child => child.Name));
    }
}
