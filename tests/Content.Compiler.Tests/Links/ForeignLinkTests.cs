using Content.Compiler.Articles;

namespace Content.Compiler.Tests.Links;

public sealed class ForeignLinkTests
{
    private readonly LinkProject project = new LinkProject().Article("a.md").File("c@d.txt");

    [Theory]
    [InlineData("https://example.org/a?b=c&d=%20#e")]
    [InlineData("HTTP://EXAMPLE.ORG")]
    [InlineData("//cdn.example.org/x.js")]
    [InlineData("https://größe.example/ü?ö")]
    [InlineData("https://[2001:db8::1]:8080/")]
    [InlineData("https://user:pw@example.org/")]
    [InlineData("https://example.org/a(b)|c")]
    [InlineData("https://127.example.org/")]
    [InlineData("https://notlocalhost/")]
    [InlineData("mailto:a@b.c")]
    [InlineData("mailto:a@b.c,d%40e.f?subject=x%20y")]
    [InlineData("mailto:?subject=Look")]
    [InlineData("mailto:jane@localhost")]
    [InlineData("tel:+49-30-1234")]
    [InlineData("data:image/png;base64,AAAA")]
    [InlineData("DATA:Image/png;base64,AAAA")]
    [InlineData("xref:System.String")]
    [InlineData("ms-settings:display")]
    [InlineData("vscode://file/x")]
    [InlineData("sms:123")]
    [InlineData("ftp://example.org/x")]
    [InlineData("ssh://example.org/x")]
    [InlineData("c@d.txt")]
    public void What_is_well_written_is_left_alone(string destination)
    {
        var (url, diagnostics) = project.Try("a.md", destination);
        Assert.Empty(diagnostics);
        Assert.Equal(destination == "c@d.txt" ? "/c@d.txt" : null, url);
    }

