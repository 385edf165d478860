using System.Collections.Immutable;
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

    /// <summary>Edits of which each makes it right, the likeliest first; empty where there is none that a machine could write.</summary>
    public ImmutableArray<Correction> Corrections { get; init; } = [];

    /// <summary>Why it does not count; null of one that does.</summary>
    public DiagnosticSuppression? Suppression { get; init; }

    /// <summary>Whether it publishes what nobody wanted published, or loses text, so that no baseline may hold it whatever its code.</summary>
    public bool IsUnacceptable { get; init; }

    /// <summary>The one edit that a tool may make without asking, or null.</summary>
    public Correction? CertainCorrection => Corrections.FirstOrDefault(correction => correction.IsCertain);

    /// <summary>The same, and with what to write in place of its range; unchanged for null, which is what somebody wrote that no machine can correct.</summary>
    internal Diagnostic Offering(string? text, bool isCertain) =>
        text is null ? this : this with { Corrections = [Correction.Replace(Range, text, isCertain)] };

    /// <summary>By value, corrections included.</summary>
    public bool Equals(Diagnostic? other) => other is not null
        && CompareTo(other) == 0 && Severity == other.Severity && Detail == other.Detail && Suppression == other.Suppression && IsUnacceptable == other.IsUnacceptable
        && Corrections.AsSpan().SequenceEqual(other.Corrections.AsSpan());

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Code, Severity, File, Range, Message);

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
