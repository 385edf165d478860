using Content.Compiler.Paths;

namespace Content.Compiler.Tests.Paths;

/// <summary>Schemes that may not be in content, as browsers read them.</summary>
public sealed class UnsafeSchemeTests
{
    [Theory]
    [InlineData("javascript:x", "javascript")]
    [InlineData("java\tscr\nipt\r:x", "javascript")]
    [InlineData(" \u0001\u001fhttps://a.example", "https")]
    [InlineData("a+b-c.9:x", "a+b-c.9")]
    [InlineData("a:", "a")]
    [InlineData("", null)]
    [InlineData("\t", null)]
    [InlineData(":", null)]
    [InlineData("a", null)]
    [InlineData("1a:x", null)]
    [InlineData("+a:x", null)]
    [InlineData("é:x", null)]
    [InlineData("a/b:x", null)]
    [InlineData("a b:x", null)]
    public void The_scheme_is_the_one_that_a_browser_finds(string address, string? scheme) => Assert.Equal(scheme, UnsafeScheme.Of(address));

    [Theory]
    [InlineData("JavaScript:alert(1)", "javascript")]
    [InlineData("vbscript:x", "vbscript")]
    [InlineData("livescript:x", "livescript")]
    [InlineData("mocha:x", "mocha")]
    [InlineData("file:///etc/passwd", "file")]
    [InlineData("filesystem:x", "filesystem")]
    [InlineData("blob:https://a.example/1", "blob")]
    [InlineData("view-source:https://a.example", "view-source")]
    [InlineData("data:text/html,x", "data")]
    [InlineData("data:,x", "data")]
    [InlineData("data:imagine/png,x", "data")]
    [InlineData("https://a.example", null)]
    [InlineData("javascripts:x", null)]
    [InlineData("a/javascript:x", null)]
    [InlineData("DATA:image/png;base64,x", null)]
    public void Those_that_run_code_or_read_a_disk_are_unsafe_wherever_they_stand(string address, string? scheme)
    {
        Assert.Equal(scheme, UnsafeScheme.Find(address, isImage: false));
        Assert.Equal(scheme, UnsafeScheme.Find(address, isImage: true));
    }

    [Theory]
    [InlineData("data:image/svg+xml,x")]
    [InlineData("data: Image/SVG+XML ;base64,x")]
    public void A_drawing_is_a_page_unless_it_is_shown_as_an_image(string address)
    {
        Assert.Equal("data", UnsafeScheme.Find(address, isImage: false));
        Assert.Null(UnsafeScheme.Find(address, isImage: true));
    }

    [Theory]
    [InlineData("data:text/html,x", "text/html")]
    [InlineData("data: Text/HTML ;charset=utf-8,x", "text/html")]
    [InlineData("data:te\nxt/html", "text/html")]
    [InlineData("data:,text/html", "")]
    [InlineData("data:", "")]
    public void The_type_of_data_is_read(string address, string type) => Assert.Equal(type, UnsafeScheme.MediaTypeOf(address));
}
