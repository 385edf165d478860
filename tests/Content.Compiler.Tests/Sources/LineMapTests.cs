using Content.Compiler.Text;

namespace Content.Compiler.Tests.Sources;

public sealed class LineMapTests
{
    [Theory]
    [InlineData("ab\ncd", 3, 2, 1)]
    [InlineData("ab\r\ncd", 4, 2, 1)]
    [InlineData("ab\rcd", 3, 2, 1)]
    [InlineData("ab\n", 3, 2, 1)]
    [InlineData("", 0, 1, 1)]
    [InlineData("a\u2028b", 2, 1, 3)]
    public void Lines_end_at_LF_CRLF_and_CR(string text, int offset, int line, int column) =>
        Assert.Equal((line, column), new LineMap(text).GetPosition(offset));
}
