using System.Collections.Immutable;
using Content.Compiler.Links;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>Gathers the files that become part of the site because an article of it or a page of the program uses them.</summary>
internal static class SiteAssets
{
    /// <summary>By path, each once. Files of static folders are the project's own affair.</summary>
    public static ImmutableArray<SiteAsset> Gather(RoutedSite site, FileMap files, SiteAddresses addresses, LinkedArticle[] linked, LinkedArticle[] pages)
    {
        var prefix = files.Root.Length == 0 ? "" : files.Root + "/";
        var found = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var collection in site.Collections)
        {
            foreach (var entry in collection.Entries)
            {
                foreach (var asset in entry.Article.Content is null ? [] : linked[addresses.FindByPath(entry.Article.Path)].Assets)
                    found.TryAdd(asset.Path, asset);
                foreach (var path in NamedBy(entry))
                {
                    if (path.StartsWith(prefix, StringComparison.Ordinal) && files.Find(path[prefix.Length..]) is { } file)
                        found.TryAdd(file.Path, file);
                }
            }
        }

        foreach (var asset in pages.SelectMany(page => page.Assets))
            found.TryAdd(asset.Path, asset);
        if (found.Count == 0)
            return [];
        return [.. found.Values.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new SiteAsset(file.File, "/" + file.Path))];
    }

    /// <summary>The files that fields of an entry name, relative to the project folder.</summary>
    public static IEnumerable<string> NamedBy(Entry entry) => NamedBy(entry.Fields);

    private static IEnumerable<string> NamedBy(IEnumerable<FieldValue?> values)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case ResolvedFileValue { Path: { } path }:
                    yield return path;
                    break;
                case ListValue { Items: [ResolvedFileValue or ObjectValue, ..] items }:
                    foreach (var found in NamedBy(items))
                        yield return found;
                    break;
                case ObjectValue nested:
                    foreach (var found in NamedBy(nested.Fields))
                        yield return found;
                    break;
            }
        }
    }
}
