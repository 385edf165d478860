using Content.Compiler.Articles.Html;
using CsCheck;

namespace Content.Compiler.Tests.Articles.Html;

/// <summary>How many words a text has.</summary>
public sealed class WordCounterTests
{
    private static readonly Gen<string> texts = Gen.OneOf(
            Gen.Const(" "), Gen.Const("\n"), Gen.Const("."), Gen.Const("-"), Gen.Const("'"), Gen.Const("\u007f"), Gen.Const("é"), Gen.Const("漢"),
            Gen.Const("\u00a0"), Gen.Const("a"), Gen.Const("Z"), Gen.Const("7"), Gen.Const("@"), Gen.Const("["), Gen.Const("`"), Gen.Const("{"), Gen.Const("\u2028"))
        .List[0, 70].Select(string.Concat);

    [Theory]
    [InlineData("", 0)]
    [InlineData(" . - ", 0)]
    [InlineData("it's", 1)]
    [InlineData("one two, three -- four.", 4)]
    [InlineData("a well-known word that goes on over sixteen-and-more characters", 9)]
    [InlineData("................and 1 more................ ................", 3)]
    [InlineData("fish&nbsp;chips fish&amp;chips a&b and & alone, which is long enough", 10)]
    [InlineData("日本語 and Latin side by side, ſo far", 10)]
    public void CountsWords(string text, int words) => Assert.Equal(words, Count(text));

    [Fact]
    public void BlocksCountAsTheirCharactersDo() => texts.Sample(text =>
    {
        var counter = default(WordCounter);
        for (var index = 0; index < text.Length; index++)
            counter.AddText(text.AsSpan(index, 1));
        Assert.Equal(counter.Count, Count(text));
    });

    private static int Count(string text)
    {
        var counter = default(WordCounter);
        counter.AddText(text);
        return counter.Count;
    }
}
