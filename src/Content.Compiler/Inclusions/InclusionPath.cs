using System.Buffers;

namespace Content.Compiler.Inclusions;

/// <summary>How the path of a file that is taken in is written: with <c>/</c>, not encoded, relative to a folder.</summary>
internal static class InclusionPath
{
    private static readonly SearchValues<char> illegal = SearchValues.Create("\\\0:*?<>|\"\r\n");

    /// <summary>The path relative to the project folder, which may begin with <c>..</c>; null where it is no relative path.</summary>
    /// <param name="folder">Where it counts from, relative to the project folder; empty or <c>.</c> is that itself.</param>
    /// <param name="written">As the author wrote it.</param>
    public static string? Combine(ReadOnlySpan<char> folder, string written)
    {
        if (written.Length == 0 || written[0] == '/' || written.AsSpan().ContainsAny(illegal))
            return null;
        var segments = new List<string>();
        foreach (var range in folder.Split('/'))
            Add(folder[range].ToString());
        foreach (var segment in written.Split('/'))
            Add(segment);
        return segments.Count > 0 && segments[^1] != ".." && !written.EndsWith('/') ? string.Join('/', segments) : null;

        void Add(string segment)
        {
            if (segment is "" or ".")
                return;
            if (segment == ".." && segments.Count > 0 && segments[^1] != "..")
                segments.RemoveAt(segments.Count - 1);
            else
                segments.Add(segment);
        }
    }

    /// <summary>How a file is written from another: <paramref name="path"/> from <paramref name="folder"/>, both relative to the project folder.</summary>
    public static string Relative(ReadOnlySpan<char> folder, string path)
    {
        var from = folder.Length == 0 ? [] : folder.ToString().Split('/').Where(segment => segment != ".").ToArray();
        var to = path.Split('/');
        var common = 0;
        while (common < from.Length && common < to.Length - 1 && from[common] == to[common])
            common++;
        return string.Concat(Enumerable.Repeat("../", from.Length - common)) + string.Join('/', to[common..]);
    }

    /// <summary>The folder of a file: its path up to the last slash, without it.</summary>
    public static ReadOnlySpan<char> FolderOf(ReadOnlySpan<char> path) => path[..Math.Max(0, path.LastIndexOf('/'))];
}
