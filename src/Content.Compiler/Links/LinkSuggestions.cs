using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Sources;

namespace Content.Compiler.Links;

/// <summary>Destinations that are meant by others that lead nowhere, ready to be pasted over them.</summary>
internal sealed class LinkSuggestions
{
    private readonly SiteAddresses addresses;
    private readonly FileMap files;
    private readonly Lazy<PathSuggestions> contentPaths;
    private readonly Lazy<PathSuggestions> staticPaths;
    private readonly Lazy<PathSuggestions> urls;

    public LinkSuggestions(SiteAddresses addresses, FileMap files)
    {
        this.addresses = addresses;
        this.files = files;
        contentPaths = new(() => new PathSuggestions(files.Files.Where(IsLinkable).Select(file => file.Path)));
        staticPaths = new(() => new PathSuggestions(files.StaticFiles.Select(file => file.Path)));
        urls = new(() => new PathSuggestions(addresses.UrlKeys.Where(key => key.Length > 0)));
    }

    /// <summary>For a relative link to the decoded <paramref name="path"/>.</summary>
    public string? ForRelative(string article, in LinkTarget target, string path)
    {
        if (WebAddress.CompleteHost(target.Text) is { } address)
            return address;
        if (contentPaths.Value.Closest(path) is { } found && found != article)
            return DestinationText.Relative(article, found, target.Path.StartsWith("./")) + target.Suffix.ToString();
        return staticPaths.Value.Closest(path) is { } file
            ? DestinationText.RootRelative(addresses.BasePath, file) + target.Suffix.ToString()
            : null;
    }

    /// <summary>Whether the relative link can mean nothing else than what <see cref="ForRelative"/> found for it.</summary>
    public bool IsOnlyOne(string article, in LinkTarget target, string path)
    {
        if (WebAddress.CompleteHost(target.Text) is not null)
            return false;
        if (contentPaths.Value.Closest(path) is not { } found)
            return staticPaths.Value.IsOnlyOne(path, staticPaths.Value.Closest(path));
        return found != article && !Suggestion.DiffersByNumber(path, found) && contentPaths.Value.IsOnlyOne(path, found) && staticPaths.Value.Closest(path) is null;
    }

    /// <summary>For a root-relative link to the decoded <paramref name="path"/>, base path taken off.</summary>
    public string? ForRootRelative(in LinkTarget target, string path)
    {
        var isFile = !ContentPath.ExtensionOf(path).IsEmpty;
        var found = isFile ? FindFile(path) ?? FindUrl(path) : FindUrl(path) ?? FindFile(path);
        return found is null ? null : string.Concat(target.Origin, found, target.Suffix);
    }

    /// <summary>For a file that is named by its path from the content root.</summary>
    public string? ForFile(string path) => contentPaths.Value.Closest(path);

    /// <summary>For a link to the folder <paramref name="path"/>, which has no index: the article that lies beside it under its name.</summary>
    public string? ForFolder(string article, in LinkTarget target, string path)
    {
        if (contentPaths.Value.Beside(path) is not { } found || found == article)
            return null;
        var written = target.Kind == LinkKind.Relative
            ? DestinationText.Relative(article, found, target.Path.StartsWith("./"))
            : string.Concat(target.Origin, DestinationText.RootRelative(addresses.BasePath, found));
        return string.Concat(written, target.Suffix);
    }

    /// <summary>For a relative link that climbs past the root: the file it would mean with fewer steps.</summary>
    public string? ForEscape(string article, in LinkTarget target, string path)
    {
        var written = target.Path;
        while (written.StartsWith("../") || written.StartsWith("./") || written.StartsWith("..\\"))
            written = written[(written[1] == '.' ? 3 : 2)..];
        var tail = ContentPath.Resolve("", written).Path;
        foreach (var folder in files.StaticFolders)
        {
            if (StripFolder(tail, folder) is { } inFolder && files.FindStatic(inFolder) is { } file)
                return DestinationText.RootRelative(addresses.BasePath, file.Path) + target.Suffix.ToString();
        }

        // Reason: "../content/b.md" leaves the root and comes back.
        if (StripFolder(tail, files.Root) is { } inRoot && Exists(inRoot))
            tail = inRoot;
        var found = Exists(tail) ? tail : Exists(path) ? path : null;
        return found is null || found == article ? null : DestinationText.Relative(article, found, isDotted: false) + target.Suffix.ToString();
    }

    /// <summary>Whether a link that climbs past the root is back in a folder beside the root with its next step, as <c>../content/b.md</c> is: then it names the file all the same.</summary>
    public bool ComesBack(string article, in LinkTarget target)
    {
        var written = target.Path;
        var steps = 0;
        for (; written.StartsWith("../"); written = written[3..])
            steps++;
        if (steps != article.Count('/') + 1)
            return false;
        var tail = ContentPath.Resolve("", written).Path;
        return (StripFolder(tail, files.Root) is { } inRoot && Exists(inRoot))
            || files.StaticFolders.Any(folder => ContentPath.FolderOf(folder).SequenceEqual(ContentPath.FolderOf(files.Root))
                && StripFolder(tail, folder) is { } inFolder && files.FindStatic(inFolder) is not null);
    }

    private static string? StripFolder(string path, string folder)
    {
        var name = ContentPath.NameOf(folder);
        return name.Length > 0 && path.Length > name.Length && path[name.Length] == '/' && path.AsSpan().StartsWith(name)
            ? path[(name.Length + 1)..]
            : null;
    }

    private string? FindFile(string path)
    {
        var found = contentPaths.Value.Closest(path) ?? staticPaths.Value.Closest(path);
        return found is null ? null : DestinationText.RootRelative(addresses.BasePath, found);
    }

    private string? FindUrl(string path)
    {
        if (urls.Value.Closest(path) is not { } key)
            return null;
        var entry = addresses.Entries[addresses.FindByUrl(key)];
        return entry.Url;
    }

    private bool Exists(string path) => files.Find(path) is { } file && IsLinkable(file);

    private bool IsLinkable(SourceFile file) => file.Reach == FileReach.Inside
        && (!FileExtensions.IsArticle(ContentPath.ExtensionOf(file.Path)) || addresses.FindByPath(file.Path) >= 0);
}
