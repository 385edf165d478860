using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.FrontMatter;

/// <summary>Checks what is said of front matter that holds a mistake: the place is marked in the text itself, as in <c>a: ⟦b⟧</c>.</summary>
internal static class Mistake
{
    public static FrontMatterBlock IsNamed(string marked, string code, string message)
    {
        var start = marked.IndexOf('⟦', StringComparison.Ordinal);
        var end = marked.IndexOf('⟧', StringComparison.Ordinal) - 1;
        var source = new SourceText("a.md", marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal));
        var block = FrontMatterReader.Read(source);
        var diagnostic = Assert.Single(block.Diagnostics);
        var expected = source.GetRange(TextSpan.FromBounds(start, end));
        Assert.Equal(new Diagnostic(code, DiagnosticSeverity.Error, "a.md", expected, message), diagnostic);
        return block;
    }
}
