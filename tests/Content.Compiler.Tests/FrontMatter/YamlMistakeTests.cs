using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.FrontMatter;

public sealed class YamlMistakeTests
{
    private const string InQuotes = " must be in quotes: this character has a meaning of its own in YAML.";

    [Theory]
    [InlineData("title: a⟦:⟧ b\nslug: c", "A ':' before a space ends a key. Put text that holds one in quotes: \"a: b\".", "{slug: \"c\" }")]
    [InlineData("x:\n  - a: b⟦:⟧ c", "A ':' before a space ends a key. Put text that holds one in quotes: \"b: c\".", "{}")]
    [InlineData("a: b\n⟦\t⟧c: d\ne: f", "A tab cannot indent YAML. Use spaces.", "{e: \"f\" }")]
    [InlineData("a:\n⟦\t⟧- b\ne: f", "A tab cannot indent YAML. Use spaces.", "{e: \"f\" }")]
    [InlineData("a:\n  b: c\n  ⟦\t⟧d: e", "A tab cannot indent YAML. Use spaces.", "{}")]
    [InlineData("title: ⟦\"a⟧\nslug: b", "This string is never closed: add \" at its end.", "{slug: \"b\" }")]
    [InlineData("title: ⟦'a⟧\nslug: b", "This string is never closed: add ' at its end.", "{slug: \"b\" }")]
    [InlineData("title: ⟦\"a⟧\ndescription: \"b\"\nslug: c", "This string is never closed on its line, so it runs on to the next \". Add \" at its end.", "{description: \"b\" slug: \"c\" }")]
    [InlineData("title: 'It'⟦s me'⟧\nslug: c", "The string ends before this. A ' inside a string in ' is written ''.", "{slug: \"c\" }")]
    [InlineData("title: \"Say \"⟦hi\"\"⟧ # x\nslug: c", "The string ends before this. A \" inside a string in \" is written \\\".", "{slug: \"c\" }")]
    [InlineData("tags: ⟦[⟧a, b\ntitle: x", "This '[' is never closed: add ']'. Text that starts with '[' must be in quotes.", "{title: \"x\" }")]
    [InlineData("x: y\ntags: ⟦[⟧a, b", "This '[' is never closed: add ']'. Text that starts with '[' must be in quotes.", "{x: \"y\" }")]
    [InlineData("tags: ⟦[⟧a, b\ntitle: x\nmore: [c]", "This '[' is never closed: add ']'. Text that starts with '[' must be in quotes.", "{title: \"x\" more: [\"c\" ] }")]
    [InlineData("x: ⟦{⟧a: b\ntitle: x", "This '{' is never closed: add '}'. Text that starts with '{' must be in quotes.", "{title: \"x\" }")]
    [InlineData("tags: [a, ⟦,⟧ b]\ntitle: x", "A value is missing before this ','. Add one, or remove the ','.", "{title: \"x\" }")]
    [InlineData("tags: [⟦,⟧ a]\ntitle: x", "A value is missing before this ','. Add one, or remove the ','.", "{title: \"x\" }")]
    [InlineData("tags: [\"a\" ⟦\"b\"⟧]\ntitle: x", "A ',' or ']' is missing before this. Put text with special characters in quotes.", "{title: \"x\" }")]
    [InlineData("title⟦:⟧x", "A space is missing after this ':'. Write 'title: ' and then the value.", "nothing")]
    [InlineData("title⟦:⟧x\nslug: y", "A space is missing after this ':'. Write 'title: ' and then the value.", "{slug: \"y\" }")]
    [InlineData("a: b\ntitle⟦:⟧x\nslug: y", "A space is missing after this ':'. Write 'title: ' and then the value.", "{a: \"b\" slug: \"y\" }")]
    [InlineData("a: b\ntitle⟦：⟧x\nslug: y", "'：' is not the ':' of YAML. Write 'title: ' and then the value.", "{a: \"b\" slug: \"y\" }")]
    [InlineData("a: b\ntitle ⟦=⟧ x\nslug: y", "YAML has ':' between a key and its value, not '='. Write 'title: ' and then the value.", "{a: \"b\" slug: \"y\" }")]
    [InlineData("a: b\n⟦some text⟧\nslug: y", "This line is not a field: write a key, ':' and a space before it, or indent it if it belongs to the text above.", "{a: \"b\" slug: \"y\" }")]
    [InlineData("a: b\n⟦some text⟧", "This line is not a field: write a key, ':' and a space before it, or indent it if it belongs to the text above.", "{a: \"b\" }")]
    [InlineData("a: b\n  ⟦c⟧: d\ne: f", "This key is indented deeper than the line above, so YAML takes it for more of that line's text. Indent both alike.", "{e: \"f\" }")]
    [InlineData("x:\n    y: 1\n  ⟦z: 2⟧\ne: f", "This line's indentation fits none of the lines above. Indent it like its neighbours, with spaces.", "{e: \"f\" }")]
    [InlineData("x:\n  - a\n ⟦- b⟧\ne: f", "This line's indentation fits none of the lines above. Indent it like its neighbours, with spaces.", "{e: \"f\" }")]
    [InlineData("x: ⟦-⟧ a\ne: f", "A list cannot start on the line of its key. Begin it on the next line, or write it as [a, b].", "{e: \"f\" }")]
    [InlineData("x: ⟦@me too⟧ # no\ne: f", "Text that starts with '@'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: ⟦`code`⟧\ne: f", "Text that starts with '`'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: ⟦%d⟧\ne: f", "Text that starts with '%'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: ⟦*⟧\ne: f", "Text that starts with '*'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: ⟦**bold**⟧\ne: f", "Text that starts with '*'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: ⟦> a quote⟧\ne: f", "Text that starts with '>'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: ⟦[link](url)⟧\ne: f", "Text that starts with '['" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: ⟦[a] b⟧\ne: f", "Text that starts with '['" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: ⟦] b⟧\ne: f", "Text that starts with ']'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x:\n  - ⟦?⟧\n  - where\ne: f", "Text that starts with '?'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x:\n  - ⟦? where⟧\n  - b\ne: f", "Text that starts with '?'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: [⟦?⟧, where]\ne: f", "Text that starts with '?'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: [where, ⟦?⟧]\ne: f", "Text that starts with '?'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: [⟦? where⟧, b]\ne: f", "Text that starts with '?'" + InQuotes, "{e: \"f\" }")]
    [InlineData("x: {⟦{ .Name }⟧}\ne: f", "A key must be text, not a list or a mapping. Put text that starts with '[' or '{' in quotes.", "{e: \"f\" }")]
    [InlineData("x: \"C:⟦\\d⟧ir\"\ne: f", "YAML has no such escape in double quotes. Write a backslash as \\\\, or use single quotes.", "{e: \"f\" }")]
    [InlineData("x: \"C:⟦\\u12⟧ir\"\ne: f", "\\u takes 4 hexadecimal digits. A backslash itself is written \\\\, or goes in single quotes.", "{e: \"f\" }")]
    [InlineData("x: \"⟦\\uD800⟧\"\ne: f", "This escape is not a character. Write the character itself, or its code as \\uXXXX or \\UXXXXXXXX.", "{e: \"f\" }")]
    [InlineData("x: \"⟦\\uDC00⟧\\uDC00\"\ne: f", "This escape is not a character. Write the character itself, or its code as \\uXXXX or \\UXXXXXXXX.", "{e: \"f\" }")]
    [InlineData("x: \"⟦\\UFFFFFFFF⟧\"\ne: f", "This escape is not a character. Write the character itself, or its code as \\uXXXX or \\UXXXXXXXX.", "{e: \"f\" }")]
    [InlineData("x: ⟦*nobody⟧\ne: f", "There is no anchor '&nobody' before this alias. Put text that starts with '*' in quotes.", "{e: \"f\" }")]
    [InlineData("x: &a [⟦*a⟧]\ne: f", "Alias '*a' is inside the value of its own anchor '&a'. Write the value out.", "{e: \"f\" }")]
    [InlineData("x: ⟦!custom⟧ y\ne: f", "This tag means nothing here. Remove it, or put text that starts with '!' in quotes.", "{e: \"f\" }")]
    [InlineData("x: !!int ⟦y⟧\ne: f", "'y' is not what its tag '!!int' says.", "{e: \"f\" }")]
    [InlineData("⟦[a]⟧: b\ne: f", "A key must be text, not a list or a mapping. Put text that starts with '[' or '{' in quotes.", "{e: \"f\" }")]
    [InlineData("⟦~⟧: b\ne: f", "A key must be text, but this means nothing at all in YAML. Put it in quotes.", "{e: \"f\" }")]
    [InlineData("⟦:⟧ b\ne: f", "A key is missing here. Write one before the ':'.", "{e: \"f\" }")]
    [InlineData("x:\n  <<: ⟦y⟧\ne: f", "'<<' takes the fields of another mapping: give it an alias of one, or a list of them.", "{e: \"f\" }")]
    [InlineData("⟦%TAG⟧\ne: f", "A line that starts with '%' is an instruction to YAML, and not one that is known. Remove it, or put the text in quotes.", "{e: \"f\" }")]
    [InlineData("a: b⟦\0⟧c", "There is a NUL character here. Remove it.", "nothing")]
    public void A_mistake_is_named_once_where_it_stands(string marked, string message, string fields)
    {
        var block = Mistake.IsNamed("---\n" + marked + "\n---\nbody", "CONTENT1008", message);
        Assert.True(block.IsBroken);
        Assert.Equal(fields, MetadataText.Of(block.Root));
        Mistake.IsNamed(("---\n" + marked + "\n---\nbody").Replace("\n", "\r\n", StringComparison.Ordinal), "CONTENT1008", message);
    }

