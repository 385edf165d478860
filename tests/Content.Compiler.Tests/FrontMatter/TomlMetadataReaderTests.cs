using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Toml;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.FrontMatter;

public sealed class TomlMetadataReaderTests
{
    [Theory]
    [InlineData("a = \"b\" # c\nd = 'e\\f'", "{a: \"b\" d: \"e\\f\" }")]
    [InlineData("a = \"x\\ty\\u00e9\\U0001F600\"", "{a: \"x\ty\u00e9\U0001F600\" }")]
    [InlineData("a = [1, -2, 0x1F, 0o17, 0b11, 1_000, 1.5, 1e3, inf, -nan, true, false,]", "{a: [Integer(1) Integer(-2) Integer(0x1F) Integer(0o17) Integer(0b11) Integer(1_000) Float(1.5) Float(1e3) Float(inf) Float(-nan) Boolean(true) Boolean(false) ] }")]
    [InlineData("a = 2026-11-23\nb = 2026-11-23T10:20:30Z\nc = 2026-11-23 10:20:30.5+01:00\nd = 10:20:30", "{a: DateTime(2026-11-23) b: DateTime(2026-11-23T10:20:30Z) c: DateTime(2026-11-23 10:20:30.5+01:00) d: DateTime(10:20:30) }")]
    [InlineData("a = \"\"\"\nb\nc\"\"\"\nd = '''\ne'''", "{a: \"b\nc\" d: \"e\" }")]
    [InlineData("a.b = 1\na.\"c d\".e = 2\n'f' = 3", "{a: {b: Integer(1) c d: {e: Integer(2) } } f: Integer(3) }")]
    [InlineData("a = 1\n[b]\nc = 2\n[b.d.e]\nf = 3\n[b.d]\ng = 4", "{a: Integer(1) b: {c: Integer(2) d: {e: {f: Integer(3) } g: Integer(4) } } }")]
    [InlineData("[[a]]\nb = 1\n[a.c]\nd = 2\n[[a]]\nb = 3", "{a: [{b: Integer(1) c: {d: Integer(2) } } {b: Integer(3) } ] }")]
    [InlineData("a = { b = 1, c.d = [ { e = 2 } ] }\nf = {}", "{a: {b: Integer(1) c: {d: [{e: Integer(2) } ] } } f: {} }")]
    [InlineData("a = [\n  \"b\", # x\n\n  \"c\",\n]\nd = [[1], []]", "{a: [\"b\" \"c\" ] d: [[Integer(1) ] [] ] }")]
    [InlineData("", "{}")]
    [InlineData("# nothing\n\n", "{}")]
    public void Values_are_decoded(string toml, string expected)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n" })
        {
            var parse = Read(toml.Replace("\n", lineEnd, StringComparison.Ordinal));
            Assert.Empty(parse.Errors);
            Assert.Equal(expected, MetadataText.Of(parse.Root).Replace("\r\n", "\n", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("title = ⟦\"x\"⟧ # y\n")]
    [InlineData("\"😀\" = \"😀\"\ntitle = ⟦'😀'⟧\n")]
    [InlineData("x = \"😀\\u00e9 é\"\ntitle = ⟦1_000⟧\n")]
    [InlineData("title = ⟦\"\"\"\na\nb\"\"\"⟧\n")]
    [InlineData("title = ⟦[1, [2]]⟧\n")]
    [InlineData("title = ⟦{ a = 1 }⟧\n")]
    [InlineData("title = ⟦2026-11-23 10:20:30⟧ # x\n")]
    [InlineData("⟦[title]⟧ # x\na = 1\n")]
    [InlineData("⟦[[title]]⟧\na = 1\n")]
    public void A_value_spans_what_is_written(string marked) => MarkedValue.IsSpanned("+++", marked);

    [Theory]
    [InlineData("title = ⟦\"a⟧\nslug = \"b\"", "This string is never closed on its line: add \" at its end.", "{slug: \"b\" }")]
    [InlineData("title = ⟦\"\"\"⟧a\nslug = \"b\"", "This string is never closed: add \"\"\" at its end.", "{slug: \"b\" }")]
    [InlineData("title ⟦:⟧ \"a\"\nslug = \"b\"", "TOML has '=' between a key and its value, not ':'.", "{slug: \"b\" }")]
    [InlineData("title = ⟦Hello world⟧\nslug = \"b\"", "'Hello world' is not in quotes. Put text in double quotes.", "{slug: \"b\" }")]
    [InlineData("title = ⟦True⟧\nslug = \"b\"", "Write 'true' in TOML.", "{slug: \"b\" }")]
    [InlineData("title = ⟦2026-13-40⟧\nslug = \"b\"", "'2026-13-40' is neither a number nor a date as TOML writes them, such as 12, 0.5 or 2026-11-23. Put text in double quotes.", "{slug: \"b\" }")]
    [InlineData("title = ⟦012⟧\nslug = \"b\"", "'012' is neither a number nor a date as TOML writes them, such as 12, 0.5 or 2026-11-23. Put text in double quotes.", "{slug: \"b\" }")]
    [InlineData("title = \"C:⟦\\d⟧ir\"\nslug = \"b\"", "TOML has no such escape. Write a backslash as \\\\, or put the text in single quotes.", "{slug: \"b\" }")]
    [InlineData("title = \"a⟦\\uD800⟧b\"\nslug = \"b\"", UnicodeEscape.NoCharacter, "{slug: \"b\" }")]
    [InlineData("title = \"a⟦\\u12⟧\"\nslug = \"b\"", "\\u takes 4 hexadecimal digits. A backslash itself is written \\\\, or goes in single quotes.", "{slug: \"b\" }")]
    [InlineData("\"⟦\\uD800⟧\" = 1\nslug = \"b\"", UnicodeEscape.NoCharacter, "{slug: \"b\" }")]
    [InlineData("title = \"Say \"⟦hi\"\"⟧\nslug = \"b\"", "This is not expected here: a field ends with its line. Put text with quotes in it in other quotes, or on a line of its own.", "{slug: \"b\" }")]
    [InlineData("tags = ⟦[⟧\"a\"\nslug = \"b\"", "This '[' is never closed: add ']'.", "{slug: \"b\" }")]
    [InlineData("tags = [\"a\" ⟦\"c\"⟧]\nslug = \"b\"", "A ',' or ']' is missing before this.", "{slug: \"b\" }")]
    [InlineData("x = ⟦{⟧ a = 1", "This '{' is never closed: add '}'.", "{}")]
    [InlineData("⟦[⟧x\na = 1\nslug = \"b\"", "This header is never closed: add ']'.", "{a: Integer(1) slug: \"b\" }")]
    [InlineData("⟦my⟧ title = \"a\"\nslug = \"b\"", "This line is not a field: write a key, '=' and a value. A key with spaces or other characters goes in quotes.", "{slug: \"b\" }")]
    [InlineData("title =⟦⟧\nslug = \"b\"", "A value is missing here. Write one, such as \"\".", "{slug: \"b\" }")]
    [InlineData("a = 1\n⟦\u0001⟧b = 2", "TOML allows no control character here. Remove it.", "{}")]
    public void A_mistake_is_named_once_where_it_stands(string marked, string message, string fields)
    {
        var block = Mistake.IsNamed("+++\n" + marked + "\n+++\nbody", "CONTENT1008", message);
        Assert.True(block.IsBroken);
        Assert.Equal(fields, MetadataText.Of(block.Root));
    }

    [Theory]
    [InlineData("a = 1\n⟦a⟧ = 2", "a", 2, "{a: Integer(1) }")]
    [InlineData("[a]\nb = 1\n[⟦a⟧]\nc = 2", "a", 2, "{a: {b: Integer(1) } }")]
    [InlineData("a = 1\n[⟦a⟧]\nb = 2", "a", 2, "{a: Integer(1) }")]
    [InlineData("a = {}\n⟦a⟧.b = 2", "a", 2, "{a: {} }")]
    [InlineData("a.b = 1\n[⟦a⟧]\nc = 2", "a", 2, "{a: {b: Integer(1) } }")]
    [InlineData("a = []\n[[⟦a⟧]]\nc = 2", "a", 2, "{a: [] }")]
    [InlineData("a = { b = 1, ⟦b⟧ = 2 }", "b", 2, "{a: {b: Integer(1) } }")]
    public void A_key_given_twice_is_named_at_the_second(string marked, string key, int line, string fields)
    {
        var block = Mistake.IsNamed(
            "+++\n" + marked + "\n+++\n", "CONTENT1007", $"Key '{key}' is given twice: it is already on line {line}. Remove one of the two.");
        Assert.False(block.IsBroken);
        Assert.Equal(fields, MetadataText.Of(block.Root));
    }

    [Fact]
    public void Depth_is_bounded()
    {
        Assert.Empty(Read("a = " + new string('[', 63) + new string(']', 63)).Errors);
        Assert.Equal(MetadataLimits.TooDeep, Assert.Single(Read("a = " + new string('[', 100_000)).Errors).Message);
        Assert.Equal(MetadataLimits.TooDeep, Assert.Single(Read(string.Join('.', Enumerable.Repeat("a", 100_000)) + " = 1").Errors).Message);
        Assert.Equal(MetadataLimits.TooDeep, Assert.Single(Read($"[{string.Join('.', Enumerable.Repeat("a", 100_000))}]").Errors).Message);
        Assert.Equal(MetadataLimits.TooDeep, Assert.Single(Read("a = " + string.Concat(Enumerable.Repeat("{ b = ", 100_000))).Errors).Message);
    }

    private static MetadataParseResult Read(string toml) => TomlMetadataReader.Read(new SourceText("a.toml", toml), 0, toml.Length);
}
