namespace Content.Compiler.Links;

/// <summary>One segment of the paths that exist, and what follows it.</summary>
internal sealed class PathNode(string name)
{
    private Dictionary<string, PathNode>? children;

    // Reason: two threads may both build one of these; they are equal, so it does not matter whose stays.
    private NearNames? nearFiles;
    private NearNames? nearFolders;

    public string Name { get; } = name;

    /// <summary>The path where it is one that exists; null for what is a folder only.</summary>
    public string? Path { get; set; }

    public NearNames NearFiles => nearFiles ??= Names(static child => child.Path is not null);

    public NearNames NearFolders => nearFolders ??= Names(static child => child.children is not null);

    public PathNode? Find(string segment) => children?.GetValueOrDefault(segment);

    public PathNode Grow(ReadOnlySpan<char> segment)
    {
        children ??= new(StringComparer.Ordinal);
        var bySpan = children.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!bySpan.TryGetValue(segment, out var child))
        {
            child = new PathNode(segment.ToString());
            children.Add(child.Name, child);
        }

        return child;
    }

    private NearNames Names(Func<PathNode, bool> isWanted) => new(children is null ? [] : children.Values.Where(isWanted).Select(child => child.Name));
}
