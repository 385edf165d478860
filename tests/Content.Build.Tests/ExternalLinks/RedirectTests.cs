using System.Net;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>Redirects are followed by hand, and judged again at each.</summary>
public sealed class RedirectTests
{
    [Theory]
    [InlineData(301, true)]
    [InlineData(308, true)]
    [InlineData(302, false)]
    [InlineData(303, false)]
    [InlineData(307, false)]
    public async Task Only_a_permanent_redirect_means_that_a_page_has_moved(int status, bool hasMoved)
    {
        await using var site = new LocalSite(request => request.Path == "/old" ? request.RedirectAsync(status, "new?x=1") : request.AnswerAsync(200));
        var verdict = await new Ask().ForAsync(site.Address("/old"));
        Assert.Equal(PageState.Alive, verdict.State);
        Assert.Equal(hasMoved ? site.Address("/new?x=1") : null, verdict.MovedTo);
        Assert.Equal(["HEAD /old", "HEAD /new?x=1"], site.Lines);
    }

    [Fact]
    public async Task The_new_address_is_the_last_that_permanent_redirects_alone_lead_to()
    {
        await using var site = new LocalSite(request => request.Path switch
        {
            "/1" => request.RedirectAsync(301, "/2"),
            "/2" => request.RedirectAsync(308, "/3"),
            "/3" => request.RedirectAsync(302, "/4"),
            "/4" => request.RedirectAsync(301, "/5"),
            _ => request.AnswerAsync(200),
        });
        Assert.Equal(site.Address("/3"), (await new Ask().ForAsync(site.Address("/1"))).MovedTo);
    }

    [Fact]
    public async Task A_page_that_moved_to_where_nothing_is_is_dead()
    {
        await using var site = new LocalSite(request => request.Path == "/old" ? request.RedirectAsync(301, "/new") : request.AnswerAsync(404));
        var verdict = await new Ask().ForAsync(site.Address("/old"));
        Assert.Equal((PageState.Dead, "404 Not Found", null), (verdict.State, verdict.Reason, verdict.MovedTo));
    }

    [Fact]
    public async Task A_circle_is_dead()
    {
        await using var site = new LocalSite(request => request.RedirectAsync(302, request.Path == "/a" ? "/b" : "/a"));
        var verdict = await new Ask().ForAsync(site.Address("/a"));
        Assert.Equal((PageState.Dead, "it redirects in a circle"), (verdict.State, verdict.Reason));
        Assert.InRange(site.Requests.Count, 2, 3);
    }

    [Fact]
    public async Task A_chain_without_end_is_dead()
    {
        await using var site = new LocalSite(request => request.RedirectAsync(302, request.Path + "x"));
        var verdict = await new Ask().ForAsync(site.Address("/a"));
        Assert.Equal((PageState.Dead, "it redirects too many times"), (verdict.State, verdict.Reason));
        Assert.Equal(21, site.Requests.Count);
    }

    [Fact]
    public async Task A_redirect_to_itself_that_sets_a_cookie_is_followed_with_the_cookie()
    {
        await using var site = new LocalSite(request =>
            request.Headers.TryGetValue("Cookie", out var cookie) && cookie == "seen=1" ? request.AnswerAsync(200) : request.RedirectAsync(302, "/", "Set-Cookie: seen=1; Path=/; HttpOnly"));
        Assert.Equal(PageState.Alive, (await new Ask().ForAsync(site.Address())).State);
    }

    [Theory]
    [InlineData("http://10.1.2.3/", "10.1.2.3")]
    [InlineData("http://[::ffff:192.168.0.1]:8080/", "192.168.0.1")]
    [InlineData("http://inner.example/", "127.0.0.1")]
    [InlineData("http://2130706433/", "127.0.0.1")]
    public async Task A_redirect_to_where_the_public_cannot_go_is_dead_and_is_not_followed(string target, string address)
    {
        await using var site = new LocalSite(request => request.RedirectAsync(302, target));
        var verdict = await new Ask { PrivateHosts = "start.test" }.ForAsync(site.Address("/", "start.test"));
        Assert.Equal(PageState.Dead, verdict.State);
        Assert.Contains(address, verdict.Reason, StringComparison.Ordinal);
        Assert.Single(site.Requests);
    }

    [Fact]
    public void A_redirect_from_https_to_http_is_not_followed()
    {
        using var response = Redirect("http://example.org/");
        var verdict = new RedirectTrail(new Uri("https://example.org/")).Follow(response);
        Assert.Equal((PageState.Unverified, "it redirects from https to http"), (verdict!.State, verdict.Reason));
    }

    [Theory]
    [InlineData("file:///etc/passwd", "Unverified")]
    [InlineData("javascript:alert(1)", "Unverified")]
    [InlineData("http://[", "Dead")]
    [InlineData("http://\u04C0.example/", "Dead")]
    [InlineData("http://xn--\u00FC.example/x", "Dead")]
    public void A_redirect_to_what_is_no_page_is_not_followed(string location, string state)
    {
        using var response = Redirect(location);
        Assert.Equal(state, new RedirectTrail(new Uri("http://example.org/")).Follow(response)!.State.ToString());
    }

    private static HttpResponseMessage Redirect(string location)
    {
        var response = new HttpResponseMessage(HttpStatusCode.Found);
        response.Headers.TryAddWithoutValidation("Location", location);
        return response;
    }
}
