namespace Content.Compiler.Diagnostics;

/// <summary>Why a diagnostic that was found does not count.</summary>
/// <param name="IsInSource">Whether a comment of the article says so, or else a setting of the project.</param>
/// <param name="Reason">What the author gives as the reason; empty where none is given.</param>
/// <param name="IsBaseline">Whether the baseline has accepted it: then it is reported all the same, as a message.</param>
public sealed record DiagnosticSuppression(bool IsInSource, string Reason, bool IsBaseline = false);
