using Content.Compiler.Articles.Markdown;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Packages;

/// <summary>A changelog: a heading a version, and below it what has changed.</summary>
internal static class Changelog
{
    /// <summary>The section of a version, without its heading; null where there is none, which is reported.</summary>
    public static string? SectionOf(SourceText source, IReadOnlyList<FoundHeading> headings, string version, List<Diagnostic> diagnostics)
    {
        // What stands behind a '+' tells builds of one version apart.
        var wanted = version.Split('+')[0];
        for (var index = 0; index < headings.Count; index++)
        {
            var heading = headings[index];
            if (heading.Level > 3 || !Names(heading.Text, wanted))
                continue;
            var end = headings.Skip(index + 1).FirstOrDefault(next => next.Level <= heading.Level)?.Span.Start ?? source.Text.Length;
            var section = source.Text[Math.Min(heading.Span.End, end)..end].Trim();
            var place = source.GetRange(heading.Span);
            if (section.Length == 0)
                diagnostics.Add(PackageErrors.EmptySection(source.File, place, wanted));
            else if (section.Length > Gallery.MostReleaseNotes)
                diagnostics.Add(PackageErrors.LongSection(source.File, place, section.Length, Gallery.MostReleaseNotes));
            return section;
        }

        var topmost = headings.FirstOrDefault(heading => heading.Text.Any(char.IsAsciiDigit));
        diagnostics.Add(PackageErrors.NoSection(source.File, topmost is null ? TextRange.FileStart : source.GetRange(topmost.Span), wanted, topmost?.Text));
        return null;
    }

    /// <summary>Whether the heading has the version by itself, and not as a part of another: <c>[1.2.0] - 2026-11-23</c>, <c>v1.2.0</c>.</summary>
    private static bool Names(string heading, string version)
    {
        for (var start = heading.IndexOf(version, StringComparison.OrdinalIgnoreCase); start >= 0; start = heading.IndexOf(version, start + 1, StringComparison.OrdinalIgnoreCase))
        {
            var end = start + version.Length;
            var begin = start > 0 && heading[start - 1] is ('v' or 'V') ? start - 1 : start;
            var isWhole = (begin == 0 || !IsPart(heading[begin - 1])) && (end == heading.Length || !(IsPart(heading[end]) && (heading[end] != '.' || (end + 1 < heading.Length && char.IsLetterOrDigit(heading[end + 1])))));
            if (isWhole)
                return true;
        }

        return false;
    }

    private static bool IsPart(char unit) => char.IsLetterOrDigit(unit) || unit is '.' or '-' or '+';
}
