using Content.Compiler.Configuration.Parsing;
using Content.Compiler.Diagnostics;
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
    [InlineData("[a^].md", "^.md", true)]
    [InlineData("[^a].md", "b.md", false)]
    [InlineData("[^a].md", "^.md", true)]
    [InlineData(@"[\\].md", @"\.md", true)]
    [InlineData("[[].md", "[.md", true)]
    [InlineData("[!a].md", "!.md", true)]
    public void A_section_matches_as_EditorConfig_says(string glob, string path, bool matches) =>
        Assert.Equal(matches, EditorConfigGlob.Parse(glob)!.IsMatch(path));

    [Theory]
    [InlineData("")]
    [InlineData("[a")]
    [InlineData("[!].md")]
    [InlineData("{a,b")]
    [InlineData("[z-a].md")]
    public void What_is_no_glob_is_none(string glob) => Assert.Null(EditorConfigGlob.Parse(glob));

    // Two global files of one level that disagree: neither counts, as C#'s compiler has it. A higher level is no disagreement.
    [Theory]
    [InlineData("dotnet_diagnostic.CONTENT2001.severity = none", "dotnet_diagnostic.CONTENT2001.severity = warning", "", "b.globalconfig (2,1,2,40)", null)]
    [InlineData("dotnet_diagnostic.CONTENT2001.severity = warning", "dotnet_diagnostic.CONTENT2001.severity = warning", "", null, "Warning")]
    [InlineData("dotnet_diagnostic.CONTENT2001.severity = none", "dotnet_diagnostic.CONTENT2001.severity = warning", "global_level = 7", null, "Warning")]
    [InlineData("dotnet_diagnostic.CONTENT2001.severity = none", "dotnet_diagnostic.CONTENT2001.severity = warning", "global_level = x", "b.globalconfig (3,1,3,40)", null)]
    [InlineData("dotnet_diagnostic.CONTENT2001.severity = none", "dotnet_diagnostic.CONTENT2001.severity = warning", "global_level = -1", null, "None")]
    [InlineData("dotnet_diagnostic.CONTENT2001.severity = none", "dotnet_diagnostic.CONTENT2002.severity = warning", "", null, "None")]
    [InlineData("dotnet_diagnostic.CONTENT2001.severity = none", "dotnet_analyzer_diagnostic.category-Content.severity = warning", "", null, "None")]
    public void Two_global_files_agree_or_neither_counts(string first, string second, string level, string? conflict, string? expected)
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.globalconfig", $"is_global = true\n{first}\n");
        folder.Write("b.globalconfig", $"is_global = true\n{(level.Length > 0 ? level + "\n" : "")}{second}\n");
        var severities = SeverityFiles.Read(folder.Path, [folder.Path], [folder.Full("a.globalconfig"), folder.Full("b.globalconfig")]).Severities;
        Assert.Equal(conflict, severities.Diagnostics.Select(found => $"{found.File} {found.Range}").SingleOrDefault());
        Assert.Equal(expected, severities.Find("content/a.md", "CONTENT2001", DiagnosticSeverity.Error)?.ToString());
    }

    [Fact]
    public void Of_a_category_that_two_files_set_differently_neither_counts()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.globalconfig", "is_global = true\ndotnet_analyzer_diagnostic.category-Content.severity = none\n");
        folder.Write("b.globalconfig", "is_global = true\ndotnet_analyzer_diagnostic.category-Content.severity = warning\ndotnet_diagnostic.CONTENT2001.severity = none\n");
        var severities = SeverityFiles.Read(folder.Path, [folder.Path], [folder.Full("a.globalconfig"), folder.Full("b.globalconfig")]).Severities;
        Assert.Single(severities.Diagnostics);
        Assert.Null(severities.FindCategory("content/a.md", DiagnosticSeverity.Error));
        Assert.Equal(DiagnosticSeverity.None, severities.Find("content/a.md", "CONTENT2001", DiagnosticSeverity.Error));
    }

    // In a global file a section names one file, by its whole path.
    [Fact]
    public void A_section_of_a_global_file_is_for_the_file_of_its_name()
    {
        using var folder = new TemporaryFolder();
        folder.Write("a.globalconfig", $"is_global = true\n[{folder.Full("content/a.md").Replace(Path.DirectorySeparatorChar, '/')}]\ndotnet_diagnostic.CONTENT2001.severity = none\n");
        var severities = SeverityFiles.Read(folder.Path, [folder.Path], [folder.Full("a.globalconfig")]).Severities;
        Assert.Equal(DiagnosticSeverity.None, severities.Find("content/a.md", "CONTENT2001", DiagnosticSeverity.Error));
        Assert.Null(severities.Find("content/b.md", "CONTENT2001", DiagnosticSeverity.Error));
    }

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
