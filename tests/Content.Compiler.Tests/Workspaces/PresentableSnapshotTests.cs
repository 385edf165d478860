using Content.Compiler.Workspaces;

namespace Content.Compiler.Tests.Workspaces;

/// <summary>What a running program is shown while something is wrong.</summary>
public sealed class PresentableSnapshotTests : IDisposable
{
    private readonly TemporaryProject project = new();
    private readonly Workspace workspace;
    private WorkspaceSnapshot? shown;

    public PresentableSnapshotTests()
    {
        project.Write("content.json", """{ "collections": { "pages": { "type": "Page", "files": "**/*.md", "fields": { "title": "string", "sequel": "Page?" } } } }""");
        project.Write("content/a.md", "---\ntitle: A\n---\n");
        project.Write("content/b.md", "---\ntitle: B\n---\n");
        workspace = new Workspace(project.Request());
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void What_is_right_is_shown_as_it_is()
    {
        Assert.Equal(["a:A", "b:B"], Show());
        Assert.Same(workspace.Current, shown);
    }

    [Fact]
    public void A_broken_article_is_shown_as_it_last_was_right_beside_others_as_they_are()
    {
        Show();
        project.Write("content/a.md", "---\ntitle: [\n---\n");
        project.Write("content/b.md", "---\ntitle: New\n---\n");
        Assert.Equal(["a:A", "b:New"], Show());
        project.Write("content/b.md", "---\ntitle: Newer\n---\n");
        Assert.Equal(["a:A", "b:Newer"], Show());
        project.Write("content/a.md", "---\ntitle: Right\n---\n");
        Assert.Equal(["a:Right", "b:Newer"], Show());
    }

    [Fact]
    public void A_broken_article_that_is_new_is_left_out()
    {
        Show();
        project.Write("content/c.md", "No title.\n");
        Assert.Equal(["a:A", "b:B"], Show());
    }

    [Fact]
    public void Of_articles_broken_from_the_start_the_others_are_shown()
    {
        project.Write("content/a.md", "---\ntitle: [\n---\n");
        Assert.Equal(["b:B"], Show());
    }

    [Fact]
    public void Two_that_want_one_address_are_shown_as_they_were_before()
    {
        Show();
        project.Write("content/b.md", "---\ntitle: New\nslug: a\n---\n");
        Assert.Equal(["a:A", "b:B"], Show());
    }

    /// <summary>The article that refers to it is right only together with it: so all stays.</summary>
    [Fact]
    public void Where_what_is_referred_to_is_gone_all_stays_as_it_was()
    {
        project.Write("content/a.md", "---\ntitle: A\nsequel: b\n---\n");
        Show();
        project.Delete("content/b.md");
        Assert.Equal(["a:A", "b:B"], Show());
    }

    [Fact]
    public void A_broken_configuration_shows_what_was_shown()
    {
        Show();
        project.Write("content.json", "{");
        Assert.Equal(["a:A", "b:B"], Show());
    }

    private string[] Show()
    {
        shown = PresentableSnapshot.Of(workspace.Update(TestContext.Current.CancellationToken), shown, TestContext.Current.CancellationToken);
        return [.. shown!.Site!.Collections[0].Entries.Select(entry => $"{entry.Slug}:{((Schema.TextValue)entry.Fields[0]!).Value}")];
    }
}
