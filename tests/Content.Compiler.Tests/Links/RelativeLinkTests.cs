using Content.Compiler.Articles;

namespace Content.Compiler.Tests.Links;

public sealed class RelativeLinkTests
{
    private readonly LinkProject project = new LinkProject()
        .Article("posts/a.md").Article("posts/second.md", "intro").Article("posts/sub/deep.html").Article("index.md")
        .Article("guides/index.md").Article("über uns/größe (1).md").Article("100%.md").Article("other/far-away.md")
        .File("posts/images/build log.png", "posts/images/chart@2x.png", "data.json", "release-1.0", "empty/note.txt")
        .Static("img/logo.png", "demo/index.html");

    [Theory]
    [InlineData("./second.md", "/posts/second/")]
    [InlineData("second.md", "/posts/second/")]
    [InlineData("../posts/second.md", "/posts/second/")]
    [InlineData("sub/../second.md", "/posts/second/")]
    [InlineData("sub/deep.html", "/posts/sub/deep/")]
    [InlineData("second.md?q=a#intro", "/posts/second/?q=a#intro")]
    [InlineData("second.md#", "/posts/second/#")]
    [InlineData("second.md#top", "/posts/second/#top")]
    [InlineData("second.md#:~:text=a,b", "/posts/second/#:~:text=a,b")]
    [InlineData("second.md#intro:~:text=a", "/posts/second/#intro:~:text=a")]
    [InlineData("%73econd.md", "/posts/second/")]
    [InlineData("a.md", "/posts/a/")]
    [InlineData("../guides/", "/guides/")]
    [InlineData("../guides", "/guides/")]
    [InlineData("../guides/#top", "/guides/#top")]
    [InlineData("../", "/")]
    [InlineData("..", "/")]
    [InlineData("%2E%2E/guides", "/guides/")]
    public void A_link_to_an_article_becomes_its_URL_with_query_and_fragment_kept(string destination, string url)
    {
        Assert.Equal("", project.Check("posts/a.md", destination));
        Assert.Equal(url, project.Rewrite("posts/a.md", destination));
    }

    [Theory]
    [InlineData("../%C3%BCber%20uns/gr%C3%B6%C3%9Fe%20(1).md")]
    [InlineData("../über%20uns/größe%20(1).md")]
    [InlineData("../über uns/größe (1).md")]
    public void Paths_are_percent_decoded_once_a_segment(string destination) => Assert.Equal("", project.Check("posts/a.md", destination));

    [Theory]
    [InlineData("images/build%20log.png", "/posts/images/build%20log.png")]
    [InlineData("images/chart@2x.png", "/posts/images/chart@2x.png")]
    [InlineData("../data.json?v=1", "/data.json?v=1")]
    [InlineData("./images/chart@2x.png?v=2", "/posts/images/chart@2x.png?v=2")]
    [InlineData("images/chart@2x.png?v=2#x", "/posts/images/chart@2x.png?v=2#x")]
    [InlineData("../release-1.0", "/release-1.0")]
    [InlineData("../img/logo.png", "/img/logo.png")]
    [InlineData("../demo/", "/demo/")]
    public void A_link_to_an_asset_becomes_its_URL(string destination, string url)
    {
        Assert.Equal("", project.Check("posts/a.md", destination, LinkRole.Image));
        Assert.Equal(url, project.Rewrite("posts/a.md", destination));
    }

