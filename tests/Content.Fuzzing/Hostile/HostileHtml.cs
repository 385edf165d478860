using static Content.Fuzzing.Hostile.HostileText;

namespace Content.Fuzzing.Hostile;

/// <summary>HTML that makes parsers take long: what is never closed, closed in the wrong order, or there too often.</summary>
public static class HostileHtml
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<HostileText> All { get; } = [.. Texts().Select(static text => new HostileText(text.Name, ".html", text.Make))];

    private static IEnumerable<(string Name, Func<int, string> Make)> Texts()
    {
        foreach (var element in new[] { "div", "b", "p", "a", "a href=x.html", "li", "ul><li", "table", "table><tr><td", "tr", "select", "option", "button", "form", "template", "svg", "math", "svg><title", "x-y", "h1", "nobr", "dd", "ruby><rt", "frameset", "body", "html", "head", "applet", "svg><foreignObject" })
            yield return ($"<{element}> never closed", Repeated($"<{element}>"));
        foreach (var element in new[] { "div", "b", "p", "a", "table", "br", "x", "h1", "form", "html" })
            yield return ($"</{element}> alone", Repeated($"</{element}>"));
        foreach (var element in new[] { "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "noscript", "plaintext" })
        {
            yield return ($"<{element}> never closed, text", Repeated("a ", $"<{element}>"));
            yield return ($"<{element}> never closed, end tags", Repeated($"</{element[..^1]} ", $"<{element}>"));
            yield return ($"<{element}> in a row", Repeated($"<{element}></{element}>"));
            yield return ($"<{element}> opened again and again", Repeated($"<{element}>"));
        }

        yield return ("nested div", Nested("<div>", "</div>"));
        yield return ("nested b", Nested("<b>", "</b>"));
        yield return ("wrong order", Halves(Repeated("<b><i>"), Repeated("</b></i>")));
        yield return ("b and p", Repeated("<b><p>"));
        yield return ("a and p", Repeated("<a><p>"));
        yield return ("a, b, p", Repeated("<a href=x><b><p>"));
        yield return ("500 b and p", Repeated("<p>x", "<p>" + string.Concat(Enumerable.Range(0, 500).Select(number => $"<b id={number}>"))));
        yield return ("div never closed, p in them", Repeated("<div><p>x</div>"));
        yield return ("b i, end b", Repeated("<b><i></b>"));
        yield return ("open elements, then end tags that match none", Halves(Repeated("<div>"), Repeated("</span>")));
        yield return ("open b, then end tags that match none", Halves(Repeated("<b>"), Repeated("</i>")));
        yield return ("open x, then p", Halves(Repeated("<x>"), Repeated("<p>")));
        yield return ("open x, then end p", Halves(Repeated("<x>"), Repeated("</p>")));
        yield return ("open x, then li", Halves(Repeated("<x>"), Repeated("<li>")));
        yield return ("open div, then text and b", Halves(Repeated("<div>"), Repeated("<b>x</b>")));
        yield return ("open span, then h1", Halves(Repeated("<span>"), Repeated("<h1>")));
        yield return ("open span, then links", Halves(Repeated("<span>"), Repeated("<a href=x>y</a>")));
        yield return ("open p b, then text", Halves(Repeated("<p><b>"), Repeated("x<p>")));
        yield return ("tables and text", Repeated("<table>x<tr>y<td>"));
        yield return ("table, then text", Repeated("x<b>", "<table>"));
        yield return ("table in open elements", Halves(Repeated("<div>"), Repeated("<table><td>")));
        yield return ("comments never closed", Repeated("<!--"));
        yield return ("comments with dashes", Repeated("-", "<!--"));
        yield return ("comments", Repeated("<!-- a -->"));
        yield return ("comments with !", Repeated("--!", "<!--"));
        yield return ("<!-- <script> never closed", Repeated("<!--<script>", "<script>"));
        yield return ("<", Repeated("<"));
        yield return ("</", Repeated("</"));
        yield return ("<!", Repeated("<!"));
        yield return ("<?", Repeated("<?"));
        yield return ("<![CDATA[", Repeated("<![CDATA["));
        yield return ("<svg><![CDATA[", Repeated("<![CDATA[", "<svg>"));
        yield return ("<a", Repeated("<a"));
        yield return ("<a ", Repeated("<a "));
        yield return ("<a href", Repeated("<a href"));
        yield return ("<a href=", Repeated("<a href="));
        yield return ("<a href=\"", Repeated("<a href=\""));
        yield return ("<a href='\"", Repeated("<a href='\"", after: "'>"));
        yield return ("attributes without end", Repeated(" a=b", "<a"));
        yield return ("attributes of many names", Numbered(number => $" a{number}=b", "<a", ">x</a>"));
        yield return ("attributes of one name", Repeated(" href=b", "<a", ">x</a>"));
        yield return ("equals signs", Repeated("=", "<a "));
        yield return ("slashes", Repeated("/", "<a "));
        yield return ("a long attribute", Repeated("a", "<a href='", "'>x</a>"));
        yield return ("a long name", Repeated("a", "<", ">"));
        yield return ("a long attribute name", Repeated("a", "<a ", ">"));
        yield return ("one id", Repeated("<p id=a>x</p>"));
        yield return ("ids", Numbered(number => $"<p id=a{number}>x</p>"));
        yield return ("ids and links to them", Numbered(number => $"<p id=a{number}><a href=#a{number}>x</a></p>"));
        yield return ("ids and links to none", Numbered(number => $"<p id=a{number}><a href=#b{number}>x</a></p>"));
        yield return ("links to files", Numbered(number => $"<a href=b{number}.html>x</a>"));
        yield return ("links of long destinations", Numbered(number => $"<a href='{new string('b', 1000)}{number}.html'>x</a>"));
        yield return ("links of many folders", Numbered(number => $"<a href='{string.Concat(Enumerable.Repeat("b/", 500))}{number}.html'>x</a>"));
        yield return ("a href in a row", Repeated("<a href=x.html>"));
        yield return ("headings", Repeated("<h2>Same</h2>"));
        yield return ("headings, all different", Numbered(number => $"<h2>a{number}</h2>"));
        yield return ("headings never closed", Repeated("<h2>a"));
        yield return ("a heading of many elements", Repeated("<b>a</b>", "<h2>", "</h2>"));
        yield return ("character references", Repeated("&amp;"));
        yield return ("&", Repeated("&"));
        yield return ("&#", Repeated("&#"));
        yield return ("&#x", Repeated("&#x"));
        yield return ("&a", Repeated("&a"));
        yield return ("&no", Repeated("&notin"));
        yield return ("& digits", Repeated("1", "&#"));
        yield return ("& letters", Repeated("a", "&"));
        yield return ("character references in an attribute", Repeated("&amp;", "<a href='", "'>x</a>"));
        yield return ("& in an attribute", Repeated("&", "<a href='", "'>x</a>"));
        yield return ("bases", Repeated("<base href='//'>"));
        yield return ("metas", Numbered(number => $"<meta name=k{number} content=v>"));
        yield return ("metas of one name", Repeated("<meta name=k content=v>"));
        yield return ("titles", Repeated("<title>a</title>"));
        yield return ("a title never closed", Repeated("a ", "<title>"));
        yield return ("link elements", Repeated("<link href=x.css>"));
        yield return ("srcset of commas", Repeated(",", "<img srcset='", "'>"));
        yield return ("srcset of candidates", Repeated("a.png 1x, ", "<img srcset='", "'>"));
        yield return ("srcset of brackets", Repeated("((,", "<img srcset='a (", "'>"));
        yield return ("srcsets", Repeated("<img srcset='a, b, c'>"));
        yield return ("data and poster", Repeated("<video poster=a.png src=b.mp4></video>"));
        yield return ("suppressions", Repeated("<!-- content-ignore CONTENT2001 x -->\n"));
        yield return ("suppressions of broken links", Repeated("<!-- content-ignore CONTENT2001 x -->\n<a href=b.html>x</a>\n"));
        yield return ("NUL", Repeated("<a\0 href='\0'>\0"));
        yield return ("words", Repeated("a "));
        yield return ("white space", Repeated(" ", "<p>"));
        yield return ("pre", Repeated("<pre>a"));
        yield return ("doctypes", Repeated("<!doctype html>"));
        yield return ("body attributes", Numbered(number => $"<body a{number}=b>"));
    }
}
