using System.Net;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.Metadata;

namespace Content.AspNetCore.Tests.Addresses;

public sealed class EntryTests
{
    [Theory]
    [InlineData("/blog/hello-world/", "The first <strong>post</strong>")]
    [InlineData("/docs/", "how to install")]
    [InlineData("/blog/caf%C3%A9/", "Coffee")]
    public async Task An_entry_is_at_its_url(string path, string text)
    {
        await using var site = await Site.Start();
        using var response = await site.Get(path);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains(text, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/hello/", "/blog/hello-world/")]
    [InlineData("/hello", "/blog/hello-world/")]
    [InlineData("/2019/first.html", "/blog/hello-world/")]
    [InlineData("/blog/hello-world", "/blog/hello-world/")]
    [InlineData("/blog/hello-world?x=1", "/blog/hello-world/?x=1")]
    [InlineData("/Blog/Hello-World/", "/blog/hello-world/")]
    [InlineData("/blog//hello-world/", "/blog/hello-world/")]
    [InlineData("//blog/hello-world/", "/blog/hello-world/")]
    [InlineData("/blog/hello-world/index.html", "/blog/hello-world/")]
    [InlineData("/blog/hello-world.html", "/blog/hello-world/")]
    [InlineData("/blog/cafe%CC%81/", "/blog/caf%C3%A9/")]
    [InlineData("/docs/index/", "/docs/")]
    public async Task Whatever_means_an_entry_redirects_once_and_for_good(string path, string target)
    {
        await using var site = await Site.Start();
        using var response = await site.Get(new Uri(site.Address.GetLeftPart(UriPartial.Authority) + path).AbsoluteUri);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        Assert.Equal(target, response.Headers.Location?.OriginalString);
        using var there = await site.Get(target);
        Assert.Equal(HttpStatusCode.OK, there.StatusCode);
    }

    [Fact]
    public async Task Tags_are_strong_and_of_the_bytes_and_answer_304_however_they_are_listed()
    {
        await using var site = await Site.Start();
        using var first = await site.Get("/blog/second/");
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        foreach (var known in new[] { tag.Tag, $"\"other\", {tag.Tag}", $"W/{tag.Tag}", "*", $"W/\"x\",W/{tag.Tag}" })
        {
            using var again = await site.Get("/blog/second/", ("If-None-Match", known));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        foreach (var other in new[] { "\"other\"", "W/\"other\"", "garbage", "\"", tag.Tag.Trim('"') })
        {
            using var again = await site.Get("/blog/second/", ("If-None-Match", other));
            Assert.Equal(HttpStatusCode.OK, again.StatusCode);
        }

        using var different = await site.Get("/blog/hello-world/");
        Assert.NotEqual(tag, different.Headers.ETag);
        await using var restarted = await Site.Start();
        using var later = await restarted.Get("/blog/second/");
        Assert.Equal(tag, later.Headers.ETag);
    }

    [Fact]
    public async Task A_page_that_shows_more_than_its_entry_is_never_taken_for_the_old_one()
    {
        var visits = 0;
        await using var site = await Site.Start(app => app.MapContent(Catalog.Posts, post => $"visit {++visits}"));
        using var first = await site.Get("/blog/second/");
        using var second = await site.Get("/blog/second/", ("If-None-Match", first.Headers.ETag!.Tag));
        Assert.Equal(HttpStatusCode.OK, second.StatusCode);
    }

    [Fact]
    public async Task HEAD_says_what_GET_would_and_nothing_more()
    {
        await using var site = await Site.Start();
        using var get = await site.Get("/blog/second/");
        using var head = await site.Ask(HttpMethod.Head, "/blog/second/");
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentLength, head.Content.Headers.ContentLength);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        using var range = await site.Get("/blog/second/", ("Range", "bytes=0-9"));
        Assert.Equal(HttpStatusCode.OK, range.StatusCode);
        using var post = await site.Ask(HttpMethod.Post, "/blog/second/");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, post.StatusCode);
    }

    [Theory]
    [InlineData("text/markdown", true)]
    [InlineData("text/html;q=0.5, text/markdown", true)]
    [InlineData("text/markdown;q=0.5, text/html", false)]
    [InlineData("*/*", false)]
    [InlineData("text/html", false)]
    public async Task Markdown_is_for_whoever_prefers_it(string accept, bool isMarkdown)
    {
        await using var site = await Site.Start();
        using var response = await site.Get("/blog/hello-world/", ("Accept", accept));
        Assert.Equal(isMarkdown ? "text/markdown" : "text/html", response.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Accept", response.Headers.Vary);
    }

    [Fact]
    public async Task Markdown_is_at_the_address_with_md_with_absolute_links()
    {
        await using var site = await Site.Start();
        var origin = site.Address.GetLeftPart(UriPartial.Authority);
        Assert.Equal($"""
            # Hello & welcome

            The first **post**, which leads to [the second]({origin}/blog/second/#a-part) and to [nobody](https://elsewhere.example/).

            ![A square]({origin}/posts/square.svg)

            ```csharp
            Console.WriteLine("hello");
            ```

            | a | b |
            |---|---|
            | 1 | 2 |

            """.ReplaceLineEndings("\n"), await site.Text("/blog/hello-world.md"));
        Assert.Contains("[how to install]", await site.Text("/docs.md"), StringComparison.Ordinal);
        using var ofAlias = await site.Get("/hello.md");
        Assert.NotEqual(HttpStatusCode.OK, ofAlias.StatusCode);
    }

    [Fact]
    public async Task A_draft_is_not_to_be_indexed()
    {
        await using var site = await Site.Start();
        using var draft = await site.Get("/blog/unfinished/");
        Assert.Equal("noindex", Assert.Single(draft.Headers.GetValues("X-Robots-Tag")));
        using var published = await site.Get("/blog/second/");
        Assert.False(published.Headers.Contains("X-Robots-Tag"));
    }

    [Fact]
    public async Task Routes_of_the_program_win_wherever_they_are_mapped()
    {
        await using var site = await Site.Start(app =>
        {
            app.MapContent(Catalog.Posts, post => post.Title);
            app.MapGet("/blog/second/", () => "mine");
            app.MapGet("/hello/", () => "mine");
            app.MapFallback(() => "fallback");
        });
        Assert.Equal("mine", await site.Text("/blog/second/"));
        Assert.Equal("mine", await site.Text("/hello/"));
        Assert.Equal("Hello & welcome", await site.Text("/blog/hello-world/"));
        Assert.Equal("fallback", await site.Text("/nowhere/"));
    }

    [Fact]
    public async Task Conventions_of_endpoints_hold_and_what_is_guarded_is_named_to_nobody()
    {
        await using var site = await Site.Start(
            app =>
            {
                app.UseAuthentication();
                app.UseAuthorization();
                app.UseOutputCache();
                app.MapGroup("").RequireAuthorization().MapContent(Catalog.Posts, post => post.Title);
                app.MapContent(Catalog.Docs, doc => $"{doc.Title} {Guid.NewGuid()}").CacheOutput().WithMetadata("mine").WithCacheControl("public, max-age=60");
                app.MapContentSitemap();
                app.MapContentForAgents();
                app.MapContentSearch();
            },
            builder =>
            {
                builder.Services.AddAuthentication("none").AddScheme<AuthenticationSchemeOptions, NobodyHandler>("none", null);
                builder.Services.AddAuthorization();
                builder.Services.AddOutputCache();
            });
        using var refused = await site.Get("/blog/second/");
        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        using var doc = await site.Get("/docs/");
        Assert.Equal("public, max-age=60", doc.Headers.CacheControl?.ToString());
        Assert.Equal(await site.Text("/docs/"), await site.Text("/docs/"));
        foreach (var path in new[] { "/sitemap.xml", "/llms.txt", "/llms-full.txt", "/search?q=second&format=json" })
            Assert.DoesNotContain("/blog/second", await site.Text(path), StringComparison.Ordinal);
        using var near = await site.Get("/blog/secnd/");
        Assert.DoesNotContain("second", await near.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_endpoint_describes_itself_as_an_api_and_each_takes_metadata()
    {
        await using var app = Site.Create(app =>
        {
            var group = app.MapGroup("").WithMetadata("of the group");
            group.MapContent(Catalog.Posts, post => post.Title).WithMetadata("own");
            group.MapContentFeed("/feed.xml", Catalog.Posts).WithMetadata("own");
            group.MapContentSitemap().WithMetadata("own");
            group.MapContentSearch().WithMetadata("own");
            group.MapContentForAgents().WithMetadata("own");
        });
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).Where(endpoint => endpoint.DisplayName?.StartsWith("Content ", StringComparison.Ordinal) == true).ToArray();
        Assert.True(endpoints.Length >= 8, string.Join(", ", endpoints.Select(endpoint => endpoint.DisplayName)));
        Assert.All(endpoints, endpoint => Assert.NotNull(endpoint.Metadata.GetMetadata<IExcludeFromDescriptionMetadata>()));
        Assert.All(endpoints.Where(endpoint => endpoint.DisplayName != "Content 404"), endpoint => Assert.Equal(["of the group", "own"], endpoint.Metadata.OfType<string>()));
    }

    [Fact]
    public async Task A_group_with_a_prefix_has_its_files_below_it_and_its_entries_where_they_are()
    {
        await using var site = await Site.Start(app =>
        {
            app.MapContent(Catalog.Posts, post => post.Title);
            app.MapGroup("/meta").MapContentFeed("/feed.xml", Catalog.Posts);
            app.MapGroup("/meta").MapContentSitemap();
        });
        Assert.Contains("/blog/second/", await site.Text("/meta/feed.xml"), StringComparison.Ordinal);
        Assert.Contains("/blog/second/", await site.Text("/meta/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_kind_of_callback_makes_a_page()
    {
        await using var site = await Site.Start(app =>
        {
            app.MapContent(Catalog.Posts, (post, context) => Results.Text($"{post.Title} for {context.Request.Method}"));
            app.MapContent(Catalog.Docs, async (doc, _) =>
            {
                await Task.Yield();
                return Results.Bytes(doc.Body.Utf8, "text/html");
            });
        });
        Assert.Equal("The second for GET", await site.Text("/blog/second/"));
        Assert.StartsWith("<p>Read", await site.Text("/docs/"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_path_base_stands_before_every_address()
    {
        await using var site = await Site.Start(app =>
        {
            app.UsePathBase("/site");
            app.UseRouting();
            app.MapContent(Catalog.Posts, post => post.Title);
            app.MapContentSitemap();
        });
        using var response = await site.Get("/site/hello");
        Assert.Equal("/site/blog/hello-world/", response.Headers.Location?.OriginalString);
        Assert.Equal("The second", await site.Text("/site/blog/second/"));
        Assert.Contains("/site/blog/second/", await site.Text("/site/sitemap.xml"), StringComparison.Ordinal);
    }

    private sealed class NobodyHandler(
        Microsoft.Extensions.Options.IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, System.Text.Encodings.Web.UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync() => Task.FromResult(AuthenticateResult.NoResult());
    }
}
