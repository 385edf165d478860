using System.Collections.Immutable;
using Content.Compiler.Links;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>Gathers the files that become part of the site because an article of it uses them.</summary>
internal static class SiteAssets
{
    /// <summary>By path, each once. Files of static folders are the project's own affair.</summary>
    public static ImmutableArray<SiteAsset> Gather(RoutedSite site, FileMap files, SiteAddresses addresses, LinkedArticle[] linked)
    {
        var prefix = files.Root.Length == 0 ? "" : files.Root + "/";
        var found = new Dictionary<string, SourceFile>(StringComparer.Ordinal);
        foreach (var collection in site.Collections)
        {
            foreach (var entry in collection.Entries)
            {
                foreach (var asset in entry.Article.Content is null ? [] : linked[addresses.FindByPath(entry.Article.Path)].Assets)
                    found.TryAdd(asset.Path, asset);
                foreach (var field in entry.Fields)
                    Add(field);
            }
        }

        if (found.Count == 0)
            return [];
        return [.. found.Values.OrderBy(file => file.Path, StringComparer.Ordinal).Select(file => new SiteAsset(file.File, "/" + file.Path))];

        void Add(FieldValue? value)
        {
            switch (value)
            {
                case ResolvedFileValue { Path: { } path } when path.StartsWith(prefix, StringComparison.Ordinal):
                    if (files.Find(path[prefix.Length..]) is { } file)
                        found.TryAdd(file.Path, file);
                    break;
                case ListValue list:
                    foreach (var item in list.Items)
                        Add(item);
                    break;
                case ObjectValue nested:
                    foreach (var field in nested.Fields)
                        Add(field);
                    break;
            }
        }
    }
}
