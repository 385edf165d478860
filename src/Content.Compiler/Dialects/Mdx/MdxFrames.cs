namespace Content.Compiler.Dialects.Mdx;

/// <summary>
/// The elements and list items that a line of MDX stands in, and how far it is to be indented because of them. MDX has no code by indentation, so its
/// authors indent what elements hold as they like; Markdown takes that for code, or for the end of a list.
/// </summary>
internal sealed class MdxFrames
{
    private const int Deepest = 200;
    private const int CodeIndent = 4;

    private readonly List<Frame> frames = [];

    /// <summary>The column at which the author wrote what a line stands in.</summary>
    public int Source => frames.Count == 0 ? 0 : frames[^1].Source;

    /// <summary>The column of what a tag alone on its line stands in.</summary>
    public int Target => frames.Count == 0 ? 0 : frames[^1].Target;

    /// <summary>A line that begins something at <paramref name="column"/>: items of lists that it does not stand in have ended.</summary>
    public void EndItems(int column)
    {
        while (frames.Count > 0 && frames[^1].Name is null && column < frames[^1].Source)
            frames.RemoveAt(frames.Count - 1);
    }

    /// <summary>Where a line goes that is written at <paramref name="column"/>.</summary>
    /// <param name="column">Where its author wrote it.</param>
    /// <param name="isStart">Whether it begins a block, and does not go on with one.</param>
    public int Place(int column, bool isStart)
    {
        var inside = Math.Max(0, column - Source);
        return Target + (isStart && inside >= CodeIndent ? 0 : inside);
    }

    /// <summary>Begins an item of a list, the text of which stands at <paramref name="source"/> and goes to <paramref name="target"/>.</summary>
    public void OpenItem(int source, int target)
    {
        if (frames.Count < Deepest)
            frames.Add(new Frame(null, source, target));
    }

    /// <summary>Begins an element, what stands in which begins at <paramref name="source"/>; <paramref name="written"/> is what was made of it.</summary>
    public void OpenElement(string name, string written, int source)
    {
        if (frames.Count < Deepest)
            frames.Add(new Frame(name, source, Target) { Written = written });
    }

    /// <summary>Ends the innermost element of this name, and all in it; gives what was made of it, or null where none is open.</summary>
    public string? CloseElement(string name)
    {
        for (var index = frames.Count - 1; index >= 0; index--)
        {
            if (frames[index].Name != name)
                continue;
            var written = frames[index].Written;
            frames.RemoveRange(index, frames.Count - index);
            return written;
        }

        return null;
    }

    /// <param name="Name">Of an element; null of an item of a list.</param>
    /// <param name="Source">The column at which its author wrote what stands in it.</param>
    /// <param name="Target">The column that this goes to.</param>
    private readonly record struct Frame(string? Name, int Source, int Target)
    {
        /// <summary>The element that was made of it.</summary>
        public string? Written { get; init; }
    }
}
