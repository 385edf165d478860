using Content.Compiler.ExternalLinks;

namespace Content.Compiler.Tests.ExternalLinks;

/// <summary>Which links are asked for, where they stand, and what is made of the answers.</summary>
public sealed class ExternalLinkSurveyTests : IDisposable
{
    private const string Head = "---\ntitle: A\ndate: 2026-11-23\n---\n";

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Every_occurrence_is_found_at_its_destination()
    {
        folder.Write("content/a.md", Head + "[a](https://a.example/x?y=1#z) ![i](<//b.example/i.png>) <http://c.example>\n<p cite=\"https://a.example/x?y=1#w\">");
        folder.Write("content/b.html", "<title>B</title><meta name=date content=2026-11-23><p><video poster='HTTPS://D.example/p&amp;q#:~:text=hello'></video>");
        Assert.Equal(
            [
                "content/a.md(5,5,5,30) https://a.example/x?y=1 z",
                "content/a.md(5,38,5,55) https://b.example/i.png ",
                "content/a.md(5,59,5,75) http://c.example/ ",
                "content/a.md(6,10,6,35) https://a.example/x?y=1 w",
                "content/b.html(1,70,1,109) https://d.example/p&q ",
            ],
            Make().Links.Select(link => $"{link.File}{link.Range} {link.Page.AbsoluteUri} {link.Fragment}"));
    }

    [Fact]
    public void Our_own_site_what_is_ignored_what_is_malformed_and_what_is_no_web_page_are_left_out()
    {
        folder.Write("content.json", """{ "site": "https://example.org/docs", "links": { "ignore": ["https://intranet.example/**"] }, "collections": { "a": { "type": "A", "files": "**/*.md", "fields": { "title": "string", "date": "date" } } } }""");
        folder.Write("content/a.md", Head + "[o](https://example.org/docs/a/) [i](https://intranet.example/x/y) [m](https://a.example/%zz) [b](https://a.example\\x) [t](mailto:a@b.example) [d](data:image/png;base64,AA) [x](xref:y) [r](b.md) [s](https:///x)\n\n`<https://code.example>`\n\n[beside](https://example.org/blog/)\n");
        Assert.Equal(["https://example.org/blog/"], Make().Links.Select(link => link.Address));
    }

    [Fact]
    public void A_state_of_the_last_build_is_used_and_left_as_it_is()
    {
        folder.Write("content/a.md", Head + "[a](https://a.example/)");
        File.SetLastWriteTimeUtc(folder.Full("content/a.md"), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        ContentCompiler.Compile(Request(), TestContext.Current.CancellationToken);
        var before = Directory.EnumerateFiles(folder.Full("obj")).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)).ToDictionary(file => file, File.ReadAllBytes);
        Assert.Equal("https://a.example/", Assert.Single(Make().Links).Address);
        Assert.All(before, file => Assert.Equal(file.Value, File.ReadAllBytes(file.Key)));
    }

    [Fact]
    public void Without_a_build_before_it_nothing_is_written()
    {
        folder.Write("content/a.md", Head + "[a](https://a.example/)");
        Assert.Single(Make().Links);
        Assert.False(Directory.Exists(folder.Full("obj")));
    }

    [Fact]
    public void Severities_follow_editorconfig_by_folder()
    {
        folder.Write(".editorconfig", "root = true\n[content/old/**]\ndotnet_diagnostic.CONTENT2101.severity = none\n[content/new/**]\ndotnet_diagnostic.CONTENT2101.severity = error\n");
        foreach (var name in new[] { "content/a.md", "content/new/b.md", "content/old/c.md" })
            folder.Write(name, Head + "[a](https://a.example/)");
        var survey = Make();
        Assert.Equal(
            ["content/a.md Warning", "content/new/b.md Error"],
            survey.Judge([.. survey.Links.Select(link => ExternalLinkErrors.Dead(link, "404 Not Found"))]).Reported.Select(diagnostic => $"{diagnostic.File} {diagnostic.Severity}"));
    }

    [Fact]
    public void Suppressions_and_severities_apply_to_what_was_found()
    {
        folder.Write("content.json", """{ "severity": { "CONTENT2101": "error", "CONTENT2103": "info" }, "collections": { "a": { "type": "A", "files": "**/*.md", "fields": { "title": "string", "date": "date" } } } }""");
        folder.Write("content/a.md", Head + "\n<!-- content-ignore CONTENT2101 -->\n[a](https://a.example/)\n\n[b](https://b.example/) [c](https://c.example/) [d](https://d.example/)");
        var survey = Make();
        var links = survey.Links;
        var judged = survey.Judge(
            [ExternalLinkErrors.Moved(links[3], "https://new.example/"), ExternalLinkErrors.Unverified(links[2], "time-out"), ExternalLinkErrors.Dead(links[1], "404 Not Found"), ExternalLinkErrors.Dead(links[0], "410 Gone")]);
        Assert.Equal(
            ["Error CONTENT2101 'https://b.example/' is dead: 404 Not Found.", "Info CONTENT2103 'https://c.example/' could not be verified: time-out."],
            judged.Reported.Select(diagnostic => $"{diagnostic.Severity} {diagnostic.Code} {diagnostic.Message}"));
    }

    [Fact]
    public void A_host_that_cannot_exist_is_left_to_the_build()
    {
        folder.Write("content/a.md", Head + "[a](https://\u04C0.example/) [b](//xn--\u00FC.example/) [c](https://a\u0378.example) [d](https://gr\u00F6\u00DFe.example/)");
        Assert.Equal("https://gr\u00F6\u00DFe.example/", Assert.Single(Make().Links).Destination);
    }

    [Theory]
    [InlineData("https://b.example/x?token=s3cret", "https://b.example/x?...#z")]
    [InlineData("https://user:s3cret@b.example/x", "https://b.example/x#z")]
    [InlineData("https://b.example:8443/x?y=1", "https://b.example:8443/x?y=1#z")]
    [InlineData("https://b.example/", "https://b.example/#z")]
    public void What_a_redirect_put_into_its_query_is_not_repeated(string movedTo, string shown)
    {
        folder.Write("content/a.md", Head + "[a](https://a.example/x?y=1#z)");
        var link = Assert.Single(Make().Links);
        Assert.Equal(shown, link.AddressOf(new Uri(movedTo)));
        Assert.Equal("https://a.example/x?y=1#z", link.Address);
    }

    [Fact]
    public void A_configuration_that_cannot_be_used_is_all_there_is_to_say()
    {
        folder.Write("content.json", "{");
        folder.Write("content/a.md", Head + "[a](https://a.example/)");
        var survey = Make();
        Assert.Equal("CONTENT0002", Assert.Single(survey.Diagnostics).Code);
        Assert.Empty(survey.Links);
    }

    private ExternalLinkSurvey Make() => ExternalLinkSurvey.Make(Request(), TestContext.Current.CancellationToken);

    private CompilationRequest Request() => new()
    {
        ProjectDirectory = folder.Path,
        ConfigurationFile = folder.Full("content.json"),
        OutputDirectory = folder.Full("obj"),
        BuildDate = new DateOnly(2026, 11, 23),
    };
}
