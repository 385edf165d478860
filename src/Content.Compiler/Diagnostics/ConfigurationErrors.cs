using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with content.json itself.</summary>
internal static class ConfigurationErrors
{
    /// <summary>It is not JSON, comments and trailing commas allowed.</summary>
    public static Diagnostic Syntax(string file, TextRange range, string message) => DiagnosticCatalog.ConfigurationSyntax.At(file, range, message);

    /// <summary>It is JSON, but says something that has no meaning.</summary>
    public static Diagnostic Invalid(string file, TextRange range, string message) => DiagnosticCatalog.ConfigurationInvalid.At(file, range, message);
}
