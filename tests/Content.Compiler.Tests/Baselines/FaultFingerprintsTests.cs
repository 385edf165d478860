using Content.Compiler.Baselines;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Baselines;

/// <summary>What makes one fault of two, and two of one.</summary>
public sealed class FaultFingerprintsTests
{
    private static readonly FaultFingerprints fingerprints = new(file => file.EndsWith(".md", StringComparison.Ordinal)
        ? new SourceText(file, file == "a.md" ? "---\n---\n\none  two\nthree one two\n" : "\n\n\none\n\n two\n") : null);

    [Theory]
    // The text at the place counts, with its white space collapsed; neither the line nor the file does.
    [InlineData("CONTENT2001", "a.md", 4, 1, 4, 9, "m", "CONTENT2001", "a.md", 5, 7, 5, 14, "m", true)]
    [InlineData("CONTENT2001", "a.md", 4, 1, 4, 9, "m", "CONTENT2001", "b.md", 4, 1, 6, 5, "m", true)]
    [InlineData("CONTENT2001", "a.md", 4, 1, 4, 9, "m", "CONTENT2001", "a.md", 4, 1, 4, 4, "m", false)]
    [InlineData("CONTENT2001", "a.md", 4, 1, 4, 9, "m", "CONTENT2002", "a.md", 4, 1, 4, 9, "m", false)]
    // The message does not, but for what several rules say of one place, and the field that metadata is about.
    [InlineData("CONTENT2001", "a.md", 4, 1, 4, 9, "'m'", "CONTENT2001", "a.md", 4, 1, 4, 9, "'n'", true)]
    [InlineData("CONTENT3007", "a.md", 4, 1, 4, 9, "m", "CONTENT3007", "a.md", 4, 1, 4, 9, "n", false)]
    [InlineData("CONTENT1015", "a.md", 4, 1, 4, 9, "m", "CONTENT1015", "a.md", 4, 1, 4, 9, "n", false)]
    [InlineData("CONTENT3008", "a.md", 4, 1, 4, 9, "m", "CONTENT3008", "a.md", 4, 1, 4, 9, "n", true)]
    [InlineData("CONTENT1001", "a.md", 1, 1, 1, 4, "Field 'a' is missing.", "CONTENT1001", "a.md", 1, 1, 1, 4, "Field 'b' is missing.", false)]
    [InlineData("CONTENT1001", "a.md", 1, 1, 1, 4, "Field 'a' is missing.", "CONTENT1001", "a.md", 1, 1, 1, 4, "There is no 'a'.", true)]
    [InlineData("CONTENT1001", "a.md", 1, 1, 1, 4, "No field", "CONTENT1001", "a.md", 1, 1, 1, 4, "Field", true)]
    [InlineData("CONTENT1001", "a.md", 1, 1, 1, 4, "Don't", "CONTENT1001", "a.md", 1, 1, 1, 4, "Do", true)]
    // A file that is not there has no text.
    [InlineData("CONTENT2001", "gone", 4, 1, 4, 9, "m", "CONTENT2001", "gone", 5, 7, 5, 14, "m", true)]
    [InlineData("CONTENT2001", "", 1, 1, 1, 1, "m", "CONTENT2001", "gone", 5, 7, 5, 14, "m", true)]
    public void A_fault_is_known_by_its_code_and_its_text(
        string code, string file, int a, int b, int c, int d, string message, string otherCode, string otherFile, int e, int f, int g, int h, string otherMessage, bool isOne)
    {
        var first = fingerprints.Of(new Diagnostic(code, DiagnosticSeverity.Error, file, new TextRange(a, b, c, d), message));
        var second = fingerprints.Of(new Diagnostic(otherCode, DiagnosticSeverity.Error, otherFile, new TextRange(e, f, g, h), otherMessage));
        Assert.Equal(16, first.Length);
        Assert.Equal(isOne, first == second);
    }
}
