namespace ExampleSite;

/// <summary>How tags are shown and addressed. A tag that is forgotten here is shown by its C# name.</summary>
internal static class TagLabels
{
    private static readonly Dictionary<string, Tag> byName = Enum.GetValues<Tag>().ToDictionary(Name, StringComparer.Ordinal);

    public static string Label(this Tag tag) => tag switch
    {
        Tag.Dotnet => ".NET",
        Tag.CSharp => "C#",
        Tag.Msbuild => "MSBuild",
        Tag.Markdown => "Markdown",
        Tag.Links => "Links",
        Tag.Performance => "Performance",
        Tag.Migration => "Migration",
        _ => tag.ToString(),
    };

    public static string Url(this Tag tag) => $"/tags/{Name(tag)}/";

    public static Tag? Find(string name) => byName.TryGetValue(name, out var tag) ? tag : null;

    private static string Name(Tag tag) => tag.ToString().ToLowerInvariant();
}
