using Content.Compiler.Text;

namespace Content.Compiler.Paths;

/// <summary>Schemes that run code, read a disk, or hold a page of their own.</summary>
internal static class UnsafeScheme
{
    /// <summary>Whether an address of this scheme is not safe in content, whatever follows. <c>data</c> is not among them: that depends on its type.</summary>
    public static bool IsUnsafe(ReadOnlySpan<char> scheme) => Is(scheme, "javascript") || Is(scheme, "vbscript") || Is(scheme, "file")
        || Is(scheme, "blob") || Is(scheme, "view-source") || Is(scheme, "filesystem") || Is(scheme, "livescript") || Is(scheme, "mocha");

    /// <summary>
    /// The scheme of an address as browsers find it, without control characters and spaces before it and without tabs and line breaks in it; null where it has none.
    /// </summary>
    /// <param name="address">Decoded.</param>
    public static string? Of(string address)
    {
        var clean = Clean(address);
        var length = UriText.LengthOfScheme(clean);
        return length > 0 ? clean[..length] : null;
    }

    /// <summary>The scheme of an address that may not be in content, for messages; null where it may.</summary>
    /// <param name="address">Decoded.</param>
    /// <param name="isImage">Whether it is shown as an image, in which no script runs.</param>
    public static string? Find(string address, bool isImage)
    {
        if (Of(address) is not { } scheme)
            return null;
        if (IsUnsafe(scheme))
            return scheme.ToLowerInvariant();
        return Is(scheme, "data") && !IsImage(address, isImage) ? "data" : null;
    }

    /// <summary>The type of a <c>data:</c> address, in small letters; empty where it names none.</summary>
    public static string MediaTypeOf(string address)
    {
        var clean = Clean(address);
        var rest = clean.AsSpan(clean.IndexOf(':', StringComparison.Ordinal) + 1).TrimStart(' ');
        var end = rest.IndexOfAny(";,");
        return (end < 0 ? rest : rest[..end]).Trim(' ').ToString().ToLowerInvariant();
    }

    /// <summary>An SVG that is not shown as an image is a page, and its scripts run.</summary>
    private static bool IsImage(string address, bool isImage) =>
        MediaTypeOf(address) is var type && type.StartsWith("image/", StringComparison.Ordinal) && (isImage || type != "image/svg+xml");

    private static string Clean(string address)
    {
        var text = address.AsSpan().TrimStart(" \0\u0001\u0002\u0003\u0004\u0005\u0006\u0007\b\t\n\v\f\r\u000e\u000f\u0010\u0011\u0012\u0013\u0014\u0015\u0016\u0017\u0018\u0019\u001a\u001b\u001c\u001d\u001e\u001f");
        return text.IndexOfAnyInRange('\t', '\r') < 0 ? text.ToString() : string.Concat(text.ToString().Split(['\t', '\n', '\r']));
    }

    private static bool Is(ReadOnlySpan<char> scheme, string name) => scheme.Equals(name, StringComparison.OrdinalIgnoreCase);
}
