using System.Text.Json;
using System.Text.RegularExpressions;

namespace Content.Documentation.Tests;

/// <summary>
/// The C# of README.md and of the documentation compiles with this project, and the test that the documentation shows, which is a sample itself, runs what can be
/// run. Here it is seen that nothing is left out: no page, no block, and nothing of what README.md says a configuration is.
/// </summary>
public sealed partial class CompletenessTests
{
    private static readonly JsonDocumentOptions lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Blocks that cannot be compiled by themselves: a part of a generated type, a program that another test runs, a page model's method.</summary>
    private static readonly string[] excepted = ["public sealed partial class Post", "using Notes;", "public IActionResult OnGet(string slug)"];

    [Fact]
    public void The_test_that_the_documentation_shows_is_one_of_these_and_has_samples_to_run()
    {
        Assert.Single(typeof(CompletenessTests).Assembly.GetExportedTypes(), type => type.Name == "SampleTests");
        Assert.Contains(Catalog.Samples, sample => sample is { File: "../../README.md", Output: not null });
    }

    [Fact]
    public void Every_page_with_code_is_taken_in()
    {
        var pages = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "example-site/content/docs"), "*.md", SearchOption.AllDirectories)
            .Where(page => BlockExpression().IsMatch(Text(page))).Select(page => Path.GetFileName(page)!);
        Assert.Equal(
            pages.Append("readme.md").Order(StringComparer.Ordinal),
            Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "tests/Content.Documentation.Tests/content/documentation")).Select(file => Path.GetFileName(file)!).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_block_that_can_be_compiled_is()
    {
        var left = new List<string>();
        foreach (var page in Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "example-site/content/docs"), "*.md", SearchOption.AllDirectories).Append(Path.Combine(RepositoryRoot.Path, "README.md")))
        {
            foreach (Match block in BlockExpression().Matches(Text(page)))
            {
                if (!ModeExpression().IsMatch(block.Groups["options"].Value))
                    left.Add(block.Groups["first"].Value);
            }
        }

        Assert.Equal(excepted.Order(StringComparer.Ordinal), left.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_configuration_of_the_readme_is_the_one_that_its_code_is_compiled_with()
    {
        var readme = Text(Path.Combine(RepositoryRoot.Path, "README.md"));
        using var shown = JsonDocument.Parse(ConfigurationExpression().Match(readme).Groups["json"].Value, lenient);
        using var used = JsonDocument.Parse(Text(Path.Combine(RepositoryRoot.Path, "tests/Content.Documentation.Tests/content.json")), lenient);
        AssertHolds(shown.RootElement, used.RootElement, "");
    }

    private static void AssertHolds(JsonElement shown, JsonElement used, string path)
    {
        if (shown.ValueKind != JsonValueKind.Object)
        {
            Assert.True(JsonElement.DeepEquals(shown, used), path);
            return;
        }

        foreach (var property in shown.EnumerateObject())
        {
            Assert.True(used.TryGetProperty(property.Name, out var value), $"{path}.{property.Name}");
            AssertHolds(property.Value, value, $"{path}.{property.Name}");
        }
    }

    private static string Text(string file) => File.ReadAllText(file).ReplaceLineEndings("\n");

    [GeneratedRegex(@"^```(csharp|cs)\b(?<options>[^\n]*)\n(?<first>[^\n]*)\n", RegexOptions.Multiline)]
    private static partial Regex BlockExpression();

    [GeneratedRegex(@"\b(compile|continue|types|run)\b|(?<!-)file=")]
    private static partial Regex ModeExpression();

    [GeneratedRegex(@"^```jsonc\n(?<json>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex ConfigurationExpression();
}
