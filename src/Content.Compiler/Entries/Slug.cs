using System.Text;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Entries;

/// <summary>
/// The slug of an entry: its path below the collection's folder, without extension, each segment made URL-safe.
/// Letters keep their case, as the rest of what an author wrote, unless the configuration says otherwise.
/// </summary>
public static class Slug
{
    private const string DateExample = "2026-11-23-";

    /// <summary>The slug of the file at <paramref name="path"/>; empty for the index of the collection's own folder.</summary>
    /// <param name="path">Relative to the content root, with <c>/</c>.</param>
    /// <param name="baseFolder">The collection's folder; empty for the content root.</param>
    /// <param name="rules">What is an index, and what becomes of capitals.</param>
    /// <param name="isIndex">Whether a file that has the name of an index is the one of its folder.</param>
    public static string OfPath(string path, string baseFolder, SlugRules rules, bool isIndex = true)
    {
        // Reason: macOS gives names decomposed, and the same file has to have the same slug everywhere.
        var composed = UnicodeText.Compose(Below(path, baseFolder));
        var folders = composed.AsSpan(0, Math.Max(0, composed.LastIndexOf('/')));
        var name = NameOf(composed);
        var slug = new StringBuilder(composed.Length);
        isIndex &= IndexRank(composed, rules) >= 0;
        if (folders.Length > 0 && isIndex)
        {
            var last = folders.LastIndexOf('/');
            name = folders[(last + 1)..];
            folders = folders[..Math.Max(0, last)];
        }
        else if (isIndex)
        {
            return "";
        }

        foreach (var range in folders.Split('/'))
        {
            if (range.Start.Value == range.End.Value)
                continue;
            UrlSafeText.AppendSlugSegment(slug, TakeNumber(folders[range], rules), rules.Signs);
            slug.Append('/');
        }

        var rest = TakeDate(name, out var date);
        UrlSafeText.AppendSlugSegment(slug, date is not null && rules.KeepsDate ? name : date is null ? TakeNumber(rest, rules) : rest, rules.Signs);
        return InCase(slug.ToString(), rules);
    }

    /// <summary>The slug of an entry that a data file of many has under <paramref name="key"/>.</summary>
    public static string OfKey(string key, SlugRules rules)
    {
        var slug = new StringBuilder(key.Length);
        var composed = UnicodeText.Compose(key);
        foreach (var range in composed.AsSpan().Split('/'))
        {
            if (range.Start.Value == range.End.Value)
                continue;
            if (slug.Length > 0)
                slug.Append('/');
            UrlSafeText.AppendSlugSegment(slug, composed.AsSpan()[range], rules.Signs);
        }

        return InCase(slug.ToString(), rules);
    }

    /// <summary>The slug with its last segment replaced by what front matter says; or the whole of it, where that begins with a slash.</summary>
    public static string WithName(string slug, string name, SlugRules rules, SlugKey key = SlugKey.Segment)
    {
        if (key != SlugKey.Segment && (key == SlugKey.Whole || name.StartsWith('/')))
            return InCase(UnicodeText.Compose(name.Trim('/')), rules);
        var last = slug.LastIndexOf('/');
        var composed = InCase(UnicodeText.Compose(name), rules);
        return last < 0 ? composed : string.Concat(slug.AsSpan(0, last + 1), composed);
    }

    /// <summary>Whether the file at <paramref name="path"/> has a name that an index has, and the place of that name among the names that do; -1 where it has none.</summary>
    public static int IndexRank(string path, SlugRules rules)
    {
        var name = NameOf(path);
        if (rules.IndexRank(name) is var rank && (rank >= 0 || !rules.FolderNameIsIndex))
            return rank;
        var folder = path.AsSpan(0, Math.Max(0, path.LastIndexOf('/')));
        folder = folder[(folder.LastIndexOf('/') + 1)..];
        return !folder.IsEmpty && TakeNumber(name, rules).Equals(TakeNumber(folder, rules), StringComparison.OrdinalIgnoreCase) ? rules.IndexNames.Length : -1;
    }

    /// <summary>The last segment of a slug.</summary>
    public static ReadOnlySpan<char> NameIn(string slug) => slug.AsSpan(slug.LastIndexOf('/') + 1);

    /// <summary>
    /// The date that the file's name begins with, as in <c>2026-11-23-title.md</c>; of the index of a folder, the folder's name.
    /// Null where there is none, or none that exists.
    /// </summary>
    public static DateOnly? DateOf(string path, SlugRules rules)
    {
        var name = NameOf(path);
        if (rules.IndexRank(name) >= 0)
        {
            var folder = path.AsSpan(0, Math.Max(0, path.LastIndexOf('/')));
            name = folder[(folder.LastIndexOf('/') + 1)..];
        }

        TakeDate(name, out var date);
        return date;
    }

    /// <summary>The name without the date that it begins with; something has to be left.</summary>
    private static ReadOnlySpan<char> TakeDate(ReadOnlySpan<char> name, out DateOnly? date)
    {
        date = null;
        if (name.Length <= DateExample.Length || name[DateExample.Length - 1] != '-')
            return name;
        if (IsoDateTime.Read(name[..(DateExample.Length - 1)], out var moment) != DateFault.None)
            return name;
        date = moment.Date;
        return name[DateExample.Length..];
    }

    /// <summary>The name without a number that only says the order. Of a version or a date nothing is taken off.</summary>
    private static ReadOnlySpan<char> TakeNumber(ReadOnlySpan<char> name, SlugRules rules)
    {
        if (!rules.DropsNumbers || name.IsEmpty || !char.IsAsciiDigit(name[0]))
            return name;
        var digits = name.IndexOfAnyExceptInRange('0', '9');
        var rest = digits < 0 ? default : name[digits..].TrimStart(" ");
        var signs = rest.TrimStart("-_.");
        if (signs.Length == rest.Length)
            return name;
        rest = signs.TrimStart(" ");
        return rest.IsEmpty || char.IsAsciiDigit(rest[0]) ? name : rest;
    }

    private static string InCase(string slug, SlugRules rules) => rules.IsLower ? slug.ToLowerInvariant() : slug;

    private static ReadOnlySpan<char> NameOf(string path)
    {
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        return dot > 0 ? name[..dot] : name;
    }

    private static string Below(string path, string folder) =>
        folder.Length > 0 && path.Length > folder.Length && path[folder.Length] == '/' && path.StartsWith(folder, StringComparison.Ordinal)
            ? path[(folder.Length + 1)..]
            : path;
}