    [Theory]
    [InlineData("./secnd.md", "CONTENT2001: Link target './secnd.md' does not exist. Did you mean './second.md'?")]
    [InlineData("./second", "CONTENT2001: Link target './second' does not exist. Did you mean './second.md'?")]
    [InlineData("second.html#intro", "CONTENT2001: Link target 'second.html#intro' does not exist. Did you mean 'second.md#intro'?")]
    [InlineData("far-away.md", "CONTENT2001: Link target 'far-away.md' does not exist. Did you mean '../other/far-away.md'?")]
    [InlineData("../psts/second.md", "CONTENT2001: Link target '../psts/second.md' does not exist. Did you mean 'second.md'?")]
    [InlineData("../guidse/", "CONTENT2001: Link target '../guidse/' does not exist.")]
    [InlineData("sub%2Fdeep.html", "CONTENT2001: Link target 'sub%2Fdeep.html' does not exist.")]
    [InlineData("second.md/", "CONTENT2001: Link target 'second.md/' does not exist. Did you mean 'second.md'?")]
    [InlineData("..//posts/second.md", "CONTENT2001: Link target '..//posts/second.md' does not exist. Did you mean 'second.md'?")]
    [InlineData("zzz.md", "CONTENT2001: Link target 'zzz.md' does not exist.")]
    [InlineData("github.com/x/y", "CONTENT2001: Link target 'github.com/x/y' does not exist. Did you mean 'https://github.com/x/y'?")]
    [InlineData("www.example.net", "CONTENT2001: Link target 'www.example.net' does not exist. Did you mean 'https://www.example.net'?")]
    [InlineData("images/chart@2x.jpg", "CONTENT2002: File 'images/chart@2x.jpg' does not exist. Did you mean 'images/chart@2x.png'?")]
    [InlineData("images/nothing.png", "CONTENT2002: File 'images/nothing.png' does not exist.")]
    [InlineData("images/logo.png", "CONTENT2002: File 'images/logo.png' does not exist. Did you mean '/img/logo.png'?")]
    public void A_link_to_nothing_says_what_was_probably_meant(string destination, string expected) =>
        Assert.Equal(expected, project.Check("posts/a.md", destination));

    [Fact]
    public void An_image_that_is_missing_is_an_asset_whatever_its_name() =>
        Assert.StartsWith("CONTENT2002", project.Check("posts/a.md", "chart", LinkRole.Image), StringComparison.Ordinal);

