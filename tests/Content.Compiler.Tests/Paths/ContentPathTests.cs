using Content.Compiler.Paths;

namespace Content.Compiler.Tests.Paths;

/// <summary>Paths are resolved by their letters.</summary>
public sealed class ContentPathTests
{
    [Theory]
    [InlineData("docs", "a.md", "docs/a.md", false, false)]
    [InlineData("docs", "./a.md", "docs/a.md", false, false)]
    [InlineData("docs", @".\b\a.md", "docs/b/a.md", false, false)]
    [InlineData("docs", "/a.md", "docs/a.md", false, false)]
    [InlineData("docs", @"\a.md", "docs/a.md", false, false)]
    [InlineData("", "a.md", "a.md", false, false)]
    [InlineData("docs", "../a.md", "a.md", false, false)]
    [InlineData("docs/b", "../a.md", "docs/a.md", false, false)]
    [InlineData("docs", "../../a.md", "a.md", true, false)]
    [InlineData("", "../a.md", "a.md", true, false)]
    [InlineData("docs", "../../docs/../docs/a.md", "docs/a.md", true, false)]
    [InlineData("docs", "b/../../../a.md", "a.md", true, false)]
    [InlineData("docs", "b/", "docs/b", false, true)]
    [InlineData("docs", "", "docs", false, true)]
    [InlineData("docs", "/", "docs", false, true)]
    [InlineData("docs", ".", "docs", false, true)]
    [InlineData("docs", "./", "docs", false, true)]
    [InlineData("docs", "./b", "docs/b", false, false)]
    [InlineData("docs/b", "..", "docs", false, true)]
    [InlineData("docs/b", "../c", "docs/c", false, false)]
    [InlineData("docs", "a%20b.md", "docs/a b.md", false, false)]
    [InlineData("docs", "a%2Fb.md", "docs/a\0b.md", false, false)]
    [InlineData("docs", "%2e%2e/a.md", "a.md", false, false)]
    [InlineData("docs", "a//b", "docs/a//b", false, false)]
    [InlineData("", "//a", "//a", false, false)]
    [InlineData("docs", "a%ZZ", "docs/a%ZZ", false, false)]
    public void A_path_leads_where_its_letters_say(string folder, string written, string path, bool leavesRoot, bool endsWithSlash) =>
        Assert.Equal(new ResolvedPath(path, leavesRoot, endsWithSlash), ContentPath.Resolve(folder, written));

    [Theory]
    [InlineData(510)]
    [InlineData(511)]
    [InlineData(512)]
    [InlineData(5_000)]
    public void A_long_path_is_resolved_like_a_short_one(int length)
    {
        var name = new string('a', length);

        Assert.Equal(new ResolvedPath("docs/" + name, false, false), ContentPath.Resolve("docs", "b/../" + name));
    }

    [Theory]
    [InlineData("docs/a/b.md", "docs/a", "b.md")]
    [InlineData("b.md", "", "b.md")]
    [InlineData("/b.md", "", "b.md")]
    [InlineData("docs/", "docs", "")]
    public void A_path_has_a_folder_and_a_name(string path, string folder, string name)
    {
        Assert.Equal(folder, ContentPath.FolderOf(path).ToString());
        Assert.Equal(name, ContentPath.NameOf(path).ToString());
    }

    [Theory]
    [InlineData("a.md", ".md")]
    [InlineData("docs.v1/a", "")]
    [InlineData("docs/a.tar.gz", ".gz")]
    [InlineData("a.mp4", ".mp4")]
    [InlineData("release-1.0", "")]
    [InlineData("what.next now", "")]
    [InlineData(".md", "")]
    [InlineData("docs/.md", "")]
    [InlineData("a.", "")]
    [InlineData("a.abcdefghijkl", ".abcdefghijkl")]
    [InlineData("a.abcdefghijklm", "")]
    public void An_extension_has_a_letter_and_is_short(string path, string extension) => Assert.Equal(extension, ContentPath.ExtensionOf(path).ToString());

    [Theory]
    [InlineData(".MD", true)]
    [InlineData(".html", true)]
    [InlineData(".mdx", true)]
    [InlineData(".txt", false)]
    [InlineData("md", false)]
    [InlineData("", false)]
    public void Articles_have_few_extensions(string extension, bool isArticle) => Assert.Equal(isArticle, FileExtensions.IsArticle(extension));
}
