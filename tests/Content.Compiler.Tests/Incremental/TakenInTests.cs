using Content.Compiler.Workspaces;

namespace Content.Compiler.Tests.Incremental;

/// <summary>A file that an article takes in is an input of the article: its edit is noticed by whoever keeps facts, and nothing else is read anew.</summary>
public sealed class TakenInTests
{
    private const string Configuration =
        """{ "snippets": ["src"], "collections": { "a": { "type": "A", "files": ["**/*.md", "!parts/**"], "fields": { "title": "string?" } } } }""";

    [Fact]
    public void A_build_reads_an_article_anew_when_code_that_it_takes_in_changes_goes_or_comes()
    {
        using var project = Project("```csharp file=../src/a.cs\n```\n");
        project.Write("src/a.cs", "int first;\n");
        Assert.Contains("int first;", Body(project.Compile(), read: 2), StringComparison.Ordinal);
        Assert.Equal(0, project.Compile().Articles.Read);

        project.Write("src/a.cs", "int other;\n");
        project.Age("src/a.cs", TimeSpan.FromMinutes(4));
        Assert.Contains("int other;", Body(project.Compile(), read: 1), StringComparison.Ordinal);

        project.Delete("src/a.cs");
        Assert.Equal(["CONTENT5001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(["CONTENT5001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));

        project.Write("src/a.cs", "int again;\n");
        Assert.Contains("int again;", Body(project.Compile(), read: 1), StringComparison.Ordinal);
        Assert.Equal(0, project.Compile().Articles.Read);
        Assert.Equal("src/a.cs\n", File.ReadAllText(Path.Combine(project.Output, "content.inputs")));
    }

    [Fact]
    public void A_build_reads_an_article_anew_when_an_article_that_it_takes_in_changes()
    {
        using var project = Project("<!-- include: parts/one.md -->\n");
        project.Write("content/parts/one.md", "<!-- include: two.md -->\n");
        project.Write("content/parts/two.md", "first\n");
        Assert.Contains("first", Body(project.Compile(), read: 2), StringComparison.Ordinal);

        project.Write("content/parts/two.md", "other\n");
        project.Age("content/parts/two.md", TimeSpan.FromMinutes(4));
        Assert.Contains("other", Body(project.Compile(), read: 1), StringComparison.Ordinal);
    }

    [Fact]
    public void A_workspace_sees_an_edit_on_disk_and_the_text_that_an_editor_holds()
    {
        using var project = Project("```csharp file=../src/a.cs\n```\n");
        project.Write("src/a.cs", "int first;\n");
        var workspace = new Workspace(project.Request());
        var cancellation = TestContext.Current.CancellationToken;
        Assert.Contains("int first;", Body(workspace.Update(cancellation)), StringComparison.Ordinal);

        workspace.Open("src/a.cs", "int open;\n");
        Assert.Contains("int open;", Body(workspace.Update([project.Full("src/a.cs")], cancellation)), StringComparison.Ordinal);

        workspace.Close("src/a.cs");
        project.Write("src/a.cs", "int saved;\n");
        var saved = workspace.Update([project.Full("src/a.cs")], cancellation);
        Assert.Contains("int saved;", Body(saved), StringComparison.Ordinal);
        Assert.Equal(["a.md"], saved.Changes.Read);

        project.Delete("src/a.cs");
        Assert.Equal(["CONTENT5001"], workspace.Update([project.Full("src/a.cs")], cancellation).Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_workspace_takes_over_from_a_build_only_what_still_holds()
    {
        using var project = Project("```csharp file=../src/a.cs\n```\n");
        project.Write("src/a.cs", "int first;\n");
        project.Compile();
        project.Write("src/a.cs", "int other;\n");
        Assert.Contains("int other;", Body(new Workspace(project.Request()).Update(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    private static TemporaryProject Project(string article)
    {
        var project = new TemporaryProject();
        project.Write("content.json", Configuration);
        project.Write("content/a.md", article);
        project.Write("content/b.md", "# Another\n");
        return project;
    }

    private static string Body(CompilationResult result, int read)
    {
        Assert.Empty(result.Diagnostics);
        Assert.Equal(read, result.Articles.Read);
        return Body(result.Site!);
    }

    private static string Body(WorkspaceSnapshot snapshot)
    {
        Assert.Empty(snapshot.Diagnostics);
        return Body(snapshot.Site!);
    }

    private static string Body(Sites.Site site) => System.Text.Encoding.UTF8.GetString(
        site.Collections[0].Entries.Single(entry => entry.Article.Path == "a.md").Article.Content!.Body.Utf8.Span);
}
