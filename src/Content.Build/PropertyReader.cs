using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Build;

/// <summary>Reads the package's properties: MSBuild hands over text, and people mistype it.</summary>
/// <param name="projectFile">The project, absolute.</param>
internal sealed class PropertyReader(string projectFile)
{
    private readonly List<Diagnostic> diagnostics = [];

    /// <summary>The project folder, absolute.</summary>
    public string ProjectDirectory { get; } = Path.GetDirectoryName(projectFile)!;

    /// <summary>Says what is wrong with the properties read so far; whether nothing is.</summary>
    public bool Report(DiagnosticLog log)
    {
        log.Write(diagnostics);
        return diagnostics.Count == 0;
    }

    /// <summary>A path rooted at the project folder.</summary>
    public string FullPath(string path) => Path.GetFullPath(path.Replace('\\', Path.DirectorySeparatorChar), ProjectDirectory);

    /// <summary>Whether a property that has two values has the first.</summary>
    public bool Choice(string property, string value, string yes, string no)
    {
        if (string.Equals(value, yes, StringComparison.OrdinalIgnoreCase))
            return true;
        if (!string.Equals(value, no, StringComparison.OrdinalIgnoreCase))
            diagnostics.Add(PropertyErrors.NotAChoice(property, value, yes, no));
        return false;
    }

    /// <summary>Codes of diagnostics, in any case, with <c>;</c> or a comma between them.</summary>
    public IReadOnlySet<string> Codes(string property, string value)
    {
        var codes = new HashSet<string>(StringComparer.Ordinal);
        foreach (var written in value.Split([';', ',', ' ', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (DiagnosticCatalog.Find(written.ToUpperInvariant()) is { } known)
                codes.Add(known.Code);
            else
                diagnostics.Add(PropertyErrors.NotACode(property, written));
        }

        return codes;
    }

    /// <summary>The one of several values that a property has; the first where it has none of them.</summary>
    public string OneOf(string property, string value, params string[] known)
    {
        if (known.FirstOrDefault(one => string.Equals(value, one, StringComparison.OrdinalIgnoreCase)) is { } found)
            return found;
        diagnostics.Add(PropertyErrors.NotOneOf(property, value, known));
        return known[0];
    }

    /// <summary>A date as ISO 8601 writes it, whatever the machine's culture.</summary>
    public DateOnly Date(string property, string value, DateOnly otherwise)
    {
        if (value.Length == 0)
            return otherwise;
        if (DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
            return date;
        diagnostics.Add(PropertyErrors.NotADate(property, value));
        return otherwise;
    }

    /// <summary>The name of the catalog's class.</summary>
    public string CatalogName(string property, string value, string ownNamespace)
    {
        if (!CSharpName.IsIdentifier(value) || CSharpName.IsKeyword(value))
            diagnostics.Add(PropertyErrors.NotAClassName(property, value));
        else if (CSharpName.HidesNamespace(value, ownNamespace))
            diagnostics.Add(PropertyErrors.CatalogHidesNamespace(value));
        return value;
    }

    /// <summary>A namespace; empty is the global one.</summary>
    public string Namespace(string property, string value)
    {
        if (value.Length > 0 && !CSharpName.IsNamespace(value))
            diagnostics.Add(PropertyErrors.NotANamespace(property, value));
        return value;
    }
}
