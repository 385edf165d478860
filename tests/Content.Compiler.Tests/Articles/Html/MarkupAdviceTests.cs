namespace Content.Compiler.Tests.Articles.Html;

/// <summary>What CONTENT3004 advises helps: one diagnostic before, and none once the advice is followed.</summary>
public sealed class MarkupAdviceTests
{
    [Theory]
    [InlineData("<p>\n<ul><li>x</li></ul>\n</p>", "Move '</p>' before it", "<p>\n</p><ul><li>x</li></ul>\n")]
    [InlineData("<p>\n<ul><li>x</li></ul>\n</p>", "write '<div>' and '</div>' instead", "<div>\n<ul><li>x</li></ul>\n</div>")]
    [InlineData("<div>a", "Add '</div>'", "<div>a</div>")]
    [InlineData("<b>a<i>b</b>c</i>", "Close it before '</b>'", "<b>a<i>b</i></b>c")]
    [InlineData("a</i>", "Remove it", "a")]
    [InlineData("a</br>b", "Write '<br>'", "a<br>b")]
    [InlineData("a</br/>b", "Write '<br>'", "a<br>b")]
    [InlineData("<h2>a</h3>", "Write '</h2>'", "<h2>a</h2>")]
    [InlineData("<table>a</table>", "Put it into a cell", "<table><tr><td>a</td></tr></table>")]
    [InlineData("<table><div>a</div></table>", "Put it into a cell", "<table><tr><td><div>a</div></td></tr></table>")]
    [InlineData("<td>a</td>", "Put it into one", "<table><tr><td>a</td></tr></table>")]
    [InlineData("<span/>a", "Write '<span></span>'", "<span></span>a")]
    [InlineData("<a href='#top'>a<a href='#top'>b</a></a>", "Close that one first", "<a href='#top'>a</a><a href='#top'>b</a>")]
    public void Html(string wrong, string advice, string right)
    {
        Assert.Contains(advice, Assert.Single(Reading.HtmlArticle(wrong).Content.Diagnostics).Message, StringComparison.Ordinal);
        Assert.Empty(Reading.HtmlArticle(right).Content.Diagnostics);
    }

    [Theory]
    [InlineData("Use headings like <H1>, and", "write '&lt;H1>' if it is text", "Use headings like &lt;H1>, and")]
    [InlineData("Use headings like <H1>, and", "Add '</H1>'", "Use headings like\n\n<H1>x</H1>\n\nand")]
    [InlineData("a List<string> b", "write '&lt;string>' if it is text", "a List&lt;string> b")]
    [InlineData("a <div>b</div> c", "Put it on a line of its own", "a\n\n<div>b</div>\n\nc")]
    [InlineData("<p>\n\na\n\n</p>", "Write '<div>' instead", "<div>\n\na\n\n</div>")]
    [InlineData("a <b>c\n\nd</b> e", "both inside", "a <b>c</b>\n\nd e")]
    public void Markdown(string wrong, string advice, string right)
    {
        Assert.Contains(advice, Assert.Single(Reading.Markdown(wrong).Diagnostics).Message, StringComparison.Ordinal);
        Assert.Empty(Reading.Markdown(right).Diagnostics);
    }
}
