using Content.Compiler.Inclusions;

namespace Content.Compiler.Tests.Inclusions;

/// <summary>How the path of a file that is taken in counts.</summary>
public sealed class InclusionPathTests
{
    [Theory]
    [InlineData("", "a.md", "a.md")]
    [InlineData(".", "a.md", "a.md")]
    [InlineData("content/posts", "a.md", "content/posts/a.md")]
    [InlineData("content/posts", "./a.md", "content/posts/a.md")]
    [InlineData("content/posts", "../a.md", "content/a.md")]
    [InlineData("content/posts", "../../a.md", "a.md")]
    [InlineData("content/posts", "../../../a.md", "../a.md")]
    [InlineData("content", "../../a/../b.md", "../b.md")]
    [InlineData("content", "a//b.md", "content/a/b.md")]
    [InlineData("content", "", null)]
    [InlineData("content", "/a.md", null)]
    [InlineData("content", "a/", null)]
    [InlineData("content", "..", null)]
    [InlineData("content", "../..", null)]
    [InlineData("", ".", null)]
    [InlineData("content", @"a\b.md", null)]
    [InlineData("content", "C:/a.md", null)]
    [InlineData("content", "a\nb.md", null)]
    [InlineData("content", "a?.md", null)]
    public void A_path_counts_from_the_folder(string folder, string written, string? expected) => Assert.Equal(expected, InclusionPath.Combine(folder, written));

    [Theory]
    [InlineData("", "a.md", "a.md")]
    [InlineData(".", "a.md", "a.md")]
    [InlineData("content", "content/a.md", "a.md")]
    [InlineData("content/posts", "content/a.md", "../a.md")]
    [InlineData("content", "content/posts/a.md", "posts/a.md")]
    [InlineData("a/b", "c/d.md", "../../c/d.md")]
    [InlineData("a/b", "a/b", "../b")]
    [InlineData("a", "ab/c.md", "../ab/c.md")]
    public void And_is_written_from_it(string folder, string path, string expected) => Assert.Equal(expected, InclusionPath.Relative(folder, path));

    [Theory]
    [InlineData("a.md", "")]
    [InlineData("a/b.md", "a")]
    [InlineData("a/b/c.md", "a/b")]
    public void A_file_is_in_a_folder(string path, string folder) => Assert.Equal(folder, InclusionPath.FolderOf(path).ToString());
}
