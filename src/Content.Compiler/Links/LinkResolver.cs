using Content.Compiler.Application;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Links;

/// <summary>Finds what the path of a link leads to, among the entries and files that exist.</summary>
internal sealed class LinkResolver
{
    private readonly SiteAddresses addresses;
    private readonly FileMap files;
    private readonly ApplicationRoutes routes;
    private readonly ContentConfiguration configuration;
    private readonly bool mayOmitExtensions;
    private readonly Lazy<SiteLanguages> languages;
    private readonly Lazy<FileNames> names;

    public LinkResolver(SiteAddresses addresses, FileMap files, ApplicationRoutes routes, ContentConfiguration configuration)
        : this(addresses, files, routes, configuration, new(() => new SiteLanguages(files)), new(() => new FileNames(addresses, files, configuration.Slugs)))
    {
    }

    private LinkResolver(
        SiteAddresses addresses, FileMap files, ApplicationRoutes routes, ContentConfiguration configuration, Lazy<SiteLanguages> languages, Lazy<FileNames> names)
    {
        (this.addresses, this.files, this.routes, this.configuration, this.languages, this.names) = (addresses, files, routes, configuration, languages, names);
        mayOmitExtensions = configuration.LinksMayOmitExtensions;
    }

    /// <summary>The same over entries and files that have the very addresses and names of these.</summary>
    public LinkResolver With(SiteAddresses ofEntries, FileMap ofFiles) => new(ofEntries, ofFiles, routes, configuration, languages, names);

    /// <summary>What a destination of the site leads to, in <paramref name="article"/>, a path below the content root.</summary>
    public LinkResolution Resolve(string article, in LinkTarget target)
    {
        var found = ResolveByKind(article, target);
        return configuration.LinksMayBeLookedUp && (!found.IsFound || found.RightSpelling is not null) ? LookUp(target, found) : found;
    }

    private LinkResolution ResolveByKind(string article, in LinkTarget target) => target.Kind switch
    {
        LinkKind.Relative => ResolveRelative(article, target.Path),
        LinkKind.Mapped => ResolveMapped(target.Place, target.Path),
        LinkKind.Named => ResolveNamed(article, target.Path),
        _ => ResolveRootRelative(target.Path),
    };

    /// <summary>The name of a page or file that a wrong one probably means, or null.</summary>
    public string? ClosestName(string path) => names.Value.Closest(path);

    /// <summary>A page that is looked up by its path from the root, in any case, where what is written is not the path of one; else what was found.</summary>
    private LinkResolution LookUp(in LinkTarget target, in LinkResolution found)
    {
        if (found is { IsFound: true, Outcome: LinkOutcome.Entry })
            return found with { RightSpelling = null };
        if (target.Kind != LinkKind.Relative || target.Path.StartsWith("../"))
            return found;
        var path = ContentPath.Resolve("", target.Path).Path;
        return LocateBelowBase(path) is { IsFound: true, Outcome: LinkOutcome.Entry } page ? page with { RightSpelling = null } : found;
    }

    /// <summary>A path that counts from the folder of the article.</summary>
    private LinkResolution ResolveRelative(string article, ReadOnlySpan<char> written)
    {
        var resolved = ContentPath.Resolve(ContentPath.FolderOf(article), written);
        if (resolved.LeavesRoot)
        {
            return (configuration.LinksMayBeAddresses ? LocateByAddress(article, written) ?? LocateBesideRoot(article, written) : null)
                ?? new LinkResolution(configuration.LinksMayBeAddresses ? LinkOutcome.Missing : LinkOutcome.LeavesRoot, resolved.Path);
        }

        return Locate(resolved.Path, mustBeFolder: resolved.EndsWithSlash) is { Outcome: not LinkOutcome.Folder } found
            ? found
            : (configuration.LinksMayBeAddresses ? LocateByAddress(article, written) : null)
            ?? (configuration.LinksMayCountFromRoot ? FindFromRoot(written) : null)
            ?? Locate(resolved.Path, mustBeFolder: resolved.EndsWithSlash)
            ?? LocateOtherSpelling(resolved.Path, resolved.EndsWithSlash)
            ?? (configuration.LinksMayBeNames ? names.Value.Find(ContentPath.Resolve("", written).Path) : null)
            ?? new LinkResolution(LinkOutcome.Missing, resolved.Path);
    }

