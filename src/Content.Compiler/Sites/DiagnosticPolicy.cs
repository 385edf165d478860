using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Articles;
using Content.Compiler.Baselines;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Sites;

/// <summary>From all that was found to what is reported: suppressions first, then severities, then order, then what the baseline has accepted.</summary>
internal static class DiagnosticPolicy
{
    /// <summary>Applies the files' suppressions and the configuration's severities; sorts, and drops what is said twice.</summary>
    /// <param name="configuration">Its severities.</param>
    /// <param name="files">The suppressions of articles and pages.</param>
    /// <param name="found">Everything that was found.</param>
    /// <param name="judgeSuppressions">Whether all checks were made, so that a suppression or an accepted fault without effect is one for certain.</param>
    /// <param name="baseline">What was accepted; null where there is nothing.</param>
    public static JudgedDiagnostics Apply(
        ContentConfiguration configuration, IEnumerable<(string File, ImmutableArray<Suppression> Suppressions)> files, IReadOnlyList<Diagnostic> found, bool judgeSuppressions, BaselineCheck? baseline = null)
    {
        var suppressions = SuppressionsByFile(files);
        var kept = new List<Diagnostic>(found.Count);
        var suppressed = new List<Diagnostic>();
        foreach (var diagnostic in found)
        {
            if (suppressions.TryGetValue(diagnostic.File, out var ofFile) && ofFile.Find(diagnostic) is { } comment)
                Keep(configuration, diagnostic with { Suppression = new DiagnosticSuppression(IsInSource: true, comment.Reason) }, suppressed);
            else
                Keep(configuration, diagnostic, kept);
        }

        if (judgeSuppressions)
        {
            foreach (var ofFile in suppressions.Values)
            {
                foreach (var diagnostic in ofFile.ReportUnused(configuration))
                    Keep(configuration, diagnostic, kept);
            }
        }

        Sort(kept);
        Sort(suppressed);
        if (baseline is not null)
            Accept(configuration, baseline, kept, judgeSuppressions);
        return new JudgedDiagnostics([.. kept], [.. suppressed]);
    }

    private static Dictionary<string, ArticleSuppressions> SuppressionsByFile(IEnumerable<(string File, ImmutableArray<Suppression> Suppressions)> files)
    {
        var found = new Dictionary<string, List<Suppression>>(StringComparer.Ordinal);
        foreach (var (own, suppressions) in files)
        {
            foreach (var suppression in suppressions)
            {
                // A comment in what an article takes in speaks of the file that it stands in, however often that is taken in.
                var file = suppression.Range.File ?? own;
                var here = suppression with { Range = suppression.Range with { File = null } };
                if (!found.TryGetValue(file, out var ofFile))
                    found.Add(file, ofFile = []);
                if (suppression.Range.File is null || !ofFile.Contains(here))
                    ofFile.Add(here);
            }
        }

        return found.ToDictionary(pair => pair.Key, pair => new ArticleSuppressions(pair.Key, [.. pair.Value.Distinct()]), StringComparer.Ordinal);
    }

    private static void Accept(ContentConfiguration configuration, BaselineCheck baseline, List<Diagnostic> kept, bool judgesAll)
    {
        var outdated = baseline.Apply(
            kept, (code, file) => configuration.SeverityOf(code, DiagnosticCatalog.Find(code)!.DefaultSeverity, file) == DiagnosticSeverity.None);
        if (!judgesAll || outdated.Count == 0)
            return;
        foreach (var entry in outdated)
        {
            var line = new TextRange(entry.Line, 1, entry.Line, entry.ToLine().Length + 1);
            var whole = new TextRange(entry.Line, 1, entry.Line + 1, 1);
            Keep(configuration, BaselineErrors.Outdated(baseline.Baseline.File, line, entry) with { Corrections = [new Correction("Remove the line", whole, "", IsCertain: true)] }, kept);
        }

        kept.Sort();
    }

    private static void Keep(ContentConfiguration configuration, Diagnostic diagnostic, List<Diagnostic> kept)
    {
        var severity = configuration.SeverityOf(diagnostic.Code, diagnostic.Severity, diagnostic.File);
        if (severity != DiagnosticSeverity.None)
            kept.Add(severity == diagnostic.Severity ? diagnostic : diagnostic with { Severity = severity });
    }

    private static void Sort(List<Diagnostic> kept)
    {
        kept.Sort();
        var count = 0;
        var span = CollectionsMarshal.AsSpan(kept);
        for (var index = 0; index < span.Length; index++)
        {
            if (count == 0 || span[count - 1].CompareTo(span[index]) != 0)
                span[count++] = span[index];
        }

        kept.RemoveRange(count, kept.Count - count);
    }
}

/// <summary>What was found, divided by what becomes of it; each sorted, and with the severities that the configuration gives.</summary>
/// <param name="Reported">What the build says.</param>
/// <param name="Suppressed">What comments of the articles silence.</param>
public readonly record struct JudgedDiagnostics(ImmutableArray<Diagnostic> Reported, ImmutableArray<Diagnostic> Suppressed);
