using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>
/// What aliases stand for. An alias costs nothing to keep, but whoever reads the fields walks over all that it stands for,
/// so the sum is bounded.
/// </summary>
internal sealed class YamlAnchors
{
    private const int Budget = 100_000;

    private readonly Dictionary<string, Anchored> anchors = new(StringComparer.Ordinal);
    private readonly HashSet<string> open = new(StringComparer.Ordinal);
    private long spent;

    /// <summary>Notes that the node of this anchor is being read: its name stands for nothing until it is whole.</summary>
    public void Open(string name)
    {
        anchors.Remove(name);
        open.Add(name);
    }

    /// <summary>Notes the node of an anchor.</summary>
    /// <param name="name">The anchor.</param>
    /// <param name="node">Its node; null if it could not be read.</param>
    /// <param name="size">Nodes in it, aliases counted for what they stand for.</param>
    /// <param name="height">Collections within one another in it.</param>
    public void Close(string name, MetadataNode? node, long size, int height)
    {
        open.Remove(name);
        anchors[name] = new(node, size, height);
    }

    /// <summary>What the alias stands for at <paramref name="depth"/>; if that cannot be, a message instead.</summary>
    public (Anchored Found, string? Message) Resolve(string name, int depth)
    {
        if (open.Contains(name))
            return (default, $"Alias '*{name}' is inside the value of its own anchor '&{name}'. Write the value out.");
        if (!anchors.TryGetValue(name, out var found))
            return (default, $"There is no anchor '&{name}' before this alias. Put text that starts with '*' in quotes.");
        if (depth + found.Height > MetadataLimits.Depth + 1)
            return (default, MetadataLimits.TooDeep);
        spent += found.Size;
        if (spent > Budget)
            return (default, "The aliases up to here stand for more than 100,000 values. Write fewer.");
        return (found, null);
    }

    /// <summary>The node of an anchor.</summary>
    public readonly record struct Anchored(MetadataNode? Node, long Size, int Height)
    {
        /// <summary>The same value, as it stands at an alias.</summary>
        public MetadataNode? At(TextSpan alias) => Node is null ? null : Node with { Span = alias };
    }
}
