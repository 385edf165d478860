namespace Content.Compiler.Packages;

/// <summary>Where a repository shows its files at one commit, by the ways of its host.</summary>
internal sealed class RepositoryAddress
{
    private readonly string address;
    private readonly string host;
    private readonly string commit;

    private RepositoryAddress(string address, string host, string commit)
    {
        this.address = address;
        this.host = host;
        this.commit = commit;
    }

    /// <summary>The address, or null where there is none that browsers could follow.</summary>
    /// <param name="url">As git or the project writes it.</param>
    /// <param name="commit">Empty for the newest.</param>
    public static RepositoryAddress? Of(string url, string commit)
    {
        var text = url.Trim();
        // git@host:owner/name and ssh://git@host/owner/name are the same place for a browser.
        if (text.StartsWith("git@", StringComparison.Ordinal) && text.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
            text = string.Concat("https://", text.AsSpan(4, colon - 4), "/", text.AsSpan(colon + 1));
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0 || uri.Scheme is not ("http" or "https" or "ssh" or "git"))
            return null;
        var path = uri.AbsolutePath.TrimEnd('/');
        if (path.EndsWith(".git", StringComparison.OrdinalIgnoreCase))
            path = path[..^".git".Length];
        if (path.Length < 2)
            return null;
        var authority = uri.IsDefaultPort || uri.Scheme is "ssh" or "git" ? uri.Host : $"{uri.Host}:{uri.Port}";
        return new RepositoryAddress($"https://{authority}{path}", uri.Host.ToLowerInvariant(), commit.Length == 0 ? "HEAD" : commit);
    }

    /// <summary>The page of a file or a folder.</summary>
    /// <param name="path">Relative to the repository, with <c>/</c>.</param>
    /// <param name="isFolder">Whether it is a folder.</param>
    public string PageOf(string path, bool isFolder)
    {
        var encoded = Encode(path);
        if (IsAzure)
            return $"{address}?path=/{encoded}{(commit == "HEAD" ? "" : "&version=GC" + commit)}";
        if (IsGitLab)
            return $"{address}/-/{(isFolder ? "tree" : "blob")}/{commit}/{encoded}";
        if (host == "bitbucket.org")
            return $"{address}/src/{commit}/{encoded}";
        return host == "codeberg.org" ? $"{address}/src/commit/{commit}/{encoded}" : $"{address}/{(isFolder ? "tree" : "blob")}/{commit}/{encoded}";
    }

    /// <summary>The bytes of a file, for images.</summary>
    public string BytesOf(string path)
    {
        var encoded = Encode(path);
        if (host == "github.com")
            return $"https://raw.githubusercontent.com{address["https://github.com".Length..]}/{commit}/{encoded}";
        if (IsAzure && address.Split("/_git/") is [var project, var name])
            return $"{project}/_apis/git/repositories/{name}/items?path=/{encoded}{(commit == "HEAD" ? "" : $"&versionDescriptor.versionType=commit&versionDescriptor.version={commit}")}";
        if (IsGitLab)
            return $"{address}/-/raw/{commit}/{encoded}";
        return host == "codeberg.org" ? $"{address}/raw/commit/{commit}/{encoded}" : $"{address}/raw/{commit}/{encoded}";
    }

    private bool IsAzure => host == "dev.azure.com" || host.EndsWith(".visualstudio.com", StringComparison.Ordinal);

    private bool IsGitLab => host.StartsWith("gitlab.", StringComparison.Ordinal);

    private static string Encode(string path) => string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
}