    /// <summary>A file of a static folder, by a path that leaves the content root for it.</summary>
    private LinkResolution? LocateBesideRoot(string article, ReadOnlySpan<char> written)
    {
        var resolved = ContentPath.Resolve($"{configuration.Root}/{ContentPath.FolderOf(article)}".Trim('/'), written);
        return !resolved.LeavesRoot && files.FindStaticByFile(resolved.Path) is { } file ? new LinkResolution(LinkOutcome.StaticFile, file.Path, File: file) : null;
    }

    /// <summary>A path that counts from the article's own address, as browsers count: whether or not that ends with a slash.</summary>
    private LinkResolution? LocateByAddress(string article, ReadOnlySpan<char> written)
    {
        if (addresses.FindByPath(article) is not (>= 0 and var entry))
            return null;
        var address = ContentPath.Resolve("", addresses.Entries[entry].Url).Path;
        foreach (var folder in (ReadOnlySpan<string>)[address, ContentPath.FolderOf(address).ToString()])
        {
            var resolved = ContentPath.Resolve(folder, written);
            if (!resolved.LeavesRoot && addresses.StripBase(resolved.Path) is { } path && LocateBelowBase(path) is { IsFound: true, RightSpelling: null } found)
                return found;
        }

        return null;
    }

    /// <summary>The article at a path that counts from the content root, though nothing at its start says so.</summary>
    private LinkResolution? FindFromRoot(ReadOnlySpan<char> written)
    {
        if (written.StartsWith("./") || written.StartsWith("../"))
            return null;
        var path = ContentPath.Resolve("", written).Path;
        return addresses.FindByPath(path) is var entry and >= 0 ? new LinkResolution(LinkOutcome.Entry, path, entry) : null;
    }

    /// <summary>The name of a page or file, or the end of its path: beside the article first, then from the root, then wherever it is.</summary>
    private LinkResolution ResolveNamed(string article, ReadOnlySpan<char> written)
    {
        var isFromRoot = written[0] == '/';
        var resolved = ContentPath.Resolve(isFromRoot ? "" : ContentPath.FolderOf(article), written);
        if (!resolved.LeavesRoot && LocateNamed(resolved.Path) is { } near)
            return near;
        var path = ContentPath.Resolve("", written).Path;
        return LocateNamed(path) ?? names.Value.Find(path) ?? new LinkResolution(LinkOutcome.Missing, path);
    }

    private LinkResolution? LocateNamed(string path)
    {
        if (Locate(path, mustBeFolder: false) is { IsFound: true } found)
            return found;
        return FindWithExtension(path) is var entry and >= 0 ? new LinkResolution(LinkOutcome.Entry, path, entry) : null;
    }

    /// <summary>A path that counts from the root of the host, base path included.</summary>
    private LinkResolution ResolveRootRelative(ReadOnlySpan<char> written)
    {
        var resolved = ContentPath.Resolve("", written);
        if (resolved.LeavesRoot)
            return new LinkResolution(LinkOutcome.LeavesRoot, resolved.Path);
        return (addresses.StripBase(resolved.Path) ?? (configuration.LinksCountFromBase ? resolved.Path : null)) is { } path
            ? LocateBelowBase(path)
            : new LinkResolution(LinkOutcome.OutsideBase, resolved.Path);
    }

    /// <summary>A path that counts from <paramref name="place"/>, which is itself a path from the site's root, base path not included.</summary>
    private LinkResolution ResolveMapped(string place, ReadOnlySpan<char> written)
    {
        var resolved = ContentPath.Resolve("", string.Concat(place, written));
        return resolved.LeavesRoot ? new LinkResolution(LinkOutcome.LeavesRoot, resolved.Path) : LocateBelowBase(resolved.Path);
    }

