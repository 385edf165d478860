using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads the severities that content.json gives to codes.</summary>
internal static class SeverityReader
{
    /// <summary>The severities that the file gives, and those that the recommended style brings along.</summary>
    public static IReadOnlyDictionary<string, DiagnosticSeverity> Read(ConfigurationInput input, MetadataNode? node, ContentRules rules)
    {
        if (node is null && !rules.HasRecommendedStyle)
            return ContentConfiguration.DefaultSeverities;
        var severities = node is null ? new Dictionary<string, DiagnosticSeverity>(StringComparer.Ordinal) : Read(input, node);
        if (rules.HasRecommendedStyle)
            severities.TryAdd(DiagnosticCatalog.ImageWithoutAltText.Code, DiagnosticSeverity.Warning);
        return severities;
    }

    private static Dictionary<string, DiagnosticSeverity> Read(ConfigurationInput input, MetadataNode node)
    {
        var severities = new Dictionary<string, DiagnosticSeverity>(StringComparer.Ordinal);
        if (input.Mapping(node, "'severity'") is not { } mapping)
            return severities;
        foreach (var property in mapping.Properties)
        {
            var severity = input.Choice(
                property.Value,
                $"The severity of {Quoted.Text(property.Key)}",
                ("none", DiagnosticSeverity.None),
                ("info", DiagnosticSeverity.Info),
                ("warning", DiagnosticSeverity.Warning),
                ("error", DiagnosticSeverity.Error));
            var descriptor = DiagnosticCatalog.Find(property.Key);
            if (descriptor is null)
            {
                string[] codes = [.. DiagnosticCatalog.All.Select(known => known.Code)];
                var near = Suggestion.Closest(property.Key, codes);
                input.Report(property.KeySpan, $"There is no diagnostic {Quoted.Text(property.Key)}.{Suggestion.Hint(near)}", property.Key, near, codes);
            }
            else if (descriptor.DefaultSeverity == DiagnosticSeverity.Error && severity != DiagnosticSeverity.Error && IsSeverity(property.Value))
            {
                input.Report(property.Value.Span, $"{descriptor.Code} is an error and cannot be lowered: what it tells of would break the catalog or its pages.");
            }
            else if (IsSeverity(property.Value))
            {
                severities[descriptor.Code] = severity;
            }
        }

        return severities;
    }

    private static bool IsSeverity(MetadataNode node) =>
        node is MetadataScalar { Kind: MetadataKind.String, Text: "none" or "info" or "warning" or "error" };
}
