using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with content.json itself.</summary>
internal static class ConfigurationErrors
{
    private static readonly DiagnosticDescriptor syntax = DiagnosticCatalog.Find("CONTENT0002")!;
    private static readonly DiagnosticDescriptor invalid = DiagnosticCatalog.Find("CONTENT0003")!;

    /// <summary>It is not JSON, comments and trailing commas allowed.</summary>
    public static Diagnostic Syntax(string file, TextRange range, string message) => syntax.At(file, range, message);

    /// <summary>It is JSON, but says something that has no meaning.</summary>
    public static Diagnostic Invalid(string file, TextRange range, string message) => invalid.At(file, range, message);
}
