using Content.Compiler.Diagnostics;

namespace Content.Compiler.Tests.Inference;

/// <summary>When nothing is inferred, and what is told of it.</summary>
public sealed class InferenceTests
{
    [Fact]
    public void A_file_that_exists_is_not_written_over()
    {
        using var project = new InferenceProject().Write("content/a.md", "---\ntitle: A\n---\n").Write("content.json", "mine");

        var error = Assert.Single(project.Infer().Diagnostics);

        Assert.Equal("mine", File.ReadAllText(project.ConfigurationFile));
        Assert.Equal(("CONTENT9002", DiagnosticSeverity.Error, "content.json"), (error.Code, error.Severity, error.File));
        Assert.Equal("'content.json' already exists and is not overwritten. Rename or delete it first, or name another file: -p:ContentConfig=content.inferred.json.", error.Message);
    }

    [Fact]
    public void Without_a_content_folder_there_is_nothing_to_infer_from()
    {
        using var project = new InferenceProject().Write("posts/a.md", "");

        var error = Assert.Single(project.Infer().Diagnostics);

        Assert.False(File.Exists(project.ConfigurationFile));
        Assert.Equal(("CONTENT0005", DiagnosticSeverity.Error), (error.Code, error.Severity));
    }

    [Fact]
    public void Nor_where_the_content_folder_is_a_file()
    {
        using var project = new InferenceProject().Write("content", "");

        var error = Assert.Single(project.Infer().Diagnostics);

        Assert.Equal(("CONTENT0005", DiagnosticSeverity.Error), (error.Code, error.Severity));
        Assert.Contains("'content' is a file", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Nor_without_articles()
    {
        using var project = new InferenceProject().Write("content/toc.yml", "- a").Write("content/picture.png", "");

        var error = Assert.Single(project.Infer().Diagnostics);

        Assert.False(File.Exists(project.ConfigurationFile));
        Assert.Equal(("CONTENT0004", DiagnosticSeverity.Error), (error.Code, error.Severity));
    }

    [Fact]
    public void Another_root_is_written_down()
    {
        using var project = new InferenceProject("docs").Write("docs/a.md", "---\ntitle: A\n---\n");

        Assert.Contains("\"root\": \"docs\"", project.Infer().Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ms.author", "Author")]
    [InlineData("authors", "Author")]
    [InlineData("teamUrl", "Url")]
    [InlineData("team_url", "Url")]
    [InlineData("postID", "ID")]
    [InlineData("ID", "ID")]
    [InlineData("id", "Id")]
    [InlineData("a", "A")]
    [InlineData("---", "")]
    public void The_last_word_of_a_key_says_what_it_is(string key, string word) => Assert.Equal(word, Content.Compiler.Inference.KeyName.LastWord(key));

    [Fact]
    public void A_key_that_is_prose_is_a_mistake_and_no_field()
    {
        var prose = new string('x', 300);
        using var project = new InferenceProject().Write("content/a.md", $"---\ntitle: A\n{prose}: y\n---\n").Write("content/b.md", "---\ntitle: B\n---\n");

        var inferred = project.Infer();

        Assert.DoesNotContain($"\"{prose}\"", inferred.Text, StringComparison.Ordinal);
        Assert.Contains("is a key of 300 characters, and no field but a mistake in content/a.md. Correct it there.", inferred.Text, StringComparison.Ordinal);
        Assert.Equal([("CONTENT1003", 1)], inferred.NextBuild);
        Assert.Equal(["CONTENT1003"], project.Compile().Diagnostics.Select(found => found.Code));
    }

    [Fact]
    public void What_is_left_out_is_counted_and_named()
    {
        using var project = new InferenceProject()
            .Write("content/posts/a.md", "---\ntitle: A\n---\n")
            .Write("content/posts/toc.yml", "- a\n").Write("content/posts/other.yml", "x: 1\n")
            .Write("content/.hidden/x.md", "").Write("content/node_modules/y/z.md", "");

        var text = project.Infer().Text!;

        Assert.Contains("// Left out: 2 files whose name, or whose folder's, begins with a dot or is node_modules, bin or obj: .hidden/x.md and others", text, StringComparison.Ordinal);
        Assert.Contains("// Left out: 2 files of data beside articles: posts/other.yml and others", text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_next_build_is_about_links_alone_where_that_is_said()
    {
        using var project = new InferenceProject().Write("content/a.md", "---\ntitle: A\n---\n\n[dead](b.md)\n");

        Assert.Empty(project.Infer().NextBuild);
        Assert.Equal(["CONTENT2001"], project.Compile().Diagnostics.Select(found => found.Code));
    }
}