    /// <summary>A decoded path that counts from the site's root. A slash at its end made no difference.</summary>
    private LinkResolution LocateBelowBase(string path)
    {
        if (addresses.FindByUrl(path) is var entry and >= 0)
            return new LinkResolution(LinkOutcome.Entry, path, entry);
        var found = Locate(path, mustBeFolder: false);
        if (found is { IsFound: true })
            return found.Value;
        if (routes.Answers(path))
            return new LinkResolution(LinkOutcome.Application, path);
        if (configuration.LinksMayLeaveLanguage && FindUntranslated(path) is { } untranslated)
            return untranslated;
        if (found is not null)
            return found.Value;
        if (addresses.FindOtherUrlSpelling(path) is { } url)
            return new LinkResolution(LinkOutcome.Entry, path, addresses.FindByUrl(url), RightSpelling: url);
        return LocateOtherSpelling(path, mustBeFolder: false) ?? new LinkResolution(LinkOutcome.Missing, path);
    }

    /// <summary>What stands in for a page that its language does not have: the same in the site's own language, which lies in the root or in a folder as well.</summary>
    private LinkResolution? FindUntranslated(string path)
    {
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0 || !languages.Value.Folders.Contains(path[..slash]))
            return null;
        var rest = path[(slash + 1)..];
        if (LocateBelowBase(rest) is { IsFound: true } inRoot)
            return inRoot;
        return languages.Value.Original is { } original && !path.AsSpan(0, slash).SequenceEqual(original) && LocateBelowBase($"{original}/{rest}") is { IsFound: true } inFolder
            ? inFolder
            : null;
    }

    private LinkResolution? Locate(string path, bool mustBeFolder)
    {
        if (!mustBeFolder)
        {
            // Reason: most links lead to entries; and what is behind a link that leads out is none.
            if (addresses.FindByPath(path) is var entry and >= 0)
                return new LinkResolution(LinkOutcome.Entry, path, entry);
            if (files.Find(path) is { } file)
                return Judge(path, file);
            if (mayOmitExtensions && FindWithExtension(path) is var article and >= 0)
                return new LinkResolution(LinkOutcome.Entry, path, article);
        }

        if (files.IsBehindLinkOut(path))
            return new LinkResolution(LinkOutcome.BehindSymbolicLink, path);
        var isFolder = files.FolderExists(path);
        if (isFolder && addresses.FindIndexOf(path) is var index and >= 0)
            return new LinkResolution(LinkOutcome.Entry, path, index);
        if (files.StaticFiles.Count > 0)
        {
            if (!mustBeFolder && files.FindStatic(path) is { } staticFile)
                return new LinkResolution(LinkOutcome.StaticFile, path, File: staticFile);
            if (files.FindStatic(path.Length == 0 ? "index.html" : path + "/index.html") is { } page)
                return new LinkResolution(LinkOutcome.StaticFile, path + "/", File: page);
        }

        return isFolder ? new LinkResolution(LinkOutcome.Folder, path) : null;
    }

    private LinkResolution? LocateOtherSpelling(string path, bool mustBeFolder)
    {
        var right = files.FindOtherSpelling(path) ?? files.FindOtherStaticSpelling(path) ?? (mustBeFolder ? null : FindOtherSpellingWithExtension(path));
        return right is not null && Locate(right, mustBeFolder) is { } found ? found with { Path = path, RightSpelling = right } : null;
    }

    private int FindWithExtension(string path)
    {
        foreach (var extension in FileExtensions.OfArticles)
        {
            if (path.Length > 0 && addresses.FindByPath(path + extension) is var entry and >= 0)
                return entry;
        }

        return -1;
    }

    /// <summary>The other spelling of an article whose extension is left out, without it; null where extensions are required.</summary>
    private string? FindOtherSpellingWithExtension(string path)
    {
        foreach (var extension in FileExtensions.OfArticles)
        {
            if (mayOmitExtensions && path.Length > 0 && files.FindOtherSpelling(path + extension) is { } found && addresses.FindByPath(found) >= 0)
                return found[..^extension.Length];
        }

        return null;
    }

    private LinkResolution? Judge(string path, SourceFile file)
    {
        if (file.Reach == FileReach.LeadsOut)
            return new LinkResolution(LinkOutcome.BehindSymbolicLink, path);
        if (file.Reach is FileReach.Nowhere or FileReach.NotRegular)
            return null;
        var extension = ContentPath.ExtensionOf(path);
        return FileExtensions.IsArticle(extension) && !(configuration.HtmlMayBeAsset && extension is ".html" or ".htm")
            ? new LinkResolution(LinkOutcome.NoCollection, path)
            : new LinkResolution(LinkOutcome.Asset, path, File: file);
    }
}
