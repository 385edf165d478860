using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Entries;
using Content.Compiler.Schema;

namespace Content.Compiler.Routing;

/// <summary>Finds articles by the path of their file and by their slug, before there are entries: references go in any order.</summary>
internal sealed class EntryIndex
{
    private readonly Dictionary<string, int>[] bySlug;
    private readonly Dictionary<string, int> byPath;

    public EntryIndex(ContentConfiguration configuration, ImmutableArray<Article> articles)
    {
        Slugs = new string[articles.Length];
        byPath = new(articles.Length, StringComparer.Ordinal);
        bySlug = new Dictionary<string, int>[configuration.Collections.Length];
        for (var collection = 0; collection < bySlug.Length; collection++)
            bySlug[collection] = new(StringComparer.Ordinal);
        for (var index = 0; index < articles.Length; index++)
        {
            var article = articles[index];
            var slug = Slug.OfPath(article.Path, configuration.Collections[article.Collection].BaseFolder);
            if (article.Metadata.Slug is { } name)
                slug = Slug.WithName(slug, name.Value);
            Slugs[index] = slug;
            byPath.TryAdd(article.Path, index);
            bySlug[article.Collection].TryAdd(slug, index);
        }
    }

    /// <summary>By article.</summary>
    public string[] Slugs { get; }

    /// <summary>The article with this slug, the first by path, or -1.</summary>
    public int FindBySlug(int collection, string slug) => bySlug[collection].GetValueOrDefault(slug, -1);

    /// <summary>The article at this path below the content root, or -1.</summary>
    public int FindByPath(string path) => byPath.GetValueOrDefault(path, -1);

    /// <summary>Every slug of a collection.</summary>
    public IReadOnlyCollection<string> SlugsOf(int collection) => bySlug[collection].Keys;
}
