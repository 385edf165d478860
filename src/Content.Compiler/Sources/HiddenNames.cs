namespace Content.Compiler.Sources;

/// <summary>
/// Names that no wildcard matches, since what they hold was hardly ever written as content: those that begin with a dot, and the folders of
/// builds and package managers. A glob that writes such a name itself does match it.
/// </summary>
internal static class HiddenNames
{
    /// <summary>Whether a name in the path is hidden.</summary>
    public static bool AreIn(ReadOnlySpan<char> path)
    {
        foreach (var segment in path.Split('/'))
        {
            if (GuardedLength(path[segment]) > 0)
                return true;
        }

        return false;
    }

    /// <summary>How many of the first characters of a path's name have to stand in the glob itself.</summary>
    /// <param name="rest">The path from the name on.</param>
    public static int GuardedLength(ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith('.'))
            return 1;
        if (rest.IsEmpty || rest[0] is not ('b' or 'n' or 'o'))
            return 0;
        var end = rest.IndexOf('/');
        var name = end < 0 ? rest : rest[..end];
        return name is "bin" or "obj" or "node_modules" ? name.Length : 0;
    }
}
