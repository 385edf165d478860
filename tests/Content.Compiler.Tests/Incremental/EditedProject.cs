using Content.Compiler.Catalogs;
using Content.Compiler.Workspaces;

namespace Content.Compiler.Tests.Incremental;

/// <summary>What can be done to a project between two builds.</summary>
internal enum Edit
{
    Write, WriteAnew, Delete, Rename, BackDate, Swap, Touch, Configure, NextDay, Drafts, LinkChecks, DeleteOutput, DeleteState, Asset, Folder, Nothing,
}

/// <summary>A small project that is edited and compiled again and again.</summary>
internal sealed class EditedProject : IDisposable
{
    private static readonly string[] configurations =
    [
        """{ "collections": { "posts": { "type": "Post", "files": "**/*.md", "order": "date desc", "fields": { "title": "string", "date": "date", "cover": "image?", "person": "Person?" } }, "people": { "type": "Person", "files": "people.yml", "entries": "list", "key": "id", "fields": { "name": "string?" } } } }""",
        """{ "collections": { "posts": { "type": "Post", "files": "**/*.md", "symbols": "ids", "unknownFields": "ignore", "fields": { "title": { "type": "string", "unique": true }, "date": "date", "rank": { "type": "int", "default": 3, "unique": true } } } } }""",
        """{ "anchors": "markdig", "severity": { "CONTENT3002": "warning" }, "collections": { "posts": { "type": "Post", "files": ["**/*.md", "!d/**"], "fields": { "title": "string", "date": "date" } } } }""",
        """{ "collections": { """,
    ];

    private readonly TemporaryProject project = new();
    private CompilationRequest request;

    public EditedProject()
    {
        request = project.Request(threads: 2);
        for (var target = 0; target < 4; target++)
            project.Write(PathOf(target), TextOf(target, target));
    }

    public void Dispose() => project.Dispose();

    public CompilationRequest Request => request;

    public string Full(string path) => project.Full(path);

    /// <summary>Makes the edit, and tells which files and folders a watcher would name.</summary>
    public string[] Apply(Edit edit, int target, int variant)
    {
        var path = PathOf(target);
        var file = project.Full(path);
        var other = project.Full(PathOf((target + 1 + variant) % 6));
        Apply(edit, target, variant, path, file, other);
        return edit switch
        {
            Edit.Rename or Edit.Swap => [file, other],
            Edit.Configure => [project.Full("content.json")],
            Edit.Asset => [project.Full("content/a.svg"), project.Full("content/people.yml")],
            Edit.Folder => [project.Full("content/d/x" + variant)],
            Edit.Write or Edit.WriteAnew or Edit.BackDate or Edit.Delete or Edit.Touch => [file],
            _ => [],
        };
    }

