namespace Content.Compiler.Diagnostics;

/// <summary>Why a diagnostic that was found is not reported.</summary>
/// <param name="IsInSource">Whether a comment of the article says so, or else a setting of the project.</param>
/// <param name="Reason">What the author gives as the reason; empty where none is given.</param>
public sealed record DiagnosticSuppression(bool IsInSource, string Reason);
