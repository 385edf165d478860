using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Schema;

namespace Content.Compiler.Tests.Articles.Html;

/// <summary>
/// HTML that is made to take long: each of these once took, or could take, time or memory that grows with the square of its length.
/// The memory allowed is several times what they take, and far below what a square would; a square of time is seen as a hang.
/// </summary>
public sealed class HostileHtmlTests
{
    private const int Many = 100_000;
    private const int MostBytesPerCharacter = 2_000;

    private static readonly Dictionary<string, Func<string>> texts = new()
    {
        ["a line of 5 MB"] = () => "<p>" + Repeat("word ", 1_000_000),
        ["a million links"] = () => Repeat("<a href=a.html>x</a>", 1_000_000),
        ["never closed"] = () => Repeat("<div><b>", Many),
        ["closed in the wrong order"] = () => Repeat("<b><i>", Many) + Repeat("</b></i>", Many),
        ["end tags alone"] = () => Repeat("</div></p>", Many),
        ["formatting in every paragraph"] = () => "<p>" + Each(500, number => $"<b id={number}>") + Repeat("<p>x", Many),
        ["links in links"] = () => Repeat("<a href=a.html>", Many),
        ["tables in tables"] = () => Repeat("<table>x<tr><td>", Many),
        ["only <"] = () => Repeat("<", 1_000_000),
        ["only <!--"] = () => Repeat("<!--", 1_000_000),
        ["attributes never closed"] = () => Repeat("<a href=\"", Many),
        ["scripts in comments in scripts"] = () => "<script>" + Repeat("<!--<script>", Many),
        ["titles in SVG"] = () => Repeat("<svg><title>", Many),
        ["srcset of commas"] = () => "<img srcset=\"" + Repeat(",", 1_000_000) + "\">",
        ["srcset of brackets"] = () => "<img srcset=\"a (" + Repeat("((,", Many) + "\">",
        ["every character an id"] = () => Each(0xD7FF, number => $"<p id=\"{(char)(number + 1)}\">"),
        ["one id"] = () => Repeat("<p id=x>", Many),
        ["one heading"] = () => Repeat("<h2>Same</h2>", Many),
        ["half a surrogate"] = () => Repeat("<a href=\"#&#xD83D;\" id=\"&#xD83D;\">x</a>", Many),
        ["a URL of 400 kB"] = () => "<a href=\"" + Repeat("abc/", Many) + "x.html\">x</a>",
        ["a way up of 300 kB"] = () => "<a href=\"" + Repeat("../", Many) + "x.html\">x</a>",
        ["bases that are none"] = () => Repeat("<base href=\"//\">", Many) + "<a href=x.html>x</a>",
        ["hidden javascript"] = () => Repeat("<a href=\"&#106;ava&#10;script&colon;alert(1)\">x</a>", Many),
        ["NUL everywhere"] = () => Repeat("<a\0 href=\"\0\" id=\"\0\">\0</a>", Many),
        ["metas"] = () => Each(Many, number => $"<meta name=k{number} content=v>"),
        ["ampersands"] = () => "<a href=\"" + Repeat("&", 1_000_000) + "\">x</a>" + Repeat("&#x0", Many),
        ["attributes in one tag"] = () => "<a " + Each(Many, number => $"a{number}=1 ") + "href=x.html>x</a>",
        ["comments that suppress"] = () => Repeat("<!-- content-ignore CONTENT2001 x -->\n", Many),
    };

    public static TheoryData<string> Names => [.. texts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_takes_bounded_memory(string name)
    {
        var text = texts[name]();

        var (read, allocated) = Allocation.Of(() => Reading.HtmlArticle(text));
        var content = read.Content;

        Assert.InRange(allocated / text.Length, 0, MostBytesPerCharacter);
        Assert.True(content.Body.Utf8.Length >= text.Length || content.Body.Utf8.Length == 0 || name is "metas" or "bases that are none");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Taking_metadata_out_takes_bounded_memory(string name)
    {
        var collection = Reading.Configuration.Collections[0] with
        {
            Fields =
            [
                Field("title") with { From = new FieldExtraction("h1", "h1", null) },
                Field("link") with { From = new FieldExtraction("p a@href", "p a", "href") },
                Field("second") with { From = new FieldExtraction("p + p", "p + p", null), Match = new(@"\d{4}", System.Text.RegularExpressions.RegexOptions.NonBacktracking) },
            ],
        };
        var reader = new HtmlArticleReader(Reading.Configuration with { Collections = [collection] });
        var text = texts[name]();

        var (read, allocated) = Allocation.Of(() => reader.Read(Reading.Source(text), 0, collection));

        Assert.InRange(allocated / text.Length, 0, MostBytesPerCharacter);
        Assert.True(read.Text.IsGivenUp == read.Content.Diagnostics.Any(diagnostic => diagnostic.Code == "CONTENT1011"));
    }

    private static FieldDefinition Field(string key) =>
        new() { Key = key, PropertyName = key, Type = new ScalarFieldType(ScalarKind.String), IsOptional = true };

    private static string Repeat(string text, int count) => new StringBuilder(text.Length * count).Insert(0, text, count).ToString();

    private static string Each(int count, Func<int, string> make)
    {
        var text = new StringBuilder();
        for (var number = 0; number < count; number++)
            text.Append(make(number));
        return text.ToString();
    }
}