    [Fact]
    public void An_article_of_no_collection_is_said_to_be_one()
    {
        project.File("notes.html");
        Assert.Contains(
            "CONTENT2001: Link target '../notes.html' exists, but belongs to no collection and has no URL. Add it to the 'files' of one.",
            project.Check("posts/a.md", "../notes.html"),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("./Second.md", "CONTENT2005: './Second.md' differs from the file's name only by case. Write './second.md'.")]
    [InlineData("../Posts/second.md?a#intro", "CONTENT2005: '../Posts/second.md?a#intro' differs from the file's name only by case. Write 'second.md?a#intro'.")]
    [InlineData("images/Build%20Log.png", "CONTENT2005: 'images/Build%20Log.png' differs from the file's name only by case. Write 'images/build%20log.png'.")]
    [InlineData("../u\u0308ber%20uns/größe%20(1).md", "CONTENT2005: '../u\u0308ber%20uns/größe%20(1).md' differs from the file's name only by Unicode form. Write '../über%20uns/größe%20%281%29.md'.")]
    [InlineData("../Guides/", "CONTENT2005: '../Guides/' differs from the file's name only by case. Write '../guides/'.")]
    public void Another_case_or_Unicode_form_is_an_error_that_names_the_right_one(string destination, string expected) =>
        Assert.Equal(expected, project.Check("posts/a.md", destination));

    [Theory]
    [InlineData("../../README.md", "CONTENT2006: '../../README.md' leaves the content root. Link to a file inside 'content', or to the address at which it is published.")]
    [InlineData("../../content/guides/index.md", "CONTENT2006: '../../content/guides/index.md' leaves the content root. Did you mean '../guides/index.md'?")]
    [InlineData("../../posts/second.md", "CONTENT2006: '../../posts/second.md' leaves the content root. Did you mean 'second.md'?")]
    [InlineData("../../wwwroot/img/logo.png", "CONTENT2006: '../../wwwroot/img/logo.png' leaves the content root. Did you mean '/img/logo.png'?")]
    [InlineData("../../x/../posts/second.md", "CONTENT2006: '../../x/../posts/second.md' leaves the content root. Did you mean 'second.md'?")]
    [InlineData("../../x/y/../second.md", "CONTENT2006: '../../x/y/../second.md' leaves the content root. Link to a file inside 'content', or to the address at which it is published.")]
    [InlineData("sub/%2e%2e/../../x.md", "CONTENT2006: 'sub/%2e%2e/../../x.md' leaves the content root. Link to a file inside 'content', or to the address at which it is published.")]
    public void A_path_past_the_root_is_an_error_even_if_it_comes_back(string destination, string expected) =>
        Assert.Equal(expected, project.Check("posts/a.md", destination));

    [Theory]
    [InlineData("../empty/")]
    [InlineData("../empty")]
    [InlineData("images/#x")]
    public void A_folder_needs_an_index_article(string destination) => Assert.Equal(
        $"CONTENT2008: '{destination}' is a folder without an index article. Add 'index.md' to it, or link to an article.",
        project.Check("posts/a.md", destination));

    [Theory]
    [InlineData(".\\second.md", "CONTENT2009: '.\\second.md' has a backslash. Write './second.md'.")]
    [InlineData("../100%.md", "CONTENT2009: '%' in '../100%.md' is not a percent escape. Write '%25'.")]
    [InlineData("second.md?50%#intro", "CONTENT2009: '%' in 'second.md?50%#intro' is not a percent escape. Write '%25'.")]
    [InlineData("C:\\docs\\a.md", "CONTENT2009: 'C:\\docs\\a.md' is a path on one machine. Put the file into the content folder and link to it by a relative path.")]
    public void A_malformed_destination_that_still_leads_somewhere_is_a_warning(string destination, string expected) =>
        Assert.Equal(expected, project.Check("posts/a.md", destination));

    [Fact]
    public void A_raw_space_is_malformed_in_HTML_and_fine_between_angle_brackets_of_Markdown()
    {
        Assert.Equal("", project.Check("posts/a.md", "images/build log.png"));
        Assert.Equal(
            "CONTENT2009: '../images/build log.png' has a space. Write '../images/build%20log.png'.",
            project.Check("posts/sub/deep.html", "../images/build log.png"));
        Assert.Equal("/posts/images/build%20log.png", project.Rewrite("posts/sub/deep.html", " ../images/build log.png\n"));
    }

    [Fact]
    public void A_malformed_destination_that_leads_nowhere_is_one_mistake()
    {
        Assert.Equal("CONTENT2001: Link target '.\\secnd.md' does not exist. Did you mean 'second.md'?", project.Check("posts/a.md", ".\\secnd.md"));
        Assert.Equal("CONTENT2005: '.\\Second.md' differs from the file's name only by case. Write 'second.md'.", project.Check("posts/a.md", ".\\Second.md"));
        Assert.Equal("CONTENT2002: File 'no such.png' does not exist.", project.Check("posts/sub/deep.html", "no such.png"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    public void An_empty_destination_is_a_warning(string destination) =>
        Assert.Equal("CONTENT2010: The destination is empty. Write one, or remove the link.", project.Check("posts/a.md", destination));

    [Fact]
    public void Only_links_to_what_is_not_published_from_what_is_are_errors()
    {
        project.Unpublished("draft.md").Unpublished("draft2.md")
            .Unpublished("future.md", isDraft: false, publish: new DateOnly(2030, 1, 2))
            .Unpublished("past.md", isDraft: false, expiry: new DateOnly(2020, 1, 2));
        Assert.Equal("CONTENT2007: '../draft.md' is a draft, but this article is published. Publish it, or remove the link.", project.Check("posts/a.md", "../draft.md#top"));
        Assert.Equal("CONTENT2007: '../future.md' is not published before 2030-01-02, but this article is published. Change its dates, or remove the link.", project.Check("posts/a.md", "../future.md"));
        Assert.Equal("CONTENT2007: '../past.md' is not published since 2020-01-02, but this article is published. Change its dates, or remove the link.", project.Check("posts/a.md", "../past.md"));
        Assert.Equal("", project.Check("draft.md", "draft2.md"));
        Assert.Equal("", project.Check("draft.md", "posts/a.md"));
        Assert.StartsWith("CONTENT2001", project.Check("draft.md", "posts/b.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Ignored_destinations_are_not_checked_as_they_are_written()
    {
        project.Ignore("~/**", "/dotnet/**", "*.tmp");
        Assert.Equal("", project.Check("posts/a.md", "~/samples/x.cs#Region"));
        Assert.Equal("", project.Check("posts/a.md", "/dotnet/core/%zz"));
        Assert.Equal("", project.Check("posts/a.md", "x.tmp"));
        Assert.NotEqual("", project.Check("posts/a.md", "sub/x.tmp"));
    }
}
