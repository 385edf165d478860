using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;

namespace Content.Compiler.Tests.Incremental;

/// <summary>What the C# compiler need not look at leaves the time of the code alone.</summary>
public sealed class GeneratedSourceTests
{
    private static readonly DateTime earlier = new(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc);

    [Theory]
    [InlineData("title: B", "", false, true)]
    [InlineData("title: B", "", true, false)]
    [InlineData("title: A", "More prose.", true, true)]
    [InlineData("title: A\nslug: other", "", false, false)]
    public void An_edit_of_a_title_keeps_the_time_where_no_comment_is_compiled(string front, string body, bool compilesComments, bool isKept)
    {
        using var project = new TemporaryProject();
        project.Write("content/a.md", "---\ntitle: A\ndate: 2026-01-02\n---\n");
        var source = Compile().SourceFile;
        var text = File.ReadAllText(source);
        File.SetLastWriteTimeUtc(source, earlier);

        project.Write("content/a.md", $"---\n{front}\ndate: 2026-01-02\n---\n\n{body}\n");
        project.Age("content/a.md", TimeSpan.FromMinutes(3));
        Compile();
        Compile();

        Assert.Equal(isKept, File.GetLastWriteTimeUtc(source) == earlier);
        Assert.Equal(front == "title: A", File.ReadAllText(source) == text);
        Assert.Equal(project.FromScratch(), project.Outputs());

        CompilationResult Compile()
        {
            var result = project.Compile(request => request with { CompilesComments = compilesComments });
            Assert.Empty(result.Diagnostics);
            return result;
        }
    }

    [Theory]
    [InlineData("a\n/// x\nb\n", "a\n  /// y\n/// z\nb\n", true)]
    [InlineData("a\n/// x\nb\n", "a\n/// x\nc\n", false)]
    [InlineData("a\nb\n", "a\n", false)]
    [InlineData("a\n", "a\n/// x\n", true)]
    [InlineData("", "", true)]
    [InlineData("a\n// x\n", "a\n// y\n", false)]
    public void Code_is_what_is_left_without_doc_comments(string left, string right, bool expected)
    {
        Assert.Equal(expected, GeneratedSource.IsSameCode(System.Text.Encoding.UTF8.GetBytes(left), System.Text.Encoding.UTF8.GetBytes(right)));
        Assert.Equal(expected, GeneratedSource.IsSameCode(System.Text.Encoding.UTF8.GetBytes(right), System.Text.Encoding.UTF8.GetBytes(left)));
    }

    [Theory]
    [InlineData(1000, false)]
    [InlineData(2000, true)]
    public void A_catalog_that_is_too_large_is_told_while_articles_are_read(long largest, bool fits)
    {
        using var project = new TemporaryProject();
        foreach (var name in (string[])["a", "b", "c"])
            project.Write($"content/{name}.md", $"---\ntitle: {name}\ndate: 2026-01-02\n---\n\n{new string('x', 500)}\n");

        var result = project.Compile(request => request with { LargestCatalog = largest });

        Assert.Equal(
            fits ? [] : [(DiagnosticSeverity.Error, "CONTENT9002", "The catalog cannot be written: it would be larger than 2 GB, the most that an assembly can hold. Divide the articles among several projects, each with a catalog of its own.")],
            result.Diagnostics.Select(diagnostic => (diagnostic.Severity, diagnostic.Code, diagnostic.Message)));
        Assert.Equal(fits, File.Exists(result.CatalogFile));
    }
}
