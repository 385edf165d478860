namespace Content.Compiler.Sources;

/// <summary>Resolves symbolic links in every part of a path, which the framework does for the last part only.</summary>
internal static class SymbolicLink
{
    private const int MostLinks = 40;

    /// <summary>The path without any symbolic link in it, or null where it leads to nothing or in a circle.</summary>
    public static string? Resolve(string path)
    {
        var current = Path.GetPathRoot(path)!;
        var parts = new Stack<string>();
        Push(parts, path[current.Length..]);
        var followed = 0;
        while (parts.TryPop(out var part))
        {
            if (part == "..")
            {
                current = Path.GetDirectoryName(current) ?? current;
                continue;
            }

            var next = Path.Combine(current, part);
            if (ReadTarget(next) is not { } target)
            {
                current = next;
                continue;
            }

            if (++followed > MostLinks)
                return null;
            if (Path.GetPathRoot(target) is { Length: > 0 } root)
            {
                current = root;
                target = target[root.Length..];
            }

            Push(parts, target);
        }

        return Path.Exists(current) ? current : null;
    }

    /// <summary>Whether <paramref name="path"/> is <paramref name="folder"/> or below it; both resolved.</summary>
    public static bool IsWithin(string path, string folder) =>
        path.StartsWith(folder, StringComparison.Ordinal)
        && (path.Length == folder.Length || folder.EndsWith(Path.DirectorySeparatorChar) || path[folder.Length] == Path.DirectorySeparatorChar);

    private static void Push(Stack<string> parts, string path)
    {
        var found = path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries);
        for (var index = found.Length - 1; index >= 0; index--)
        {
            if (found[index] != ".")
                parts.Push(found[index]);
        }
    }

    private static string? ReadTarget(string path)
    {
        try
        {
            return new FileInfo(path).LinkTarget;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
