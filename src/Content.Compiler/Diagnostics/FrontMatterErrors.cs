using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with metadata before anyone asks what its fields mean.</summary>
internal static class FrontMatterErrors
{
    /// <summary>A key that its mapping has already.</summary>
    /// <param name="file">As diagnostics name it.</param>
    /// <param name="range">The second.</param>
    /// <param name="message">What is said of it.</param>
    /// <param name="key">As written. Of two of those that hold an article back, here and in Jekyll, one may not be meant.</param>
    public static Diagnostic DuplicateKey(string file, TextRange range, string message, ReadOnlySpan<char> key) =>
        DiagnosticCatalog.DuplicateKey.At(file, range, message) with { IsUnacceptable = key.Trim("'\"") is "draft" or "publishDate" or "expiryDate" or "published" };

    /// <summary>Text that YAML, TOML or JSON does not allow, or a root that is not a mapping.</summary>
    public static Diagnostic Syntax(string file, TextRange range, string message) => DiagnosticCatalog.FrontMatterSyntax.At(file, range, message);

    /// <summary>An opening fence without its counterpart.</summary>
    public static Diagnostic Unclosed(string file, TextRange range, string message) => DiagnosticCatalog.FrontMatterUnclosed.At(file, range, message);

    /// <summary>Text that was meant as front matter and is none.</summary>
    public static Diagnostic Misplaced(string file, TextRange range, string message) => DiagnosticCatalog.FrontMatterMisplaced.At(file, range, message);
}
