using System.Text.Json;

namespace Content.Compiler.Tests.Rendering;

/// <summary>An example of the CommonMark specification.</summary>
internal sealed record CommonMarkExample(int Number, string Section, string Markdown, string Html)
{
    private static readonly JsonSerializerOptions format = new(JsonSerializerDefaults.Web);

    public static IReadOnlyList<CommonMarkExample> All { get; } = JsonSerializer.Deserialize<List<CommonMarkExample>>(
        File.ReadAllText(Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Rendering", "commonmark-0.31.2.json")), format)!;
}
