using Content.Compiler.Links;
using Content.Compiler.Routing;

namespace Content.Compiler.Tests.Routing;

/// <summary>Paths of metadata, and paths as authors write them.</summary>
public sealed class RelativePathTests
{
    [Theory]
    [InlineData("a.md", "b.png", "b.png")]
    [InlineData("x/a.md", "b.png", "x/b.png")]
    [InlineData("x/a.md", "./b.png", "x/b.png")]
    [InlineData("x/a.md", "y//b.png", "x/y/b.png")]
    [InlineData("x/a.md", "/b.png", "b.png")]
    [InlineData("x/y/a.md", "../b.png", "x/b.png")]
    [InlineData("x/a.md", "../../b.png", null)]
    [InlineData("a.md", "../b.png", null)]
    [InlineData("a.md", "x/../../a.md", null)]
    [InlineData("x/a.md", "", "x")]
    public void A_path_counts_from_the_folder_of_its_article(string article, string written, string? path) => Assert.Equal(path, RelativePath.Resolve(article, written));

    [Theory]
    [InlineData("a.md", "b.png", "./b.png")]
    [InlineData("x/a.md", "x/b.png", "./b.png")]
    [InlineData("x/a.md", "x", "../x")]
    [InlineData("x/a.md", "b.png", "../b.png")]
    [InlineData("x/y/a.md", "x/z/b.png", "../z/b.png")]
    [InlineData("a.md", "x/b.png", "./x/b.png")]
    [InlineData("x/a.md", "xy/b.png", "../xy/b.png")]
    public void An_author_writes_it_from_there(string article, string path, string written) => Assert.Equal(written, RelativePath.From(article, path));

    [Theory]
    [InlineData("a.md", "b.md", false, "b.md")]
    [InlineData("a.md", "b.md", true, "./b.md")]
    [InlineData("a.md", "c:d.md", false, "./c:d.md")]
    [InlineData("a.md", "c/d:e.md", false, "c/d:e.md")]
    [InlineData("x/a.md", "x/b.md", false, "b.md")]
    [InlineData("x/a.md", "x/y/b.md", false, "y/b.md")]
    [InlineData("x/a.md", "b.md", true, "../b.md")]
    [InlineData("x/y/a.md", "x/z/b.md", false, "../z/b.md")]
    [InlineData("x/y/a.md", "x/yz/b.md", false, "../yz/b.md")]
    [InlineData("xy/a.md", "x/b.md", false, "../x/b.md")]
    [InlineData("x/a.md", "x", false, "../x")]
    [InlineData("a.md", "b c.md", false, "b%20c.md")]
    public void A_link_is_written_from_there(string article, string target, bool isDotted, string written) =>
        Assert.Equal(written, DestinationText.Relative(article, target, isDotted));
}
