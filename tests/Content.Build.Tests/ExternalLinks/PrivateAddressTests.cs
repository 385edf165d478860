using System.Net;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>Where the public cannot go, nobody is asked, unless the host is allowed by its name.</summary>
public sealed class PrivateAddressTests
{
    [Theory]
    [InlineData("0.0.0.0")]
    [InlineData("0.1.2.3")]
    [InlineData("10.255.255.255")]
    [InlineData("100.64.0.1")]
    [InlineData("100.127.255.255")]
    [InlineData("127.0.0.1")]
    [InlineData("127.255.255.254")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("100.100.100.200")]
    [InlineData("192.0.0.192")]
    [InlineData("::ffff:168.63.129.16")]
    [InlineData("fd00:ec2::254")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("239.255.255.250")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::127.0.0.1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::a00:1")]
    [InlineData("64:ff9b:1::808:808")]
    [InlineData("2002:a00:1::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:4136:e378:8000:63bf:3fff:fdd2")]
    [InlineData("2001:db8::1")]
    [InlineData("fc00::1")]
    [InlineData("fdff::1")]
    [InlineData("fe80::1")]
    [InlineData("fe80::1%1")]
    [InlineData("fec0::1")]
    [InlineData("ff02::1")]
    public void These_are_private(string address) => Assert.True(PrivateAddress.IsPrivate(IPAddress.Parse(address)));

    [Theory]
    [InlineData("1.1.1.1")]
    [InlineData("8.8.8.8")]
    [InlineData("9.255.255.255")]
    [InlineData("11.0.0.0")]
    [InlineData("100.63.255.255")]
    [InlineData("100.128.0.0")]
    [InlineData("168.63.129.15")]
    [InlineData("168.63.129.17")]
    [InlineData("172.15.255.255")]
    [InlineData("172.32.0.0")]
    [InlineData("192.167.255.255")]
    [InlineData("223.255.255.255")]
    [InlineData("::ffff:8.8.8.8")]
    [InlineData("64:ff9b::808:808")]
    [InlineData("2002:808:808::1")]
    [InlineData("2606:4700:4700::1111")]
    [InlineData("2001:4860:4860::8888")]
    public void These_are_public(string address) => Assert.False(PrivateAddress.IsPrivate(IPAddress.Parse(address)));

    [Fact]
    public async Task A_link_to_where_the_public_cannot_go_is_not_asked_for()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200));
        var verdict = await new Ask { PrivateHosts = "other.test" }.ForAsync(site.Address("/", "inner.example"));
        Assert.Equal(PageState.Unverified, verdict.State);
        Assert.Contains("127.0.0.1, which is not public", verdict.Reason, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [Fact]
    public async Task A_name_that_means_something_else_the_second_time_is_judged_the_second_time()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(503));
        var lookups = 0;

        var ask = new Ask { PrivateHosts = "", Resolve = _ => ++lookups == 1 ? throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.TryAgain) : [IPAddress.Loopback] };
        var verdict = await ask.ForAsync(site.Address("/", "rebind.example"));
        Assert.Equal(2, lookups);
        Assert.Contains("which is not public", verdict.Reason, StringComparison.Ordinal);
        Assert.Empty(site.Requests);
    }

    [Theory]
    [InlineData("intranet.example", "intranet.example", true)]
    [InlineData("intranet.example", "INTRANET.example.", true)]
    [InlineData("intranet.example", "x.intranet.example", false)]
    [InlineData("intranet.example", "notintranet.example", false)]
    [InlineData("*.corp.example", "a.b.corp.example", true)]
    [InlineData("*.corp.example", "corp.example", false)]
    [InlineData("*.corp.example", "evilcorp.example", false)]
    [InlineData("a.example; [::1] ;127.0.0.1", "::1", true)]
    public void Hosts_are_allowed_by_name(string list, string host, bool isAllowed) =>
        Assert.Equal(isAllowed, HostList.Parse("P", list, []).Contains(host));

    [Theory]
    [InlineData("https://intranet.example/")]
    [InlineData("*")]
    [InlineData("10.0.0.0/8")]
    public void What_is_no_host_is_an_error(string list)
    {
        List<Content.Compiler.Diagnostics.Diagnostic> wrong = [];
        HostList.Parse("ContentLinkPrivateHosts", list, wrong);
        Assert.Equal("CONTENT0003", Assert.Single(wrong).Code);
    }
}
