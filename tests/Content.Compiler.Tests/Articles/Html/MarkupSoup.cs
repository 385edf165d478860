using CsCheck;

namespace Content.Compiler.Tests.Articles.Html;

/// <summary>HTML that nobody would write, and some that somebody would.</summary>
internal static class MarkupSoup
{
    private static readonly string[] tags =
    [
        "p", "div", "b", "i", "em", "a", "span", "ul", "li", "dl", "dt", "dd", "table", "tr", "td", "tbody", "h2", "h3", "blockquote", "pre", "code",
        "section", "ok", "select", "option", "button", "caption", "thead", "th",
    ];

    private static readonly string[] oddities =
    [
        "<", ">", "<!", "<!--", "-->", "<!-- x -->", "</", "<a ", "<a href=", "\"", "'", "=", "/>", "&", "&amp;", "&#x", "&#0;", "&#xD83D;", "&nbsp", "\0", "\ud83d\ude00",
        "<script>", "</script>", "<style>", "</style>", "<title>", "</title>", "<textarea>", "</textarea>", "<template>", "</template>", "<svg>", "</svg>",
        "<![CDATA[", "]]>", "<body>", "</body>", "<html lang=x>", "<head>", "</head>", "<base href=sub/>", "<base href='//'>", "<meta name=date content=x>", "<plaintext>",
        " href=\"a.html#b\"", "<a href='x y'>", "<img src=a.png srcset='a.png 1x,b.png,,c 2w'>", "<h1 id=>", "<p id=\"&lt;\">", "<a name=n>", "<!-- content-ignore CONTENT2001 -->", "\r\n", "\t",
    ];

    private static Gen<string> Attributes { get; } = Gen.Select(
        Pick("href", "src", "cite", "poster", "data", "id", "title", "ID", "Href", "name"),
        Pick("a.html", "x y", "&amp;&lt;", "a&copy=1", "&#233;", "?a=1&b=2", "#f", " padded ", "ü"),
        Pick("\"", "'", " ")).Select(attribute => attribute).Array[0, 3].Select(attributes => string.Concat(attributes.Select(Write)));

    private static Gen<string> Leaf { get; } = Gen.OneOf(
        Pick("text", " ", "&lt;a href=\"no\"&gt;", "<!-- <a href=no id=no> -->", "<br>", "<script>'<a href=no id=no>'</script>"),
        Gen.Select(Pick("a", "q", "video", "object", "img", "embed", "h2"), Attributes).Select((name, attributes) =>
            name is "img" or "embed" ? $"<{name}{attributes}>" : $"<{name}{attributes}>x</{name}>"));

    /// <summary>A tag, its end, or text; no attributes.</summary>
    public static Gen<string> Structure { get; } = Gen.OneOf(
        Pick(tags).Select(name => $"<{name}>"),
        Pick(tags).Select(name => $"</{name}>"),
        Pick("x", " ", "<br>", "<hr>", "<img>", "<!-- c -->", "y"));

    /// <summary>Anything.</summary>
    public static Gen<string> Anything { get; } = Gen.Frequency((3, Structure), (3, Pick(oddities)), (1, Gen.String[Gen.Char, 0, 3]));

    /// <summary>Elements that are closed as they were opened, with links and ids.</summary>
    public static Gen<string> WellFormed { get; } = Gen.Recursive<string>((depth, inner) => depth > 4
        ? Leaf
        : Gen.Frequency((2, Leaf), (3, Gen.Select(Pick("div", "span", "b", "ok", "section", "ul", "em", "x-y"), Attributes, inner.Array[0, 4])
            .Select((name, attributes, children) => $"<{name}{attributes}>{string.Concat(children)}</{name}>"))));

    private static string Write((string Name, string Value, string Quote) attribute) => attribute.Quote == " "
        ? $" {attribute.Name}={attribute.Value.Trim().Replace(" ", "", StringComparison.Ordinal)}"
        : $" {attribute.Name}={attribute.Quote}{attribute.Value}{attribute.Quote}";

    private static Gen<string> Pick(params string[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
