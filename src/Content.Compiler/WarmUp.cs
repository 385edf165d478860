using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs;
using Content.Compiler.Incremental;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;

namespace Content.Compiler;

/// <summary>
/// Compiles a site of one article in memory on a thread of its own, once a process, while the configuration is read and the folders are listed.
/// Of a small build in a fresh process most is the runtime loading types and linking code; so the second core does what the first would wait for.
/// </summary>
internal static class WarmUp
{
    private const string Sample = """
        ---
        title: Warm-up
        date: 2026-01-01
        tags: [one, two]
        ---
        # Heading

        Text with *emphasis*, `code`, a [link](sample.md#heading) and an <b>element</b>.

        - item

        ```csharp
        code
        ```

        | a | b |
        |---|---|
        | 1 | 2 |
        """;

    // Reason: nobody waits for it. What fails in it is a defect, and fails again, and is reported, where it counts.
    private static readonly Lazy<Task> running = new(static () => Task.Run(Run));

    /// <summary>Begins where another thread can do it and none has yet.</summary>
    /// <param name="threads">How many there are.</param>
    public static void Begin(int threads)
    {
        if (threads > 1)
            _ = running.Value;
    }

    /// <summary>The whole way of an article, but for the disk.</summary>
    internal static Site Run()
    {
        var configuration = DefaultConfiguration.Instance;
        var bytes = Encoding.UTF8.GetBytes(Sample);
        var file = new SourceFile("sample.md", "content/sample.md", bytes.Length, 0);
        var files = new FileMap(new FileListing { ProjectDirectory = "", Folder = configuration.Root, Exists = true, Files = [file] }, []);
        var read = new ArticleReader(configuration).Read(file, SourceReader.Decode(file.File, bytes), 0);
        var writer = new StateWriter();
        ArticleSerializer.Write(writer, read);
        var article = ArticleSerializer.Read(writer.Keep(), file, read.Content!.Body.Utf8);
        var routed = SiteRouter.Route(configuration, [article], files, includeUnpublished: false, new DateOnly(2026, 1, 1));
        var site = SiteLinker.Link(routed, files, checkLinks: true);
        CatalogWriter.Write(site, new CatalogOptions("", "Catalog", IsPublic: true), Stream.Null, Stream.Null);
        return site;
    }
}
