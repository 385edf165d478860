using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Sources;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads the addresses that the program answers.</summary>
internal static class RouteReader
{
    public static ImmutableArray<GlobPattern> Read(ConfigurationInput input, MetadataNode node)
    {
        var patterns = ImmutableArray.CreateBuilder<GlobPattern>();
        foreach (var text in input.Texts(node, "'routes'", allowSingle: true))
        {
            if (Problem(text.Text) is { } problem)
                input.Report(text.Span, problem);
            else if (text.Text.EndsWith("/**", StringComparison.Ordinal) && text.Text.Length > 3)
                patterns.AddRange(GlobPattern.Parse(text.Text[..^3]), GlobPattern.Parse(text.Text));
            else
                patterns.Add(GlobPattern.Parse(text.Text));
        }

        return patterns.ToImmutable();
    }

    private static string? Problem(string route)
    {
        if (!route.StartsWith('/') || route.StartsWith("//", StringComparison.Ordinal))
        {
            var isPath = route.Length > 0 && !route.StartsWith('/') && !route.Contains(':', StringComparison.Ordinal);
            return $"A route begins with one '/', which is the root of the site, but this one is {Quoted.Text(route)}.{Suggestion.Hint(isPath ? "/" + route.TrimStart('~', '.').TrimStart('/') : null)}";
        }

        if (route.AsSpan().ContainsAny("?#\\"))
            return $"A route is a path without '?', '#' and '\\', but this one is {Quoted.Text(route)}. '*' stands for whatever is in a segment.";
        return GlobReader.TemplateProblem(route);
    }
}
