using static Content.Fuzzing.Hostile.HostileText;

namespace Content.Fuzzing.Hostile;

/// <summary>Text in which brackets, emphasis and definitions take long: the cases of CommonMark's own tests, and the like of them.</summary>
internal static class HostileInlines
{
    /// <summary>All of them.</summary>
    public static IEnumerable<(string Name, Func<int, string> Make)> Texts()
    {
        // CommonMark's own, of cmark's pathological_tests.py.
        yield return ("nested strong emphasis", Nested("*a **a ", " a** a*", "b"));
        yield return ("emphasis closers", Repeated("a_ "));
        yield return ("emphasis openers", Repeated("_a "));
        yield return ("emphasis openers **", Repeated("**a "));
        yield return ("link closers", Repeated("a]"));
        yield return ("link openers", Repeated("[a"));
        yield return ("mismatched emphasis", Repeated("*a_ "));
        yield return ("issue 389", Halves(Repeated("*a "), Repeated("_a*_ ")));
        yield return ("multiples of 3", Repeated("c* ", "a**b"));
        yield return ("link openers and emphasis closers", Repeated("[ a_"));
        yield return ("[ (](", Repeated("[ (]("));
        yield return ("![[]()", Repeated("![[]()"));
        yield return ("nested brackets", Nested("[", "]", "a"));
        yield return ("nested brackets with link", Nested("[", "](x)", "a"));
        yield return ("nested images", Nested("![", "](x)", "a"));
        yield return ("nested references", Nested("[", "][x]", "a"));
        yield return ("nested quotes", Repeated("> ", after: "a"));
        yield return ("nested quotes, tight", Repeated(">", after: "a"));
        yield return ("nested lists", size => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(size)).Select(depth => new string(' ', 2 * depth) + "* a\n")));
        yield return ("nested lists on a line", Repeated("- ", after: "x"));
        yield return ("nested ordered lists on a line", Repeated("1. ", after: "x"));
        yield return ("backticks of growing length", size => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2.0 * size)).Select(length => "e" + new string('`', length))));
        yield return ("backticks of falling length", size => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2.0 * size)).Reverse().Select(length => "e" + new string('`', length))));
        yield return ("backticks", Repeated("`"));
        yield return ("backtick pairs never closed", Halves(Repeated("`` a "), Repeated("` ``` ")));
        yield return ("unclosed links with <", Repeated("[a](<b"));
        yield return ("unclosed links", Repeated("[a](b"));
        yield return ("unclosed links of short destinations", Repeated("[a](b "));
        yield return ("unclosed titles", Repeated("[a](b \"c "));
        yield return ("unclosed titles in brackets", Repeated("[a](b (c "));
        yield return ("unclosed titles on lines", Repeated("[a](b 'c\n"));
        yield return ("unclosed <!--", Repeated("<!--", "</"));
        yield return ("unclosed <!-- in text", Repeated("a <!-- "));
        yield return ("unclosed <? in text", Repeated("a <? "));
        yield return ("unclosed <!A in text", Repeated("a <!A "));
        yield return ("unclosed <![CDATA[ in text", Repeated("a <![CDATA[ "));
        yield return ("unclosed <a in text", Repeated("a <a "));
        yield return ("unclosed <a x=' in text", Repeated("a <a x='"));
        yield return ("unclosed <a x=\" in text", Repeated("a <a x=\" "));
        yield return ("unclosed attributes", Repeated(" a='1'", "a <a"));
        yield return ("<<", Repeated("<"));
        yield return ("<>", Repeated("<>"));
        yield return ("<>(", Repeated("<>("));
        yield return ("[](<>(", Repeated("[](<>("));
        yield return ("lines of nested lists", Halves(Repeated("- "), Repeated("\n")));
        yield return ("lines of 100 nested lists", Repeated("\n", new string('-', 1) + string.Concat(Enumerable.Repeat(" -", 99)) + " x"));
        yield return ("lines of nested lists in a quote", Halves(size => "> " + Repeated("- ")(size), Repeated("\n>")));
        yield return ("emphasis in nested quotes", Halves(Repeated(">"), Repeated("a*")));
        yield return ("emphasis around", Nested("*", "*", "a"));
        yield return ("emphasis of both kinds", Repeated("*_"));
        yield return ("emphasis of both kinds, nested", Nested("*a_b ", " b_a*"));

        // Definitions and references.
        yield return ("link definitions", Numbered(number => $"[a{number}]: /x\n"));
        yield return ("link definitions apart", Numbered(number => $"[a{number}]: /x\n\n"));
        yield return ("link definitions of one name", Repeated("[a]: /x\n"));
        yield return ("link definitions of one name apart", Repeated("[a]: /x\n\n"));
        yield return ("link definitions with titles", Numbered(number => $"[a{number}]: /x 'title'\n"));
        yield return ("link definitions with titles below", Numbered(number => $"[a{number}]: /x\n'title'\n"));
        yield return ("link definitions with titles never closed", Numbered(number => $"[a{number}]: /x 'title\n"));
        yield return ("link definitions in a quote", Numbered(number => $"> [a{number}]: /x\n"));
        yield return ("link definitions in a list", Numbered(number => $"- [a{number}]: /x\n"));
        yield return ("link definitions and their uses", Numbered(number => $"[a{number}]: /x\n\n[a{number}] [t][a{number}]\n\n"));
        yield return ("link definitions and a paragraph", Numbered(number => $"[a{number}]: /x\n", after: "text"));
        yield return ("half a link definition", Repeated("[a]:\n"));
        yield return ("[a]: [a]:", Repeated("[a]: "));
        yield return ("labels never closed", Repeated("[a\n"));
        yield return ("a label of many lines", Repeated("a\n", "[", "]: /x"));
        yield return ("lazy underlines", Repeated("===\n", "> a\n"));
        yield return ("references and no definition", Repeated("[a][b] [c] "));
        yield return ("references of long labels", Repeated("[" + new string('a', 900) + "] "));
        yield return ("undefined references", Numbered(number => $"[a][b{number}] "));
        yield return ("undefined short references", Numbered(number => $"[b{number}][] "));
        yield return ("undefined references on lines", Numbered(number => $"[a][b{number}]\n"));
        yield return ("references one after another", Repeated("[a]", "[a]: /x\n\n"));
        yield return ("reference in reference", Repeated("[a][", "[a]: /x\n\n"));
        yield return ("big definition used often", size => $"[a]: /{new string('x', Math.Min(size / 2, 2000))}\n\n{Repeated("[a]\n")(size / 2)}");

        yield return ("huge definition used often", size => $"[a]: /{new string('x', size / 2)}\n\n{Repeated("[a]\n")(size / 2)}");
        yield return ("huge definition with entities used often", size => $"[a]: /{Repeated("&amp;")(size / 2)}\n\n{Repeated("[a]\n")(size / 2)}");
        yield return ("huge abbreviation used often", size => $"*[AB]: {new string('x', size / 2)}\n\n{Repeated("AB ")(size / 2)}");
        yield return ("one address after an open mark", size => "*a " + Repeated("http://a.b ")(size));

        // Emphasis extras.
        foreach (var mark in new[] { "~", "~~", "^", "==", "++", "\"\"" })
        {
            yield return ("openers " + mark, Repeated(mark + "a "));
            yield return ("closers " + mark, Repeated("a" + mark + " "));
            yield return ("both " + mark, Repeated("a" + mark));
            yield return ("only " + mark, Repeated(mark));
        }

        yield return ("all emphasis marks", Repeated("*a_b~c^d=="));
        yield return ("all emphasis marks, opening", Repeated("*a **b _c __d ~e ~~f ^g ==h ++i "));
        yield return ("all emphasis marks, closing", Repeated("a* b** c_ d__ e~ f~~ g^ h== i++ "));
        yield return ("emphasis of growing length", size => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(2.0 * size)).Select(length => "a " + new string('*', length))));
        yield return ("emphasis of one mark", Repeated("*"));
        yield return ("a long run in brackets", Halves(Repeated("["), Repeated("*a")));
    }
}
