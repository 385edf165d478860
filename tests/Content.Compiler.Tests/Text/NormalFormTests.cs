using System.Globalization;
using System.Text;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Text;

/// <summary>The forms C and D without ICU: by fixed examples, and, where the framework knows them, by all that it knows.</summary>
public class NormalFormTests
{
    [Theory]
    [InlineData("e\u0301", "\u00E9", "e\u0301")]
    [InlineData("\u00E9", "\u00E9", "e\u0301")]
    [InlineData("u\u0308\u0304", "\u01D6", "u\u0308\u0304")]
    [InlineData("\u01D6", "\u01D6", "u\u0308\u0304")]
    // The mark below comes first, and the one above still reaches its letter.
    [InlineData("a\u0301\u0323", "\u1EA1\u0301", "a\u0323\u0301")]
    [InlineData("d\u0307\u0323", "\u1E0D\u0307", "d\u0323\u0307")]
    [InlineData("a\u0328\u0301", "\u0105\u0301", "a\u0328\u0301")]
    // A mark of the same class is in between.
    [InlineData("a\u035C\u0315\u0300\u05AE\u0300b", "\u00E0\u05AE\u0300\u0315\u035Cb", "a\u05AE\u0300\u0300\u0315\u035Cb")]
    [InlineData("a\u030D\u0301", "a\u030D\u0301", "a\u030D\u0301")]
    // What never comes together again, and what becomes another character for good.
    [InlineData("\u0344", "\u0308\u0301", "\u0308\u0301")]
    [InlineData("\u0958", "\u0915\u093C", "\u0915\u093C")]
    [InlineData("\u212B", "\u00C5", "A\u030A")]
    [InlineData("\uF900", "\u8C48", "\u8C48")]
    [InlineData("\U0001D15E", "\U0001D157\U0001D165", "\U0001D157\U0001D165")]
    [InlineData("\U00011131\U00011127", "\U0001112E", "\U00011131\U00011127")]
    // Letters that are joined though neither is a mark.
    [InlineData("\u09C7\u09BE", "\u09CB", "\u09C7\u09BE")]
    // Hangul: two and three parts, and parts that make no syllable.
    [InlineData("\u1112\u1161\u11AB", "\uD55C", "\u1112\u1161\u11AB")]
    [InlineData("\uAC00\u11A8", "\uAC01", "\u1100\u1161\u11A8")]
    [InlineData("\uD7A3", "\uD7A3", "\u1112\u1175\u11C2")]
    [InlineData("\u1100\u1161\u11A7", "\uAC00\u11A7", "\u1100\u1161\u11A7")]
    [InlineData("\uAC01\u11A8", "\uAC01\u11A8", "\u1100\u1161\u11A8\u11A8")]
    [InlineData("\u1113\u1161", "\u1113\u1161", "\u1113\u1161")]
    [InlineData("\u1100\u1176", "\u1100\u1176", "\u1100\u1176")]
    // Marks without a letter, and letters that stay what they are.
    [InlineData("\u0301\u0323", "\u0323\u0301", "\u0323\u0301")]
    [InlineData("\u6F22\u5B57 \u0436", "\u6F22\u5B57 \u0436", "\u6F22\u5B57 \u0436")]
    [InlineData("plain", "plain", "plain")]
    public void A_text_has_its_forms(string text, string composed, string decomposed)
    {
        Assert.Equal(Codes(composed), Codes(UnicodeText.Compose(text)));
        Assert.Equal(Codes(decomposed), Codes(UnicodeText.Decompose(text)));
    }

    [Fact]
    public void Half_a_pair_has_no_form()
    {
        foreach (var text in new[] { "e\u0301\uD800", "\uDC00e\u0301" })
        {
            Assert.Equal(text, UnicodeText.Compose(text));
            Assert.Equal(text, UnicodeText.Decompose(text));
        }
    }

    [Fact]
    public void Many_marks_on_one_letter_are_put_in_order()
    {
        var marks = string.Concat(Enumerable.Repeat("\u0301\u0323", 200_000));
        Assert.Equal("\u1EB9" + new string('\u0323', 199_999) + new string('\u0301', 200_000), UnicodeText.Compose("e" + marks));
    }

    [Fact]
    public void Every_code_point_has_the_forms_that_the_framework_gives_it()
    {
        Assert.SkipUnless(FrameworkKnowsForms, "There is no ICU here to compare with.");
        for (var point = 0; point < 0x110000; point++)
        {
            if (!Rune.IsValid(point) || IsUnassigned(point))
                continue;
            var text = char.ConvertFromUtf32(point);
            Same(text);
            if (text.Normalize(NormalizationForm.FormD) is var parts && parts != text)
                Same(parts);
        }
    }

    [Fact]
    public void Any_row_of_letters_and_marks_has_the_forms_that_the_framework_gives_it()
    {
        Assert.SkipUnless(FrameworkKnowsForms, "There is no ICU here to compare with.");
        var random = new Random(20260401);
        var moving = Enumerable.Range(0x80, 0x1E900).Where(point => Rune.IsValid(point) && !IsUnassigned(point))
            .Where(point => char.ConvertFromUtf32(point) is var text && (!text.IsNormalized(NormalizationForm.FormD) || Rune.GetUnicodeCategory(new Rune(point)) is UnicodeCategory.NonSpacingMark))
            .SelectMany(point => char.ConvertFromUtf32(point).Normalize(NormalizationForm.FormD).EnumerateRunes()).Distinct().ToArray();
        for (var round = 0; round < 50_000; round++)
        {
            var text = new StringBuilder();
            for (var count = random.Next(1, 8); count > 0; count--)
                text.Append(moving[random.Next(moving.Length)].ToString());
            Same(text.ToString());
        }
    }

    private static bool FrameworkKnowsForms => "e\u0301".Normalize(NormalizationForm.FormC) == "\u00E9";

    // A newer Unicode may give forms to what ours does not know.
    private static bool IsUnassigned(int point) => Rune.GetUnicodeCategory(new Rune(point)) == UnicodeCategory.OtherNotAssigned;

    private static void Same(string text)
    {
        if (text.Normalize(NormalizationForm.FormC) != UnicodeText.Compose(text) || text.Normalize(NormalizationForm.FormD) != UnicodeText.Decompose(text))
            Assert.Fail($"{Codes(text)} has other forms: {Codes(UnicodeText.Compose(text))}, {Codes(UnicodeText.Decompose(text))}");
    }

    private static string Codes(string text) => string.Join(' ', text.Select(unit => ((int)unit).ToString("X4", CultureInfo.InvariantCulture)));
}
