using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Content.Compiler.Articles;
using Content.Compiler.Articles.Extraction;
using Content.Compiler.Articles.Html;
using CsCheck;

namespace Content.Compiler.Tests.Articles.Html;

/// <summary>What holds of every HTML article, held against a parser that follows the standard.</summary>
public sealed class HtmlPropertyTests
{
    private static readonly string[] linkAttributes = ["href", "src", "cite", "poster", "data"];

    [Fact]
    public void Nothing_throws_and_every_place_is_inside_the_text() => MarkupSoup.Anything.Array[0, 25].Select(string.Concat).Sample(
        text =>
        {
            var content = Reading.HtmlArticle(text).Content;
            var lines = text.Replace("\r\n", "\n", StringComparison.Ordinal).Split('\n', '\r');
            var ranges = content.Links.Select(link => link.Range).Concat(content.Diagnostics.Select(diagnostic => diagnostic.Range)).Concat(content.Suppressions.Select(suppression => suppression.Range));
            Assert.All(ranges, range =>
            {
                Assert.InRange(range.StartLine, 1, lines.Length);
                Assert.InRange(range.EndLine, range.StartLine, lines.Length);
                Assert.InRange(range.StartColumn, 1, lines[range.StartLine - 1].Length + 1);
                Assert.InRange(range.EndColumn, 1, lines[range.EndLine - 1].Length + 1);
            });
        },
        iter: 10_000);

    [Fact]
    public void A_slot_holds_the_destination_as_it_is_written() => MarkupSoup.Anything.Array[0, 25].Select(string.Concat).Sample(
        text =>
        {
            var content = Reading.HtmlArticle(text).Content;
            var end = 0;
            foreach (var slot in content.Body.Slots)
            {
                Assert.InRange(slot.Offset, end, content.Body.Utf8.Length);
                end = slot.Offset + slot.Length;
                Assert.InRange(end, slot.Offset, content.Body.Utf8.Length);
                var written = Encoding.UTF8.GetString(content.Body.Utf8.Span.Slice(slot.Offset, slot.Length));
                Assert.Equal(content.Links[slot.Link].Destination, AttributeText.Decode(written, new(0, written.Length)).Text);
            }
        },
        iter: 10_000);

    [Fact]
    public void Links_and_ids_are_those_that_a_parser_finds() => MarkupSoup.WellFormed.Sample(
        text =>
        {
            var article = Reading.HtmlArticle(text).Content;
            var body = new HtmlParser().ParseDocument(text).Body!;

            // An attribute can stand in either order within a tag, so links are compared as a bag.
            var links = body.QuerySelectorAll("*").Where(element => element.Closest("code, pre, template") is null)
                .SelectMany(element => linkAttributes.Select(element.GetAttribute)).OfType<string>().Select(url => url.Trim());
            var ids = body.QuerySelectorAll("*").SelectMany(element => new[] { element.Id, element.LocalName == "a" ? element.GetAttribute("name") : null })
                .Where(id => !string.IsNullOrEmpty(id)).Distinct();
            Assert.Equal(links.Order(StringComparer.Ordinal), article.Links.Select(link => link.Destination).Order(StringComparer.Ordinal));
            Assert.Empty(ids.Except(article.Anchors));
            Assert.Empty(article.Anchors.Except(ids).Except(article.Headings.Select(heading => heading.Id)));
        },
        iter: 5_000);

    [Fact]
    public void What_is_well_formed_is_not_complained_of() => MarkupSoup.WellFormed.Where(text => !text.Contains("<a", StringComparison.Ordinal)).Sample(
        text => Assert.DoesNotContain(Reading.HtmlArticle(text).Content.Diagnostics, diagnostic => diagnostic.Code == "CONTENT3004"),
        iter: 5_000);

    /// <summary>Where nothing is reported, the elements are nested as they are by a parser that follows the standard.</summary>
    [Fact]
    public void Structure_that_is_not_complained_of_is_that_of_a_parser() => MarkupSoup.Structure.Array[1, 9].Select(string.Concat).Sample(
        text =>
        {
            if (Reading.HtmlArticle(text).Content.Diagnostics.Any(diagnostic => diagnostic.Code == "CONTENT3004"))
                return;
            Assert.Equal(Outline("<!doctype html>" + text), Outline(Normalize(text)));
        },
        iter: 10_000);

    private static string Normalize(string text)
    {
        var index = new ElementIndex();
        index.Clear();
        new MarkupScan(new ArticleFacts(), new SourceMap()) { Watch = index }.Run(text.AsMemory());
        return index.Markup;
    }

    private static string Outline(string html)
    {
        var outline = new StringBuilder();
        Append(new HtmlParser().ParseDocument(html).Body!, 0);
        return outline.ToString();

        void Append(IElement element, int depth)
        {
            outline.Append(' ', depth).Append(element.LocalName).Append('\n');
            foreach (var child in element.Children)
                Append(child, depth + 1);
        }
    }
}
