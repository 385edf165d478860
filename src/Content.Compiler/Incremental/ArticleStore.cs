using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>The articles that the last build left and those that this one leaves: facts in the state file, bodies in a file beside it.</summary>
internal sealed class ArticleStore : IKnownArticles, IDisposable
{
    private readonly StateDirectory directory;
    private StateFileWriter? writer;
    private StoredBodies? stored;

    private ArticleStore(StateDirectory directory, BodyStore bodies, StoredArticles? previous)
    {
        this.directory = directory;
        Bodies = bodies;
        Previous = previous;
    }

    public BodyStore Bodies { get; }

    /// <summary>Null where nothing of the last build is to be trusted.</summary>
    public StoredArticles? Previous { get; }

    /// <summary>Opens what belongs to <paramref name="state"/>, or nothing.</summary>
    public static ArticleStore Open(StateDirectory directory, BuildState? state)
    {
        if (state is not null && BodyStore.Open(directory.BodyFile, state.BodyLength) is { } bodies)
        {
            if (StateFile.OpenArticles(directory.StateFile) is { } previous)
                return new ArticleStore(directory, bodies, previous);
            bodies.Dispose();
        }

        return new ArticleStore(directory, BodyStore.Empty(directory.BodyFile), null);
    }

    public KnownArticle? Find(string path) => Previous?.Find(path);

    public StoredArticle? Restore(SourceFile file, FileStamp stamp, KnownArticle known) =>
        known is StoredRecord record && Bodies.Read(record.Body) is { } body
            ? new StoredArticle(stamp, record.Hash, record.Facts, ArticleSerializer.Read(record.Facts, file, body), record.Body)
            : null;

    /// <summary>Writes articles and bodies; they count from <see cref="Complete"/> on.</summary>
    public void Write(ArticleReadings reading)
    {
        stored = Bodies.Append(reading.Articles, directory);
        writer = new StateFileWriter(directory);
        writer.WriteArticles(reading.Articles, stored.Places);
    }

    /// <summary>Lets what was written take the place of what was there. Nothing reads articles or bodies after this.</summary>
    public void Complete(BuildState state)
    {
        Bodies.Complete(stored!);
        writer!.Complete(state with { BodyLength = stored!.Length }, Previous);
    }

    public void Dispose()
    {
        writer?.Dispose();
        Previous?.Dispose();
        Bodies.Dispose();
    }
}
