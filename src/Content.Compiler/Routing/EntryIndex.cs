using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Entries;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>Finds articles by the path of their file and by their slug, before there are entries: references go in any order.</summary>
internal sealed class EntryIndex
{
    private readonly Dictionary<string, int>[] bySlug;
    private readonly Dictionary<string, int> byPath;
    private readonly Dictionary<(int Collection, string Key), int> byKey = [];
    private readonly HashSet<int> incomplete = [];

    private readonly ContentConfiguration configuration;

    public EntryIndex(ContentConfiguration configuration, ImmutableArray<Article> articles)
    {
        this.configuration = configuration;
        Slugs = new string[articles.Length];
        byPath = new(articles.Length, StringComparer.Ordinal);
        bySlug = new Dictionary<string, int>[configuration.Collections.Length];
        for (var collection = 0; collection < bySlug.Length; collection++)
            bySlug[collection] = new(StringComparer.Ordinal);
        var rules = configuration.Slugs;
        var ranks = rules.IndexNames.Length > 1 ? FirstIndexes(articles, rules) : null;
        for (var index = 0; index < articles.Length; index++)
        {
            var article = articles[index];
            var isIndex = ranks is null || (ranks.TryGetValue((article.Collection, FolderOf(article)), out var first) && first == Slug.IndexRank(article.Path, rules));
            var slug = article.Metadata.Key is { } key ? Slug.OfKey(key.Value, rules) : Slug.OfPath(article.Path, configuration.Collections[article.Collection].BaseFolder, rules, isIndex);
            if (article.Metadata.Slug is { } name)
                slug = Slug.WithName(slug, name.Value, rules, configuration.Addresses.Slug);
            Slugs[index] = slug;
            bySlug[article.Collection].TryAdd(slug, index);
            if (article.Metadata.Key is { } written)
                byKey.TryAdd((article.Collection, UnicodeText.Compose(written.Value)), index);
            else
                byPath.TryAdd(article.Path, index);
            if (article is { Format: ArticleFormat.Data, Metadata: { Key: null, IsBroken: true } })
                incomplete.Add(article.Collection);
        }
    }

    /// <summary>By article.</summary>
    public string[] Slugs { get; }

    /// <summary>The article with this slug, or else with this key in a file of many, the first by path; or -1.</summary>
    public int FindBySlug(int collection, string slug) =>
        bySlug[collection].TryGetValue(slug, out var index) || byKey.TryGetValue((collection, slug), out index) ? index : -1;

    /// <summary>Whether a data file of the collection that holds many entries could not be read in whole: there may be more than are known.</summary>
    public bool IsIncomplete(int collection) => configuration.Collections[collection].Layout != EntryLayout.Single && incomplete.Contains(collection);

    /// <summary>The article at this path below the content root, or -1.</summary>
    public int FindByPath(string path) => byPath.GetValueOrDefault(path, -1);

    /// <summary>Every slug of a collection.</summary>
    public IReadOnlyCollection<string> SlugsOf(int collection) => bySlug[collection].Keys;

    /// <summary>By collection and folder, which of the names that an index can have is the first that is there: the others are ordinary articles.</summary>
    private static Dictionary<(int Collection, string Folder), int> FirstIndexes(ImmutableArray<Article> articles, SlugRules rules)
    {
        var first = new Dictionary<(int, string), int>();
        foreach (var article in articles)
        {
            if (Slug.IndexRank(article.Path, rules) is not (>= 0 and var rank))
                continue;
            var key = (article.Collection, FolderOf(article));
            if (!first.TryGetValue(key, out var known) || rank < known)
                first[key] = rank;
        }

        return first;
    }

    private static string FolderOf(Article article) => ContentPath.FolderOf(article.Path).ToString();
}
