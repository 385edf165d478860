using System.Collections.Immutable;
using Content.Compiler.Sources;

namespace Content.Compiler.Links;

/// <summary>The folders below the content root that are named as languages are, <c>de</c> or <c>pt-br</c>.</summary>
internal sealed class SiteLanguages
{
    public SiteLanguages(FileMap files)
    {
        var sizes = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var file in files.Files)
        {
            var slash = file.Path.IndexOf('/', StringComparison.Ordinal);
            if (slash > 0 && IsLanguage(file.Path.AsSpan(0, slash)))
                sizes[file.Path[..slash]] = sizes.GetValueOrDefault(file.Path[..slash]) + 1;
        }

        Folders = [.. sizes.Keys];
        Original = sizes.Count == 0 ? null : sizes.MaxBy(folder => folder.Value).Key;
    }

    /// <summary>All of them.</summary>
    public ImmutableHashSet<string> Folders { get; }

    /// <summary>The one that the others were translated from: it has the most files. Null where there is none.</summary>
    public string? Original { get; }

    private static bool IsLanguage(ReadOnlySpan<char> name)
    {
        var dash = name.IndexOf('-');
        var language = dash < 0 ? name : name[..dash];
        if (name.Length > 8 || language.Length is not (2 or 3))
            return false;
        foreach (var unit in name)
        {
            if (!char.IsAsciiLetter(unit) && unit != '-')
                return false;
        }

        return true;
    }
}
