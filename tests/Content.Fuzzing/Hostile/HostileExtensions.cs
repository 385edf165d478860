using static Content.Fuzzing.Hostile.HostileText;

namespace Content.Fuzzing.Hostile;

/// <summary>Tables, attributes, math, addresses, entities and links without end.</summary>
internal static class HostileExtensions
{
    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, Func<int, string> Make)> Texts()
    {
        // Tables.
        yield return ("pipes on one line", Repeated("|"));
        yield return ("pipes with text", Repeated("a|"));
        yield return ("pipes with spaces", Repeated("| "));
        yield return ("pipes on lines", Repeated("a|b\n"));
        yield return ("a table of many rows", Repeated("a|b\n", "a|b\n-|-\n"));
        yield return ("a table of many columns", size => $"{Repeated("a|")(size / 4)}\n{Repeated("-|")(size / 4)}\n{Repeated("a|")(size / 4)}\n{Repeated("a|")(size / 4)}\n");
        yield return ("a table of columns and short rows", size => $"{Repeated("a|")((int)Math.Sqrt(size) * 8)}\n{Repeated("-|")((int)Math.Sqrt(size) * 8)}\n{Repeated("|\n")(size)}");
        yield return ("a table as wide as long", size => $"{Repeated("a|")(size / 3)}\n{Repeated("-|")(size / 3)}\n{Repeated("a|\n")(size / 3)}");
        yield return ("a table, nearly", Repeated("a|b\n", "a|b\n-|x\n"));
        yield return ("tables", Repeated("a|b\n-|-\n\n"));
        yield return ("table delimiters", Repeated("-|"));
        yield return ("table delimiter lines", Repeated("-|-\n"));
        yield return ("pipes in emphasis", Repeated("*a|b* "));
        yield return ("pipes in open emphasis", Repeated("*a|b "));
        yield return ("pipes in open emphasis on lines", Repeated("*a|b\n"));
        yield return ("pipes in open brackets", Repeated("[a|b "));
        yield return ("pipes in open brackets on lines", Repeated("[a|b\n"));
        yield return ("a table with open brackets", Repeated("[a|b\n", "a|b\n-|-\n"));
        yield return ("a table with open emphasis", Repeated("*a|b\n", "a|b\n-|-\n"));
        yield return ("pipes in links", Repeated("[a|b](c) "));
        yield return ("a table with code", Repeated("`a|b` | b\n", "a|b\n-|-\n"));
        yield return ("a table with open code", Repeated("`a | b\n", "a|b\n-|-\n"));
        yield return ("grid table lines", Repeated("+---+---+\n"));
        yield return ("grid table", Repeated("| a | b |\n+---+---+\n", "+---+---+\n"));
        yield return ("grid table of long rows", Repeated("| a | b |\n", "+---+---+\n"));
        yield return ("grid table of many columns", size => $"{Repeated("+--")(size / 3)}+\n{Repeated("|a ")(size / 3)}|\n{Repeated("+--")(size / 3)}+\n");
        yield return ("grid table of = lines", Repeated("+===+\n"));
        yield return ("grid table of ragged rows", Repeated("| a\n", "+---+---+\n"));
        yield return ("grid table as wide as long", size => $"{Repeated("+-")((int)Math.Sqrt(size))}+\n{Repeated(Repeated("|a")((int)Math.Sqrt(size)) + "|\n")(size)}");
        yield return ("pluses", Repeated("+"));

        // Attributes, math, autolinks, entities, the rest.
        yield return ("open braces", Repeated("{"));
        yield return ("open attributes", Repeated("{#"));
        yield return ("open attributes in text", Repeated("a {.b "));
        yield return ("attributes", Repeated("a {.b} "));
        yield return ("attributes of emphasis", Repeated("*a*{.b} "));
        yield return ("attributes on lines", Repeated("{.a}\n"));
        yield return ("attributes before paragraphs", Repeated("{.a}\na\n\n"));
        yield return ("one attribute list", Repeated(" .a", "# a {", "}"));
        yield return ("one attribute list of names", Numbered(number => $" a{number}=b", "# a {", "}"));
        yield return ("attribute value never closed", Repeated("{a=\"b "));
        yield return ("headings with ids", Repeated("# a {#b}\n"));
        yield return ("headings with open attributes", Repeated("# a {#b\n"));
        yield return ("a heading of open attributes", Repeated("{#b ", "# a "));
        yield return ("attributes with newlines", Repeated("a{\n"));
        yield return ("attributes after links", Repeated("[a](b){.c}"));
        yield return ("attributes of fences", Repeated("```{.c #d}\n```\n"));
        yield return ("dollars", Repeated("$"));
        yield return ("math", Repeated("$a$ "));
        yield return ("math never closed", Repeated("$a "));
        yield return ("math, twice, never closed", Repeated("$$a "));
        yield return ("math on lines never closed", Repeated("$a\n"));
        yield return ("math blocks", Repeated("$$\na\n$$\n"));
        yield return ("math blocks never closed", Repeated("$$\na\n"));
        yield return ("dollars of growing length", size => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2.0 * size)).Select(length => "a " + new string('$', length))));
        yield return ("autolinks", Repeated("http://a.b "));
        yield return ("autolinks in one", Repeated("http://a.b/"));
        yield return ("autolinks www", Repeated("www.a.b "));
        yield return ("autolinks www in one", Repeated("www.a"));
        yield return ("autolinks of colons", Repeated("http:"));
        yield return ("autolinks of slashes", Repeated("http://"));
        yield return ("autolinks of mail", Repeated("mailto:a@b.c "));
        yield return ("autolinks of mail in one", Repeated("mailto:"));
        yield return ("autolinks of tel", Repeated("tel:1"));
        yield return ("autolinks of ftp", Repeated("ftp://a"));
        yield return ("autolinks with brackets", Repeated("(", "http://a.b/"));
        yield return ("autolinks with closing brackets", Repeated(")", "http://a.b/"));
        yield return ("autolinks with brackets, repeated", Repeated("http://a.b/((( "));
        yield return ("autolinks with ending marks", Repeated(".", "http://a.b/"));
        yield return ("autolinks with entities", Repeated("&amp;", "http://a.b/"));
        yield return ("autolinks in links", Repeated("[http://a.b "));
        yield return ("autolinks with domain of dots", Repeated("a.", "http://"));
        yield return ("autolinks with domain of hyphens", Repeated("-", "http://a"));
        yield return ("autolinks with domain of _", Repeated("_", "http://a.b"));
        yield return ("autolinks on lines", Repeated("http://a.b\n"));
        yield return ("autolinks in a table", Repeated("| http://a.b | c |\n", "a|b\n-|-\n"));
        yield return ("unclosed titles in brackets, one closed", Repeated("[a](b (c ", after: ")"));
        yield return ("unclosed <?, one closed", Repeated("a <? ", after: "?>"));
        yield return ("unclosed <!A, one closed", Repeated("a <!x ", after: ">"));
        yield return ("angle autolinks", Repeated("<http://a.b>"));
        yield return ("angle autolinks never closed", Repeated("<http://a.b"));
        yield return ("angle autolinks of colons", Repeated("<a:"));
        yield return ("angle mail", Repeated("<a@b.c>"));
        yield return ("angle mail never closed", Repeated("<a@b"));
        yield return ("angle mail of dots", Repeated("a.", "<"));
        yield return ("at signs", Repeated("a@b.c "));
        yield return ("entities &", Repeated("&"));
        yield return ("entities &amp;", Repeated("&amp;"));
        yield return ("entities &#", Repeated("&#"));
        yield return ("entities &#1", Repeated("&#1"));
        yield return ("entities &a", Repeated("&a"));
        yield return ("an entity of digits", Repeated("1", "&#"));
        yield return ("an entity of letters", Repeated("a", "&", ";"));
        yield return ("entities of unknown names", Repeated("&nosuchentityatallofthislength;"));
        yield return ("characters of four bytes", Repeated("\U0001F600"));
        yield return ("combining marks", Repeated("\u0301", "# a"));
        yield return ("links", Repeated("[a](b.md) "));
        yield return ("links to different files", Numbered(number => $"[a](b{number}.md)\n"));
        yield return ("links to different anchors", Numbered(number => $"[a](#b{number})\n"));
        yield return ("headings and links to no anchor", Numbered(number => $"# a{number}\n[a](#b{number})\n"));
        yield return ("headings and links to them", Numbered(number => $"# a{number}\n[a](#a{number})\n"));
        yield return ("images", Repeated("![a](b.png) "));
        yield return ("links with spaces", Repeated("[x](./a b.md) "));
        yield return ("links with titles", Repeated("[a](b \"c\") "));
        yield return ("links of open brackets", Repeated("[a](b(c "));
        yield return ("a link of brackets", Nested("(", ")", "a"));
        yield return ("a destination of brackets", size => "[a](" + Nested("(", ")", "b")(size) + ")");
        yield return ("links with many lines of text", Repeated("a\n", "[", "](b.md)"));
        yield return ("a link text of links", Repeated("[a](b)", "[", "](b.md)"));
        yield return ("an image text of images", Repeated("![a](b)", "![", "](b.md)"));
        yield return ("suppressions", Repeated("<!-- content-ignore CONTENT2001 x -->\n"));
        yield return ("suppressions of broken links", Repeated("<!-- content-ignore CONTENT2001 x -->\n[a](b.md)\n\n"));
        yield return ("suppressions of a file", Repeated("<!-- content-ignore-file CONTENT2001 x -->\n"));
        yield return ("ids", Repeated("<p id=a></p>"));
        yield return ("ids, all different", Numbered(number => $"<p id=a{number}></p>"));
        yield return ("carriage returns", Repeated("a\r"));
        yield return ("NUL", Repeated("\0"));
        yield return ("media links", Repeated("![a](https://www.youtube.com/watch?v=1) "));
        yield return ("smart quotes", Repeated("\"a ' << >> -- ... "));
        yield return ("emoji", Repeated(":smile: "));
        yield return ("citations", Repeated("\"\"a\"\" "));
    }
}
