namespace Content.Compiler.Tests.Corpora;

/// <summary>Makes wrong destinations out of right ones, by what files there are and nothing else.</summary>
internal sealed class BrokenDestinations(IReadOnlyList<string> files, Random random)
{
    private readonly HashSet<string> known = [.. files];
    private readonly HashSet<string> anyCase = new(files, StringComparer.OrdinalIgnoreCase);

    /// <summary>A destination that leads from <paramref name="article"/> to an article, an image or an anchor, made wrong; null where it is not one to begin with.</summary>
    public (string Written, string Code)? Break(string article, string destination)
    {
        if (destination.StartsWith('#'))
            return destination.Length > 1 && !destination.Contains('/') ? (destination + "-zz", "CONTENT2004") : null;
        var hash = destination.IndexOf('#', StringComparison.Ordinal);
        var path = hash < 0 ? destination : destination[..hash];
        var fragment = hash < 0 ? "" : destination[hash..];
        // Whether a page of HTML is an article is for the configuration to say.
        if (Resolve(article, path) is not { } target || !known.Contains(target) || target.EndsWith(".html", StringComparison.Ordinal) || path.IndexOfAny(['%', '\\', '?', '&', ':', '(']) >= 0)
            return null;
        var isArticle = target.EndsWith(".md", StringComparison.Ordinal);
        var name = path.LastIndexOf('/') + 1;
        switch (random.Next(4))
        {
            case 0 when isArticle && target != article:
                return (path + "#no-such-anchor", "CONTENT2003");
            case 1:
                return Swap(article, path, name, char.IsAsciiLetterLower(path[name]) ? char.ToUpperInvariant(path[name]) : char.ToLowerInvariant(path[name])) is { } cased
                    && cased != path && Resolve(article, cased) is { } other && anyCase.Contains(other)
                    ? (cased + fragment, "CONTENT2005")
                    : null;
            case 2:
                return (string.Concat(Enumerable.Repeat("../", article.Count('/') + 1 + random.Next(3))) + path.TrimStart('.', '/') + fragment, "CONTENT2006");
            default:
                return Resolve(article, path.Insert(name + 1, "qz")) is { } wrong && !anyCase.Contains(wrong)
                    ? (path.Insert(name + 1, "qz") + fragment, isArticle ? "CONTENT2001" : "CONTENT2002")
                    : null;
        }
    }

    private static string? Swap(string article, string path, int at, char letter) =>
        at < path.Length && article.Length > 0 ? path[..at] + letter + path[(at + 1)..] : null;

    private static string? Resolve(string article, string path)
    {
        if (path.Length == 0 || path[0] == '/' || path[^1] is '/' or '.')
            return null;
        var parts = article.Split('/').SkipLast(1).ToList();
        foreach (var part in path.Split('/'))
        {
            if (part == "..")
            {
                if (parts.Count == 0)
                    return null;
                parts.RemoveAt(parts.Count - 1);
            }
            else if (part != ".")
            {
                parts.Add(part);
            }
        }

        return string.Join('/', parts);
    }
}
