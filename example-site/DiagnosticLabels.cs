namespace ExampleSite;

/// <summary>How the areas and severities of diagnostics are shown.</summary>
internal static class DiagnosticLabels
{
    public static string Label(this DiagnosticPageArea area) => area switch
    {
        DiagnosticPageArea.Configuration => "Configuration",
        DiagnosticPageArea.Metadata => "Metadata",
        DiagnosticPageArea.Links => "Links",
        DiagnosticPageArea.External => "External links",
        DiagnosticPageArea.Markup => "Markup",
        DiagnosticPageArea.Catalog => "Catalog",
        DiagnosticPageArea.Code => "Code in articles",
        DiagnosticPageArea.Packages => "README and changelog of a package",
        _ => "Internal",
    };

    public static string Label(this DiagnosticPageSeverity severity) => severity switch
    {
        DiagnosticPageSeverity.Error => "Error",
        DiagnosticPageSeverity.Warning => "Warning",
        _ => "Off by default",
    };
}
