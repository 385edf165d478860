using static Content.Fuzzing.Hostile.HostileText;

namespace Content.Fuzzing.Hostile;

/// <summary>Lines, paragraphs, headings, lists, quotes, code and HTML without end, and the blocks of extensions.</summary>
internal static class HostileBlocks
{
    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, Func<int, string> Make)> Texts()
    {
        // Lines, paragraphs, blocks.
        yield return ("one line", Repeated("word "));
        yield return ("one word", Repeated("a"));
        yield return ("lines of a paragraph", Repeated("word\n"));
        yield return ("hard line breaks", Repeated("a  \n"));
        yield return ("hard line breaks by backslash", Repeated("a\\\n"));
        yield return ("backslashes", Repeated("\\"));
        yield return ("spaces", Repeated(" ", "a", "b"));
        yield return ("trailing spaces", Repeated("a" + new string(' ', 200) + "\n"));
        yield return ("tabs", Repeated("\t"));
        yield return ("empty lines", Repeated("\n"));
        yield return ("lines of spaces", Repeated("    \n"));
        yield return ("headings", Numbered(number => $"# a{number}\n"));
        yield return ("headings of one name", Repeated("# a\n"));
        yield return ("headings of names that collide", Numbered(number => $"# a\n# a-{number}\n"));
        yield return ("headings falling", Numbered(number => $"# a-{1_000_000 - number}\n# a\n"));
        yield return ("empty headings", Repeated("#\n"));
        yield return ("a heading of #", Repeated("#"));
        yield return ("a heading closed by # #", Repeated(" #", "# a"));
        yield return ("setext headings", Repeated("a\n=\n"));
        yield return ("setext heading of many lines", Repeated("a\n", after: "==="));
        yield return ("thematic breaks", Repeated("---\n"));
        yield return ("nearly thematic breaks", Repeated("- - - - - - - - - - - - x\n"));
        yield return ("nearly a thematic break", Repeated("*", after: "x"));
        yield return ("nearly a thematic break with spaces", Repeated("* ", after: "x"));
        yield return ("nearly a thematic break of _", Repeated("_ ", after: "x"));
        yield return ("list items", Repeated("- a\n"));
        yield return ("list items apart", Repeated("- a\n\n"));
        yield return ("list items of two kinds", Repeated("- a\n* a\n"));
        yield return ("ordered list items", Numbered(number => $"{number}. a\n"));
        yield return ("lettered list items", Repeated("a. a\n"));
        yield return ("roman list items", Repeated("iv. a\n"));
        yield return ("a long roman number", Repeated("i", after: ". a"));
        yield return ("roman numbers", Repeated("iiiiiiiii. a\nxxxxxxxxx. a\n"));
        yield return ("empty list items", Repeated("-\n"));
        yield return ("list items of one column more", size => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(2.0 * size)).Select(depth => new string(' ', depth) + "- a\n")));
        yield return ("a list item of many paragraphs", Repeated("  a\n\n", "- a\n\n"));
        yield return ("quotes", Repeated("> a\n"));
        yield return ("quotes and lazy lines", Repeated("> a\na\n"));
        yield return ("lazy lines of a nested quote", Repeated("a\n", new string('>', 100) + "a\n"));
        yield return ("lines of a nested quote", Repeated(new string('>', 100) + "a\n"));
        yield return ("quotes and lists", Repeated("> - ", after: "x"));
        yield return ("code fences", Repeated("```\na\n```\n"));
        yield return ("code fence never closed", Repeated("a\n", "```\n"));
        yield return ("code fences of growing length", size => string.Concat(Enumerable.Range(3, (int)Math.Sqrt(2.0 * size)).Select(length => new string('`', length) + "\n")));
        yield return ("code fences of ~", Repeated("~~~ a\n"));
        yield return ("info strings", Repeated("``` a b {.c #d}\n```\n"));
        yield return ("indented code", Repeated("    a\n"));
        yield return ("indented code with empty lines", Repeated("    a\n\n\n"));
        yield return ("HTML block never closed", Repeated("a\n", "<div>\n"));
        yield return ("HTML script never closed", Repeated("a\n", "<script>\n"));
        yield return ("HTML blocks <!--", Repeated("<!-- a\n"));
        yield return ("HTML blocks <?", Repeated("<? a\n"));
        yield return ("HTML blocks <!A", Repeated("<!A\n"));
        yield return ("HTML blocks <![CDATA[", Repeated("<![CDATA[\n"));
        yield return ("HTML blocks <pre>", Repeated("<pre>\n\n"));
        yield return ("HTML blocks <div>", Repeated("<div>\n\n"));
        yield return ("HTML blocks <div> in text", Repeated("<div>\n\na\n\n"));
        yield return ("HTML blocks of type 7", Repeated("<x-y>\n\n"));
        yield return ("HTML blocks of type 7, nearly", Repeated("<x-y \n\n"));
        yield return ("a long tag line", Repeated(" a=b", "<x"));
        yield return ("inline tags", Repeated("<b>"));
        yield return ("inline tags in text", Repeated("a <b>"));
        yield return ("inline end tags", Repeated("a </b>"));
        yield return ("inline comments", Repeated("a <!-- b -->"));
        yield return ("inline links never closed", Repeated("a <a href=x.md>"));
        yield return ("inline misnested", Repeated("a <b><i></b>"));

        // Footnotes, abbreviations, figures, containers, definition lists.
        yield return ("footnote marks", Repeated("[^1]"));
        yield return ("footnote marks that lead somewhere", Repeated("[^1] ", "[^1]: a\n\n"));
        yield return ("footnote definitions", Numbered(number => $"[^{number}]: a\n"));
        yield return ("footnote definitions apart", Numbered(number => $"[^{number}]: a\n\n"));
        yield return ("footnote definitions of one name", Repeated("[^1]: a\n"));
        yield return ("footnotes and uses", Numbered(number => $"[^{number}]: a\n\na[^{number}]\n\n"));
        yield return ("footnotes that lead to each other", Numbered(number => $"[^{number}]: a[^{number + 1}]\n\n", after: "[^0]"));
        yield return ("footnotes that are many paragraphs", Repeated("    a\n\n", "a[^1]\n\n[^1]: a\n\n"));
        yield return ("open footnotes", Repeated("[^"));
        yield return ("footnotes in footnotes", Repeated("[^1]: ", after: "a"));
        yield return ("abbreviations", Numbered(number => $"*[A{number}]: a\n"));
        yield return ("abbreviations of one name", Repeated("*[A]: a\n"));
        yield return ("abbreviations and uses", Halves(Numbered(number => $"*[A{number}]: a\n"), Numbered(number => $"A{number} ", "\n")));
        yield return ("abbreviation and uses", Repeated("HTML ", "*[HTML]: a\n\n"));
        yield return ("abbreviation and uses on lines", Repeated("HTML\n", "*[HTML]: a\n\n"));
        yield return ("abbreviations that begin alike", Halves(size => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2.0 * size)).Select(length => $"*[{new string('A', length)}]: a\n")), Repeated("A")));
        yield return ("abbreviations that begin alike, many words", Halves(size => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2.0 * size)).Select(length => $"*[{new string('A', length)}]: a\n")), Repeated("A ", "\n")));
        yield return ("abbreviation, nearly", Repeated("HTMLx ", "*[HTML]: a\n\n"));
        yield return ("figures", Repeated("^^^\na\n^^^ b\n"));
        yield return ("figure never closed", Repeated("a\n", "^^^\n"));
        yield return ("figures never closed", Repeated("^^^\n"));
        yield return ("figures of growing length", size => string.Concat(Enumerable.Range(3, (int)Math.Sqrt(2.0 * size)).Select(length => new string('^', length) + "\n")));
        yield return ("footers", Repeated("^^ a\n"));
        yield return ("footers in footers", Repeated("^^ ", after: "a"));
        yield return ("containers", Repeated(":::\na\n:::\n"));
        yield return ("containers of a kind", Repeated("::: note\na\n:::\n"));
        yield return ("containers never closed", Repeated("::: note\n"));
        yield return ("containers of growing length", size => string.Concat(Enumerable.Range(3, (int)Math.Sqrt(2.0 * size)).Select(length => new string(':', length) + " a\n")));
        yield return ("containers of falling length", size => string.Concat(Enumerable.Range(3, (int)Math.Sqrt(2.0 * size)).Reverse().Select(length => new string(':', length) + " a\n")));
        yield return ("inline containers", Repeated("::a::"));
        yield return ("inline containers never closed", Repeated("::a "));
        yield return ("colons", Repeated(":"));
        yield return ("definition lists", Repeated("a\n:   b\n"));
        yield return ("definition lists apart", Repeated("a\n\n:   b\n\n"));
        yield return ("definitions of one term", Repeated(":   b\n", "a\n"));
        yield return ("terms of one definition", Repeated("a\n", after: ":   b\n"));
        yield return ("definitions without term", Repeated(":   b\n"));
        yield return ("definitions in definitions", Repeated(":   ", "a\n", "b"));
        yield return ("task lists", Repeated("- [ ] a\n- [x] b\n"));
        yield return ("boxes", Repeated("[ ] [x] "));
    }
}
