using Content.Compiler.Entries;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Entries;

/// <summary>A correction is written as the value was, or not at all.</summary>
public sealed class WrittenValueTests
{
    [Theory]
    [InlineData("old", "old", "new", "new")]
    [InlineData("'old'", "old", "new", "'new'")]
    [InlineData("\"old\"", "old", "new one", "\"new one\"")]
    [InlineData("'old'", "old", "true", "'true'")]
    [InlineData("''", "", "new", "'new'")]
    [InlineData("old", "old", "new one", null)]
    [InlineData("old", "old", "1new", null)]
    [InlineData("old", "old", "True", null)]
    [InlineData("old", "old", "", null)]
    [InlineData("o ld", "old", "new", null)]
    [InlineData("'o''ld'", "o'ld", "new", null)]
    [InlineData("'old'", "old", "it's", null)]
    [InlineData("'old'", "old", "a\"b", null)]
    [InlineData("\"old\"", "old", "a\\b", null)]
    [InlineData("\"old\"", "old", "a\tb", null)]
    [InlineData("\"old\"", "old", "\U0001F600", null)]
    public void Quotes_stay_and_nothing_needs_more(string written, string current, string text, string? replacement) =>
        Assert.Equal(replacement, WrittenValue.Replace(written, current, text));

    [Theory]
    [InlineData(3, "old", "new", 1, 4)]
    [InlineData(5, "old", "new", 2, 5)]
    [InlineData(5, "old", "true", 2, 5)]
    [InlineData(3, "old", "true", 0, 0)]
    [InlineData(4, "old", "new", 0, 0)]
    [InlineData(3, "old", "new one", 0, 0)]
    public void The_place_is_all_of_it_or_what_its_quotes_hold(int length, string current, string text, int from, int to)
    {
        var place = WrittenValue.ReplaceAt(new TextRange(3, 1, 3, 1 + length), current, text);

        Assert.Equal(from == 0 ? null : new TextRange(3, from, 3, to), place);
    }

    [Fact]
    public void A_value_over_lines_has_no_place() => Assert.Null(WrittenValue.ReplaceAt(new TextRange(3, 1, 4, 4), "old", "new"));
}
