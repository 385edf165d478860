namespace Content.Compiler.Dialects.Docfx;

/// <summary>The address of a film as docfx embeds it: one that sets no cookies where the host is known.</summary>
internal static class VideoAddress
{
    private const string Player = "www.youtube-nocookie.com";

    public static string Of(string written)
    {
        var secure = written.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? "https:" + written[5..] : written;
        if (!Uri.TryCreate(secure, UriKind.Absolute, out var uri) || uri.Scheme != Uri.UriSchemeHttps)
            return secure;
        var query = uri.Query.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(option => option.TrimStart('?')).Where(option => option.Length > 0).ToList();
        switch (uri.Host.ToLowerInvariant())
        {
            case "channel9.msdn.com":
                query.Add("nocookie=true");
                return With(uri, uri.Host, uri.AbsolutePath, query);
            case "youtube.com" or "www.youtube.com" or "youtu.be" or Player:
                if (query.Find(option => option.StartsWith("v=", StringComparison.Ordinal)) is { } named)
                {
                    query.Remove(named);
                    return With(uri, Player, "/embed/" + named[2..], WithOwnOnly(query));
                }

                var path = uri.Host.Equals("youtu.be", StringComparison.OrdinalIgnoreCase) ? "/embed" + uri.AbsolutePath : uri.AbsolutePath;
                if (path.StartsWith("/embed/", StringComparison.Ordinal) && path != "/embed/videoseries")
                    return With(uri, Player, path, WithOwnOnly(query));
                return query.Find(option => option.StartsWith("list=", StringComparison.Ordinal)) is { } list
                    ? With(uri, Player, "/embed/videoseries", WithOwnOnly([list]))
                    : With(uri, Player, path, query);
            default:
                return secure;
        }
    }

    /// <summary>With films of the same channel only, unless the author says another thing.</summary>
    private static List<string> WithOwnOnly(List<string> query)
    {
        if (!query.Exists(option => option.StartsWith("rel=", StringComparison.Ordinal)))
            query.Add("rel=0");
        return query;
    }

    private static string With(Uri uri, string host, string path, List<string> query) =>
        new UriBuilder(uri) { Host = host, Path = path, Query = string.Join('&', query), Port = uri.IsDefaultPort ? -1 : uri.Port }.Uri.AbsoluteUri;
}
