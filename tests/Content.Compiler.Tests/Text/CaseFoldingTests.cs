using Content.Compiler.Text;

namespace Content.Compiler.Tests.Text;

public class CaseFoldingTests
{
    [Theory]
    [InlineData("Label", "lABEL")]
    [InlineData("\u1E9E", "ss")]
    [InlineData("gro\u00DF", "GROSS")]
    [InlineData("\u03C2", "\u03A3")]
    [InlineData("\u212A", "k")]
    [InlineData("\u017F", "S")]
    [InlineData("\u1F80", "\u1F88")]
    [InlineData("\u0390", "\u1FD3")]
    [InlineData("\uFB03", "FFI")]
    [InlineData("\U00010400", "\U00010428")]
    [InlineData("\u01C5", "\u01C6")]
    [InlineData("E\u0301", "\u00E9")]
    public void Texts_that_differ_in_case_alone_are_one(string one, string other)
    {
        Assert.True(CaseFolding.Comparer.Equals(one, other));
        Assert.True(CaseFolding.Comparer.Equals(other, one));
        Assert.Equal(CaseFolding.Comparer.GetHashCode(one), CaseFolding.Comparer.GetHashCode(other));
        Assert.Equal(CaseFolding.Fold(one), CaseFolding.Fold(other));
    }

    [Theory]
    [InlineData("a", "b")]
    [InlineData("a", "\u00E0")]
    [InlineData("e\u0301", "\u00E8")]
    [InlineData("a\u200B", "a")]
    [InlineData("\u00DF", "s")]
    [InlineData("\u0131", "i")]
    [InlineData("\u0130", "i")]
    [InlineData("\uFF21", "a")]
    [InlineData("", "\u00AD")]
    public void What_differs_in_more_is_not(string one, string other)
    {
        Assert.False(CaseFolding.Comparer.Equals(one, other));
        Assert.NotEqual(CaseFolding.Fold(one), CaseFolding.Fold(other));
    }
}
