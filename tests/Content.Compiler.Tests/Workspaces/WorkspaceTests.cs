using Content.Compiler.Workspaces;

namespace Content.Compiler.Tests.Workspaces;

/// <summary>What a workspace reads and links again, and what it takes over.</summary>
public sealed class WorkspaceTests : IDisposable
{
    private const string Configuration = """{ "collections": { "pages": { "type": "Page", "files": "**/*.md", "fields": { "title": "string?" } } } }""";

    private readonly TemporaryProject project = new();

    public WorkspaceTests()
    {
        project.Write("content.json", Configuration);
        project.Write("content/a.md", "# A\n\n[b](b.md#b)\n");
        project.Write("content/b.md", "# B\n\n[c](c.md)\n");
        project.Write("content/c.md", "# C\n");
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void Prose_that_changes_is_read_and_linked_alone()
    {
        var workspace = Start();
        var after = Save(workspace, "content/b.md", "# B\n\nOther words. [c](c.md)\n");
        Assert.Equal(["b.md"], after.Changes.Read);
        Assert.Equal(1, after.Changes.Linked);
        Assert.Empty(after.Changes.Files);
    }

    [Fact]
    public void A_heading_that_goes_is_told_where_it_was_linked_to_and_nothing_else_is_linked_again()
    {
        var workspace = Start();
        var after = Save(workspace, "content/b.md", "# Other\n\n[c](c.md)\n");
        Assert.Equal(["b.md"], after.Changes.Read);
        Assert.Equal(2, after.Changes.Linked);
        Assert.Equal(["content/a.md"], after.Changes.Files);
        Assert.Equal("CONTENT2003", Assert.Single(after.Diagnostics).Code);
    }

    [Fact]
    public void A_draft_is_told_where_it_is_linked_to()
    {
        var workspace = Start();
        var after = Save(workspace, "content/c.md", "---\ndraft: true\n---\n# C\n");
        Assert.Equal(2, after.Changes.Linked);
        Assert.Equal(("content/b.md", "CONTENT2007"), (Assert.Single(after.Diagnostics).File, after.Diagnostics[0].Code));
    }

    /// <summary>Nothing leads to the entry that is suggested; found by the random edits.</summary>
    [Fact]
    public void What_a_suggestion_names_is_looked_at_again_when_it_changes()
    {
        project.Write("content/d/e.md", "# E\n\n[c](./c.md)\n");
        var workspace = new Workspace(project.Request());
        Assert.Contains("'../c.md'", Assert.Single(workspace.Update(TestContext.Current.CancellationToken).Diagnostics).Message, StringComparison.Ordinal);
        var after = Save(workspace, "content/c.md", "---\ndraft: true\n---\n# C\n");
        Assert.DoesNotContain("'../c.md'", Assert.Single(after.Diagnostics, diagnostic => diagnostic.File == "content/d/e.md").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_new_address_links_everything_again()
    {
        var workspace = Start();
        var after = Save(workspace, "content/c.md", "---\nslug: see\n---\n# C\n");
        Assert.Equal(["c.md"], after.Changes.Read);
        Assert.Equal(3, after.Changes.Linked);
    }

    [Fact]
    public void A_file_that_is_gone_and_comes_back_is_told_both_times()
    {
        var workspace = Start();
        project.Delete("content/c.md");
        var gone = workspace.Update([project.Full("content/c.md")], TestContext.Current.CancellationToken);
        Assert.Equal("CONTENT2001", Assert.Single(gone.Diagnostics).Code);
        var back = Save(workspace, "content/c.md", "# C\n");
        Assert.Empty(back.Diagnostics);
        Assert.Equal(["content/b.md"], back.Changes.Files);
    }

    [Fact]
    public void A_named_file_is_read_although_length_and_time_are_the_same()
    {
        var workspace = Start();
        var time = File.GetLastWriteTimeUtc(project.Full("content/b.md"));
        File.WriteAllText(project.Full("content/b.md"), "# X\n\n[c](c.md)\n");
        File.SetLastWriteTimeUtc(project.Full("content/b.md"), time);
        var after = workspace.Update([project.Full("content/b.md")], TestContext.Current.CancellationToken);
        Assert.Equal("CONTENT2003", Assert.Single(after.Diagnostics).Code);
    }

    [Fact]
    public void Touching_a_file_reads_no_article_anew()
    {
        var workspace = Start();
        project.Age("content/b.md", TimeSpan.FromHours(1));
        var after = workspace.Update(TestContext.Current.CancellationToken);
        Assert.Empty(after.Changes.Read);
        Assert.Equal(0, after.Changes.Linked);
    }

    [Fact]
    public void Where_nothing_changed_the_site_is_the_same_object()
    {
        var workspace = Start();
        var site = workspace.Current!.Site;
        Assert.Same(site, workspace.Update(TestContext.Current.CancellationToken).Site);
        project.Age("content/b.md", TimeSpan.FromHours(1));
        Assert.Same(site, workspace.Update(TestContext.Current.CancellationToken).Site);
        Assert.Same(site, workspace.Update([project.Full("content/b.md")], TestContext.Current.CancellationToken).Site);
        project.Write("content/new.png");
        Assert.NotSame(site, workspace.Update(TestContext.Current.CancellationToken).Site);
    }

    /// <summary>Its size may have changed, and that is not in any article.</summary>
    [Fact]
    public void An_image_that_is_named_or_has_another_time_makes_a_new_site()
    {
        project.Write("content/a.png");
        var workspace = Start();
        var site = workspace.Current!.Site;
        project.Age("content/a.png", TimeSpan.FromHours(1));
        var aged = workspace.Update(TestContext.Current.CancellationToken).Site;
        Assert.NotSame(site, aged);
        Assert.NotSame(aged, workspace.Update([project.Full("content/a.png")], TestContext.Current.CancellationToken).Site);
    }

    /// <summary>As a build has it: where the root is the project, a folder that it was published to is not content.</summary>
    [Fact]
    public void Outputs_of_the_project_are_no_content()
    {
        project.Write("content.json", """{ "root": ".", "collections": { "pages": { "type": "Page", "files": "**/*.md", "fields": { "title": "string?" } } } }""");
        project.Write("pub/app.deps.json", "{}");
        project.Write("pub/a.md", "# A\n");
        var request = project.Request() with { AssemblyName = "app" };
        var snapshot = new Workspace(request).Update(TestContext.Current.CancellationToken);
        Assert.Equal(3, snapshot.Entries.Length);
        Assert.Equal(ContentCompiler.Compile(request, TestContext.Current.CancellationToken).Diagnostics, snapshot.Diagnostics);
    }

    [Fact]
    public void Another_day_makes_a_new_site()
    {
        var workspace = Start();
        var site = workspace.Current!.Site;
        workspace.BuildDate = workspace.BuildDate.AddDays(1);
        Assert.NotSame(site, workspace.Update(TestContext.Current.CancellationToken).Site);
    }

    [Fact]
    public void The_first_snapshot_takes_over_what_the_last_build_knew()
    {
        Assert.True(project.Compile().Succeeded);
        var first = new Workspace(project.Request()).Update(TestContext.Current.CancellationToken);
        Assert.Empty(first.Changes.Read);
        Assert.Equal(3, first.Entries.Length);
    }

    /// <summary>The next build cuts off or replaces the file that bodies were taken over from.</summary>
    [Fact]
    public void What_was_taken_over_stays_when_the_state_is_deleted_and_written_anew()
    {
        Assert.True(project.Compile().Succeeded);
        var workspace = new Workspace(project.Request());
        var first = workspace.Update(TestContext.Current.CancellationToken);
        File.WriteAllBytes(Path.Combine(project.Output, "content.bodies"), []);
        File.Delete(Path.Combine(project.Output, "content.state"));
        Assert.Contains("Other", System.Text.Encoding.UTF8.GetString(Save(workspace, "content/a.md", "# Other\n").Entries[0].Article.Content!.Body.Utf8.Span), StringComparison.Ordinal);
        Assert.Contains("C", System.Text.Encoding.UTF8.GetString(first.Entries[2].Article.Content!.Body.Utf8.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void An_open_text_counts_until_it_is_closed()
    {
        var workspace = Start();
        workspace.Open("content/a.md", "# A\n\n[gone](gone.md)\n");
        Assert.Equal("CONTENT2001", Assert.Single(workspace.Update([], TestContext.Current.CancellationToken).Diagnostics).Code);
        workspace.Close("content/a.md");
        Assert.Empty(workspace.Update([], TestContext.Current.CancellationToken).Diagnostics);
    }

    [Fact]
    public void An_open_text_that_was_never_saved_is_an_article()
    {
        var workspace = Start();
        workspace.Open("content/new/d.md", "# D\n\n[a](../a.md)\n");
        var after = workspace.Update([], TestContext.Current.CancellationToken);
        Assert.Equal(4, after.Entries.Length);
        Assert.Empty(after.Diagnostics);
    }

    [Fact]
    public void An_open_configuration_counts_and_one_with_errors_is_all_there_is_to_say()
    {
        var workspace = Start();
        workspace.Open("content.json", """{ "collections": { """);
        var broken = workspace.Update([], TestContext.Current.CancellationToken);
        Assert.Equal("CONTENT0002", Assert.Single(broken.Diagnostics).Code);
        Assert.Null(broken.Site);
        workspace.Close("content.json");
        var mended = workspace.Update([], TestContext.Current.CancellationToken);
        Assert.Empty(mended.Diagnostics);
        Assert.Equal(["content.json"], mended.Changes.Files);
    }

    [Fact]
    public void A_cancelled_update_keeps_the_last_snapshot()
    {
        var workspace = Start();
        var before = workspace.Current;
        Assert.Throws<OperationCanceledException>(() => workspace.Update(new CancellationToken(canceled: true)));
        Assert.Same(before, workspace.Current);
    }

    private Workspace Start()
    {
        var workspace = new Workspace(project.Request());
        Assert.Empty(workspace.Update(TestContext.Current.CancellationToken).Diagnostics);
        return workspace;
    }

    private WorkspaceSnapshot Save(Workspace workspace, string path, string text)
    {
        project.Write(path, text);
        return workspace.Update([project.Full(path)], TestContext.Current.CancellationToken);
    }
}
