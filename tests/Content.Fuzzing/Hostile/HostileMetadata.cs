using static Content.Fuzzing.Hostile.HostileText;

namespace Content.Fuzzing.Hostile;

/// <summary>Metadata that makes parsers take long: deep, wide, repeated, never closed.</summary>
public static class HostileMetadata
{
    /// <summary>All of them, as data files and as front matter.</summary>
    public static IReadOnlyList<HostileText> All { get; } =
    [
        .. Yaml().Select(static text => new HostileText("YAML " + text.Name, ".yml", text.Make)),
        .. Yaml().Select(static text => new HostileText("YAML " + text.Name + ", front matter", ".md", size => $"---\n{text.Make(size)}\n---\n")),
        .. Yaml().Select(static text => new HostileText("YAML " + text.Name + ", front matter never closed", ".md", size => $"---\n{text.Make(size)}\n")),
        .. Toml().Select(static text => new HostileText("TOML " + text.Name, ".toml", text.Make)),
        .. Toml().Select(static text => new HostileText("TOML " + text.Name + ", front matter", ".md", size => $"+++\n{text.Make(size)}\n+++\n")),
        .. Toml().Select(static text => new HostileText("TOML " + text.Name + ", front matter never closed", ".md", size => $"+++\n{text.Make(size)}\n")),
        .. Json().Select(static text => new HostileText("JSON " + text.Name, ".json", text.Make)),
        .. Json().Select(static text => new HostileText("JSON " + text.Name + ", front matter", ".md", size => $"{text.Make(size)}\n\ntext")),
    ];

    private static IEnumerable<(string Name, Func<int, string> Make)> Yaml()
    {
        yield return ("keys", Numbered(number => $"a{number}: b\n"));
        yield return ("one key", Repeated("a: b\n"));
        yield return ("known keys, misspelled", Numbered(number => $"titel{number}: b\n"));
        yield return ("long keys", Numbered(number => $"{new string('a', 1000)}{number}: b\n"));
        yield return ("one long key", Repeated("a", after: ": b"));
        yield return ("one long key, quoted", Repeated("a", "\"", "\": b"));
        yield return ("complex keys", Repeated("? a\n: b\n"));
        yield return ("? ? ?", Repeated("? "));
        yield return ("one line", Repeated("a: "));
        yield return ("lists in lists", Repeated("- "));
        yield return ("flow lists", Repeated("[", "a: "));
        yield return ("flow mappings", Repeated("{a: ", "a: "));
        yield return ("flow lists, closed", size => "a: " + Nested("[", "]")(size));
        yield return ("a flow list", Repeated("a, ", "tags: [", "]"));
        yield return ("a flow list of numbers, never closed", Numbered(number => $"a{number}, ", "tags: ["));
        yield return ("a flow list on lines, never closed", Repeated("a,\n ", "tags: ["));
        yield return ("a flow mapping", Numbered(number => $"a{number}: b, ", "a: {", "}"));
        yield return ("flow keys without value", Numbered(number => $"a{number}, ", "a: {", "}"));
        yield return ("commas", Repeated(",", "tags: ["));
        yield return ("a list", Repeated("- a\n", "tags:\n"));
        yield return ("a list of mappings", Repeated("- a: b\n", "tags:\n"));
        yield return ("anchors", Numbered(number => $"a{number}: &x{number} b\n"));
        yield return ("aliases", Repeated("- *x\n", "a: &x b\ntags:\n"));
        yield return ("aliases of aliases", Numbered(number => $"a{number + 1}: &x{number + 1} [*x{number}, *x{number}, *x{number}, *x{number}, *x{number}]\n", "a0: &x0 b\n"));
        yield return ("merges", Numbered(number => $"a{number + 1}: &x{number + 1}\n  <<: [*x{number}, *x{number}]\n  k{number}: 1\n", "a0: &x0 {a: b}\n"));
        yield return ("merges of one big mapping", size => $"a: &x\n{Numbered(number => $"  k{number}: 1\n")(size / 2)}{Numbered(number => $"b{number}:\n  <<: *x\n")(size / 2)}");
        yield return ("aliases of one big list", size => $"a: &x\n{Repeated("  - 1\n")(size / 2)}{Numbered(number => $"b{number}: *x\n")(size / 2)}");
        yield return ("a block scalar", Repeated("  text\n", "a: |\n"));
        yield return ("a folded scalar", Repeated("  text\n\n", "a: >\n"));
        yield return ("a folded scalar of indents", Repeated("  text\n   text\n", "a: >\n"));
        yield return ("a block scalar of empty lines", Repeated("\n", "a: |\n"));
        yield return ("block scalars", Numbered(number => $"a{number}: |\n  text\n"));
        yield return ("a plain scalar of lines", Repeated("  text\n", "a:\n"));
        yield return ("a quoted scalar of lines", Repeated("  text\n", "a: \"\n", "\""));
        yield return ("a quoted scalar never closed", Repeated("  text\n", "a: \"\n"));
        yield return ("quoted scalars never closed", Repeated("a: \"b\n"));
        yield return ("escapes", Repeated("\\u0041", "a: \"", "\""));
        yield return ("wrong escapes", Repeated("\\q", "a: \"", "\""));
        yield return ("wrong escapes on lines", Numbered(number => $"a{number}: \"\\q\"\n"));
        yield return ("single quotes", Repeated("''", "a: '", "'"));
        yield return ("comments", Repeated("# a\n"));
        yield return ("one comment", Repeated("# "));
        yield return ("tabs", Repeated("\ta: b\n"));
        yield return ("tabs, one line", Repeated("\t", "a:"));
        yield return ("spaces", Repeated(" ", "a:"));
        yield return ("mappings in mappings", size => string.Concat(Enumerable.Range(0, (int)Math.Sqrt(2.0 * size)).Select(depth => new string(' ', depth) + "a:\n")));
        yield return ("wrong indents", Repeated("  a: b\n c: d\n"));
        yield return ("tags", Repeated("!!str ", "a: "));
        yield return ("tags on lines", Numbered(number => $"a{number}: !!x b\n"));
        yield return ("directives", Repeated("%YAML 1.2\n"));
        yield return ("documents", Repeated("a: b\n...\n"));
        yield return ("a long number", Repeated("1", "a: "));
        yield return ("a long date", Repeated("1", "date: 2026-11-"));
        yield return ("text without keys", Repeated("text\n"));
        yield return ("colons", Repeated(":"));
        yield return ("dashes", Repeated("-"));
        yield return ("dashes on lines", Repeated("-\n"));
        yield return ("percent", Repeated("%"));
        yield return ("@", Numbered(number => $"a{number}: @b\n"));
        yield return ("unquoted colons", Numbered(number => $"a{number}: b: c\n"));
        yield return ("NUL", Repeated("\0"));
    }

