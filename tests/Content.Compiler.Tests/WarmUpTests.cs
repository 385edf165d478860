namespace Content.Compiler.Tests;

public sealed class WarmUpTests
{
    [Fact]
    public void It_goes_the_whole_way_of_an_article_and_finds_nothing_wrong()
    {
        var site = WarmUp.Run();
        Assert.Empty(site.Diagnostics);
        var entry = Assert.Single(Assert.Single(site.Collections).Entries);
        Assert.Equal("/sample/", entry.Url);
        Assert.Equal("/sample/#heading", Assert.Single(entry.LinkUrls));
    }
}
