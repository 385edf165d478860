using System.Buffers;
using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>
/// Which files style sheets, scripts and the like name, as far as one can tell without running them: a path in them that a file's path ends with.
/// Rather too many than too few, because what nobody is said to use gets deleted.
/// </summary>
internal static class CodeReferences
{
    private const int LongestPath = 1024;

    private static readonly HashSet<string> extensions = new(StringComparer.OrdinalIgnoreCase) { ".css", ".js", ".mjs", ".cjs", ".svg", ".webmanifest" };

    /// <summary>What ends a path in quotes or brackets, which may have blanks in it.</summary>
    private static readonly SearchValues<char> quotes = SearchValues.Create("\"'`()<>\r\n");

    /// <summary>What ends one besides: blanks, and what stands between several.</summary>
    private static readonly SearchValues<char> blanks = SearchValues.Create(" \t,;=|*+");

    /// <summary>Those of <paramref name="candidates"/> that are named in a file below the content root or of a static folder.</summary>
    public static HashSet<SourceFile> Find(FileMap files, IReadOnlyCollection<SourceFile> candidates)
    {
        var named = new HashSet<SourceFile>();
        var byName = candidates.ToLookup(file => file.Name.ToString(), StringComparer.Ordinal);
        foreach (var code in files.Files.Concat(files.StaticFiles).Where(file => file.Reach == FileReach.Inside && extensions.Contains(Path.GetExtension(file.Path))))
        {
            if (candidates.Count == 0 || FilesOnDisk.Instance.Read(files, code).Text is not { Text: var text })
                continue;
            foreach (var range in text.AsSpan().SplitAny(quotes))
            {
                var quoted = text.AsSpan(range);
                Take(code, quoted);
                if (quoted.ContainsAny(blanks))
                {
                    foreach (var part in quoted.SplitAny(blanks))
                        Take(code, quoted[part]);
                }
            }
        }

        return named;

        void Take(SourceFile code, ReadOnlySpan<char> written)
        {
            var end = written.IndexOfAny('?', '#');
            var path = (end < 0 ? written : written[..end]).Trim();
            while (path.StartsWith("./") || path.StartsWith("../") || path.StartsWith("/"))
                path = path[(path.IndexOf('/') + 1)..];
            if (path.Length is 0 or > LongestPath || path[^1] == '/')
                return;
            var plain = Uri.UnescapeDataString(path.ToString());
            foreach (var file in byName[plain[(plain.LastIndexOf('/') + 1)..]])
            {
                if (!file.Equals(code) && file.Path.EndsWith(plain, StringComparison.Ordinal) && (file.Path.Length == plain.Length || file.Path[^(plain.Length + 1)] == '/'))
                    named.Add(file);
            }
        }
    }
}
