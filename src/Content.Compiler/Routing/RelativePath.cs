namespace Content.Compiler.Routing;

/// <summary>Resolves the paths that metadata names, by their letters alone. They are no URLs: nothing in them is an escape.</summary>
internal static class RelativePath
{
    /// <summary>
    /// <paramref name="written"/> counted from the folder of <paramref name="article"/>, or from the root where it begins with a slash.
    /// Null where it leads out of the root.
    /// </summary>
    public static string? Resolve(string article, string written)
    {
        var segments = new List<string>();
        if (!written.StartsWith('/') && article.LastIndexOf('/') is var end and > 0)
            segments.AddRange(article[..end].Split('/'));
        foreach (var segment in written.Split('/'))
        {
            if (segment is "" or ".")
                continue;
            if (segment != "..")
                segments.Add(segment);
            else if (segments.Count == 0)
                return null;
            else
                segments.RemoveAt(segments.Count - 1);
        }

        return string.Join('/', segments);
    }

    /// <summary><paramref name="path"/> as an article would write it: relative to its folder.</summary>
    public static string From(string article, string path)
    {
        var from = article.Split('/')[..^1];
        var to = path.Split('/');
        var shared = 0;
        while (shared < from.Length && shared < to.Length - 1 && from[shared] == to[shared])
            shared++;
        return string.Join('/', Enumerable.Repeat("..", from.Length - shared).DefaultIfEmpty(".").Concat(to[shared..]));
    }
}
