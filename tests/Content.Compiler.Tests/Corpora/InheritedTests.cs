using System.Text;
using Content.Compiler.Tests.CaseRunner;

namespace Content.Compiler.Tests.Corpora;

/// <summary>Articles in the shape of crawled pages, which nobody can edit: what their README says must come out.</summary>
public sealed class InheritedTests
{
    [Fact]
    public void Selectors_and_patterns_make_typed_entries_of_them()
    {
        using var corpus = new Corpus("inherited");

        var result = corpus.Compile();

        Assert.Equal(
            """
            Pages
              City_N20240318 = city/n20240318 at /pages/city/n20240318/
                Title: "市立图书馆新馆开放 首日迎来五千读者"
                Date: 2024-03-18
                Reporter: "林晓"
                Editor: "陈平"
                Tags: ["河滨", "读者", "档案"]
                Cover: "https://images.example.org/uploads/2024/03/library-600x400.jpg"
                Caption: "市立图书馆新馆的中庭，2024年3月18日上午。（示例图片社）"
                Source: "https://www.example.org/gb/24/3/18/n20240318.htm"
              City_N20240319 = city/n20240319 at /pages/city/n20240319/
                Title: "河滨步道延长三公里 年底完工"
                Date: 2024-03-19
                Reporter: "周远"
                Editor: "陈平"
                Tags: ["河滨"]
                Cover: "https://images.example.org/uploads/2024/03/walk-600x400.jpg"
                Caption: "施工中的河滨步道。（示例图片社）"
                Source: "https://www.example.org/gb/24/3/19/n20240319.htm"

            """,
            EntryText.Of(result.Site!));
        Assert.Equal(BrokenLinks, result.Diagnostics.Select(CaseFolder.Format).Select(Place));
    }

    [Fact]
    public void The_body_is_what_the_selected_element_holds()
    {
        using var corpus = new Corpus("inherited");

        var content = corpus.Compile().Site!.Collections[0].Entries[0].Article.Content!;
        var html = Encoding.UTF8.GetString(content.Body.Utf8.Span);

        Assert.StartsWith("\n <!-- article content begin -->", html, StringComparison.Ordinal);
        Assert.EndsWith("<div id=\"below_article_ad\">\n </div>\n", html, StringComparison.Ordinal);
        Assert.DoesNotContain("counter.example", html, StringComparison.Ordinal);
        Assert.DoesNotContain("首页", html, StringComparison.Ordinal);
        Assert.Empty(content.Headings);
        Assert.Equal(["artbody", "below_article_ad"], content.Anchors);
        Assert.StartsWith("【示例时报2024年03月18日讯】", content.Excerpt, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_selectors_each_misses_its_title_and_its_date()
    {
        using var corpus = new Corpus("inherited");

        var diagnostics = corpus.Compile(withConfiguration: false).Diagnostics;

        string[] missing = ["content/pages/city/n20240318.md", "content/pages/city/n20240319.md"];
        Assert.Equal(
            missing.SelectMany(file => Enumerable.Repeat($"{file}(1,1,1,1): error CONTENT1001", 2)).Concat(BrokenLinks).Order(StringComparer.Ordinal),
            diagnostics.Select(CaseFolder.Format).Select(Place).Order(StringComparer.Ordinal));
        Assert.All(diagnostics.Where(diagnostic => diagnostic.Code == "CONTENT1001"), diagnostic => Assert.Contains("front matter", diagnostic.Message, StringComparison.Ordinal));
    }

    private static string[] BrokenLinks =>
    [
        "content/pages/city/n20240318.md(5,11,5,32): error CONTENT2006",
        "content/pages/city/n20240318.md(5,53,5,90): error CONTENT2006",
        "content/pages/city/n20240318.md(5,111,5,148): error CONTENT2006",
        "content/pages/city/n20240319.md(5,11,5,32): error CONTENT2006",
        "content/pages/city/n20240319.md(5,97,5,111): error CONTENT2001",
    ];

    private static string Place(string line) => line[..line.IndexOf(": ", line.IndexOf("CONTENT", StringComparison.Ordinal), StringComparison.Ordinal)];
}
