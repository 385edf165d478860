using Content.Compiler.FrontMatter;
using Content.Compiler.FrontMatter.Yaml;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.FrontMatter;

public sealed class YamlMetadataReaderTests
{
    [Theory]
    [InlineData("a: b", "{a: \"b\" }")]
    [InlineData("a: b # comment\nc: d#e", "{a: \"b\" c: \"d#e\" }")]
    [InlineData("a: 'it''s'\nb: \"x\\ty\\u00e9\"", "{a: \"it's\" b: \"x\ty\u00e9\" }")]
    [InlineData("a: ~\nb: null\nc:\nd: ''", "{a: Null(~) b: Null(null) c: Null() d: \"\" }")]
    [InlineData("a: [true, False, yes, on]", "{a: [Boolean(true) Boolean(False) \"yes\" \"on\" ] }")]
    [InlineData("a: [1, +2, 0x1F, 0o17, 012, 1_000]", "{a: [Integer(1) Integer(+2) Integer(0x1F) Integer(0o17) Integer(012) \"1_000\" ] }")]
    [InlineData("a: [1.5, 1e3, .5, 1., .inf, .NaN]\nb: -.INF", "{a: [Float(1.5) Float(1e3) Float(.5) Float(1.) Float(.inf) Float(.NaN) ] b: Float(-.INF) }")]
    [InlineData("a: 2026-11-23\nb: 12:30\nc: 1.2.3", "{a: \"2026-11-23\" b: \"12:30\" c: \"1.2.3\" }")]
    [InlineData("a:\n- b\n- c", "{a: [\"b\" \"c\" ] }")]
    [InlineData("a:\n  - b: 1\n    c: 2\n  - d", "{a: [{b: Integer(1) c: Integer(2) } \"d\" ] }")]
    [InlineData("a:\n  b:\n    c: d\ne: f", "{a: {b: {c: \"d\" } } e: \"f\" }")]
    [InlineData("a: |\n  b\n  c\nd: >-\n  e\n  f", "{a: \"b\nc\n\" d: \"e f\" }")]
    [InlineData("a: b\n  c\n\n  d", "{a: \"b c\nd\" }")]
    [InlineData("a: {b: 1, c: [2, {d: e}]}", "{a: {b: Integer(1) c: [Integer(2) {d: \"e\" } ] } }")]
    [InlineData("{\"a\": \"b\"}", "{a: \"b\" }")]
    [InlineData("a: &x [1]\nb: *x", "{a: [Integer(1) ] b: [Integer(1) ] }")]
    [InlineData("a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3", "{a: {b: Integer(1) c: Integer(2) } d: {c: Integer(3) b: Integer(1) } }")]
    [InlineData("a: !!str 12\nb: !!int '12'\nc: ! 12", "{a: \"12\" b: Integer(12) c: \"12\" }")]
    [InlineData("ms.date: 1\nonline version: 2\n404: 3\nтема: 4", "{ms.date: Integer(1) online version: Integer(2) 404: Integer(3) тема: Integer(4) }")]
    [InlineData("a: [what?, c#, a?b, '?']\nb: why?", "{a: [\"what?\" \"c#\" \"a?b\" \"?\" ] b: \"why?\" }")]
    [InlineData("a: [Quoi ?, b]\nb: Quoi ?", "{a: [\"Quoi ?\" \"b\" ] b: \"Quoi ?\" }")]
    [InlineData("? a\n: b", "{a: \"b\" }")]
    [InlineData("a: {b: what?, c: ?x}", "{a: {b: \"what?\" c: \"?x\" } }")]
    [InlineData("a: x\u2028y\u0085z\nb: |\n  x\u2029y\n", "{a: \"x\u2028y\u0085z\" b: \"x\u2029y\n\" }")]
    [InlineData("a: b\n\t\n \t \nc:\td", "{a: \"b\" c: \"d\" }")]
    [InlineData("a: http://x.org/y?z=1#w", "{a: \"http://x.org/y?z=1#w\" }")]
    public void Values_are_read_by_the_core_schema(string yaml, string expected)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n", "\r" })
        {
            var parse = Read(yaml.Replace("\n", lineEnd, StringComparison.Ordinal));
            Assert.Empty(parse.Errors);
            Assert.Equal(expected, MetadataText.Of(parse.Root));
        }
    }

    [Theory]
    [InlineData("title: ⟦x y⟧  # z\n")]
    [InlineData("title:\t⟦'x''y'⟧\n")]
    [InlineData("title: ⟦\"a\\tb\"⟧\n")]
    [InlineData("title: ⟦\"a\n  b\"⟧\n")]
    [InlineData("title: ⟦a\n  b⟧\nx: y\n")]
    [InlineData("title: ⟦|\n  a\n\n  b⟧\n\nx: y\n")]
    [InlineData("title: ⟦>-\n  a⟧\n")]
    [InlineData("title: &a ⟦b⟧\n")]
    [InlineData("title: !!str ⟦12⟧\n")]
    [InlineData("title: &a !!str # c\n  ⟦12⟧\n")]
    [InlineData("title:⟦⟧ # nothing\nx: y\n")]
    [InlineData("title: ⟦[a, b]⟧ # x\n")]
    [InlineData("title: ⟦[a,\n  {b: c}]⟧\n")]
    [InlineData("title: ⟦{a: b}⟧\n")]
    [InlineData("title:\n  ⟦- a\n  - b⟧\nx: y\n")]
    [InlineData("title:\n⟦- a\n- |\n  b⟧\nx: y\n")]
    [InlineData("title:\n  ⟦a: b\n  c: d⟧\n\nx: y\n")]
    [InlineData("title: &a\n  ⟦a: |\n    b⟧\nx: y\n")]
    [InlineData("x: &a b\ntitle: ⟦*a⟧\n")]
    [InlineData("😀: 😀\ntitle: ⟦😀 x⟧\n")]
    [InlineData("x: [a: b]\ntitle: ⟦[a: b]⟧\n")]
    public void A_value_spans_what_is_written(string marked) => MarkedValue.IsSpanned("---", marked);

    [Fact]
    public void A_pair_in_a_list_spans_key_and_value()
    {
        var parse = Read("a: [b: c, d]");
        var pair = ((MetadataSequence)parse.Root!.Find("a")!.Value).Items[0];
        Assert.Equal(new TextSpan(4, 4), pair.Span);
    }

    [Fact]
    public void Merged_fields_keep_their_place_and_yield_to_own_ones()
    {
        var parse = Read("x: &x {a: 1, b: 2}\ny: &y {a: 3, c: 4}\nz:\n  b: 5\n  <<: [*x, *y]");
        Assert.Empty(parse.Errors);
        Assert.Equal("{b: Integer(5) a: Integer(1) c: Integer(4) }", MetadataText.Of(parse.Root!.Find("z")!.Value));
    }

    internal static MetadataParseResult Read(string yaml)
    {
        var source = new SourceText("a.yml", yaml);
        return YamlMetadataReader.Read(source, 0, yaml.Length);
    }
}
