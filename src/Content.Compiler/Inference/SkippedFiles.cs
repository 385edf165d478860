using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;

namespace Content.Compiler.Inference;

/// <summary>What the inference did not look at, each kind with its number and one of it: what nobody names, nobody misses before it is too late.</summary>
internal static class SkippedFiles
{
    /// <summary>A line each.</summary>
    /// <param name="files">The files that exist.</param>
    /// <param name="all">Those that were read.</param>
    /// <param name="observed">Those of them that are content.</param>
    /// <param name="groups">The collections made of them.</param>
    public static ImmutableArray<string> Describe(FileMap files, ImmutableArray<ObservedFile> all, ImmutableArray<ObservedFile> observed, ImmutableArray<FileGroup> groups)
    {
        var taken = groups.SelectMany(group => group.Files).Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
        var lines = ImmutableArray.CreateBuilder<string>();
        Add("whose name, or whose folder's, begins with a dot or is node_modules, bin or obj",
            files.Files.Where(file => GlobSet.IsHidden(file.Path) && ArticleFormats.Of(file.Path, readsMdx: false) is not null).Select(file => file.Path));
        Add("behind a symbolic link that leads out of the folder or nowhere", files.Files.Where(file => file.Reach is FileReach.LeadsOut or FileReach.Nowhere).Select(file => file.Path).Concat(files.FoldersThatLeadOut));
        Add("that the tool makes its pages with, and that are none: templates, parts, data", all.Except(observed).Select(file => file.Path));
        Add("that cannot be read as UTF-8", observed.Where(file => file.IsUnreadable).Select(file => file.Path));
        Add("of data beside articles", observed.Where(file => file.Format == ArticleFormat.Data && !file.IsUnreadable && !taken.Contains(file.Path)).Select(file => file.Path));
        Add("whose metadata has mistakes, so that only a part of it counts", observed.Where(file => file.IsBroken && !file.IsUnreadable).Select(file => file.Path));
        return lines.ToImmutable();

        void Add(string kind, IEnumerable<string> found)
        {
            string[] paths = [.. found];
            if (paths.Length > 0)
                lines.Add(string.Create(CultureInfo.InvariantCulture, $"{paths.Length} {(paths.Length == 1 ? "file" : "files")} {kind}: {MessageText.OneLine(paths[0])}{(paths.Length == 1 ? "" : " and others")}"));
        }
    }
}