    private void Apply(Edit edit, int target, int variant, string path, string file, string other)
    {
        switch (edit)
        {
            case Edit.Write or Edit.BackDate:
                project.Write(path, TextOf(target, variant));
                project.Age(path, edit == Edit.Write ? TimeSpan.FromSeconds(10 + variant) : TimeSpan.FromDays(variant + 400));
                break;
            case Edit.WriteAnew:
                project.Write(path, TextOf(target, variant));
                project.Age(path, TimeSpan.Zero);
                break;
            case Edit.Delete:
                File.Delete(file);
                break;
            case Edit.Rename or Edit.Swap:
                Exchange(file, other, isSwap: edit == Edit.Swap);
                break;
            case Edit.Touch when File.Exists(file):
                File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddSeconds(-variant));
                break;
            case Edit.Configure:
                project.Write("content.json", configurations[variant % configurations.Length]);
                break;
            case Edit.NextDay:
                request = request with { BuildDate = request.BuildDate.AddDays(1 + variant % 20) };
                break;
            case Edit.Drafts:
                request = request with { IncludeUnpublished = !request.IncludeUnpublished };
                break;
            case Edit.LinkChecks:
                request = request with { CheckLinks = !request.CheckLinks };
                break;
            case Edit.DeleteOutput:
                File.Delete(Path.Combine(project.Output, variant % 2 == 0 ? "Catalog.g.cs" : "Content.Catalog"));
                break;
            case Edit.DeleteState:
                File.Delete(Path.Combine(project.Output, variant % 2 == 0 ? "content.state" : "content.bodies"));
                break;
            case Edit.Asset:
                project.Write("content/a.svg", $"<svg xmlns='http://www.w3.org/2000/svg' width='{10 + variant}' height='10'/>");
                project.Write("content/people.yml", PeopleOf(variant));
                if (variant % 3 == 0)
                    project.Delete("content/a.svg");
                break;
            case Edit.Folder when !Directory.Exists(file):
                Directory.CreateDirectory(Path.Combine(project.Path, "content", "d", "x" + variant));
                break;
        }
    }

    public void AssertIsAsFromScratch() => Compare(expected =>
    {
        var result = ContentCompiler.Compile(request, TestContext.Current.CancellationToken);
        Assert.Equal(expected.Diagnostics, result.Diagnostics);
        Assert.Equal(expected.Assets, result.Assets);
        if (expected.Succeeded)
        {
            Assert.Equal(File.ReadAllText(expected.SourceFile), File.ReadAllText(result.SourceFile));
            Assert.Equal(File.ReadAllBytes(expected.CatalogFile), File.ReadAllBytes(result.CatalogFile));
        }
    });

    /// <summary>A snapshot of the files as they are now says and makes what a compilation from nothing does.</summary>
    public void AssertIsAsFromScratch(WorkspaceSnapshot snapshot) => Compare(expected =>
    {
        Assert.Equal(expected.Diagnostics, snapshot.Diagnostics);
        Assert.Equal(expected.Assets, snapshot.Site?.Assets ?? []);
        if (expected.Succeeded)
        {
            var (source, blob) = (new MemoryStream(), new MemoryStream());
            var catalog = snapshot.PrepareCatalog(new CatalogOptions(request.Namespace, request.CatalogName, request.IsPublic));
            catalog.WriteSource(source);
            catalog.WriteBlob(blob);
            Assert.Equal(File.ReadAllBytes(expected.SourceFile), source.ToArray());
            Assert.Equal(File.ReadAllBytes(expected.CatalogFile), blob.ToArray());
        }
    });

    private void Compare(Action<CompilationResult> compare)
    {
        var scratch = Directory.CreateTempSubdirectory("content-scratch-");
        try
        {
            compare(ContentCompiler.Compile(
                request with { OutputDirectory = scratch.FullName, MaxParallelism = 1 }, TestContext.Current.CancellationToken));
        }
        finally
        {
            scratch.Delete(recursive: true);
        }
    }

    public static string PathOf(int target) => target < 3 ? $"content/a{target}.md" : $"content/d/b{target}.md";

    private static void Exchange(string one, string other, bool isSwap)
    {
        if (!File.Exists(one) || one == other)
            return;
        if (!isSwap || !File.Exists(other))
        {
            Directory.CreateDirectory(Path.GetDirectoryName(other)!);
            File.Move(one, other, overwrite: true);
            return;
        }

        // The hardest case: of one length and one time.
        var time = DateTime.UtcNow.AddDays(-3);
        File.SetLastWriteTimeUtc(one, time);
        File.SetLastWriteTimeUtc(other, time);
        File.Move(one, one + ".x");
        File.Move(other, one);
        File.Move(one + ".x", other);
    }

    /// <summary>A file of many entries: one more, one less, others in its place, and a broken one.</summary>
    private static string PeopleOf(int variant) => (variant % 5) switch
    {
        0 => "- id: jo\n  name: Jo\n",
        1 => "- id: jane\n- id: jo\n  name: Jo Snow\n",
        2 => "- id: jane\n",
        3 => "[]\n",
        _ => "- id: \"jo\n",
    };

    public static string TextOf(int target, int variant)
    {
        var head = $"---\ntitle: Article {target}\ndate: 2026-11-{10 + target + variant % 9}\n";
        return (variant % 12) switch
        {
            0 => head + "---\n\n# One\n\nText with a [link](./a1.md#one).\n",
            1 => head + "---\n\n# One\n\nTest with a [link](./a0.md#one).\n",
            2 => head + "draft: true\n---\n\nA draft.\n",
            3 => head + "publishDate: 2026-11-28\n---\n\nLater, with ![a picture](a.svg).\n",
            4 => "---\ntitle: \"Broken\n---\n\n# One\n",
            5 => head + "surplus: 1\n---\n\n<!-- content-ignore CONTENT2001 known -->\n[gone](./gone.md)\n",
            6 => head + "slug: same\n---\n\nÜmläute and <b>raw <a href='./d/b3.md'>HTML</a>.\n",
            7 => head + "aliases: [/old/]\n---\n\n[ref][nowhere] and [x](../up.md)\n",
            8 => head + "cover: a.svg\nperson: jo\n---\n\nWith a cover, and [somebody](/people/jo/).\n",
            9 => head + "---\n\n<!-- content-ignore CONTENT2001 nothing -->\n## Two\n\n[there](d/b4.md)\n",
            10 => "No front matter.\n",
            _ => head + "expiryDate: 2026-11-25\n---\n\nShort.\n",
        };
    }
}
