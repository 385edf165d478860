using System.Buffers;

namespace Content.Compiler.Paths;

/// <summary>Paths of links: decoded once a segment and resolved by their letters alone, without asking the file system.</summary>
internal static class ContentPath
{
    /// <summary>Stands for a slash that was written <c>%2F</c>: no separator, and in no file's name.</summary>
    private const char EncodedSlash = '\0';

    /// <summary>Resolves a path as written in a link.</summary>
    /// <param name="folder">Where a relative path counts from, without a slash at the end; empty is the root.</param>
    /// <param name="written">Percent-encoded, with <c>/</c> or <c>\</c>; one at the start makes no difference.</param>
    public static ResolvedPath Resolve(ReadOnlySpan<char> folder, ReadOnlySpan<char> written)
    {
        var most = folder.Length + 1 + written.Length;
        var rented = most > 512 ? ArrayPool<char>.Shared.Rent(most) : null;
        var buffer = rented ?? stackalloc char[512];
        folder.CopyTo(buffer);
        var length = folder.Length;
        var leaves = false;
        if (!written.IsEmpty && written[0] is '/' or '\\')
            written = written[1..];
        var endsWithSlash = written.IsEmpty;
        while (!written.IsEmpty)
        {
            var end = written.IndexOfAny('/', '\\');
            var segment = end < 0 ? written : written[..end];
            written = end < 0 ? default : written[(end + 1)..];
            endsWithSlash = end >= 0 && written.IsEmpty;
            if (segment.Contains('%'))
                segment = Uri.UnescapeDataString(segment).Replace('/', EncodedSlash);
            if (segment is ".")
            {
                endsWithSlash |= written.IsEmpty;
            }
            else if (segment is "..")
            {
                leaves |= length == 0;
                length = Math.Max(0, buffer[..length].LastIndexOf('/'));
                endsWithSlash |= written.IsEmpty;
            }
            else
            {
                // Reason: an empty segment is one of its own; "a//b" is not "a/b" for every server, nor "//b" for any.
                if (length > 0 || segment.IsEmpty)
                    buffer[length++] = '/';
                segment.CopyTo(buffer[length..]);
                length += segment.Length;
            }
        }

        var path = buffer[..length].ToString();
        if (rented is not null)
            ArrayPool<char>.Shared.Return(rented);
        return new ResolvedPath(path, leaves, endsWithSlash);
    }

    /// <summary>The folder of a file: its path up to the last slash, without it.</summary>
    public static ReadOnlySpan<char> FolderOf(ReadOnlySpan<char> path) => path[..Math.Max(0, path.LastIndexOf('/'))];

    /// <summary>The last segment.</summary>
    public static ReadOnlySpan<char> NameOf(ReadOnlySpan<char> path) => path[(path.LastIndexOf('/') + 1)..];

    /// <summary>
    /// The extension with its dot, or empty. What follows the last dot of <c>release-1.0</c> or <c>what.next now</c> is none.
    /// </summary>
    public static ReadOnlySpan<char> ExtensionOf(ReadOnlySpan<char> path)
    {
        var name = NameOf(path);
        var dot = name.LastIndexOf('.');
        if (dot <= 0)
            return default;
        var extension = name[(dot + 1)..];
        var hasLetter = false;
        foreach (var unit in extension)
        {
            if (!char.IsAsciiLetterOrDigit(unit))
                return default;
            hasLetter |= char.IsAsciiLetter(unit);
        }

        return hasLetter && extension.Length <= 12 ? name[dot..] : default;
    }
}

/// <summary>Where a path leads by its letters.</summary>
/// <param name="Path">Decoded, without <c>.</c> and <c>..</c>, without a slash at either end.</param>
/// <param name="LeavesRoot">Whether it climbs past the root, even if it comes back.</param>
/// <param name="EndsWithSlash">Whether it can only mean a folder, as written.</param>
internal readonly record struct ResolvedPath(string Path, bool LeavesRoot, bool EndsWithSlash);
