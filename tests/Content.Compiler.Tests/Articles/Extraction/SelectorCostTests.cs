using Content.Compiler.Articles.Extraction;

namespace Content.Compiler.Tests.Articles.Extraction;

/// <summary>Of an article of 10 elements, 5 deep at most and 3 side by side at most.</summary>
public sealed class SelectorCostTests
{
    [Theory]
    [InlineData("h1", 10)]
    [InlineData("main > h1", 10)]
    [InlineData("main h1", 50)]
    [InlineData("main  section   h1", 250)]
    [InlineData("main > section h1", 50)]
    [InlineData("h1 + p", 30)]
    [InlineData("h1~p", 30)]
    [InlineData("a, b c", 60)]
    [InlineData(" h1 ", 10)]
    [InlineData("a[href='x y'] b", 50)]
    [InlineData("a[title=\"] ) b\"]", 10)]
    [InlineData("p:has(a)", 100)]
    [InlineData("p:HAS(a b)", 500)]
    [InlineData(":has(:has(:has(z)))", 10_000)]
    [InlineData("p:not(a b)", 50)]
    [InlineData("p:nth-child(2n + 1)", 30)]
    [InlineData("p:first-child", 30)]
    [InlineData("p:hover", 10)]
    [InlineData("p:lang(en) b", 50)]
    [InlineData("a\\ b", 10)]
    [InlineData("p:nth-child(2n+1 of p ~ p)", 90)]
    public void Steps_multiply(string selector, double steps) => Assert.Equal(steps, new SelectorCost(selector, 10, 5, 3).Count());

    [Theory]
    [InlineData("a[")]
    [InlineData("a:not(")]
    [InlineData("a\\")]
    [InlineData("a)b")]
    [InlineData("")]
    public void What_is_no_selector_is_counted_too(string selector) => Assert.InRange(new SelectorCost(selector, 10, 5, 3).Count(), 10, 100);

    [Fact]
    public void A_selector_that_would_take_minutes_is_refused_before_it_is_tried()
    {
        using var project = new TemporaryProject();
        project.Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "*.html", "body": "x div div div div div div div" } } }""");
        project.Write("content/a.html", string.Concat(Enumerable.Repeat("<div>", 400)) + string.Concat(Enumerable.Repeat("</div>", 400)));
        project.Write("content/b.html", "<x><div><div><div><div><div><div><div>b</div></div></div></div></div></div></div></x>");
        var diagnostic = Assert.Single(project.Compile().Diagnostics);
        Assert.Equal(("CONTENT1011", "content/a.html"), (diagnostic.Code, diagnostic.File));
        Assert.StartsWith("The article has too many elements for the selector 'x div div", diagnostic.Message, StringComparison.Ordinal);
    }
}
