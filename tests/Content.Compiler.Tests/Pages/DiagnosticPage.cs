using System.Text.RegularExpressions;

namespace Content.Compiler.Tests.Pages;

/// <summary>The page of a code, as far as its tests look into it.</summary>
internal sealed partial class DiagnosticPage
{
    private readonly string file;
    private readonly string text;

    public DiagnosticPage(string code)
    {
        file = Path.Combine(Folder, code + ".md");
        text = File.ReadAllText(file);
    }

    public static string Folder { get; } = Path.Combine(RepositoryRoot.Path, "example-site", "content", "diagnostics");

    /// <summary>The section of the example, up to the next heading.</summary>
    private string Example => ExampleExpression().Match(text).Value;

    /// <summary>The example's files: path and text.</summary>
    public IEnumerable<(string Path, string Text)> Files =>
        FileExpression().Matches(Example).Select(match => (match.Groups["path"].Value, match.Groups["text"].Value));

    /// <summary>What the example says that the compiler says; null where it cannot be shown by files alone.</summary>
    public string? Console => ConsoleExpression().Match(Example) is { Success: true } match ? match.Groups["text"].Value : null;

    public string? Field(string key) =>
        Regex.Match(text, $"^{key}: \"?(?<value>.*?)\"?$", RegexOptions.Multiline) is { Success: true } match ? match.Groups["value"].Value : null;

    /// <summary>Puts what the compiler said into the page.</summary>
    public void Update(string console) => File.WriteAllText(file, text.Replace(Console!, console, StringComparison.Ordinal));

    [GeneratedRegex(@"^## Example\n[\s\S]*?(?=^## )", RegexOptions.Multiline)]
    private static partial Regex ExampleExpression();

    [GeneratedRegex(@"^```\w+ \{data-file=(?<path>\S+)\}\n(?<text>[\s\S]*?)^```$", RegexOptions.Multiline)]
    private static partial Regex FileExpression();

    [GeneratedRegex(@"^```console\n(?<text>[\s\S]*?)^```$", RegexOptions.Multiline)]
    private static partial Regex ConsoleExpression();
}
