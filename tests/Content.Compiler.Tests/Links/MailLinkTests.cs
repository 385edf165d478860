using Content.Compiler.Links;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Links;

/// <summary>What could be an address of mail, or a number.</summary>
public sealed class MailLinkTests
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
    public void Mail_goes_to_somebody(string rest, bool isPlausible) => Assert.Equal(isPlausible, MailLink.IsPlausible(rest));

    [Theory]
    [InlineData("+49 0", true)]
    [InlineData("9", true)]
    [InlineData("%31", true)]
    [InlineData("", false)]
    [InlineData("call me", false)]
    public void A_number_has_a_digit(string rest, bool isPlausible) => Assert.Equal(isPlausible, MailLink.IsPlausibleNumber(rest));

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
    public void A_file_is_not_taken_for_an_address(string path, bool isBare) => Assert.Equal(isBare, MailLink.IsBare(path));

    // Both rules stand side by side: what a field takes, a link takes as well, and a link takes more.
    [Theory]
    [InlineData("jane@example.org", true, true)]
    [InlineData("jöhn@bücher.example", true, true)]
    [InlineData("jane+list@a.b-c.example", true, true)]
    [InlineData("jane@example", false, true)]
    [InlineData("\"jane\"@example.org", false, true)]
    [InlineData("a@b@c.example", false, true)]
    [InlineData("jane@-example.org", false, true)]
    [InlineData("jane doe@example.org", false, false)]
    [InlineData("jane@example.org.", false, false)]
    [InlineData("jane@", false, false)]
    public void Fields_are_stricter_than_links(string address, bool isValid, bool isPlausible)
    {
        Assert.Equal(isValid, MailAddress.IsValid(address));
        Assert.Equal(isPlausible, MailAddress.IsPlausible(address));
    }
}
