using Content.Compiler.Diagnostics;

namespace Content.Build;

/// <summary>
/// What the project wants done with warnings. MSBuild itself applies <c>NoWarn</c>, <c>WarningsAsErrors</c> and <c>MSBuildWarningsAsMessages</c>
/// to the warnings of tasks, but not <c>TreatWarningsAsErrors</c>: that is for the C# compiler, and for us. All of them are known here,
/// because what MSBuild makes of a warning has to stand in the report as well.
/// </summary>
internal sealed class WarningPolicy
{
    private static readonly char[] separators = [';', ',', ' ', '\t', '\r', '\n'];

    private readonly bool warningsAreErrors;
    private readonly HashSet<string> errors;
    private readonly HashSet<string> notErrors;
    private readonly HashSet<string> silenced;

    public WarningPolicy(bool warningsAreErrors, string errors, string notErrors, string silenced)
    {
        this.warningsAreErrors = warningsAreErrors;
        this.errors = Codes(errors);
        this.notErrors = Codes(notErrors);
        this.silenced = Codes(silenced);
    }

    /// <summary>Whether the project does not want to see the warning. An error stays an error.</summary>
    public bool IsSilenced(Diagnostic diagnostic) => diagnostic.Severity == DiagnosticSeverity.Warning && silenced.Contains(diagnostic.Code);

    /// <summary>The severity that the diagnostic is logged with.</summary>
    public DiagnosticSeverity SeverityOf(Diagnostic diagnostic) =>
        diagnostic.Severity == DiagnosticSeverity.Warning && IsError(diagnostic.Code) ? DiagnosticSeverity.Error : diagnostic.Severity;

    private bool IsError(string code) =>
        !silenced.Contains(code) && (errors.Contains(code) || (warningsAreErrors && !notErrors.Contains(code)));

    private static HashSet<string> Codes(string list) =>
        new(list.Split(separators, StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
