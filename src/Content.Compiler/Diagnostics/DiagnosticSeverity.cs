namespace Content.Compiler.Diagnostics;

/// <summary>How much a diagnostic matters.</summary>
public enum DiagnosticSeverity
{
    /// <summary>Not reported.</summary>
    None,

    /// <summary>Reported as a message.</summary>
    Info,

    /// <summary>Reported as a warning.</summary>
    Warning,

    /// <summary>Fails the build.</summary>
    Error,
}
