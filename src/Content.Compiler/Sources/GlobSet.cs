using System.Collections.Immutable;

namespace Content.Compiler.Sources;

/// <summary>
/// Globs with exclusions: a path is in where some glob matches it and no <c>!</c> glob does. What <see cref="HiddenNames"/> guards is in only
/// where a glob names it; exclusions reach it by wildcards too.
/// </summary>
public sealed class GlobSet
{
    private readonly ImmutableArray<GlobPattern> included;
    private readonly ImmutableArray<GlobPattern> excluded;

    /// <summary>Compiles <paramref name="patterns"/>; those that start with <c>!</c> exclude. A <c>./</c> says nothing, but that a <c>!</c> behind it is part of a name.</summary>
    public GlobSet(ImmutableArray<string> patterns)
    {
        Patterns = patterns;
        included = [.. patterns.Where(pattern => !pattern.StartsWith('!')).Select(Parse)];
        excluded = [.. patterns.Where(pattern => pattern.StartsWith('!')).Select(pattern => Parse(pattern[1..]))];
    }

    /// <summary>As written.</summary>
    public ImmutableArray<string> Patterns { get; }

    /// <summary>The folder that slugs count from: the part of the first glob without wildcards.</summary>
    public string BaseFolder => included.IsEmpty ? "" : included[0].BaseFolder;

    /// <summary>Whether the path, relative to the content root, is in the set.</summary>
    public bool IsMatch(string path) => !MatchesAny(excluded, path) && Includes(path);

    /// <summary>Whether the path would be in the set if no <c>!</c> glob took it out.</summary>
    public bool Excludes(string path) => MatchesAny(excluded, path) && Includes(path);

    /// <summary>Whether a <c>!</c> glob names the file, or a folder that it is in, whatever else the set is about: who writes that knows of it.</summary>
    public bool Names(string path)
    {
        foreach (var pattern in excluded)
        {
            var name = pattern.Text.EndsWith("/**", StringComparison.Ordinal) ? pattern.Text.AsSpan()[..^3] : pattern.Text.AsSpan();
            if ((name.StartsWith("**/") ? name[3..] : name).IndexOfAny("*?{[") < 0 && pattern.IsMatch(path))
                return true;
        }

        return false;
    }

    /// <summary>Whether the path has a name that no wildcard matches.</summary>
    public static bool IsHidden(string path) => HiddenNames.AreIn(path);

    private static GlobPattern Parse(string pattern) => GlobPattern.Parse(pattern.StartsWith("./", StringComparison.Ordinal) ? pattern[2..] : pattern);

    private bool Includes(string path)
    {
        foreach (var pattern in included)
        {
            if (pattern.IsMatchOfFile(path))
                return true;
        }

        return false;
    }

    private static bool MatchesAny(ImmutableArray<GlobPattern> patterns, string path)
    {
        foreach (var pattern in patterns)
        {
            if (pattern.IsMatch(path))
                return true;
        }

        return false;
    }
}
