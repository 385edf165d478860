namespace Content.Compiler.Tests.Corpora;

/// <summary>A mistake that was planted into an article.</summary>
/// <param name="Code">The code that tells of it.</param>
/// <param name="Expected">What is to be said of it: its file, its place and its code.</param>
internal sealed record Fault(string Code, string Expected)
{
    /// <summary>A fault in <paramref name="text"/>, which is the text of the file now; its place is counted here on its own, lines ending at line feeds.</summary>
    public static Fault At(string file, string text, int start, string written, string code)
    {
        var (line, column) = Place(text, start);
        var (endLine, endColumn) = Place(text, start + written.Length);
        return new Fault(code, $"content/{file}({line},{column},{endLine},{endColumn}): {code}");
    }

    private static (int Line, int Column) Place(string text, int offset) =>
        (text.AsSpan(0, offset).Count('\n') + 1, offset - text.AsSpan(0, offset).LastIndexOf('\n'));
}
