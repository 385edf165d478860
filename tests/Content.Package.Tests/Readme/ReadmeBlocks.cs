using System.Text.RegularExpressions;

namespace Content.Package.Tests.Readme;

/// <summary>The fenced blocks of README.md.</summary>
internal static partial class ReadmeBlocks
{
    /// <summary>The only block of a language.</summary>
    public static string Only(string language) => Assert.Single(
        Fence().Matches(File.ReadAllText(Path.Combine(RepositoryRoot.Path, "README.md")).ReplaceLineEndings("\n")),
        match => match.Groups["language"].Value == language).Groups["text"].Value;

    [GeneratedRegex(@"^```(?<language>\w+)\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence();
}
