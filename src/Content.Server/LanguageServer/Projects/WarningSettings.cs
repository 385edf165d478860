using System.Collections.Frozen;
using Content.Compiler.Diagnostics;
using Content.Compiler.Workspaces;

namespace Content.Server.LanguageServer.Projects;

/// <summary>What a project wants done with warnings, by the properties that it has for that.</summary>
/// <param name="TreatWarningsAsErrors">Whether all are errors.</param>
/// <param name="AsErrors">Codes that are errors.</param>
/// <param name="NotAsErrors">Codes that stay warnings.</param>
/// <param name="Silenced">Codes that are not shown.</param>
internal sealed record WarningSettings(bool TreatWarningsAsErrors, FrozenSet<string> AsErrors, FrozenSet<string> NotAsErrors, FrozenSet<string> Silenced)
{
    private static readonly FrozenSet<string> noCodes = FrozenSet<string>.Empty;

    public static WarningSettings None { get; } = new(false, noCodes, noCodes, noCodes);

    /// <summary>What the properties of a project say.</summary>
    public static WarningSettings Of(WarningProperties properties) =>
        new(properties.AreErrors, Codes(properties.AsErrors), Codes(properties.NotAsErrors), Codes(properties.Silenced));

    private static FrozenSet<string> Codes(string list) =>
        list.Split([';', ',', ' ', '\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a diagnostic is shown as; none where it is not.</summary>
    public DiagnosticSeverity SeverityOf(Diagnostic diagnostic)
    {
        if (diagnostic.Severity != DiagnosticSeverity.Warning)
            return diagnostic.Severity;
        if (Silenced.Contains(diagnostic.Code))
            return DiagnosticSeverity.None;
        return AsErrors.Contains(diagnostic.Code) || (TreatWarningsAsErrors && !NotAsErrors.Contains(diagnostic.Code)) ? DiagnosticSeverity.Error : DiagnosticSeverity.Warning;
    }
}
