using System.Net;

namespace Content.Site.Tests;

public sealed class AddressTests(SiteProcess site)
{
    [Theory]
    [InlineData("/why/", "/blog/2026/your-articles-deserve-a-compiler/")]
    [InlineData("/2026/03/migration/", "/blog/2026/moving-in/")]
    [InlineData("/docs/links", "/docs/links/")]
    [InlineData("/about", "/about/")]
    public async Task An_alias_and_an_address_without_its_slash_redirect_for_good(string written, string target)
    {
        using var response = await site.Client.GetAsync(written, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.OriginalString);
    }

    [Theory]
    [InlineData("/nowhere/")]
    [InlineData("/blog/1999/hello/")]
    [InlineData("/tags/cobol/")]
    public async Task What_is_not_there_answers_404_with_a_page(string path)
    {
        using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains("There is no page here", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/posts/your-articles-deserve-a-compiler.md")]
    [InlineData("/authors/jane-doe.yml")]
    [InlineData("/content.json")]
    public async Task Sources_are_not_served(string path)
    {
        using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
    }

    [Theory]
    [InlineData("/posts/ten-thousand-articles/compile-time.png", "image/png")]
    [InlineData("/posts/covers/date.svg", "image/svg+xml")]
    [InlineData("/site.css", "text/css")]
    public async Task Assets_have_their_type(string path, string type)
    {
        using var response = await site.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
    }
}
