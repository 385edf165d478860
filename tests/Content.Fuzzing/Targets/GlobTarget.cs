using Content.Compiler.Sources;

namespace Content.Fuzzing.Targets;

/// <summary>Globs: the first line is the pattern, the others are paths.</summary>
internal static class GlobTarget
{
    public static void Run(byte[] bytes)
    {
        if (FuzzText.Decode(bytes, "a") is not { Text: { } source })
            return;
        var lines = source.Text.Split('\n');
        var pattern = GlobPattern.Parse(lines[0]);
        foreach (var path in lines.Skip(1).Take(100))
            pattern.IsMatch(path);
        if (lines[0].AsSpan().IndexOfAny("*?{}") < 0)
            FuzzFailureException.Unless(pattern.IsMatch(lines[0]), "A pattern without wildcards matches itself.");
    }
}
