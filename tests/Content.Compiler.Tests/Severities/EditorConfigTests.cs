using Content.Compiler.Configuration.Parsing;
using Content.Compiler.Severities;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Severities;

public sealed class EditorConfigTests
{
    [Theory]
    [InlineData("*", "a/b.md", true)]
    [InlineData("*.md", "a/b.md", true)]
    [InlineData("*.md", "a/b.mdx", false)]
    [InlineData("content/old/**", "content/old/a/b.md", true)]
    [InlineData("content/old/**", "other/content/old/a.md", false)]
    [InlineData("content/old/*", "content/old/a/b.md", false)]
    [InlineData("/content/*.md", "content/a.md", true)]
    [InlineData("/*.md", "content/a.md", false)]
    [InlineData("content/**/b.md", "content/b.md", true)]
    [InlineData("content/**/b.md", "content/x/y/b.md", true)]
    [InlineData("content/**b.md", "content/x/yb.md", true)]
    [InlineData("**/b.md", "b.md", true)]
    [InlineData("/**/b.md", "x/y/b.md", true)]
    [InlineData("**/b.md", "xb.md", false)]
    [InlineData("?.md", "a.md", true)]
    [InlineData("?.md", "ab.md", false)]
    [InlineData("[a-c]x.md", "bx.md", true)]
    [InlineData("[!a-c]x.md", "bx.md", false)]
    [InlineData("[!a-c]x.md", "dx.md", true)]
    [InlineData("{a,b{c,d}}.md", "bd.md", true)]
    [InlineData("{a,b{c,d}}.md", "b.md", false)]
    [InlineData("{single}.md", "{single}.md", true)]
    [InlineData("{2..10}.md", "7.md", true)]
    [InlineData("{2..10}.md", "11.md", false)]
    [InlineData("{-3..-1}.md", "-2.md", true)]
    [InlineData("a\\*.md", "a*.md", true)]
    [InlineData("a\\*.md", "ab.md", false)]
    [InlineData("a+(b)^$.md", "a+(b)^$.md", true)]
    public void A_section_matches_as_EditorConfig_says(string glob, string path, bool matches) =>
        Assert.Equal(matches, EditorConfigGlob.Parse(glob)!.IsMatch(path));

    [Theory]
    [InlineData("")]
    [InlineData("[a")]
    [InlineData("{a,b")]
    [InlineData("[z-a].md")]
    public void What_is_no_glob_is_none(string glob) => Assert.Null(EditorConfigGlob.Parse(glob));

    /// <summary>An old file in another encoding keeps nobody from building, unless it speaks of our codes and cannot be understood.</summary>
    [Theory]
    [InlineData("# caf\u00e9\n[*]\nindent_size = 2\n", null)]
    [InlineData("# caf\u00e9\n[*]\ndotnet_diagnostic.CONTENT2001.severity = none\n", "CONTENT1011 (1,6,1,7)")]
    [InlineData("# caf\u00e9\n[*]\ndotnet_analyzer_diagnostic.category-Content.severity = none\n", "CONTENT1011 (1,6,1,7)")]
    public void A_file_that_is_not_UTF8_matters_where_it_speaks_of_us(string text, string? expected)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder.Full(".editorconfig"), System.Text.Encoding.Latin1.GetBytes(text));
        var found = SeverityFiles.Read(folder.Path, [folder.Path], []).Severities.Diagnostics;
        Assert.Equal(expected, found.IsEmpty ? null : $"{found[0].Code} {found[0].Range}");
    }

    /// <summary>Whatever somebody types, it is read or refused: no exception, no hang.</summary>
    [Fact]
    public void Anything_can_stand_in_a_section_a_file_and_a_condition()
    {
        var random = new Random(20261128);
        string[] pieces = ["[", "]", "{", "}", ",", "..", "*", "**", "?", "!", "\\", "/", "a", "-", "9", "(", ")", "'", "\"", " and ", " or ", "not ", "exists", " matches ", "==", "<", ">=", "2026-01-01", "\n", "=", "#", "dotnet_diagnostic.CONTENT2001.severity", "error", "\0", "\ud83d"];
        for (var round = 0; round < 20_000; round++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 24)).Select(_ => pieces[random.Next(pieces.Length)]));
            EditorConfigGlob.Parse(text)?.IsMatch("content/a/b-9.md");
            EditorConfigFile.Parse(new SourceText(".editorconfig", text), "/work", isGlobalByName: false);
            var syntax = RuleParser.Parse(text, out var problem);
            Assert.True(syntax is not null || problem.Message.Length > 0);
            Assert.InRange(problem.Span.End, 0, text.Length);
        }
    }

    [Fact]
    public void A_condition_that_is_nested_deeply_is_refused()
    {
        Assert.Null(RuleParser.Parse(new string('(', 3_000) + "a", out var problem));
        Assert.Contains("nested", problem.Message, StringComparison.Ordinal);
    }
}
