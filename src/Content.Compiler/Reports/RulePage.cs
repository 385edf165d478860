using System.Text.RegularExpressions;

namespace Content.Compiler.Reports;

/// <summary>The page of a code, as far as a report takes it over.</summary>
/// <param name="Summary">What it is about, in a sentence or two.</param>
/// <param name="Markdown">The page itself, without front matter.</param>
internal sealed partial record RulePage(string Summary, string Markdown)
{
    public static RulePage Parse(string page)
    {
        var text = page.ReplaceLineEndings("\n");
        var frontMatter = FrontMatter().Match(text);
        var summary = SummaryLine().Match(frontMatter.Value).Groups["value"].Value;
        return new RulePage(summary, Detach(text[frontMatter.Length..].Trim('\n')) + "\n");
    }

    /// <summary>Links to other pages lead nowhere in a report: only their text stays. Examples in code are left alone.</summary>
    private static string Detach(string markdown) =>
        CodeOrLink().Replace(markdown, match => match.Groups["text"] is { Success: true } text ? text.Value : match.Value);

    [GeneratedRegex(@"\A---\n[\s\S]*?\n---\n")]
    private static partial Regex FrontMatter();

    [GeneratedRegex(@"^summary: ""?(?<value>.*?)""?$", RegexOptions.Multiline)]
    private static partial Regex SummaryLine();

    [GeneratedRegex(@"^(?<fence>```+)[\s\S]*?^\k<fence>$|(?<span>`+)[^\n]*?\k<span>|(?<!!)\[(?<text>[^\]\n]*)\]\((?!https?:)[^)\n]*\)", RegexOptions.Multiline)]
    private static partial Regex CodeOrLink();
}
