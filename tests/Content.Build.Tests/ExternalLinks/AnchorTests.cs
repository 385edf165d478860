using System.Text;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>A fragment is looked for in the page's HTML, and only as far as is reasonable.</summary>
public sealed class AnchorTests
{
    [Fact]
    public async Task Ids_and_named_anchors_are_found_and_others_are_missing()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200, "<h1 ID='one'>1</h1><a name=two></a><p name=three><!-- <i id=four> --><b id='f&#252;nf'>"));
        var verdict = await new Ask().ForAsync(site.Address(), "one", "two", "three", "four", "f%C3%BCnf");
        Assert.Equal(PageState.Alive, verdict.State);
        Assert.Equal(["four", "three"], verdict.MissingAnchors.Order(StringComparer.Ordinal));
        Assert.Equal(["GET /"], site.Lines);
    }

    [Fact]
    public async Task What_is_not_html_has_no_anchors_to_look_for()
    {
        await using var site = new LocalSite(request => request.AnswerAsync(200, "%PDF", "application/pdf"));
        Assert.Empty((await new Ask().ForAsync(site.Address(), "page2")).MissingAnchors);
    }

    [Fact]
    public async Task Anchors_are_looked_for_in_the_page_that_redirects_lead_to()
    {
        await using var site = new LocalSite(request => request.Path == "/old" ? request.RedirectAsync(301, "/new") : request.AnswerAsync(200, "<p id=x>"));
        Assert.Equal(["y"], (await new Ask().ForAsync(site.Address("/old"), "x", "y")).MissingAnchors);
    }

    [Fact]
    public async Task A_redirect_with_a_fragment_of_its_own_takes_the_place_of_the_links()
    {
        await using var site = new LocalSite(request => request.Path == "/old" ? request.RedirectAsync(302, "/new#z") : request.AnswerAsync(200, "<p id=z>"));
        Assert.Empty((await new Ask().ForAsync(site.Address("/old"), "x")).MissingAnchors);
    }

    [Fact]
    public async Task Of_a_body_of_5_GB_only_the_beginning_is_read()
    {
        var sent = 0L;
        await using var site = new LocalSite(async request =>
        {
            await request.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 5368709120\r\n\r\n<p id=first>");
            var block = Encoding.ASCII.GetBytes(new string('x', 1 << 16));
            while (request.Method == "GET" && sent < 5368709120)
            {
                await request.Stream.WriteAsync(block, request.Stop);
                sent += block.Length;
            }
        });
        var verdict = await new Ask().ForAsync(site.Address(), "first", "last");
        Assert.Equal((PageState.Alive, true), (verdict.State, verdict.IsCutOff));
        Assert.Equal(["last"], verdict.MissingAnchors);
        Assert.InRange(sent, 1, 64 << 20);
    }

    [Fact]
    public async Task A_body_that_nobody_wants_is_not_read()
    {
        var sent = 0L;
        await using var site = new LocalSite(async request =>
        {
            await request.WriteAsync(request.Method == "HEAD" ? "HTTP/1.1 405 No\r\nContent-Length: 0\r\n\r\n" : "HTTP/1.1 200 OK\r\nContent-Length: 5368709120\r\n\r\n");
            var block = new byte[1 << 16];
            while (request.Method == "GET" && sent < 5368709120)
            {
                await request.Stream.WriteAsync(block, request.Stop);
                sent += block.Length;
            }
        });
        Assert.Equal(PageState.Alive, (await new Ask().ForAsync(site.Address())).State);
        Assert.InRange(sent, 0, 64 << 20);
    }

    [Fact]
    public async Task A_packed_body_is_read_as_far_as_2_MB_of_what_is_in_it()
    {
        using var packed = new MemoryStream();
        await using (var gzip = new System.IO.Compression.GZipStream(packed, System.IO.Compression.CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write("<p id=first>"u8);
            var block = new byte[1 << 20];
            for (var count = 0; count < 200; count++)
                gzip.Write(block);
        }

        await using var site = new LocalSite(async request =>
        {
            await request.WriteAsync($"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n");
            await request.Stream.WriteAsync(packed.ToArray(), request.Stop);
        });
        var verdict = await new Ask().ForAsync(site.Address(), "first", "last");
        Assert.True(verdict.IsCutOff);
        Assert.Equal(["last"], verdict.MissingAnchors);
    }
}
