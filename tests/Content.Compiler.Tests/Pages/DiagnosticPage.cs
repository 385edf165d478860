using System.Text;
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
    private string Example => Section("Example");

    /// <summary>The example's files.</summary>
    public IEnumerable<PageFile> Files => FilesIn(Example);

    /// <summary>The files of the advice: what is to be written over the example's, or beside them.</summary>
    public IEnumerable<PageFile> FixedFiles => FilesIn(Section("How to fix it"));

    /// <summary>Whether it says how it is fixed.</summary>
    public bool HasAdvice => Section("How to fix it").Length > 0;

    /// <summary>What the example says that the compiler says; null where it cannot be shown by files alone.</summary>
    public string? Console => ConsoleExpression().Match(Example) is { Success: true } match ? match.Groups["text"].Value : null;

    public string? Field(string key) =>
        Regex.Match(text, $"^{key}: \"?(?<value>.*?)\"?$", RegexOptions.Multiline) is { Success: true } match ? match.Groups["value"].Value : null;

    /// <summary>Puts what the compiler said into the page.</summary>
    public void Update(string console) => File.WriteAllText(file, text.Replace(Console!, console, StringComparison.Ordinal));

    private string Section(string heading) => Regex.Match(text, $@"^## {heading}\n[\s\S]*?(?=^## |\z)", RegexOptions.Multiline).Value;

    private static IEnumerable<PageFile> FilesIn(string section) => FileExpression().Matches(section).Select(match => new PageFile(
        match.Groups["path"].Value,
        // In a list it is indented.
        Regex.Replace(match.Groups["text"].Value, "^" + match.Groups["indent"].Value, "", RegexOptions.Multiline),
        match.Groups["encoding"].Value == "latin1" ? Encoding.Latin1 : new UTF8Encoding(false)));

    [GeneratedRegex(@"^(?<indent> *)```\w+ \{data-file=(?<path>\S+?)( data-encoding=(?<encoding>\w+))?\}\n(?<text>[\s\S]*?)^ *```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FileExpression();

    [GeneratedRegex(@"^```console\n(?<text>[\s\S]*?)^```$", RegexOptions.Multiline)]
    private static partial Regex ConsoleExpression();
}

/// <summary>A file of an example.</summary>
internal sealed record PageFile(string Path, string Text, Encoding Encoding)
{
    public void WriteTo(TemporaryFolder folder)
    {
        var full = folder.Full(Path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        File.WriteAllText(full, Text, Encoding);
    }
}
