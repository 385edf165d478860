namespace Content.AspNetCore.Export;

/// <summary>Where an address of the program is in the export: which file it is, and how links to it read where the site is at another path.</summary>
/// <param name="origin">Scheme and host of the published site, without a slash at the end.</param>
/// <param name="own">The path that the addresses of the program have in front already.</param>
/// <param name="published">The path that they are to have.</param>
internal sealed class ExportedAddress(string origin, string own, string published)
{
    public string Origin => origin;

    public string Own => own;

    /// <summary>Whether addresses stay as they are.</summary>
    public bool IsSame => own.Length == 0 && published.Length == 0;

    /// <summary>A path of the program as links in the export have it.</summary>
    public string Publish(string path) => published + Strip(path);

    /// <summary>A destination as it is in the export; null where it stays as it is.</summary>
    public string? PublishDestination(string destination)
    {
        if (destination.StartsWith('/') && !destination.StartsWith("//", StringComparison.Ordinal))
            return Publish(destination);
        if (!destination.StartsWith(origin, StringComparison.OrdinalIgnoreCase))
            return null;
        var path = destination[origin.Length..];
        return path.Length == 0 ? origin + Publish("/") : path[0] == '/' ? origin + Publish(path) : null;
    }

    /// <summary>The file of an address, relative and with <c>/</c>.</summary>
    /// <exception cref="ExportException">No file can have such a name.</exception>
    public string FileOf(string path, bool isPage)
    {
        var file = Uri.UnescapeDataString(Strip(path)).TrimStart('/');
        if (file.Split('/').Any(segment => segment is "." or ".." || segment.AsSpan().IndexOfAny('\0', '\\', ':') >= 0) || file.Contains("//", StringComparison.Ordinal))
            throw new ExportException("its address cannot be the name of a file");
        if (file.Length == 0 || file.EndsWith('/'))
            return file + "index.html";
        // A host tells a page by its extension, or by its folder.
        return isPage && !file.EndsWith(".html", StringComparison.OrdinalIgnoreCase) && !file.EndsWith(".htm", StringComparison.OrdinalIgnoreCase) ? file + "/index.html" : file;
    }

    /// <summary>Without the path in front.</summary>
    public string Strip(string path) => own.Length > 0 && path.StartsWith(own, StringComparison.Ordinal) && (path.Length == own.Length || path[own.Length] is '/' or '?' or '#')
        ? path.Length == own.Length ? "/" : path[own.Length..]
        : path;

    /// <summary>Whether an address is below the path of the site.</summary>
    public bool IsOwn(string path) => own.Length == 0 || Strip(path).Length != path.Length;
}
