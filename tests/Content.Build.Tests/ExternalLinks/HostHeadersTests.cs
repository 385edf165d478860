using System.Collections;
using Content.Build.ExternalLinks;
using Content.Compiler.Diagnostics;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>A header goes to its own host, and nowhere else.</summary>
public sealed class HostHeadersTests
{
    private const string Secret = "Bearer s3cret";

    [Fact]
    public async Task A_header_goes_to_its_host_and_not_across_a_redirect_to_another_nor_back()
    {
        await using var site = new LocalSite(request => (request.Host, request.Path) switch
        {
            ("a.test", "/start") => request.RedirectAsync(302, "/next"),
            ("a.test", "/next") => request.RedirectAsync(302, $"http://b.test:{request.Headers["Host"].Split(':')[1]}/"),
            ("b.test", _) => request.RedirectAsync(302, $"http://a.test:{request.Headers["Host"].Split(':')[1]}/end"),
            _ => request.AnswerAsync(200),
        });
        var ask = new Ask { Headers = Read($"a.test:{site.Port} Authorization: {Secret}") };
        Assert.Equal(PageState.Alive, (await ask.ForAsync(site.Address("/start", "a.test"))).State);
        Assert.Equal(
            [("/start", true), ("/next", true), ("/", false), ("/end", false)],
            site.Requests.Select(request => (request.Path, request.Headers.TryGetValue("Authorization", out var value) && value == Secret)));
    }

    [Theory]
    [InlineData("https://api.example.org/x", "", true)]
    [InlineData("https://API.example.org/x", "", true)]
    [InlineData("https://api.example.org:8443/x", "", false)]
    [InlineData("https://www.api.example.org/x", "", false)]
    [InlineData("https://example.org/x", "", false)]
    [InlineData("http://api.example.org/x", "", false)]
    [InlineData("http://api.example.org/x", "api.example.org", true)]
    public void A_header_is_for_one_host_and_port_and_not_to_be_read_on_the_way(string address, string trusted, bool isSent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        Read($"api.example.org Authorization: {Secret}").AddTo(request, HostList.Parse("P", trusted, []));
        Assert.Equal(isSent, request.Headers.Contains("Authorization"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("api.example.org")]
    [InlineData("api.example.org s3cret")]
    [InlineData("api.example.org Authorization:")]
    [InlineData("Authorization: s3cret")]
    [InlineData("\u04C0.example Authorization: s3cret")]
    [InlineData("api.example.org/path Authorization: s3cret")]
    [InlineData("api.example.org Host: s3cret")]
    [InlineData("api.example.org Author ization: s3cret")]
    [InlineData("api.example.org Authorization: s3cret\r\nX: y")]
    public void What_is_no_header_is_an_error_that_names_the_variable_and_not_its_value(string value)
    {
        List<Diagnostic> wrong = [];
        HostHeaders.Read(new Hashtable { ["CONTENT_LINK_HEADER_1"] = value, ["PATH"] = "x" }, wrong);
        var error = Assert.Single(wrong);
        Assert.Equal("CONTENT0003", error.Code);
        Assert.Contains("CONTENT_LINK_HEADER_1", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", error.Message, StringComparison.Ordinal);
    }

    private static HostHeaders Read(string value)
    {
        List<Diagnostic> wrong = [];
        var headers = HostHeaders.Read(new Hashtable { ["CONTENT_LINK_HEADER_A"] = value }, wrong);
        Assert.Empty(wrong);
        return headers;
    }
}