    private static IEnumerable<(string Name, Func<int, string> Make)> Toml()
    {
        yield return ("keys", Numbered(number => $"a{number} = 1\n"));
        yield return ("one key", Repeated("a = 1\n"));
        yield return ("tables", Numbered(number => $"[a{number}]\n"));
        yield return ("one table", Repeated("[a]\n"));
        yield return ("tables of tables", Repeated("[[a]]\n"));
        yield return ("a deep table", Repeated("a.", "[", "a]"));
        yield return ("deep tables", size => string.Concat(Enumerable.Range(1, (int)Math.Sqrt(size)).Select(depth => $"[{string.Concat(Enumerable.Repeat("a.", depth))}a]\n")));
        yield return ("a deep key", Repeated("a.", after: "a = 1"));
        yield return ("dotted keys", Numbered(number => $"a.b.c.d{number} = 1\n"));
        yield return ("arrays", Repeated("[", "a = "));
        yield return ("arrays, closed", size => "a = " + Nested("[", "]", "1")(size));
        yield return ("an array", Repeated("1, ", "a = [", "]"));
        yield return ("an array on lines, never closed", Repeated("1,\n", "a = ["));
        yield return ("inline tables", Repeated("{a = ", "a = "));
        yield return ("an inline table", Numbered(number => $"a{number} = 1, ", "a = {", "b = 1}"));
        yield return ("a string never closed", Repeated("text\n", "a = \"\"\"\n"));
        yield return ("a string of quotes", Repeated("\"\" ", "a = \"\"\""));
        yield return ("strings never closed", Numbered(number => $"a{number} = \"b\n"));
        yield return ("strings never closed, one key", Repeated("a = \"b\n"));
        yield return ("three quotes", Repeated("\"\"\""));
        yield return ("three apostrophes", Repeated("'''"));
        yield return ("escapes", Repeated("\\u0041", "a = \"", "\""));
        yield return ("wrong escapes", Repeated("\\q", "a = \"", "\""));
        yield return ("a long number", Repeated("1", "a = "));
        yield return ("a number of _", Repeated("1_", "a = ", "1"));
        yield return ("comments", Repeated("# a\n"));
        yield return ("text", Repeated("text\n"));
        yield return ("equals", Repeated("="));
        yield return ("wrong values", Numbered(number => $"a{number} = b\n"));
        yield return ("brackets", Repeated("[[\n"));
        yield return ("commas", Repeated(",", "a = ["));
        yield return ("arrays of tables within", Repeated("[[a]]\n[[a.b]]\n"));
    }

    private static IEnumerable<(string Name, Func<int, string> Make)> Json()
    {
        yield return ("keys", Numbered(number => $"\"a{number}\": 1,\n", "{", "\"b\": 1}"));
        yield return ("one key", Repeated("\"a\": 1,\n", "{", "\"b\": 1}"));
        yield return ("keys never closed", Numbered(number => $"\"a{number}\": 1,\n", "{"));
        yield return ("arrays", Repeated("[", "{\"a\": "));
        yield return ("arrays, closed", size => "{\"a\": " + Nested("[", "]", "1")(size) + "}");
        yield return ("objects", Repeated("{\"a\": "));
        yield return ("objects, closed", Nested("{\"a\": ", "}", "1"));
        yield return ("only {", Repeated("{"));
        yield return ("only {, on lines", Repeated("{\n"));
        yield return ("an array", Repeated("1, ", "{\"a\": [", "1]}"));
        yield return ("strings never closed", Repeated("\"a\": \"b\n", "{"));
        yield return ("a string never closed", Repeated("a ", "{\"a\": \""));
        yield return ("escapes", Repeated("\\u0041", "{\"a\": \"", "\"}"));
        yield return ("wrong escapes", Repeated("\\q", "{\"a\": \"", "\"}"));
        yield return ("quotes", Repeated("\"", "{"));
        yield return ("apostrophes", Repeated("'", "{"));
        yield return ("commas", Repeated(",", "{"));
        yield return ("colons", Repeated(":", "{"));
        yield return ("comments", Repeated("// a\n", "{"));
        yield return ("a comment never closed", Repeated("/*", "{"));
        yield return ("words", Repeated("a ", "{"));
        yield return ("words on lines", Repeated("a: b\n", "{\n"));
        yield return ("a long number", Repeated("1", "{\"a\": "));
        yield return ("missing commas", Numbered(number => $"\"a{number}\": 1\n", "{", "}"));
        yield return ("closing brackets", Repeated("]", "{\"a\": "));
    }
}
