using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.FrontMatter;

/// <summary>Checks where the value of <c>title</c> is in front matter: its place is marked in the text itself, as in <c>title: ⟦b⟧</c>.</summary>
internal static class MarkedValue
{
    public static void IsSpanned(string fence, string marked)
    {
        foreach (var lineEnd in new[] { "\n", "\r\n", "\r" })
        {
            var text = $"{fence}\n{marked}{fence}\n".Replace("\n", lineEnd, StringComparison.Ordinal);
            var start = text.IndexOf('⟦', StringComparison.Ordinal);
            var end = text.IndexOf('⟧', StringComparison.Ordinal) - 1;
            text = text.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal);
            var block = FrontMatterReader.Read(new SourceText("a.md", text));
            Assert.Empty(block.Diagnostics);
            var property = block.Root!.Find("title")!;
            Assert.Equal(TextSpan.FromBounds(start, end), property.Value.Span);
            Assert.Equal("title", text.Substring(property.KeySpan.Start, property.KeySpan.Length));
        }
    }
}
