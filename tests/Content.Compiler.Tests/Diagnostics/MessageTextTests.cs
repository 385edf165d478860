using Content.Compiler.Diagnostics;

namespace Content.Compiler.Tests.Diagnostics;

public sealed class MessageTextTests
{
    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("市立図書館 🎉", "市立図書館 🎉")]
    [InlineData("a\nb", "a\\u000Ab")]
    [InlineData("a\u2028b\u202Ec", "a\\u2028b\\u202Ec")]
    [InlineData("a\u00ADb", "a\\u00ADb")]
    [InlineData("a\u061Cb", "a\\u061Cb")]
    [InlineData("a\u001b[31m", "a\\u001B[31m")]
    public void A_message_is_one_printable_line(string value, string expected) => Assert.Equal(expected, MessageText.OneLine(value));

    [Fact]
    public void A_huge_value_is_cut_between_characters()
    {
        var text = MessageText.OneLine(new string('x', MessageText.MaxLength - 1) + "🎉🎉");
        Assert.Equal(new string('x', MessageText.MaxLength - 1) + "...", text);
    }
}
