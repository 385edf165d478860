using System.Buffers.Binary;
using Content.Compiler.Catalogs;
using Content.Compiler.Tests.CaseRunner;
using Content.Compiler.Tests.Catalogs;
using Content.Compiler.Workspaces;
using Content.Runtime;

namespace Content.Compiler.Tests.Workspaces;

/// <summary>A <c>toc.yml</c> is no article, and its edit is seen all the same: by a build, in an editor, and by a program that runs.</summary>
public sealed class NavigationFileTests : IDisposable
{
    private static readonly CatalogOptions options = new();

    private readonly TemporaryProject project = new();

    public NavigationFileTests()
    {
        project.Write("content.json", """{ "dialect": "docfx", "collections": { "docs": { "type": "Doc", "files": "**/*.md", "fields": { "title": "string" } } } }""");
        project.Write("content/a.md", "---\ntitle: A\n---\n");
        project.Write("content/b.md", "---\ntitle: B\n---\n");
        project.Write("content/toc.yml", "- href: a.md\n- href: b.md\n");
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_build_sees_another_order_of_the_same_length()
    {
        Assert.Equal("A B", BuiltTree());
        var before = project.Outputs();
        project.Write("content/toc.yml", "- href: b.md\n- href: a.md\n");
        project.Age("content/toc.yml", TimeSpan.FromMinutes(4));
        Assert.Equal("B A", BuiltTree());
        Assert.Equal(before.Source, project.Outputs().Source);
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    /// <summary>Written within the tick of the file's time, so that nothing but its text is different.</summary>
    [Fact]
    public void A_build_looks_again_into_a_file_that_was_written_only_just()
    {
        var now = DateTime.UtcNow;
        File.SetLastWriteTimeUtc(project.Full("content/toc.yml"), now);
        Assert.Equal("A B", BuiltTree());
        File.WriteAllText(project.Full("content/toc.yml"), "- href: b.md\n- href: a.md\n");
        File.SetLastWriteTimeUtc(project.Full("content/toc.yml"), now);
        Assert.Equal("B A", BuiltTree());
    }

    [Fact]
    public void A_build_without_a_change_reads_nothing_again()
    {
        BuiltTree();
        Assert.Equal(0, project.Compile().Articles.Read);
        Assert.Null(project.Compile().Site);
    }

    [Fact]
    public void An_editor_sees_its_text_and_reads_no_article_for_it()
    {
        var workspace = new Workspace(project.Request());
        workspace.Update(TestContext.Current.CancellationToken);
        workspace.Open("content/toc.yml", "- href: gone.md\n");
        var open = workspace.Update([project.Full("content/toc.yml")], TestContext.Current.CancellationToken);
        Assert.Equal("content/toc.yml(1,9,1,16): error CONTENT2001: Link target 'gone.md' does not exist.", CaseFolder.Format(Assert.Single(open.Diagnostics)));
        Assert.Empty(open.Changes.Read);
        workspace.Close("content/toc.yml");
        Assert.Empty(workspace.Update([project.Full("content/toc.yml")], TestContext.Current.CancellationToken).Diagnostics);
    }

    [Fact]
    public void A_program_that_runs_shows_the_new_order_and_the_last_right_one_while_the_file_is_broken()
    {
        var workspace = new Workspace(project.Request());
        var series = new CatalogSeries(options, 1);
        WorkspaceSnapshot? shown = null;
        Assert.Equal("A B", Show());
        project.Write("content/toc.yml", "- href: b.md\n  name: Second\n- href: a.md\n");
        Assert.Equal("Second A", Show());
        project.Write("content/toc.yml", "- href: [\n");
        project.Write("content/a.md", "---\ntitle: New\n---\n");
        Assert.Equal("Second New", Show());
        project.Write("content/toc.yml", "- href: gone.md\n- href: a.md\n");
        Assert.Equal("Second New", Show());
        project.Write("content/toc.yml", "- href: a.md\n");
        Assert.Equal("New B", Show());

        string Show()
        {
            shown = PresentableSnapshot.Of(workspace.Update(TestContext.Current.CancellationToken), shown, TestContext.Current.CancellationToken);
            var catalog = series.Next(shown!.Site!);
            using var head = new MemoryStream();
            catalog.WriteBlobHead(head);
            return TreeOf(head.ToArray(), apart: (int)series.Bodies.Segments.Sum(segment => segment.Length));
        }
    }

    private string BuiltTree()
    {
        var result = project.Compile();
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics));
        return TreeOf(File.ReadAllBytes(result.CatalogFile), apart: 0);
    }

    /// <summary>The names of the nodes below the root.</summary>
    private static string TreeOf(byte[] blob, int apart)
    {
        // A blob whose bodies lie elsewhere is whole without them, as nobody asks for one here.
        BinaryPrimitives.WriteUInt64LittleEndian(blob.AsSpan(CatalogFormat.Header.Length), (ulong)blob.Length);
        BinaryPrimitives.WriteInt32LittleEndian(blob.AsSpan(CatalogFormat.Header.BodiesLength), BinaryPrimitives.ReadInt32LittleEndian(blob.AsSpan(CatalogFormat.Header.BodiesLength)) - apart);
        var tree = ((IContentCollection)CompiledSite.Open(blob).Collections[0]).Tree;
        return string.Join(' ', tree.Select(node => node.Title));
    }
}
