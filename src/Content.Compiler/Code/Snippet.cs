using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Code;

/// <summary>Which part of a source file an article takes in: at most one of the three, else the whole.</summary>
/// <param name="Path">The file as the author wrote it, for messages.</param>
internal sealed record SnippetRequest(string Path)
{
    /// <summary>The name of a region.</summary>
    public string? Region { get; init; }

    /// <summary>Numbers of lines, such as <c>10-20</c>.</summary>
    public string? Lines { get; init; }

    /// <summary>A member of a C# file, such as <c>Type.Method(int)</c>.</summary>
    public string? Member { get; init; }
}

/// <summary>Code that was taken out of a source file.</summary>
/// <param name="Lines">Without the indentation that they have in common, and without line ends.</param>
/// <param name="FirstLine">Where the first stands in the file, counted from 1.</param>
internal sealed record Snippet(IReadOnlyList<string> Lines, int FirstLine)
{
    /// <summary>Takes what <paramref name="request"/> asks for out of <paramref name="source"/>.</summary>
    /// <param name="source">The file.</param>
    /// <param name="request">What to take.</param>
    /// <param name="file">Where the request is written.</param>
    /// <param name="range">The option that asks.</param>
    /// <param name="problem">CONTENT5002 where the file has no such part.</param>
    public static Snippet? Take(SourceText source, SnippetRequest request, string file, TextRange range, out Diagnostic? problem)
    {
        problem = null;
        var lines = SplitLines(source.Text);
        if (request.Region is { } region)
            return TakeRegion(lines, request.Path, region, file, range, out problem);
        if (request.Lines is { } numbers)
            return TakeLines(lines, request.Path, numbers, file, range, out problem);
        if (request.Member is { } member)
            return TakeMember(source, lines, request.Path, member, file, range, out problem);
        return new Snippet(Dedent(WithoutMarks(lines)), 1);
    }

    private static Snippet? TakeRegion(string[] lines, string path, string name, string file, TextRange range, out Diagnostic? problem)
    {
        var regions = SourceRegions.Find(lines);
        var named = regions.FindAll(region => region.Name == name);
        problem = named switch
        {
            [] => InclusionErrors.NoRegion(file, range, path, name, Suggestion.Closest(name, regions.Select(region => region.Name).Where(other => other.Length > 0))),
            [{ Last: < 0 } endless] => InclusionErrors.RegionNeverEnds(file, range, path, name, endless.First + 1),
            [var first, var second, ..] => InclusionErrors.RegionGivenTwice(file, range, path, name, first.First + 1, second.First + 1),
            _ => null,
        };
        return problem is null ? new Snippet(Dedent(WithoutMarks(lines[(named[0].First + 1)..named[0].Last])), named[0].First + 2) : null;
    }

    private static Snippet? TakeLines(string[] lines, string path, string written, string file, TextRange range, out Diagnostic? problem)
    {
        var count = lines.Length > 0 && lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        var numbers = LineNumbers.Parse(written);
        problem = numbers is null
            ? InclusionErrors.NotLines(file, range, written)
            : numbers.Ranges.Any(part => part.First > count || (part.Last > count && part.Last != int.MaxValue))
                ? InclusionErrors.NoLines(file, range, path, written, count)
                : null;
        return problem is null
            ? new Snippet(Dedent([.. numbers!.Ranges.SelectMany(part => lines[(part.First - 1)..Math.Min(part.Last, count)])]), numbers.Ranges[0].First)
            : null;
    }

    private static Snippet? TakeMember(SourceText source, string[] lines, string path, string written, string file, TextRange range, out Diagnostic? problem)
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
        part[^1] = part[^1][..(taken.EndColumn - 1)];
        if (!string.IsNullOrWhiteSpace(part[0][..(taken.StartColumn - 1)]))
            part[0] = part[0][(taken.StartColumn - 1)..];
        return new Snippet(Dedent(WithoutMarks(part)), taken.StartLine);
    }

    private static string? SuggestMember(List<CSharpMember> members, string written)
    {
        var dots = written.Split('(')[0].Count(character => character == '.');
        var names = members.Select(member => string.Join('.', member.Path.TakeLast(dots + 1)));
        return Suggestion.Closest(written, members.Select(member => member.Signature)) ?? Suggestion.Closest(written.Split('(')[0], names);
    }

    private static string[] SplitLines(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n').Split('\n');

    private static string[] WithoutMarks(string[] lines) => Array.FindAll(lines, line => !SourceRegions.IsMark(line));

    /// <summary>Without empty lines at both ends, and without the white space that all lines begin with.</summary>
    private static List<string> Dedent(string[] lines)
    {
        var first = Array.FindIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        if (first < 0)
            return [];
        var last = Array.FindLastIndex(lines, line => !string.IsNullOrWhiteSpace(line));
        string? common = null;
        for (var index = first; index <= last; index++)
        {
            var line = lines[index];
            if (string.IsNullOrWhiteSpace(line))
                continue;
            var indent = line[..(line.Length - line.TrimStart().Length)];
            common = common is null ? indent : common[..common.AsSpan().CommonPrefixLength(indent)];
        }

        var kept = new List<string>(last - first + 1);
        for (var index = first; index <= last; index++)
            kept.Add(lines[index].StartsWith(common!, StringComparison.Ordinal) ? lines[index][common!.Length..] : lines[index].TrimStart());
        return kept;
    }
}