    [Theory]
    [InlineData("a: 1\nb: 2\n⟦a⟧: 3", "Key 'a' is given twice: it is already on line 2. Remove one of the two.", "{a: Integer(1) b: Integer(2) }")]
    [InlineData("a: 1\n⟦\"a\"⟧: 3", "Key 'a' is given twice: it is already on line 2. Remove one of the two.", "{a: Integer(1) }")]
    [InlineData("x:\n  - a: 1\n    ⟦a⟧: 3", "Key 'a' is given twice: it is already on line 3. Remove one of the two.", "{x: [{a: Integer(1) } ] }")]
    [InlineData("x: {a: 1, ⟦a⟧: 3}", "Key 'a' is given twice: it is already on line 2. Remove one of the two.", "{x: {a: Integer(1) } }")]
    public void A_key_given_twice_is_named_at_the_second(string marked, string message, string fields)
    {
        var block = Mistake.IsNamed("---\n" + marked + "\n---\n", "CONTENT1007", message);
        Assert.False(block.IsBroken);
        Assert.Equal(fields, MetadataText.Of(block.Root));
    }

    [Fact]
    public void A_second_document_is_named()
    {
        var block = FrontMatterReader.ReadData(new SourceText("a.yml", "a: 1\n---\nb: 2\n"), MetadataLanguage.Yaml);
        var diagnostic = Assert.Single(block.Diagnostics);
        Assert.Equal(("CONTENT1008", new TextRange(2, 1, 2, 4)), (diagnostic.Code, diagnostic.Range));
        Assert.Equal("{a: Integer(1) }", MetadataText.Of(block.Root));
    }

