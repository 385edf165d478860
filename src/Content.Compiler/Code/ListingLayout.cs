namespace Content.Compiler.Code;

/// <summary>What the options of a fence make of the lines of its block.</summary>
internal sealed class ListingLayout
{
    private readonly LineNumbers? marked;
    private readonly LineNumbers? focused;
    private readonly bool isNumbered;

    public ListingLayout(CodeFence fence)
    {
        marked = fence.Find("{}") is { Value: { } lines } ? LineNumbers.Parse(lines) : null;
        focused = fence.Find("focus") is { Value: { } focus } ? LineNumbers.Parse(focus) : null;
        isNumbered = fence.Options.Any(option => option is { Name: "lines", Value: null });
        IsDiff = fence.Find("diff") is not null;
        Title = fence.Find("title") is { Value.Length: > 0, IsClosed: true } title ? title.Value : null;
    }

    /// <summary>The caption; null for none.</summary>
    public string? Title { get; }

    /// <summary>Whether lines begin with <c>+</c> or <c>-</c> where they came or went.</summary>
    public bool IsDiff { get; }

    /// <summary>Further classes of the block, each with a space before it.</summary>
    public string PreClasses => isNumbered ? " numbered" : "";

    /// <summary>The classes of a line, counted from 1; null where lines are not told apart.</summary>
    public string? ClassesOf(int number, string line)
    {
        if (marked is null && focused is null && !isNumbered && !IsDiff)
            return null;
        var classes = "line";
        if (marked?.Contains(number) == true)
            classes += " marked";
        if (focused?.Contains(number) == false)
            classes += " dim";
        if (IsDiff && line.Length > 0)
            classes += line[0] switch { '+' => " inserted", '-' => " deleted", _ => "" };
        return classes;
    }
}
