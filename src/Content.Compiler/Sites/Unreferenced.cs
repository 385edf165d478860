using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Links;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Sites;

/// <summary>
/// Finds what could be taken away and nobody would notice: articles that no other article leads to by a link, a reference or a list, and files below the content
/// root that no article, page, style sheet or script uses. Off by default, since a program may list a collection whole; the counts go into the summary of a build in any case.
/// </summary>
internal static class Unreferenced
{
    /// <summary>CONTENT2201 for each such article.</summary>
    public static List<Diagnostic> FindArticles(RoutedSite site, ImmutableArray<LinkedArticle> linked, IEnumerable<int> namedElsewhere)
    {
        var isReached = new bool[site.Entries.Length];
        foreach (var entry in namedElsewhere)
            isReached[entry] = true;
        // What another article takes in is read there.
        var takenIn = site.Entries.SelectMany(entry => entry.Article.Inputs.Select(input => input.Path).Where(path => path != entry.Article.File)).ToHashSet(StringComparer.Ordinal);
        var bySlug = new Dictionary<(int Collection, string Slug), int>();
        for (var index = 0; index < site.Entries.Length; index++)
            bySlug.TryAdd((site.Entries[index].Article.Collection, site.Entries[index].Slug), index);
        for (var index = 0; index < site.Entries.Length; index++)
        {
            foreach (var target in linked[index].Targets)
            {
                if (target >= 0 && target != index)
                    isReached[target] = true;
            }

            foreach (var value in Flatten(site.Entries[index].Fields))
            {
                if (value is ResolvedReferenceValue reference && bySlug.TryGetValue((reference.Collection, reference.Slug), out var referred) && referred != index)
                    isReached[referred] = true;
            }
        }

        var found = new List<Diagnostic>();
        for (var index = 0; index < isReached.Length; index++)
        {
            var entry = site.Entries[index];
            // The index of a collection or of the site is where readers come in, data have no page, and nothing is to lead to a draft.
            if (!isReached[index] && !takenIn.Contains(entry.Article.File) && entry.Slug.Length > 0 && entry.Url != site.Configuration.BasePath + "/" && entry.IsPublished && entry.Article.Format != ArticleFormat.Data)
            {
                found.Add(DiagnosticCatalog.ArticleUnreached.At(
                    entry.Article.File, TextRange.FileStart, "Nothing leads to this article: no other article links to it or names it in a field. Link to it from where readers come by, or delete it."));
            }
        }

        return found;
    }

    /// <summary>CONTENT2202 for each such file.</summary>
    public static List<Diagnostic> FindFiles(RoutedSite site, FileMap files, IEnumerable<LinkedArticle> linked)
    {
        var used = new HashSet<string>(linked.SelectMany(article => article.Assets).Select(asset => asset.File), StringComparer.Ordinal);
        foreach (var entry in site.Entries)
        {
            used.Add(entry.Article.File);
            used.UnionWith(entry.Article.Inputs.Select(input => input.Path));
            foreach (var value in Flatten(entry.Fields))
            {
                if (value is ResolvedFileValue { Path: { } path })
                    used.Add(path);
            }
        }

        // Where the content is the project itself, the program lies there as well: only folders of collections hold nothing else.
        var folders = site.Configuration.Collections.Select(collection => collection.BaseFolder).Where(folder => folder.Length > 0).Select(folder => folder + "/").ToArray();
        var unused = new List<SourceFile>();
        foreach (var file in files.Files)
        {
            // Reason: an article that belongs to no collection is CONTENT0006 already.
            if (file.Reach == FileReach.Inside && !used.Contains(file.File) && !site.Configuration.IsNavigation(file.Path) && !GlobSet.IsHidden(file.Path) && !FileExtensions.IsArticle(ContentPath.ExtensionOf(file.Path))
                && (files.Root.Length > 0 || folders.Any(folder => file.Path.StartsWith(folder, StringComparison.Ordinal))))
            {
                unused.Add(file);
            }
        }

        var named = CodeReferences.Find(files, unused);
        return [.. unused.Where(file => !named.Contains(file)).Select(file => DiagnosticCatalog.FileUnused.At(
            file.File, TextRange.FileStart, "Nothing uses this file: no article links to it, shows it or names it in a field, and no style sheet or script. Use it, or delete it."))];
    }

    private static IEnumerable<FieldValue> Flatten(IEnumerable<FieldValue?> values)
    {
        foreach (var value in values)
        {
            switch (value)
            {
                case null:
                    break;
                case ListValue list:
                    foreach (var item in Flatten(list.Items))
                        yield return item;
                    break;
                case ObjectValue nested:
                    foreach (var item in Flatten(nested.Fields))
                        yield return item;
                    break;
                default:
                    yield return value;
                    break;
            }
        }
    }
}
