using Content.Compiler.Incremental;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Workspaces;

/// <summary>The articles of the last snapshot, and those that were read ahead, as what is known to the next.</summary>
internal sealed class ArticleMemory : IKnownArticles
{
    private readonly ArticleReadings last;
    private readonly HashSet<string> suspects;
    private readonly IReadOnlyDictionary<string, PreparedArticle> prepared;

    /// <summary>Remembers articles.</summary>
    /// <param name="last">The articles.</param>
    /// <param name="suspects">Paths of articles that are to be read again, whatever length and time their files have.</param>
    /// <param name="prepared">Articles that were read ahead, by path.</param>
    public ArticleMemory(ArticleReadings last, IEnumerable<string> suspects, IReadOnlyDictionary<string, PreparedArticle> prepared)
    {
        this.last = last;
        this.prepared = prepared;
        this.suspects = new(suspects, StringComparer.Ordinal);
    }

    public KnownArticle? Find(string path)
    {
        if (prepared.TryGetValue(path, out var ahead))
            return new Remembered(default, ahead.Article);
        if (last.Find(path) is not (>= 0 and var index))
            return null;
        var article = last.Articles[index];
        return new Remembered(suspects.Contains(path) ? default : article.Stamp, article);
    }

    public StoredArticle? Restore(SourceFile file, FileStamp stamp, KnownArticle known) =>
        known is Remembered { Article: var article } ? article.Stamp == stamp ? article : article with { Stamp = stamp } : null;

    private sealed record Remembered(FileStamp Stamp, StoredArticle Article) : KnownArticle(Stamp, Article.Hash);
}

/// <summary>An article that was read ahead of the update that takes its text.</summary>
/// <param name="Configuration">What it was held against.</param>
/// <param name="Article">Its facts.</param>
internal sealed record PreparedArticle(ContentConfiguration Configuration, StoredArticle Article);
