namespace Content.Compiler.Tests.Articles;

public sealed class LinkPlaceTests
{
    [Theory]
    [InlineData("[x](a.md)", "a.md")]
    [InlineData("[x](<a b.md> \"t\")", "a b.md")]
    [InlineData("![x](a.png)", "a.png")]
    [InlineData("> - [l](a.md)\n>   - deep [y](b.md)", "a.md", "b.md")]
    [InlineData("> lazy\nline [x](a.md)", "a.md")]
    [InlineData("1.\t[l](a.md)\r\n\r\n\t[y](b.md)\r\n", "a.md", "b.md")]
    [InlineData("| a | b |\n|---|---|\n| [x](a.md) | ![y](b.png) |", "a.md", "b.png")]
    [InlineData("[![x](a.png)](b.md)", "a.png", "b.md")]
    [InlineData("[x](a\\_b.md) [y](a&amp;b.md)", "a\\_b.md", "a&amp;b.md")]
    [InlineData("[x][y]\n\n[y]: <a.md> 'title'", "a.md")]
    [InlineData("[y]\n\n> [y]:\n> a.md\n", "a.md")]
    [InlineData("<https://a.example/> www.b.example", "https://a.example/", "www.b.example")]
    [InlineData("text[^1]\n\n[^1]: note [x](a.md)\n    more [y](b.md)", "a.md", "b.md")]
    [InlineData("[x](\n  a.md\n  )", "a.md")]
    [InlineData("> [x](\n> a.md)", "a.md")]
    [InlineData("[a.md](a.md) (a.md)", "a.md")]
    [InlineData("Setext [x](a.md)\nand [y](b.md)\n===", "a.md", "b.md")]
    [InlineData("a [x](a.md)\n\n# \t[x](a.md) [x](a.md)\n> #\t![y](b.png)\n#\t<a href='c.md'>", "a.md", "a.md", "a.md", "b.png", "c.md")]
    [InlineData("Term\n:   [x](a.md)", "a.md")]
    [InlineData("+---+---+\n| a | [x](a.md) |\n+---+---+\n", "a.md")]
    public void A_destination_is_found_where_it_is_written(string text, params string[] destinations)
    {
        var links = Reading.Markdown(text).Links;

        Assert.Equal(destinations, links.Select(link => text.At(link.Range)));
    }

    [Fact]
    public void A_definition_is_one_link_however_often_it_is_used()
    {
        var content = Reading.Markdown("[a][x] [b][x] ![c][x]\n\n[x]: c.png");

        Assert.Equal("(3,6,3,11)", Assert.Single(content.Links).Range.ToString());
        Assert.Equal(3, content.Body.Slots.Length);
    }

    [Fact]
    public void Places_count_in_the_file_with_its_front_matter()
    {
        var link = Assert.Single(Reading.Markdown("---\na: b\n---\n\n[x](a.md)", 13).Links);

        Assert.Equal("(5,5,5,9)", link.Range.ToString());
    }

    [Fact]
    public void A_slot_holds_the_destination_as_rendered()
    {
        var content = Reading.Markdown("ü [x](ä.md) ![y](<a b.png>)");

        Assert.Equal(
            ["%C3%A4.md", "a%20b.png"],
            content.Body.Slots.Select(slot => System.Text.Encoding.UTF8.GetString(content.Body.Utf8.Span.Slice(slot.Offset, slot.Length))));
    }
}
