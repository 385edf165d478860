using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>A code with what never changes about it.</summary>
/// <param name="Code">Such as <c>CONTENT2001</c>.</param>
/// <param name="DefaultSeverity"><see cref="DiagnosticSeverity.None"/> means off until the configuration raises it.</param>
/// <param name="Title">What it is about, in one line: the heading of its page and the rule's name in SARIF.</param>
public sealed record DiagnosticDescriptor(string Code, DiagnosticSeverity DefaultSeverity, string Title)
{
    /// <summary>A diagnostic of this code. Whatever a message repeats of what somebody wrote, it cannot be more in a log than text.</summary>
    internal Diagnostic At(string file, TextRange range, string message) =>
        new(Code, DefaultSeverity, range.File ?? file, range.File is null ? range : range with { File = null }, MessageText.ForLog(message));
}
