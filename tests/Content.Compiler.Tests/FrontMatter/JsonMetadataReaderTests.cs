using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.FrontMatter;

public sealed class JsonMetadataReaderTests
{
    [Theory]
    [InlineData("{}", "{}")]
    [InlineData("""{"a": "b", "c": [1, -2.5e3, true, false, null, {}]}""", """{a: "b" c: [Integer(1) Float(-2.5e3) Boolean(true) Boolean(false) Null(null) {} ] }""")]
    [InlineData("""{"\u00e9\n\"\\\/\t": "😀\uD83D\uDE00"}""", "{é\n\"\\/\t: \"😀😀\" }")]
    [InlineData("  \r\n[1]\r\n", "[Integer(1) ]")]
    [InlineData("\"x\"", "\"x\"")]
    [InlineData(" \n ", "nothing")]
    public void Values_are_decoded(string text, string expected)
    {
        var reading = Whole(text);
        Assert.Empty(reading.Errors);
        Assert.Equal(expected, MetadataText.Of(reading.Root));
    }

    [Fact]
    public void Spans_cover_keys_and_values_with_their_quotes()
    {
        const string text = "{\r\n  \"ti\\u0074le\": \"a😀\",\r\n  \"list\": [ 12, true ]\r\n}\r\nbody";
        var reading = JsonMetadataReader.Read(new SourceText("a.md", text), 0, JsonDialect.Strict);
        var root = Assert.IsType<MetadataMapping>(reading.Root);
        Assert.Equal("\"ti\\u0074le\"", Slice(text, root.Properties[0].KeySpan));
        Assert.Equal("\"a😀\"", Slice(text, root.Properties[0].Value.Span));
        Assert.Equal("[ 12, true ]", Slice(text, root.Properties[1].Value.Span));
        var list = Assert.IsType<MetadataSequence>(root.Find("list")!.Value);
        Assert.Equal(["12", "true"], list.Items.Select(item => Slice(text, item.Span)));
        Assert.Equal("\r\nbody", text[reading.End..]);
    }

    [Fact]
    public void Escapes_of_lone_surrogates_are_kept()
    {
        var reading = Whole("""{"a": "x\uD800y"}""");
        Assert.Empty(reading.Errors);
        Assert.Equal("x\uD800y", ((MetadataScalar)((MetadataMapping)reading.Root!).Find("a")!.Value).Text);
    }

    [Theory]
    [InlineData("""{"a": 1, "a": 2, "b": 3}""", "\"a\"", 9, "Key 'a' is given twice: it is already on line 1. Remove one of the two.", """{a: Integer(1) b: Integer(3) }""")]
    public void Keys_given_twice_are_reported_at_the_second(string text, string at, int start, string message, string root)
    {
        var reading = Whole(text);
        var error = Assert.Single(reading.Errors);
        Assert.Equal((MetadataErrorKind.DuplicateKey, at, start, message), (error.Kind, Slice(text, error.Span), error.Span.Start, error.Message));
        Assert.Equal(root, MetadataText.Of(reading.Root));
        Assert.False(reading.IsBroken);
    }

