using System.Buffers;

namespace Content.Compiler.Links;

/// <summary>Mail addresses, as loosely as can be: something, an @, a domain.</summary>
internal static class MailAddress
{
    private static readonly SearchValues<char> foreign = SearchValues.Create(" \t\r\n<>;,\"()[]\\");

    /// <summary>Endings of files, which with an @ in their name look like addresses: <c>logo@2x.png</c>.</summary>
    private static readonly string[] fileEndings =
    [
        "png", "jpg", "jpeg", "gif", "svg", "webp", "avif", "ico", "bmp", "tif", "tiff", "md", "markdown", "html", "htm", "pdf", "zip", "gz",
        "css", "js", "mjs", "ts", "json", "xml", "yml", "yaml", "toml", "txt", "csv", "mp3", "mp4", "webm", "ogg", "mov", "cs", "exe", "whl",
    ];

    /// <summary>Whether what follows <c>mailto:</c> names at least one plausible address, and no implausible one.</summary>
    public static bool ArePlausible(ReadOnlySpan<char> text)
    {
        var query = text.IndexOf('?');
        if (query >= 0)
            text = text[..query];
        foreach (var range in text.Split(','))
        {
            var address = text[range];
            if (!IsPlausible(address.Contains('%') ? Uri.UnescapeDataString(address) : address))
                return false;
        }

        return true;
    }

    /// <summary>Whether a destination without a scheme can only be an address.</summary>
    public static bool IsBare(ReadOnlySpan<char> text)
    {
        var query = text.IndexOf('?');
        if (query >= 0)
            text = text[..query];
        if (text.IndexOfAny('/', '#', ':') >= 0 || !IsPlausible(text))
            return false;
        var dot = text.LastIndexOf('.');
        var ending = text[(dot + 1)..];
        if (dot < text.IndexOf('@') || ending.IsEmpty || ending.ContainsAnyExceptInRange('A', 'z'))
            return false;
        foreach (var file in fileEndings)
        {
            if (ending.Equals(file, StringComparison.OrdinalIgnoreCase))
                return false;
        }

        return true;
    }

    private static bool IsPlausible(ReadOnlySpan<char> address)
    {
        address = address.Trim(' ');
        var at = address.LastIndexOf('@');
        var domain = address[(at + 1)..];
        return at > 0 && !domain.IsEmpty && domain[0] != '.' && domain[^1] != '.' && address.IndexOfAny(foreign) < 0;
    }
}
