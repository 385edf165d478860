using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Content.AspNetCore.Tests.Addresses;

public sealed class MissingTests
{
    [Theory]
    [InlineData("/blog/helo-world/", "/blog/hello-world/")]
    [InlineData("/old/section/second/", "/blog/second/")]
    [InlineData("/docs/instal/", "/docs/install/")]
    public async Task What_is_not_there_is_404_with_what_is_near(string path, string near)
    {
        await using var site = await Site.Start();
        using var response = await site.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Contains($"href=\"{near}\"", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Drafts_are_near_nothing()
    {
        await using var site = await Site.Start();
        using var response = await site.Get("/blog/unfinishd/");
        Assert.DoesNotContain("/blog/unfinished/", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_for_it_is_the_programs()
    {
        await using var site = await Site.Start(app =>
        {
            app.MapContent(Catalog.Posts, post => post.Title);
            app.MapContentNotFound(missing => $"{missing.Path}: {string.Join(",", missing.Nearest.Select(entry => entry.Slug))}");
            app.MapGet("/own", () => Page.NotFound());
        });
        using var response = await site.Get("/blog/scond/");
        Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        Assert.Equal("/blog/scond/: second", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        using var own = await site.Get("/own");
        Assert.Equal(HttpStatusCode.NotFound, own.StatusCode);
        Assert.Equal("/own: ", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_page_of_status_codes_gets_its_turn()
    {
        await using var site = await Site.Start(app =>
        {
            app.UseStatusCodePages("text/plain", "status {0}");
            app.MapContent(Catalog.Posts, post => post.Title);
        });
        using var response = await site.Get("/nowhere/");
        Assert.Equal("status 404", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_request_that_is_executed_again_is_for_another_entry()
    {
        await using var site = await Site.Start(app =>
        {
            app.UseStatusCodePagesWithReExecute("/blog/second/");
            app.UseRouting();
            app.MapContent(Catalog.Posts, post => post.Slug == "second" ? Results.Text("again") : Results.StatusCode(410));
        });
        using var response = await site.Get("/blog/hello-world/");
        Assert.Equal(HttpStatusCode.Gone, response.StatusCode);
        Assert.Equal("again", await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/blog/%2e%2e/%2e%2e/etc/passwd", 404)]
    [InlineData("/blog/../../etc/passwd", 404)]
    [InlineData("/blog/..%2f..%2fetc/passwd", 404)]
    [InlineData("/blog/%00/", 400)]
    [InlineData("/blog/%5c..%5c/", 404)]
    [InlineData("/blog/%", 404)]
    [InlineData("/blog/%ff%fe/", 404)]
    [InlineData("/blog/%ed%a0%80/", 404)]
    [InlineData("///", 404)]
    [InlineData("//elsewhere.example/", 404)]
    [InlineData("/blog/<script>alert(1)</script>/", 404)]
    [InlineData("/blog/%3Cscript%3Ealert(1)%3C/script%3E/", 404)]
    public async Task A_hostile_address_is_answered_and_never_repeated_as_markup(string path, int status)
    {
        await using var site = await Site.Start();
        var (answered, body) = await Raw(site.Address, path);
        Assert.True(answered == status || answered == 400 && path.Contains('<', StringComparison.Ordinal), $"{answered}: {body}");
        Assert.DoesNotContain("<script>alert", body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Long_addresses_and_long_lists_of_types_are_answered_at_once()
    {
        await using var site = await Site.Start();
        foreach (var path in new[] { "/" + new string('a', 7900), string.Concat(Enumerable.Repeat("/a", 3900)), "/blog/" + string.Concat(Enumerable.Repeat("%CC%81", 1300)) })
        {
            var (status, _) = await Raw(site.Address, path);
            Assert.Equal(404, status);
        }

        var types = string.Join(", ", Enumerable.Range(0, 100).Select(number => $"application/x-{number};q=0.{number % 10}")) + ", text/markdown";
        using var response = await site.Get("/blog/second/", ("Accept", types));
        Assert.Equal("text/markdown", response.Content.Headers.ContentType?.MediaType);
        using var garbage = await site.Get("/blog/second/", ("Accept", "text/markdown;;;q==,,,/*\u0001"));
        Assert.Equal(HttpStatusCode.OK, garbage.StatusCode);
    }

    /// <summary>Sends an address as it is: clients put right what they can.</summary>
    private static async Task<(int Status, string Body)> Raw(Uri address, string path)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port, TestContext.Current.CancellationToken);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.UTF8.GetBytes($"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n"), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(stream);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        return (int.Parse(text.Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture), text);
    }
}
