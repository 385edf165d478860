using Content.Compiler.Text;

namespace Content.Compiler.Diagnostics;

/// <summary>One thing wrong, at one place.</summary>
/// <param name="Code">The code, such as <c>CONTENT2001</c>.</param>
/// <param name="Severity">How it is reported before the configuration's <c>severity</c> is applied.</param>
/// <param name="File">Relative to the project folder, with <c>/</c>; empty where no file is to blame.</param>
/// <param name="Range">The offending text.</param>
/// <param name="Message">What is wrong and what to do, one line.</param>
public sealed record Diagnostic(string Code, DiagnosticSeverity Severity, string File, TextRange Range, string Message)
    : IComparable<Diagnostic>
{
    /// <summary>Of a defect of ours, the stack: for the log, not for the reader.</summary>
    public string? Detail { get; init; }

    /// <summary>By path, place, code and message: the order in which diagnostics are reported.</summary>
    public int CompareTo(Diagnostic? other)
    {
        if (other is null)
            return 1;
        var order = string.CompareOrdinal(File, other.File);
        if (order == 0)
            order = Range.CompareTo(other.Range);
        if (order == 0)
            order = string.CompareOrdinal(Code, other.Code);
        return order != 0 ? order : string.CompareOrdinal(Message, other.Message);
    }

    public static bool operator <(Diagnostic left, Diagnostic right) => left.CompareTo(right) < 0;

    public static bool operator >(Diagnostic left, Diagnostic right) => left.CompareTo(right) > 0;

    public static bool operator <=(Diagnostic left, Diagnostic right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Diagnostic left, Diagnostic right) => left.CompareTo(right) >= 0;
}
