using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Corrections;

/// <summary>A text with corrections applied to it: what no correction covers stays as it is, to the byte.</summary>
/// <param name="Text">All of it.</param>
/// <param name="Applied">In the order of the text.</param>
internal sealed record CorrectedText(string Text, ImmutableArray<AppliedCorrection> Applied)
{
    /// <summary>
    /// Applies the certain corrections of <paramref name="diagnostics"/>. Of two that overlap the first counts; what the other is about is looked at anew
    /// in the text that comes out.
    /// </summary>
    public static CorrectedText Apply(SourceText source, IEnumerable<Diagnostic> diagnostics)
    {
        var edits = diagnostics
            .Where(diagnostic => diagnostic.CertainCorrection is not null)
            .Select(diagnostic => (Diagnostic: diagnostic, Correction: diagnostic.CertainCorrection!, Span: SpanOf(source.Lines, diagnostic.CertainCorrection!.Range)))
            .OrderBy(edit => edit.Span.Start)
            .ThenBy(edit => edit.Span.Length);
        var text = new StringBuilder(source.Text.Length + 64);
        var applied = ImmutableArray.CreateBuilder<AppliedCorrection>();
        var end = 0;
        var isFirst = true;
        foreach (var (diagnostic, correction, span) in edits)
        {
            var isTaken = !isFirst && (span.Start < end || (span.Start == end && span.Length == 0));
            var replaced = source.Text.Substring(span.Start, span.Length);
            if (isTaken || replaced == correction.Text)
                continue;
            text.Append(source.Text, end, span.Start - end).Append(correction.Text);
            applied.Add(new AppliedCorrection(diagnostic, correction, replaced));
            end = span.End;
            isFirst = false;
        }

        text.Append(source.Text, end, source.Text.Length - end);
        return new CorrectedText(text.ToString(), applied.DrainToImmutable());
    }

    private static TextSpan SpanOf(LineMap lines, TextRange range) =>
        TextSpan.FromBounds(lines.GetOffset(range.StartLine, range.StartColumn), lines.GetOffset(range.EndLine, range.EndColumn));
}
