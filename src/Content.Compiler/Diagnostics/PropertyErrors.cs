using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>What can be wrong with the properties of the project, which configure the compiler as content.json does.</summary>
public static class PropertyErrors
{
    /// <summary>Neither of the two values there are.</summary>
    public static Diagnostic NotAChoice(string property, string value, string yes, string no) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart,
        $"The property '{property}' must be '{yes}' or '{no}', but is {Quoted.Text(value)}.{Suggestion.Hint(value, [yes, no])}");

    /// <summary>No code that there is.</summary>
    public static Diagnostic NotACode(string property, string value) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart,
        $"The property '{property}' must be codes such as CONTENT2005, with ';' between them, but has {Quoted.Text(value)}.{Suggestion.Hint(value, DiagnosticCatalog.All.Select(known => known.Code))}");

    /// <summary>None of several values.</summary>
    public static Diagnostic NotOneOf(string property, string value, IReadOnlyList<string> known) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart, $"The property '{property}' must be {Quoted.Choice(known)}, but is {Quoted.Text(value)}.{Suggestion.Hint(value, known)}");

    /// <summary>No date.</summary>
    public static Diagnostic NotADate(string property, string value) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart, $"The property '{property}' must be a date such as 2026-11-23, but is {Quoted.Text(value)}.");

    /// <summary>Not a name for a class.</summary>
    public static Diagnostic NotAClassName(string property, string value) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart, $"The property '{property}' must be the name of a C# class, but is {Quoted.Text(value)}.");

    /// <summary>The catalog has the name of a namespace.</summary>
    public static Diagnostic CatalogHidesNamespace(string catalog) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart,
        $"The class {Quoted.Text(catalog)} and the namespace of that name would hide each other. Give the class another name by the property 'ContentCatalogName', such as 'SiteCatalog'.");

    /// <summary>A type that nobody declared has the name of a namespace.</summary>
    public static Diagnostic TypeHidesNamespace(string type, string ownNamespace) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart,
        $"The class {Quoted.Text(type)} of the built-in configuration and the namespace {Quoted.Text(ownNamespace)} would hide each other. "
        + "Set the property 'ContentNamespace', or declare a collection with another type in content.json.");

    /// <summary>Not a namespace.</summary>
    public static Diagnostic NotANamespace(string property, string value) => DiagnosticCatalog.ConfigurationInvalid.At(
        "", TextRange.FileStart, $"The property '{property}' must be a C# namespace such as My.Site, but is {Quoted.Text(value)}.");
}
