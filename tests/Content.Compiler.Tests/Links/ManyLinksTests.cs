using Content.Compiler.Articles;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Links;

/// <summary>Counts at which looking at every name for every link would take hours.</summary>
public sealed class ManyLinksTests
{
    [Fact]
    public void Tens_of_thousands_of_broken_links_in_a_large_site_get_their_verdicts()
    {
        var project = new LinkProject();
        for (var article = 0; article < 10_000; article++)
        {
            var links = Enumerable.Range(0, 3).Select(number => MakeLink(number == 0 ? $"how-to-do-{(article * 7 + 1) % 10_000:D5}x.md" : $"#headin{number}"));
            project.Article($"docs/how-to-do-{article:D5}.md", [.. links], "heading1", "heading-two");
        }

        var site = project.Link();
        Assert.Equal(30_000, site.Diagnostics.Length);
        Assert.InRange(site.Diagnostics.Count(diagnostic => diagnostic.Message.Contains("Did you mean", StringComparison.Ordinal)), 29_900, 30_000);
    }

    [Fact]
    public void A_hundred_thousand_wrong_anchors_among_as_many_right_ones_get_their_verdicts()
    {
        var anchors = Enumerable.Range(0, 100_000).Select(number => $"part-{number:D6}").ToArray();
        var project = new LinkProject().Article("a.md", [.. anchors.Select(anchor => MakeLink("#" + anchor + "x"))], anchors);
        Assert.Equal(100_000, project.Link().Diagnostics.Length);
    }

    private static Link MakeLink(string destination) => new(destination, new TextRange(1, 1, 1, 1 + destination.Length), LinkRole.Hyperlink);
}