    [Theory]
    [InlineData("https://example.org/?off=100%", "CONTENT2009: '%' in 'https://example.org/?off=100%' is not a percent escape. Write '%25'.")]
    [InlineData("http:\\\\example.org\\a", "CONTENT2009: 'http:\\\\example.org\\a' has a backslash. Write 'http://example.org/a'.")]
    [InlineData("https:///path", "CONTENT2009: 'https:///path' is not a valid URL.")]
    [InlineData("https://", "CONTENT2009: 'https://' is not a valid URL.")]
    [InlineData("https:example.org", "CONTENT2009: 'https:example.org' is not a valid URL. Did you mean 'https://example.org'?")]
    [InlineData("https:/example.org/x", "CONTENT2009: 'https:/example.org/x' is not a valid URL. Did you mean 'https://example.org/x'?")]
    [InlineData("https:///example.org/x", "CONTENT2009: 'https:///example.org/x' is not a valid URL. Did you mean 'https://example.org/x'?")]
    [InlineData("https:/docs/x", "CONTENT2009: 'https:/docs/x' is not a valid URL.")]
    [InlineData("https://\u04C0.example/", "CONTENT2009: 'https://\u04C0.example/' is not a valid URL.")]
    [InlineData("https://a\u0301.\u0301.example/", "CONTENT2009: 'https://a\u0301.\u0301.example/' is not a valid URL.")]
    [InlineData("https://\u00AD.example/", "CONTENT2009: 'https://\\u00AD.example/' is not a valid URL.")]
    [InlineData("https://a\u0378b.example/", "CONTENT2009: 'https://a\u0378b.example/' is not a valid URL.")]
    [InlineData("//xn--\u00FC.example/x", "CONTENT2009: '//xn--\u00FC.example/x' is not a valid URL.")]
    [InlineData("https;//example.com/x", "CONTENT2009: 'https;//example.com/x' has the unknown scheme 'https;'. Did you mean 'https://example.com/x'?")]
    [InlineData("HTTP//example.com", "CONTENT2009: 'HTTP//example.com' has the unknown scheme 'HTTP'. Did you mean 'http://example.com'?")]
    [InlineData("htps.//example.com", "CONTENT2009: 'htps.//example.com' has the unknown scheme 'htps.'. Did you mean 'https://example.com'?")]
    [InlineData("paths//x.md", "CONTENT2001: Link target 'paths//x.md' does not exist.")]
    [InlineData("http/x.md", "CONTENT2001: Link target 'http/x.md' does not exist.")]
    [InlineData("DATA:Image/svg+xml,%3Csvg/%3E", "CONTENT2015: Scheme 'data:' is not safe in content other than for images. Put it into a file and link to that.")]
    [InlineData("https://example.org:port/", "CONTENT2009: 'https://example.org:port/' is not a valid URL.")]
    [InlineData("https://[::1/", "CONTENT2009: 'https://[::1/' is not a valid URL.")]
    [InlineData("ttps://example.org/", "CONTENT2009: 'ttps://example.org/' has the unknown scheme 'ttps:'. Did you mean 'https://example.org/'?")]
    [InlineData("htpps://example.org/", "CONTENT2009: 'htpps://example.org/' has the unknown scheme 'htpps:'. Did you mean 'https://example.org/'?")]
    [InlineData("javascript:alert(1)", "CONTENT2015: Scheme 'javascript:' is not safe in content. Link to a page or a file instead.")]
    [InlineData("\u0001 Java\tScript\n:alert(1)", "CONTENT2015: Scheme 'javascript:' is not safe in content. Link to a page or a file instead.")]
    [InlineData("vbscript:x", "CONTENT2015: Scheme 'vbscript:' is not safe in content. Link to a page or a file instead.")]
    [InlineData("file:///C:/a.txt", "CONTENT2015: Scheme 'file:' is not safe in content. Link to a page or a file instead.")]
    [InlineData("data:text/html,x", "CONTENT2015: Scheme 'data:' is not safe in content other than for images. Put it into a file and link to that.")]
    [InlineData("data:,x", "CONTENT2015: Scheme 'data:' is not safe in content other than for images. Put it into a file and link to that.")]
    [InlineData("http://localhost:5000/x", "CONTENT2016: 'http://localhost:5000/x' leads to the reader's own machine. Write a public address, or make it code if it is an example.")]
    [InlineData("http://app.localhost./", "CONTENT2016: 'http://app.localhost./' leads to the reader's own machine. Write a public address, or make it code if it is an example.")]
    [InlineData("//127.0.0.1/", "CONTENT2016: '//127.0.0.1/' leads to the reader's own machine. Write a public address, or make it code if it is an example.")]
    [InlineData("http://2130706433/", "CONTENT2016: 'http://2130706433/' leads to the reader's own machine. Write a public address, or make it code if it is an example.")]
    [InlineData("http://127.1/", "CONTENT2016: 'http://127.1/' leads to the reader's own machine. Write a public address, or make it code if it is an example.")]
    [InlineData("http://0.0.0.0/", "CONTENT2016: 'http://0.0.0.0/' leads to the reader's own machine. Write a public address, or make it code if it is an example.")]
    [InlineData("http://[::1]:80/", "CONTENT2016: 'http://[::1]:80/' leads to the reader's own machine. Write a public address, or make it code if it is an example.")]
    [InlineData("http://[::ffff:127.0.0.1]/", "CONTENT2016: 'http://[::ffff:127.0.0.1]/' leads to the reader's own machine. Write a public address, or make it code if it is an example.")]
    [InlineData("mailto:", "CONTENT2018: 'mailto:' has no plausible address. Write one such as 'mailto:jane@example.org'.")]
    [InlineData("mailto:jane.example.org", "CONTENT2018: 'mailto:jane.example.org' has no plausible address. Write one such as 'mailto:jane@example.org'.")]
    [InlineData("mailto:jane at example.org", "CONTENT2018: 'mailto:jane at example.org' has no plausible address. Write one such as 'mailto:jane@example.org'.")]
    [InlineData("mailto:a@b.c;d@e.f", "CONTENT2018: 'mailto:a@b.c;d@e.f' has no plausible address. Write one such as 'mailto:jane@example.org'.")]
    [InlineData("mailto://a@b.c", "CONTENT2018: 'mailto://a@b.c' has no plausible address. Write one such as 'mailto:jane@example.org'.")]
    [InlineData("john@example.org", "CONTENT2018: 'john@example.org' is not a link. Did you mean 'mailto:john@example.org'?")]
    [InlineData("tel:call-me", "CONTENT2018: 'tel:call-me' has no plausible telephone number. Write one such as 'tel:+49301234567'.")]
    public void What_is_not_is_a_warning(string destination, string expected) => Assert.Equal(expected, project.Check("a.md", destination));

    [Fact]
    public void A_picture_of_double_density_is_no_address()
    {
        Assert.StartsWith("CONTENT2002", project.Check("a.md", "logo@2x.png", LinkRole.Image), StringComparison.Ordinal);
        Assert.StartsWith("CONTENT2002", project.Check("a.md", "logo@2x.png"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_URL_of_100_kB_is_no_reason_to_worry()
    {
        Assert.Equal("", project.Check("a.md", "https://example.org/" + new string('a', 100_000)));
        Assert.StartsWith("CONTENT2001", project.Check("a.md", new string('a', 100_000)), StringComparison.Ordinal);
        Assert.Contains("CONTENT2009", project.Check("a.md", new string('%', 100_000)), StringComparison.Ordinal);
        Assert.StartsWith("CONTENT2006", project.Check("a.md", string.Concat(Enumerable.Repeat("../", 33_000))), StringComparison.Ordinal);
    }
}
