using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;

namespace Content.Compiler.Sites;

/// <summary>The suppression comments of one article, and which of them were of use.</summary>
internal sealed class ArticleSuppressions(string file, ImmutableArray<Suppression> suppressions)
{
    private readonly Dictionary<(string Code, int Line), Suppression> byPlace = MakeIndex(suppressions);
    private readonly HashSet<(string Code, int Line)> used = [];

    /// <summary>The comment that silences the diagnostic, which is then one of use; or null.</summary>
    public Suppression? Find(Diagnostic diagnostic)
    {
        if (!byPlace.TryGetValue((diagnostic.Code, diagnostic.Range.StartLine), out var found)
            && !byPlace.TryGetValue((diagnostic.Code, 0), out found))
        {
            return null;
        }

        used.Add((found.Code, found.Line));
        return found;
    }

    /// <summary>CONTENT2020 for each comment that was of no use, unless its code is off or belongs to another target.</summary>
    public IEnumerable<Diagnostic> ReportUnused(ContentConfiguration configuration)
    {
        foreach (var suppression in suppressions)
        {
            if (used.Contains((suppression.Code, suppression.Line)) || suppression.Code == DiagnosticCatalog.SuppressionUnused.Code || IsOff(configuration, file, suppression.Code))
                continue;
            var report = SuppressionErrors.Unused(file, suppression.Range, suppression.Code, suppression.Line);
            if (Find(report) is null)
                yield return report;
        }
    }

    private static bool IsOff(ContentConfiguration configuration, string file, string code) =>
        DiagnosticCatalog.IsOfExternalLinks(code)
        || (DiagnosticCatalog.Find(code) is { } descriptor && configuration.SeverityOf(code, descriptor.DefaultSeverity, file) == DiagnosticSeverity.None);

    private static Dictionary<(string Code, int Line), Suppression> MakeIndex(ImmutableArray<Suppression> suppressions)
    {
        var index = new Dictionary<(string Code, int Line), Suppression>();
        foreach (var suppression in suppressions)
            index.TryAdd((suppression.Code, suppression.Line), suppression);
        return index;
    }
}
