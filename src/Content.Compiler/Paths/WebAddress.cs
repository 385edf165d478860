using System.Globalization;
using System.Net;

namespace Content.Compiler.Paths;

/// <summary>What a build can tell of an external address without asking anybody.</summary>
internal static class WebAddress
{
    // Reason: the framework's parser refuses what is longer, browsers do not.
    private const int LongestParsed = 60_000;

    /// <summary>The address as a browser would read it, or null where it would not.</summary>
    public static Uri? Parse(string text)
    {
        var absolute = text[0] is '/' or '\\' ? string.Concat("https:", text) : text;
        // Reason: "http:host" and "https:///host" are read by browsers in ways that no author means.
        var colon = absolute.IndexOf(':', StringComparison.Ordinal);
        var rest = absolute.AsSpan(colon + 1);
        if (rest.Length < 3 || rest[0] is not ('/' or '\\') || rest[1] is not ('/' or '\\') || rest[2] is '/' or '\\' or '?' or '#')
            return null;
        return Uri.TryCreate(absolute, UriKind.Absolute, out var uri) && uri.Host.Length > 0 && PageAddress.WithoutFragment(uri) is not null ? uri : null;
    }

    /// <summary>What an address that is not valid probably means: <c>https:/x.example</c> and <c>https:x.example</c> lack slashes; or null.</summary>
    public static string? CompleteSlashes(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rest = colon < 0 ? "" : text[(colon + 1)..].TrimStart('/');
        var complete = rest.Length == 0 ? null : string.Concat(text.AsSpan(0, colon), "://", rest);
        return complete is not null && complete != text && Parse(complete) is { } uri && uri.Host.Contains('.', StringComparison.Ordinal) ? complete : null;
    }

    /// <summary>
    /// Whether it is an address as nearly all are, <c>https://name.example/...</c>: valid, and of another machine. Seen at a glance.
    /// </summary>
    public static bool IsOrdinary(ReadOnlySpan<char> text)
    {
        var start = text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) ? 8 : text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) ? 7 : 0;
        if (start == 0)
            return false;
        var host = text[start..];
        var end = host.IndexOfAny('/', '?', '#');
        host = end < 0 ? host : host[..end];
        var dot = host.LastIndexOf('.');

        // The last label of a name begins with a letter, that of a number does not.
        return dot > 0 && dot + 1 < host.Length && host.Length < 200 && char.IsAsciiLetter(host[dot + 1]) && char.IsAsciiLetterOrDigit(host[0])
            && host.IndexOfAnyExcept(hostLetters) < 0 && !host.Contains("..", StringComparison.Ordinal) && !host.Contains("-.", StringComparison.Ordinal)
            && !host.Contains(".-", StringComparison.Ordinal) && host[^1] != '-' && !host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether <paramref name="text"/> is too long to be judged.</summary>
    public static bool IsTooLong(string text) => text.Length > LongestParsed;

    /// <summary>Whether nobody but the reader's own machine answers there.</summary>
    public static bool IsThisMachine(Uri uri)
    {
        var host = PageAddress.HostOf(uri)?.TrimEnd('.') ?? "";
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || host.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(host, out var address))
            return false;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
    }

    /// <summary>
    /// The address with its scheme where a relative path looks as if it was left out: <c>www.example.org</c>, <c>github.com/x</c>.
    /// </summary>
    public static string? CompleteHost(string text)
    {
        var end = text.AsSpan().IndexOfAny("/?#");
        var host = end < 0 ? text.AsSpan() : text.AsSpan(0, end);
        var dot = host.LastIndexOf('.');
        if (dot <= 0 || host[0] == '.' || host.IndexOfAnyExcept(hostLetters) >= 0)
            return null;
        var isHost = host.StartsWith("www.", StringComparison.OrdinalIgnoreCase);
        foreach (var domain in commonDomains)
            isHost |= host[(dot + 1)..].Equals(domain, StringComparison.OrdinalIgnoreCase);
        return isHost ? string.Create(CultureInfo.InvariantCulture, $"https://{text}") : null;
    }

    private static readonly System.Buffers.SearchValues<char> hostLetters =
        System.Buffers.SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-.");

    private static readonly string[] commonDomains = ["com", "org", "net", "edu", "gov", "io", "dev", "info", "eu", "de", "uk", "fr"];
}
