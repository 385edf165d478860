using System.Collections.Immutable;
using Content.Compiler.Incremental;
using Content.Compiler.Sources;

namespace Content.Compiler.Workspaces;

/// <summary>The articles of the last snapshot, as what is known to the next.</summary>
internal sealed class ArticleMemory : IKnownArticles
{
    private readonly Dictionary<string, StoredArticle> byPath;
    private readonly HashSet<string> suspects;

    /// <summary>Remembers articles.</summary>
    /// <param name="articles">By path.</param>
    /// <param name="suspects">Paths of articles that are to be read again, whatever length and time their files have.</param>
    public ArticleMemory(ImmutableArray<StoredArticle> articles, IEnumerable<string> suspects)
    {
        byPath = new(articles.Length, StringComparer.Ordinal);
        foreach (var article in articles)
            byPath.Add(article.Article.Path, article);
        this.suspects = new(suspects, StringComparer.Ordinal);
    }

    public KnownArticle? Find(string path) =>
        byPath.TryGetValue(path, out var article) ? new Remembered(suspects.Contains(path) ? default : article.Stamp, article) : null;

    public StoredArticle? Restore(SourceFile file, FileStamp stamp, KnownArticle known) =>
        known is Remembered { Article: var article } ? article.Stamp == stamp ? article : article with { Stamp = stamp } : null;

    private sealed record Remembered(FileStamp Stamp, StoredArticle Article) : KnownArticle(Stamp, Article.Hash);
}
