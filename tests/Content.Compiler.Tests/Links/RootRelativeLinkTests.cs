using Content.Compiler.Diagnostics;

namespace Content.Compiler.Tests.Links;

public sealed class RootRelativeLinkTests
{
    private readonly LinkProject project = new LinkProject()
        .Article("posts/hello.md", "intro").Url("posts/hello.md", "/blog/hello/", "/2019/old-hello/", "/café")
        .Article("posts/größe.md").Url("posts/größe.md", "/blog/gr%C3%B6%C3%9Fe/")
        .Article("guides/index.md").Article("a.md")
        .File("posts/cover.png", "notes.txt")
        .Static("img/logo.png", "demo/index.html", "favicon.ico");

    [Theory]
    [InlineData("/blog/hello/", null)]
    [InlineData("/blog/hello", "/blog/hello/")]
    [InlineData("/blog/hello?x#intro", "/blog/hello/?x#intro")]
    [InlineData("/2019/old-hello", "/blog/hello/")]
    [InlineData("/caf%C3%A9/", "/blog/hello/")]
    [InlineData("/café", "/blog/hello/")]
    [InlineData("/blog/größe/", "/blog/gr%C3%B6%C3%9Fe/")]
    [InlineData("/posts/hello.md#intro", "/blog/hello/#intro")]
    [InlineData("/posts/cover.png", null)]
    [InlineData("/img/logo.png", null)]
    [InlineData("/img/logo.png?v=2", null)]
    [InlineData("/demo/", null)]
    [InlineData("/demo", "/demo/")]
    [InlineData("/guides/", null)]
    [InlineData("/x/../guides/", "/guides/")]
    public void Leads_to_URLs_aliases_and_files(string destination, string? url)
    {
        Assert.Equal("", project.Check("a.md", destination));
        Assert.Equal(url, project.Rewrite("a.md", destination));
    }

    [Theory]
    [InlineData("/blog/helo/", "CONTENT2001: Link target '/blog/helo/' does not exist. Did you mean '/blog/hello/'?")]
    [InlineData("/hello/", "CONTENT2001: Link target '/hello/' does not exist. Did you mean '/blog/hello/'?")]
    [InlineData("/blog/hello.html#intro", "CONTENT2001: Link target '/blog/hello.html#intro' does not exist. Did you mean '/blog/hello/#intro'?")]
    [InlineData("/Blog/Hello/", "CONTENT2005: '/Blog/Hello/' differs from the file's name only by case. Write '/blog/hello/'.")]
    [InlineData("/IMG/logo.png", "CONTENT2005: '/IMG/logo.png' differs from the file's name only by case. Write '/img/logo.png'.")]
    [InlineData("/img/lgo.png", "CONTENT2002: File '/img/lgo.png' does not exist. Did you mean '/img/logo.png'?")]
    [InlineData("/posts/", "CONTENT2008: '/posts/' is a folder without an index article. Add 'index.md' to it, or link to an article.")]
    [InlineData("/../x.md", "CONTENT2006: '/../x.md' leaves the content root. Link to a file inside 'content', or to the address at which it is published.")]
    [InlineData("/blog/hello/#nowhere", "CONTENT2003: '/blog/hello/' has no anchor '#nowhere'.")]
    [InlineData("/blog\\hello/", "CONTENT2009: '/blog\\hello/' has a backslash. Write '/blog/hello/'.")]
    public void Is_checked_like_any_other_link(string destination, string expected) =>
        Assert.Equal(expected, project.Check("a.md", destination));

    [Theory]
    [InlineData("/docs/blog/hello", "/docs/blog/hello/")]
    [InlineData("/docs/img/logo.png", null)]
    [InlineData("posts/hello.md", "/docs/blog/hello/")]
    [InlineData("posts/cover.png", "/docs/posts/cover.png")]
    [InlineData("https://example.org/docs/blog/hello/", null)]
    [InlineData("https://EXAMPLE.org:443/docs/posts/hello.md#intro", "https://EXAMPLE.org:443/docs/blog/hello/#intro")]
    [InlineData("http://example.org/docs/blog/hello/", null)]
    public void The_base_path_is_taken_off_and_put_on(string destination, string? url)
    {
        project.Site("https://example.org/docs/");
        Assert.Equal("", project.Check("a.md", destination));
        Assert.Equal(url, project.Rewrite("a.md", destination));
    }

    [Theory]
    [InlineData("/blog/hello/", "CONTENT2019: '/blog/hello/' is outside the base path '/docs'. Did you mean '/docs/blog/hello/'?")]
    [InlineData("/docsx/blog/", "CONTENT2019: '/docsx/blog/' is outside the base path '/docs'. Put that in front, or write the whole address.")]
    [InlineData("https://example.org/docs/blog/helo/", "CONTENT2001: Link target 'https://example.org/docs/blog/helo/' does not exist. Did you mean 'https://example.org/docs/blog/hello/'?")]
    [InlineData("https://example.org/docs/blog/hello/#x", "CONTENT2003: 'https://example.org/docs/blog/hello/' has no anchor '#x'.")]
    [InlineData("https://example.org/other/", "")]
    [InlineData("https://example.org/docsx/nope/", "")]
    [InlineData("https://example.organ/docs/nope/", "")]
    [InlineData("https://example.org:8080/docs/nope/", "")]
    [InlineData("https://example.org.evil.test/docs/nope/", "")]
    [InlineData("https://www.example.org/docs/nope/", "")]
    [InlineData("//example.org/docs/nope/", "")]
    public void Outside_the_base_path_is_a_warning_and_the_own_origin_is_checked(string destination, string expected)
    {
        project.Site("https://example.org/docs");
        Assert.Equal(expected, project.Check("a.md", destination));
    }

    [Fact]
    public void An_absolute_link_to_the_own_site_is_reported_where_that_is_on()
    {
        project.Site("https://example.org/docs").Severity("CONTENT2017", DiagnosticSeverity.Warning);
        Assert.Equal(
            "CONTENT2017: This link to our own site can be relative. Write './posts/hello.md#intro'.",
            project.Check("a.md", "https://example.org/docs/blog/hello/#intro"));
        Assert.Equal(
            "CONTENT2017: This link to our own site can be relative. Write '../a.md'.",
            project.Check("posts/hello.md", "https://example.org/docs/a/"));
    }
}
