using Content.Compiler.Links;

namespace Content.Compiler.Tests.Links;

/// <summary>What could be an address of mail, or a number.</summary>
public sealed class MailAddressTests
{
    [Theory]
    [InlineData("a@b", true)]
    [InlineData("a@b@c", true)]
    [InlineData("a%40b.example", true)]
    [InlineData("a@b,c@d", true)]
    [InlineData("a@b, c@d?subject=x", true)]
    [InlineData("?subject=x", true)]
    [InlineData("a@b?", true)]
    [InlineData("?", false)]
    [InlineData("", false)]
    [InlineData("@b", false)]
    [InlineData("a@", false)]
    [InlineData("a", false)]
    [InlineData("a@b,", false)]
    [InlineData("a@b,c", false)]
    [InlineData("a b@c", false)]
    [InlineData("a;b@c", false)]
    [InlineData("<a@b>", false)]
    [InlineData("a@.b", false)]
    [InlineData("a@b.", false)]
    [InlineData("//a@b", false)]
    public void Mail_goes_to_somebody(string rest, bool isPlausible) => Assert.Equal(isPlausible, MailAddress.IsPlausible(rest));

    [Theory]
    [InlineData("+49 0", true)]
    [InlineData("9", true)]
    [InlineData("%31", true)]
    [InlineData("", false)]
    [InlineData("call me", false)]
    public void A_number_has_a_digit(string rest, bool isPlausible) => Assert.Equal(isPlausible, MailAddress.IsPlausibleNumber(rest));

    [Theory]
    [InlineData("jane@example.org", true)]
    [InlineData("jane@a.example.org?subject=x", true)]
    [InlineData("jane@a.de", true)]
    [InlineData("jane@example", false)]
    [InlineData("jane@a.d", false)]
    [InlineData("jane@a.d2", false)]
    [InlineData("jane@a.0de", false)]
    [InlineData("jane@.org", false)]
    [InlineData("@example.org", false)]
    [InlineData("logo@2x.png", false)]
    [InlineData("docs/jane@example.org", false)]
    [InlineData("a#jane@example.org", false)]
    [InlineData("a:jane@example.org", false)]
    [InlineData(@"a\jane@example.org", false)]
    [InlineData("a?jane@example.org", false)]
    public void A_file_is_not_taken_for_an_address(string path, bool isBare) => Assert.Equal(isBare, MailAddress.IsBare(path));
}
