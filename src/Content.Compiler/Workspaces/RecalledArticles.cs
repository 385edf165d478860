using Content.Compiler.Incremental;
using Content.Compiler.Sources;

namespace Content.Compiler.Workspaces;

/// <summary>
/// The articles of the last build for a workspace, which outlives the files that they are mapped from: the next build may cut those off. So they are copied.
/// </summary>
internal sealed class RecalledArticles(ArticleStore store) : IKnownArticles
{
    public KnownArticle? Find(string path) => store.Find(path);

    public StoredArticle? Restore(SourceFile file, FileStamp stamp, KnownArticle known)
    {
        if (known is not StoredRecord record || store.Bodies.Read(record.Body) is not { } body)
            return null;
        ReadOnlyMemory<byte> facts = record.Facts.ToArray();
        return new StoredArticle(stamp, record.Hash, facts, ArticleSerializer.Read(facts, file, body.ToArray()), null);
    }
}