    [Fact]
    public void An_alias_bomb_goes_off_at_an_alias()
    {
        var yaml = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + string.Concat(Enumerable.Range(1, 30).Select(
            level => $"a{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n"));
        var parse = YamlMetadataReaderTests.Read(yaml);
        var error = Assert.Single(parse.Errors);
        Assert.Equal("*a4", yaml.Substring(error.Span.Start, error.Span.Length));
        Assert.Contains("100,000", error.Message, StringComparison.Ordinal);
        Assert.True(MetadataText.All(parse.Root).Take(1_000_001).Count() <= 1_000_000);
    }

    [Theory]
    [InlineData("a: ", "[", "]", 63, "b: c")]
    [InlineData("a:\n", "- ", "", 63, "x")]
    public void Depth_is_bounded(string start, string open, string close, int allowed, string core)
    {
        var fits = start + string.Concat(Enumerable.Repeat(open, allowed - 1)) + "x" + string.Concat(Enumerable.Repeat(close, allowed - 1));
        Assert.Empty(YamlMetadataReaderTests.Read(fits).Errors);
        var deep = start + string.Concat(Enumerable.Repeat(open, 100_000)) + core;
        var error = Assert.Single(YamlMetadataReaderTests.Read(deep).Errors);
        Assert.Equal((MetadataLimits.TooDeep, start.Length + 63 * open.Length), (error.Message, error.Span.Start));
    }

    [Fact]
    public void Indented_depth_is_bounded()
    {
        var yaml = string.Concat(Enumerable.Range(0, 2_000).Select(level => new string(' ', level) + "a:\n"));
        var error = Assert.Single(YamlMetadataReaderTests.Read(yaml).Errors);
        Assert.Equal(MetadataLimits.TooDeep, error.Message);
        Assert.Equal((65, 65), new SourceText("a.yml", yaml).Lines.GetPosition(error.Span.Start));
    }
}
