using Content.Compiler.Tests.CaseRunner;
using Content.Compiler.Workspaces;

namespace Content.Compiler.Tests.Application;

/// <summary>The pages of a program and the addresses that were published, over more than one build.</summary>
public sealed class ApplicationTests : IDisposable
{
    private const string Lost =
        "content.urls.txt(4,1,4,4): error CONTENT4004: '/b/' was published, and no article has this address any more. " +
        "Write 'aliases: [/b/]' into the front matter of the article that took its place.";

    private readonly TemporaryFolder folder = new();

    public ApplicationTests()
    {
        folder.Write("content.json", """{ "collections": { "pages": { "type": "Page", "files": "*.md", "url": "/{slug}/", "fields": { "title": "string" } } } }""");
        folder.Write("content/a.md", "---\ntitle: A\n---\n\n[page](/weather)\n");
        folder.Write("Weather.razor", "@page \"/weather\"\n<a href=\"/a/\">A</a>\n");
    }

    [Fact]
    public void A_build_without_changes_says_what_the_last_one_did_and_one_with_another_page_does_not()
    {
        Assert.Empty(Build());
        Assert.Empty(Build());
        folder.Write("Weather.razor", "@page \"/climate\"\n<a href=\"/b/\">A</a>\n");
        string[] broken =
        [
            "Weather.razor(2,10,2,13): error CONTENT2001: Link target '/b/' does not exist. If the application answers it, add it to 'routes' in content.json.",
            "content/a.md(5,8,5,16): error CONTENT2001: Link target '/weather' does not exist. If the application answers it, add it to 'routes' in content.json.",
        ];
        Assert.Equal(broken, Build());
        Assert.Equal(broken, Build());
        folder.Write("content/b.md", "---\ntitle: B\n---\n\nText.\n");
        folder.Write("content/a.md", "---\ntitle: A\n---\n\n[page](/climate)\n");
        Assert.Empty(Build());
    }

    [Fact]
    public void A_workspace_sees_what_a_build_does()
    {
        var workspace = new Workspace(Request());
        Assert.Empty(Say(workspace));
        folder.Write("Weather.razor", "@page \"/climate\"\n");
        Assert.Equal(Build(), Say(workspace));
        Assert.NotEmpty(Say(workspace));
        folder.Write("Weather.razor", "@page \"/weather\"\n");
        Assert.Empty(Say(workspace));
    }

    [Fact]
    public void A_design_time_build_reads_no_page()
    {
        folder.Write("Weather.razor", "<a href=\"/gone\">");
        Assert.Empty(Build(request => request with { CheckLinks = false }));
    }

    [Fact]
    public void The_list_of_addresses_holds_what_is_published_and_what_is_still_answered()
    {
        folder.Write("content/b.md", "---\ntitle: B\n---\n\nText.\n");
        folder.Write("content/draft.md", "---\ntitle: Draft\ndraft: true\n---\n\nText.\n");
        Assert.Equal(["/a/", "/b/"], Accept());
        Assert.Empty(Build());
        File.Delete(folder.Full("content/b.md"));
        Assert.Equal([Lost], Build());

        // What was renamed stays known under its old name for as long as an alias does.
        folder.Write("content/c.md", "---\ntitle: C\naliases: [/b/]\n---\n\nText.\n");
        Assert.Empty(Build());
        Assert.Equal(["/a/", "/b/", "/c/"], Accept());
        folder.Write("content/c.md", "---\ntitle: C\n---\n\nText.\n");
        Assert.Equal([Lost], Build());
        Assert.Equal(["/a/", "/c/"], Accept());
        Assert.Empty(Build());
    }

    [Fact]
    public void Addresses_are_not_accepted_while_they_are_not_known()
    {
        folder.Write("content/b.md", "---\ntitle: [\n---\n\nText.\n");
        Assert.NotEmpty(ContentCompiler.AcceptAddresses(Request(), TestContext.Current.CancellationToken).Diagnostics);
        Assert.False(File.Exists(folder.Full("content.urls.txt")));
    }

    [Fact]
    public void What_the_host_knows_of_the_history_is_in_the_catalog_where_it_is_asked_for()
    {
        folder.Write("history", "# 1234\n1700000000 content/a.md\nnonsense\n");
        var plain = Blob(request => request with { HistoryFile = "history" });
        folder.Write("content.json", File.ReadAllText(folder.Full("content.json")).Replace("{ \"collections\"", "{ \"lastModified\": \"git\", \"collections\"", StringComparison.Ordinal));
        folder.Write("content/b.md", "---\ntitle: B\n---\n");
        var asked = Blob(request => request with { HistoryFile = "history" });
        Assert.Null(plain.Entries.First().LastModified);
        Assert.Equal("2023-11-14 22:13:20 ", string.Join(" ", asked.Entries.Select(entry => entry.LastModified?.ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture))));
        folder.Write("history", "# 1235\n1700000001 content/a.md\n");
        Assert.EndsWith(":21", Blob(request => request with { HistoryFile = "history" }).Entries.First().LastModified?.ToString("HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture));
    }

    public void Dispose() => folder.Dispose();

    private List<string> Accept()
    {
        Assert.Empty(ContentCompiler.AcceptAddresses(Request(), TestContext.Current.CancellationToken).Diagnostics);
        return [.. File.ReadAllLines(folder.Full("content.urls.txt")).Where(line => !line.StartsWith('#'))];
    }

    private List<string> Build(Func<CompilationRequest, CompilationRequest>? change = null) =>
        [.. ContentCompiler.Compile(change?.Invoke(Request()) ?? Request(), TestContext.Current.CancellationToken).Diagnostics.Select(CaseFolder.Format)];

    private Content.Runtime.ContentCatalog Blob(Func<CompilationRequest, CompilationRequest> change)
    {
        Assert.Empty(Build(change));
        return Catalogs.CompiledSite.Open(File.ReadAllBytes(folder.Full("obj/content/Content.Catalog")));
    }

    private static List<string> Say(Workspace workspace) => [.. workspace.Update(TestContext.Current.CancellationToken).Diagnostics.Select(CaseFolder.Format)];

    private CompilationRequest Request() => new()
    {
        ProjectDirectory = folder.Path,
        ConfigurationFile = folder.Full("content.json"),
        OutputDirectory = folder.Full("obj/content"),
        BuildDate = new DateOnly(2026, 11, 23),
        PageFiles = ["Weather.razor", "Missing.razor"],
    };
}
