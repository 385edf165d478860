using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Compiler.Sites;

/// <summary>The suppression comments of one article, and which of them were of use.</summary>
internal sealed class ArticleSuppressions(string file, ImmutableArray<Suppression> suppressions)
{
    private readonly Dictionary<(string Code, int Line), bool> used = MakeIndex(suppressions);

    /// <summary>Whether a comment silences the diagnostic; it is then one of use.</summary>
    public bool Silences(Diagnostic diagnostic)
    {
        var line = (diagnostic.Code, diagnostic.Range.StartLine);
        var whole = (diagnostic.Code, 0);
        var key = used.ContainsKey(line) ? line : whole;
        if (!used.ContainsKey(key))
            return false;
        used[key] = true;
        return true;
    }

    /// <summary>CONTENT2020 for each comment that was of no use, unless its code is off or belongs to another target.</summary>
    public IEnumerable<Diagnostic> ReportUnused(ContentConfiguration configuration)
    {
        foreach (var suppression in suppressions)
        {
            if (used[(suppression.Code, suppression.Line)] || suppression.Code == DiagnosticCatalog.SuppressionUnused.Code || IsOff(configuration, suppression.Code))
                continue;
            var report = SuppressionErrors.Unused(file, suppression.Range, suppression.Code, suppression.Line);
            if (!Silences(report))
                yield return report;
        }
    }

    private static bool IsOff(ContentConfiguration configuration, string code) =>
        DiagnosticCatalog.IsOfExternalLinks(code) || (DiagnosticCatalog.Find(code) is { } descriptor && configuration.IsOff(descriptor));

    private static Dictionary<(string Code, int Line), bool> MakeIndex(ImmutableArray<Suppression> suppressions)
    {
        var index = new Dictionary<(string Code, int Line), bool>();
        foreach (var suppression in suppressions)
            index[(suppression.Code, suppression.Line)] = false;
        return index;
    }
}
