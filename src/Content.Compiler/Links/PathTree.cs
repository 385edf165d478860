using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;

namespace Content.Compiler.Links;

/// <summary>
/// Paths that exist, for what somebody meant by one that does not: the extension left out, one folder misspelled,
/// the file in another folder, a name nearly right. Built when the first link is broken; asking does not depend on the number of paths.
/// </summary>
internal sealed class PathTree
{
    private const int MostNamesakes = 64;

    private static readonly ImmutableArray<string> articleExtensions = [".md", ".markdown", ".html", ".htm"];

    private readonly PathNode root = new("");
    private readonly Dictionary<string, List<PathNode>> byName = new(StringComparer.OrdinalIgnoreCase);

    public PathTree(IEnumerable<string> paths)
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

    /// <summary>What <paramref name="path"/> probably means, or null.</summary>
    public string? Closest(string path)
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
            return node.Path;
        if (index < segments.Length - 1)
            return FindBehindMisspelledFolder(node, segments, index) ?? FindNamesake(segments);
        return FindByExtension(node, segments[^1]) ?? FindNamesake(segments) ?? FindNear(node, segments[^1]);
    }

    private static string? FindByExtension(PathNode folder, string name)
    {
        var stem = StemOf(name);
        foreach (var extension in articleExtensions)
        {
            if (folder.Find(stem + extension)?.Path is { } path)
                return path;
        }

        return stem.Length == name.Length ? null : folder.Find(stem)?.Path;
    }

    private static string? FindNear(PathNode folder, string name)
    {
        if (folder.NearFiles.Closest(name) is { } near && IsNear(name, near))
            return folder.Find(near)!.Path;
        // Reason: without an extension most of the difference would be the extension that was left out.
        return ContentPath.ExtensionOf(name).IsEmpty && folder.NearFiles.Closest(name + ".md") is { } article && IsNear(name, article)
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

    private static string? FindBehindMisspelledFolder(PathNode parent, string[] segments, int index)
    {
        if (parent.NearFolders.Closest(segments[index]) is not { } near)
            return null;
        var node = parent.Find(near);
        for (var rest = index + 1; rest < segments.Length && node is not null; rest++)
            node = node.Find(segments[rest]);
        return node?.Path;
    }

    private string? FindNamesake(string[] segments)
    {
        var name = segments[^1];
        if (!byName.TryGetValue(name, out var namesakes)
            && (StemOf(name).Length != name.Length || !byName.TryGetValue(name + ".md", out namesakes)))
        {
            return null;
        }

        PathNode? best = null;
        var bestScore = 0;
        var ties = 0;
        foreach (var namesake in namesakes)
        {
            var score = CountShared(segments, namesake.Path!.Split('/'));
            ties = score > bestScore || best is null ? 1 : score == bestScore ? ties + 1 : ties;
            if (score > bestScore || best is null)
                (best, bestScore) = (namesake, score);
        }

        // Reason: every folder may have an index, so its name alone tells nothing; nor does a name that many folders share.
        var isTelling = bestScore > 0 || !StemOf(name).Equals("index", StringComparison.OrdinalIgnoreCase);
        return ties <= 3 && isTelling ? best!.Path : null;
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
        foreach (var extension in articleExtensions)
        {
            if (name.Length > extension.Length && name.EndsWith(extension, StringComparison.OrdinalIgnoreCase))
                return name[..^extension.Length];
        }

        return name;
    }
}
