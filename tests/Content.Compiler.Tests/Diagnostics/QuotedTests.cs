using Content.Compiler.Diagnostics;

namespace Content.Compiler.Tests.Diagnostics;

public sealed class QuotedTests
{
    [Theory]
    [InlineData("tomorrow", "'tomorrow'")]
    [InlineData("", "''")]
    [InlineData("a\r\nb\tc\0", "'a\\u000D\\u000Ab\\u0009c\\u0000'")]
    [InlineData("a\u2028b", "'a\\u2028b'")]
    [InlineData("😀", "'😀'")]
    public void A_value_is_shown_on_one_line(string written, string shown) => Assert.Equal(shown, Quoted.Text(written));

    [Fact]
    public void A_lone_surrogate_is_shown_as_an_escape() => Assert.Equal("'\\uD83D'", Quoted.Text("\ud83d"));

    [Fact]
    public void A_huge_value_is_shortened_without_cutting_a_character_in_two()
    {
        for (var shift = 0; shift < 2; shift++)
        {
            var shown = Quoted.Text(new string('x', shift) + string.Concat(Enumerable.Repeat("😀", 1000)));
            Assert.InRange(shown.Length, 50, 130);
            Assert.DoesNotContain("\\uFFFD", shown);
            Assert.Contains("...", shown);
        }
    }

    [Fact]
    public void Several_are_listed_as_a_sentence_does() => Assert.Equal("'a', 'b' or 'c'", Quoted.Choice(["a", "b", "c"]));
}
