namespace Content.Compiler.Articles.Html;

/// <summary>A <c>&lt;base href&gt;</c>: what the relative addresses of an HTML article count from.</summary>
internal sealed class BaseAddress
{
    private readonly string whole;
    private readonly string folder;
    private readonly int origin;

    private BaseAddress(string whole, int origin)
    {
        this.whole = whole;
        this.origin = origin;
        folder = whole[..Math.Max(origin, whole.LastIndexOf('/') + 1)];

        // Dots are folders, and so is a host without a path.
        if (whole.AsSpan(folder.Length) is "." or "..")
            folder = whole;
        if (folder.Length > 0 && folder[^1] != '/')
            folder += "/";
    }

    /// <summary>The base that <paramref name="href"/> sets; null where it sets none that a browser would take.</summary>
    public static BaseAddress? Parse(string href)
    {
        var end = href.AsSpan().IndexOfAny('?', '#');
        var text = (end < 0 ? href : href[..end]).Trim();
        var scheme = LengthOfScheme(text);
        if (scheme > 0 && !text.AsSpan(scheme).StartsWith("://"))
            return null;
        var authority = scheme > 0 ? scheme + 3 : text.StartsWith("//", StringComparison.Ordinal) ? 2 : 0;
        if (text.Length == 0 || (authority > 0 && (text.Length == authority || text[authority] == '/')))
            return null;
        var path = authority == 0 ? 0 : text.IndexOf('/', authority);
        return new BaseAddress(text, path < 0 ? text.Length : path);
    }

    /// <summary>What <paramref name="destination"/> means: itself where it is absolute.</summary>
    public string Resolve(string destination)
    {
        if (destination.Length == 0 || LengthOfScheme(destination) > 0)
            return destination;
        return destination[0] switch
        {
            '/' when destination.StartsWith("//", StringComparison.Ordinal) => destination,
            '/' => string.Concat(whole.AsSpan(0, origin), destination),
            '#' or '?' => whole + destination,
            _ => folder + destination,
        };
    }

    private static int LengthOfScheme(string text)
    {
        var length = 0;
        while (length < text.Length && (char.IsAsciiLetterOrDigit(text[length]) || text[length] is '+' or '-' or '.'))
            length++;
        return length > 0 && length < text.Length && text[length] == ':' && char.IsAsciiLetter(text[0]) ? length : 0;
    }
}