    [Theory]
    [InlineData("{\"a\": 1,\n \"b\": 2,}", ",", "JSON allows no comma before '}'. Remove it.", "{a: Integer(1) b: Integer(2) }")]
    [InlineData("{\"a\": 1 // x\n}", "// x", "JSON has no comments. Remove it.", "{a: Integer(1) }")]
    [InlineData("{\"a\": 1 /* x */}", "/* x */", "JSON has no comments. Remove it.", "{a: Integer(1) }")]
    [InlineData("{\"a\": 1\n \"b\": 2}", "\"b\"", "A comma is missing before this.", "{a: Integer(1) b: Integer(2) }")]
    [InlineData("{\"a\": 1,, \"b\": 2}", ",", "One comma too many. Remove it.", "{a: Integer(1) b: Integer(2) }")]
    [InlineData("{a: 1}", "a", "Keys go in double quotes in JSON: write \"a\".", "{a: Integer(1) }")]
    [InlineData("{'a': 1}", "'a'", "JSON has strings in double quotes only. Write \"…\" instead of '…'.", "{a: Integer(1) }")]
    [InlineData("{\"a\" = 1}", "=", "JSON has ':' between a key and its value, not '='.", "{a: Integer(1) }")]
    [InlineData("{\"a\" \"x\", \"b\": 1}", "\"a\"", "A ':' is missing after key 'a'.", "{a: \"x\" b: Integer(1) }")]
    [InlineData("{\"a\": , \"b\": 1}", ",", "A value is missing here. Write one, such as null or \"\".", "{b: Integer(1) }")]
    [InlineData("{\"a\"}", "\"a\"", "Key 'a' has no value: write ':' and a value after it.", "{}")]
    [InlineData("{\"a\":", "\"a\"", "Key 'a' has no value: write one after its ':'.", "{}")]
    [InlineData("{\"a\": \"x\n}", "\"x", "This string is never closed: add a double quote at its end (a line end inside it is written \\n).", "{a: \"x\" }")]
    [InlineData("{\"a\": \"x\\\"\n}", "\"x\\\"", "This string is never closed: add a double quote at its end (a line end inside it is written \\n).", "{a: \"x\"\" }")]
    [InlineData("{\"a\": \"Say \"hi\" now\",\n\"b\": 1}", "\"", "The string ends here, yet its text seems to go on. A double quote inside a string is written \\\".", "{a: \"Say \" b: Integer(1) }")]
    [InlineData("{\"a\": \"C:\\dir\"}", "\\d", "JSON has no such escape. A backslash itself is written \\\\.", "{a: \"C:\\dir\" }")]
    [InlineData("{\"a\": \"\\u12\"}", "\\u12", "\\u takes four hexadecimal digits, such as \\u00e9.", "{a: \"\" }")]
    [InlineData("{\"a\": \"x\ty\"}", "\t", "A tab inside a string is written \\t.", "{a: \"x\ty\" }")]
    [InlineData("{\"a\": True}", "True", "Write 'true' in JSON.", "{a: Boolean(true) }")]
    [InlineData("{\"a\": 2026-01-02, \"b\": 1}", "2026-01-02", "'2026-01-02' is not in quotes. Put text in double quotes.", "{b: Integer(1) }")]
    [InlineData("{\"a\": 12:30}", "12:30", "'12:30' is not in quotes. Put text in double quotes.", "{}")]
    [InlineData("{\"a\": Hello world }", "Hello world", "'Hello world' is not in quotes. Put text in double quotes.", "{}")]
    [InlineData("{\"a\": 012}", "012", "'012' is not a number as JSON writes it (no leading zero, no '+', digits on both sides of the point).", "{}")]
    [InlineData("{\"a\": .5}", ".5", "'.5' is not a number as JSON writes it (no leading zero, no '+', digits on both sides of the point).", "{}")]
    [InlineData("{\"a\": [1, 2}", "}", "'}' does not close '[' of line 1: ']' is expected first.", "{a: [Integer(1) Integer(2) ] }")]
    [InlineData("{\"a\": [1, 2", "[", "This '[' is never closed: add ']' after its last value.", "{a: [Integer(1) Integer(2) ] }")]
    [InlineData("{\"a\": 1", "{", "This '{' is never closed: add '}' after its last value.", "{a: Integer(1) }")]
    [InlineData("{\"a\":\u00a01}", "\u00a0", "JSON does not count U+00A0 as white space. Write an ordinary space, or nothing.", "{a: Integer(1) }")]
    [InlineData("{\"a\": 1} x", "x", "Nothing may follow the closing bracket. Remove this, or move it inside.", "{a: Integer(1) }")]
    [InlineData("{\"a\": @}", "@", "'@' has no meaning here. Text goes in double quotes.", "{}")]
    public void A_mistake_is_named_once_where_it_stands(string text, string at, string message, string root)
    {
        var reading = Whole(text);
        var error = Assert.Single(reading.Errors);
        Assert.Equal((at, message), (Slice(text, error.Span), error.Message));
        Assert.Equal(root, MetadataText.Of(reading.Root));
        Assert.True(reading.IsBroken);
    }

    [Fact]
    public void Comments_and_trailing_commas_are_fine_where_the_dialect_has_them()
    {
        const string text = "// a\n{ /* b */ \"x\": [1, 2, ], // c\n}// d";
        var reading = JsonMetadataReader.ReadWhole(new SourceText("content.json", text), JsonDialect.WithComments);
        Assert.Empty(reading.Errors);
        Assert.Equal("{x: [Integer(1) Integer(2) ] }", MetadataText.Of(reading.Root));
    }

    [Theory]
    [InlineData("{\"a\": {\"b\": @ }}\nbody", "\nbody")]
    [InlineData("{\"a\": @ \"}\" }\nbody", "\nbody")]
    [InlineData("{\"a\": \"x\n}\nbody", "\nbody")]
    public void The_end_of_a_broken_object_is_still_found(string text, string after)
    {
        var reading = JsonMetadataReader.Read(new SourceText("a.md", text), 0, JsonDialect.Strict);
        Assert.True(reading.IsClosed);
        Assert.Equal(after, text[reading.End..]);
    }

    [Fact]
    public void Depth_is_bounded()
    {
        Assert.Empty(Whole(new string('[', 64) + new string(']', 64)).Errors);
        var error = Assert.Single(Whole(new string('[', 100_000)).Errors);
        Assert.Equal((64, 1, MetadataLimits.TooDeep), (error.Span.Start, error.Span.Length, error.Message));
    }

    private static JsonParseResult Whole(string text) => JsonMetadataReader.ReadWhole(new SourceText("data.json", text), JsonDialect.Strict);

    private static string Slice(string text, TextSpan span) => text.Substring(span.Start, span.Length);
}
