using Content.Compiler.Paths;

namespace Content.Compiler.Tests.Paths;

/// <summary>What can be told of an external address without asking anybody.</summary>
public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://a.example")]
    [InlineData("http://a.example/")]
    [InlineData("HTTPS://A.Example/x?y=1#z")]
    [InlineData("https://a-b.example?x")]
    [InlineData("https://a.example#x")]
    [InlineData("https://1.example/")]
    [InlineData("https://a.b.c.d/")]
    [InlineData("https://localhost.example/")]
    public void Nearly_all_addresses_are_ordinary(string address)
    {
        Assert.True(WebAddress.IsOrdinary(address));

        // Reason: an address that is seen at a glance is not looked at any further.
        Assert.False(WebAddress.IsThisMachine(WebAddress.Parse(address)!));
    }

    [Theory]
    [InlineData("a.example")]
    [InlineData("ftp://a.example/")]
    [InlineData("//a.example/")]
    [InlineData("https://")]
    [InlineData("https:///")]
    [InlineData("https://example/")]
    [InlineData("https://.example/")]
    [InlineData("https://a./")]
    [InlineData("https://a.1/")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://a.-b/")]
    [InlineData("https://-a.example/")]
    [InlineData("https://a-.example/")]
    [InlineData("https://a.-b.example/")]
    [InlineData("https://a.example-/")]
    [InlineData("https://a..example/")]
    [InlineData("https://a_b.example/")]
    [InlineData("https://jane@a.example/")]
    [InlineData("https://a.example:80/")]
    [InlineData("https://a.LocalHost/")]
    [InlineData("https://bücher.example/")]
    public void What_has_to_be_looked_at_is_not_ordinary(string address) => Assert.False(WebAddress.IsOrdinary(address));

    [Fact]
    public void A_host_that_may_be_too_long_is_not_ordinary()
    {
        Assert.True(WebAddress.IsOrdinary($"https://{new string('a', 196)}.de/"));
        Assert.False(WebAddress.IsOrdinary($"https://{new string('a', 197)}.de/"));
    }

    [Theory]
    [InlineData("//a.example")]
    [InlineData(@"\\a.example")]
    [InlineData("https://a")]
    [InlineData(@"https:\\a.example")]
    [InlineData("https://[::1]/")]
    [InlineData("https://bücher.example/")]
    public void A_browser_reads_it(string address) => Assert.NotNull(WebAddress.Parse(address));

    [Theory]
    [InlineData("https:a.example")]
    [InlineData("https:/a.example")]
    [InlineData("https://")]
    [InlineData("https:///a.example")]
    [InlineData(@"https://\a.example")]
    [InlineData("https://?a.example")]
    [InlineData("https://#a.example")]
    [InlineData("https://a b.example")]
    [InlineData("https://[::1/")]
    public void No_browser_reads_it_as_it_is_meant(string address) => Assert.Null(WebAddress.Parse(address));

    [Theory]
    [InlineData("https:a.example", "https://a.example")]
    [InlineData("https:/a.example/b", "https://a.example/b")]
    [InlineData("https:///a.example", "https://a.example")]
    [InlineData("https://a.example", null)]
    [InlineData("https:/a", null)]
    [InlineData("https:", null)]
    [InlineData("https:///", null)]
    [InlineData("a.example", null)]
    public void Slashes_that_are_missing_are_completed(string address, string? complete) => Assert.Equal(complete, WebAddress.CompleteSlashes(address));

    [Theory]
    [InlineData("www.example", "https://www.example")]
    [InlineData("WWW.a.example/b?c#d", "https://WWW.a.example/b?c#d")]
    [InlineData("github.com", "https://github.com")]
    [InlineData("a.b.ORG?c", "https://a.b.ORG?c")]
    [InlineData("a.dev#b", "https://a.dev#b")]
    [InlineData(".com", null)]
    [InlineData(".www.com", null)]
    [InlineData("a b.com", null)]
    [InlineData("readme.md", null)]
    [InlineData("com", null)]
    [InlineData("a.b/c.com", null)]
    [InlineData("", null)]
    public void A_host_without_its_scheme_is_completed(string path, string? complete) => Assert.Equal(complete, WebAddress.CompleteHost(path));

    [Theory]
    [InlineData("http://localhost/", true)]
    [InlineData("http://LOCALHOST.:5000/", true)]
    [InlineData("http://a.localhost/", true)]
    [InlineData("http://127.0.0.1/", true)]
    [InlineData("http://127.9.9.9/", true)]
    [InlineData("http://[::1]/", true)]
    [InlineData("http://[::ffff:127.0.0.1]/", true)]
    [InlineData("http://0.0.0.0/", true)]
    [InlineData("http://[::]/", true)]
    [InlineData("http://192.168.0.1/", false)]
    [InlineData("http://notlocalhost/", false)]
    [InlineData("http://localhost.example/", false)]
    public void The_readers_own_machine_is_told(string address, bool isThisMachine) => Assert.Equal(isThisMachine, WebAddress.IsThisMachine(new Uri(address)));

    // As browsers read it: backslashes are slashes, and the scheme is that of the page.
    [Fact]
    public void An_address_without_a_scheme_is_of_the_web()
    {
        Assert.Equal("https://a.example/", WebAddress.Parse(@"\\a.example")!.AbsoluteUri);
        Assert.Equal("https://a.example/", WebAddress.Parse("//a.example")!.AbsoluteUri);
    }

    [Theory]
    [InlineData("http://[::ffff:0.0.0.0]/", true)]
    [InlineData("http://[::ffff:127.0.0.1]/", true)]
    [InlineData("http://[::ffff:192.0.2.1]/", false)]
    [InlineData("http://[::]/", true)]
    public void An_address_of_IPv4_in_IPv6_is_what_it_is_without(string address, bool isThisMachine) =>
        Assert.Equal(isThisMachine, WebAddress.IsThisMachine(WebAddress.Parse(address)!));

    [Fact]
    public void Sixty_thousand_characters_are_judged_and_one_more_is_not()
    {
        Assert.False(WebAddress.IsTooLong(new string('a', 60_000)));
        Assert.True(WebAddress.IsTooLong(new string('a', 60_001)));
    }
}
