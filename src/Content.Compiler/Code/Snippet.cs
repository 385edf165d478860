using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Code;

/// <summary>Which part of a source file an article takes in: at most one of the three, else the whole.</summary>
/// <param name="Path">The file as the author wrote it, for messages.</param>
internal sealed record SnippetRequest(string Path)
{
    /// <summary>The name of a region.</summary>
    public string? Region { get; init; }

    /// <summary>Whether <see cref="Region"/> counts without case, and also without the <c>snippet</c> before it, as in <c>#1</c> for <c>&lt;Snippet1&gt;</c>.</summary>
    public bool RegionIsLoose { get; init; }

    /// <summary>Numbers of lines, such as <c>10-20</c>.</summary>
    public string? Lines { get; init; }

    /// <summary>A member of a C# file, such as <c>Type.Method(int)</c>.</summary>
    public string? Member { get; init; }
}

/// <summary>A line of code.</summary>
/// <param name="Text">Without its line end.</param>
/// <param name="Line">Where it stands in its file, counted from 1.</param>
/// <param name="Column">The column that the text begins in.</param>
internal readonly record struct CodeLine(string Text, int Line, int Column);

/// <summary>Code that was taken out of a source file.</summary>
/// <param name="File">The source file.</param>
/// <param name="Lines">Without the indentation that they have in common.</param>
internal sealed record Snippet(string File, IReadOnlyList<CodeLine> Lines)
{
    /// <summary>Takes what <paramref name="request"/> asks for out of <paramref name="source"/>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="request">What to take.</param>
    /// <param name="file">Where the request is written.</param>
    /// <param name="range">The option that asks.</param>
    /// <param name="problem">CONTENT5002 where the file has no such part.</param>
    public static Snippet? Take(SourceText source, SnippetRequest request, string file, TextRange range, out Diagnostic? problem)
    {
        var lines = SplitLines(source.Text);
        problem = null;
        var taken = request switch
        {
            { Region: { } region } => TakeRegion(lines, request, region, file, range, out problem),
            { Lines: { } numbers } => TakeLines(lines, request.Path, numbers, file, range, out problem),
            { Member: { } member } => TakeMember(source, lines, request.Path, member, file, range, out problem),
            _ => WithoutMarks(lines),
        };
        return taken is null ? null : new Snippet(source.File, Dedent(taken));
    }

    private static CodeLine[]? TakeRegion(CodeLine[] lines, SnippetRequest request, string name, string file, TextRange range, out Diagnostic? problem)
    {
        var regions = SourceRegions.Find([.. lines.Select(line => line.Text)]);
        var path = request.Path;
        var named = regions.FindAll(region => region.Name == name);
        if (named.Count == 0 && request.RegionIsLoose)
            named = regions.FindAll(region => region.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        if (named.Count == 0 && request.RegionIsLoose)
            named = regions.FindAll(region => region.Name.Equals("snippet" + name, StringComparison.OrdinalIgnoreCase));
        problem = named switch
        {
            [] => InclusionErrors.NoRegion(file, range, path, name, Suggestion.Closest(name, regions.Select(region => region.Name).Where(other => other.Length > 0))),
            [{ Last: < 0 } endless] => InclusionErrors.RegionNeverEnds(file, range, path, name, endless.First + 1),
            [var first, var second, ..] => InclusionErrors.RegionGivenTwice(file, range, path, name, first.First + 1, second.First + 1),
            _ => null,
        };
        return problem is null ? WithoutMarks(lines[(named[0].First + 1)..named[0].Last]) : null;
    }

    private static CodeLine[]? TakeLines(CodeLine[] lines, string path, string written, string file, TextRange range, out Diagnostic? problem)
    {
        var count = lines.Length > 0 && lines[^1].Text.Length == 0 ? lines.Length - 1 : lines.Length;
        var numbers = LineNumbers.Parse(written);
        problem = numbers is null
            ? InclusionErrors.NotLines(file, range, written)
            : numbers.Ranges.Any(part => part.First > count || (part.Last > count && part.Last != int.MaxValue))
                // The same again and again would be a text of gigabytes out of a file of megabytes.
                || numbers.Ranges.Sum(part => (long)Math.Min(part.Last, count) - part.First + 1) > count
                ? InclusionErrors.NoLines(file, range, path, written, count)
                : null;
        return problem is null ? [.. numbers!.Ranges.SelectMany(part => lines[(part.First - 1)..Math.Min(part.Last, count)])] : null;
    }

    private static CodeLine[]? TakeMember(SourceText source, CodeLine[] lines, string path, string written, string file, TextRange range, out Diagnostic? problem)
    {
        if (!source.File.EndsWith(".cs", StringComparison.OrdinalIgnoreCase) && !source.File.EndsWith(".csx", StringComparison.OrdinalIgnoreCase))
        {
            problem = InclusionErrors.NotCSharp(file, range, path);
            return null;
        }

        var members = CSharpMembers.Find(source.Text);
        var named = CSharpMembers.Select(members, written);
        if (named.Count != 1)
        {
            problem = named.Count > 1
                ? InclusionErrors.MemberNotOne(file, range, path, written, [.. named.Select(member => member.Signature).Distinct(StringComparer.Ordinal).Take(5)])
                : InclusionErrors.NoMember(file, range, path, written, SuggestMember(members, written));
            return null;
        }

        problem = null;
        var taken = source.GetRange(named[0].Span);
        var part = lines[(taken.StartLine - 1)..taken.EndLine];
        // What stands on the same lines, before and behind, belongs to others.
        part[^1] = part[^1] with { Text = part[^1].Text[..(taken.EndColumn - 1)] };
        if (!string.IsNullOrWhiteSpace(part[0].Text[..(taken.StartColumn - 1)]))
            part[0] = part[0] with { Text = part[0].Text[(taken.StartColumn - 1)..], Column = taken.StartColumn };
        return WithoutMarks(part);
    }

    private static string? SuggestMember(List<CSharpMember> members, string written)
    {
        members = members.FindAll(member => !member.IsNamespace);
        var dots = written.Split('(')[0].Count(character => character == '.');
        var names = members.Select(member => string.Join('.', member.Path.TakeLast(dots + 1)));
        return Suggestion.Closest(written, members.Select(member => member.Signature)) ?? Suggestion.Closest(written.Split('(')[0], names);
    }

    private static CodeLine[] SplitLines(string text) =>
        [.. text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n').Select((line, index) => new CodeLine(line, index + 1, 1))];

    private static CodeLine[] WithoutMarks(CodeLine[] lines) => Array.FindAll(lines, line => !SourceRegions.IsMark(line.Text));

    /// <summary>Without empty lines at both ends, and without the white space that all lines begin with.</summary>
    private static List<CodeLine> Dedent(CodeLine[] lines)
    {
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line.Text));
        if (first < 0)
            return [];
        var last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line.Text));
        string? common = null;
        for (var index = first; index <= last; index++)
        {
            var line = lines[index].Text;
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var indent = line[..(line.Length - line.TrimStart().Length)];
            common = common is null ? indent : common[..common.AsSpan().CommonPrefixLength(indent)];
        }

        var kept = new List<CodeLine>(last - first + 1);
        for (var index = first; index <= last; index++)
        {
            var line = lines[index];
            var cut = line.Text.StartsWith(common!, StringComparison.Ordinal) ? common!.Length : line.Text.Length - line.Text.TrimStart().Length;
            kept.Add(line with { Text = line.Text[cut..], Column = line.Column + cut });
        }

        return kept;
    }
}
