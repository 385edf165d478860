using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Text;

/// <summary>Places and diagnostics are in the order of the file.</summary>
public sealed class OrderTests
{
    [Theory]
    [InlineData(1, 1, 1, 1, 1, 1, 1, 1, 0)]
    [InlineData(1, 9, 9, 9, 2, 1, 2, 1, -1)]
    [InlineData(2, 1, 9, 9, 2, 2, 2, 2, -1)]
    [InlineData(2, 2, 2, 3, 2, 2, 3, 1, -1)]
    [InlineData(2, 2, 3, 1, 2, 2, 3, 2, -1)]
    [InlineData(2, 2, 3, 2, 2, 2, 3, 1, 1)]
    public void A_place_is_before_another_by_its_start_and_then_by_its_end(int a, int b, int c, int d, int e, int f, int g, int h, int order)
    {
        var (left, right) = (new TextRange(a, b, c, d), new TextRange(e, f, g, h));
        Assert.Equal(order, Math.Sign(left.CompareTo(right)));
        bool[] holds = [left < right, left > right, left <= right, left >= right];
        Assert.Equal([order < 0, order > 0, order <= 0, order >= 0], holds);
    }

    [Theory]
    [InlineData("a.md", 2, "CONTENT2001", "m", 0)]
    [InlineData("B.md", 1, "CONTENT1001", "a", 1)]
    [InlineData("b.md", 1, "CONTENT1001", "a", -1)]
    [InlineData("a.md", 3, "CONTENT1001", "a", -1)]
    [InlineData("a.md", 2, "CONTENT2002", "a", -1)]
    [InlineData("a.md", 2, "CONTENT2001", "n", -1)]
    [InlineData("a.md", 2, "CONTENT2001", "l", 1)]
    public void A_diagnostic_is_before_another_by_file_place_code_and_message(string file, int line, string code, string message, int order)
    {
        var (left, right) = (Make("a.md", 2, "CONTENT2001", "m"), Make(file, line, code, message));
        Assert.Equal(order, Math.Sign(left.CompareTo(right)));
        bool[] holds = [left < right, left > right, left <= right, left >= right];
        Assert.Equal([order < 0, order > 0, order <= 0, order >= 0], holds);
        Assert.Equal(1, left.CompareTo(null));
    }

    private static Diagnostic Make(string file, int line, string code, string message) => new(code, DiagnosticSeverity.Error, file, new TextRange(line, 1, line, 1), message);
}
