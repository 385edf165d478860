namespace Content.Fuzzing.Hostile;

/// <summary>Markdown on which parsers are known to take long.</summary>
public static class HostileMarkdown
{
    /// <summary>All of it.</summary>
    public static IReadOnlyList<HostileText> All { get; } =
        [.. HostileInlines.Texts().Concat(HostileBlocks.Texts()).Concat(HostileExtensions.Texts()).Select(static text => new HostileText(text.Name, ".md", text.Make))];
}
