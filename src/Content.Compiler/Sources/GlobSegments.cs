using System.Collections.Immutable;

namespace Content.Compiler.Sources;

/// <summary>
/// A glob without choices, matched segment by segment. Each segment of the pattern meets each of the path at most once
/// (only the last <c>**</c> is ever tried again), so the time is at most the product of both lengths, and usually two comparisons.
/// </summary>
internal sealed class GlobSegments
{
    private readonly string[] segments;
    private readonly string prefix;
    private readonly string suffix;

    private GlobSegments(string pattern)
    {
        segments = pattern.Split('/');
        var first = pattern.AsSpan().IndexOfAny('*', '?');
        var last = pattern.AsSpan().LastIndexOfAny('*', '?');
        prefix = first < 0 ? pattern : pattern[..first];
        suffix = first < 0 || IsFolders(pattern, last) ? "" : pattern[(last + 1)..];
    }

    /// <summary>The pattern, once for each combination of its choices; empty where a <see cref="GlobProgram"/> is needed.</summary>
    public static ImmutableArray<GlobSegments> TryMakeAll(string pattern)
    {
        var all = ImmutableArray.CreateBuilder<GlobSegments>();
        foreach (var choice in GlobChoices.TryExpand(pattern))
        {
            var made = new GlobSegments(choice);
            foreach (var segment in made.segments)
            {
                if (segment.Length > 2 && segment.Contains("**", StringComparison.Ordinal))
                    return [];
            }

            all.Add(made);
        }

        return all.ToImmutable();
    }

    public bool IsMatch(string path)
    {
        if (!path.EndsWith(suffix, StringComparison.Ordinal) || !path.StartsWith(prefix, StringComparison.Ordinal))
            return false;
        var segment = 0;
        var start = 0;
        var retrySegment = -1;
        var retryStart = 0;
        while (segment < segments.Length || start <= path.Length)
        {
            if (segment < segments.Length && segments[segment] is "**")
            {
                if (segment == segments.Length - 1)
                    return start <= path.Length;
                retrySegment = ++segment;
                retryStart = start;
            }
            else if (segment < segments.Length && start <= path.Length
                && Matches(segments[segment], path.AsSpan(start, SegmentEnd(path, start) - start)))
            {
                segment++;
                start = SegmentEnd(path, start) + 1;
            }
            else
            {
                if (retrySegment < 0 || start > path.Length)
                    return false;
                retryStart = SegmentEnd(path, retryStart) + 1;
                segment = retrySegment;
                start = retryStart;
            }
        }

        return true;
    }

    private static bool IsFolders(string pattern, int star) => star > 0 && pattern[star - 1] == '*';

    private static int SegmentEnd(string path, int start)
    {
        var length = path.AsSpan(start).IndexOf('/');
        return length < 0 ? path.Length : start + length;
    }

    private static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text)
    {
        var at = 0;
        var retryPattern = -1;
        var retryText = 0;
        for (var index = 0; index < text.Length;)
        {
            if (at < pattern.Length && pattern[at] == '*')
            {
                retryPattern = ++at;
                retryText = index;
            }
            else if (at < pattern.Length && (pattern[at] == '?' || pattern[at] == text[index]))
            {
                at++;
                index++;
            }
            else if (retryPattern >= 0)
            {
                at = retryPattern;
                index = ++retryText;
            }
            else
            {
                return false;
            }
        }

        return !pattern[at..].ContainsAnyExcept('*');
    }
}
