namespace Content.Server.LanguageServer;

/// <summary>Files as clients name them.</summary>
internal static class DocumentUri
{
    /// <summary>The absolute path of a file; null for another scheme, another machine, or what no file can be called.</summary>
    public static string? ToPath(string uri)
    {
        if (!Uri.TryCreate(uri, UriKind.Absolute, out var parsed) || !parsed.IsFile || !uri.StartsWith("file:", StringComparison.OrdinalIgnoreCase))
            return null;
        try
        {
            // Reason: the path as written, since Uri takes "%2F" and dots in it for what they are not.
            var start = uri.IndexOf("//", StringComparison.Ordinal);
            if (start < 0)
                return null;
            var slash = uri.IndexOf('/', start + 2);
            var path = slash >= 0 ? uri[slash..] : "/";
            var end = path.AsSpan().IndexOfAny('?', '#');
            path = Uri.UnescapeDataString(end < 0 ? path : path[..end]);
            if (path.Contains('\0', StringComparison.Ordinal) || (!OperatingSystem.IsWindows() && slash > start + 2 && parsed.Host is not ("" or "localhost")))
                return null;
            if (OperatingSystem.IsWindows())
            {
                path = path.Length > 2 && path[0] == '/' && path[2] == ':' ? char.ToUpperInvariant(path[1]) + path[2..] : parsed.Host.Length > 0 ? $@"\\{parsed.Host}{path}" : path;
            }

            return Path.TrimEndingDirectorySeparator(Path.GetFullPath(path));
        }
        catch (Exception failure) when (failure is ArgumentException or PathTooLongException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>The URI of a file.</summary>
    /// <param name="path">Absolute.</param>
    public static string Of(string path)
    {
        var segments = path.Replace('\\', '/').Split('/').Select(Uri.EscapeDataString);
        var joined = string.Join('/', segments);
        return joined.StartsWith('/') ? "file://" + joined : "file:///" + joined;
    }
}
