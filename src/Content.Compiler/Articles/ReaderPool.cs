using System.Collections.Concurrent;

namespace Content.Compiler.Articles;

/// <summary>
/// Readers that are for one thread at a time and hold much that the next article can use again. A reader that threw is in an unknown state and
/// does not come back.
/// </summary>
internal sealed class ReaderPool<TReader>(Func<TReader> create)
{
    private readonly ConcurrentBag<TReader> free = [];

    /// <summary>What <paramref name="read"/> makes with a reader of its own.</summary>
    public ArticleReading Read(Func<TReader, ArticleReading> read)
    {
        if (!free.TryTake(out var reader))
            reader = create();
        var result = read(reader);
        free.Add(reader);
        return result;
    }
}
