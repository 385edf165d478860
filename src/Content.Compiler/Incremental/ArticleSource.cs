using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Configuration;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>The facts of every article: those of the last build where the file is what it was, else read anew, on several threads.</summary>
internal sealed class ArticleSource(
    ContentConfiguration configuration, FileMap files, Dictionary<string, StoredArticle>? previous, long nowTicks, int threads)
{
    /// <summary>A file written this shortly before it was read may be written again within the same tick of its time stamp.</summary>
    private static readonly long racyTicks = TimeSpan.FromSeconds(2).Ticks;

    private readonly Lazy<ArticleReader> reader = new(() => new ArticleReader(configuration));

    public ArticleReadings Read(CancellationToken cancellation)
    {
        var owned = new List<(SourceFile File, int Collection)>();
        foreach (var file in files.Files)
        {
            if (file.Reach == FileReach.Inside && ArticleFormats.Of(file.Path) is not null && CollectionOf(file.Path) is var collection and >= 0)
                owned.Add((file, collection));
        }

        var articles = new StoredArticle[owned.Count];
        var readAnew = 0;
        var isRacy = 0;
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, threads), CancellationToken = cancellation };
        Parallel.For(0, owned.Count, options, index =>
        {
            var (file, collection) = owned[index];
            articles[index] = Read(file, collection, out var isAnew);
            if (isAnew)
                Interlocked.Increment(ref readAnew);
            if (IsRacy(file))
                Volatile.Write(ref isRacy, 1);
        });
        return new ArticleReadings([.. articles], readAnew, isRacy != 0);
    }

    private StoredArticle Read(SourceFile file, int collection, out bool isAnew)
    {
        isAnew = false;
        var known = previous?.GetValueOrDefault(file.Path);
        if (known is not null && known.Article.Collection == collection
            && known.Source.Length == file.Length && known.Source.LastWriteTicks == file.LastWriteTicks && !IsRacy(file))
        {
            return known;
        }

        var source = SourceReader.Read(files.GetFullPath(file), file.File);
        if (known is not null && known.Article.Collection == collection && source.Hash != default && known.Hash == source.Hash)
            return known with { Source = file };
        isAnew = true;
        return new StoredArticle(file, source.Hash, ReadAnew(file, source, collection), null);
    }

    private Article ReadAnew(SourceFile file, SourceReading source, int collection)
    {
        try
        {
            return reader.Value.Read(file, source, collection);
        }
        // Reason: the last line of defence. A defect of ours in one article is reported with its stack, and the others are still checked.
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            return new Article
            {
                Path = file.Path,
                File = file.File,
                Collection = collection,
                Format = ArticleFormats.Of(file.Path)!.Value,
                Metadata = new EntryMetadata
                {
                    Fields = ImmutableArray.CreateRange(new FieldValue?[configuration.Collections[collection].Fields.Length]),
                    IsBroken = true,
                },
                Diagnostics = [InternalErrors.Defect(defect, file.File)],
            };
        }
    }

    private bool IsRacy(SourceFile file) => file.LastWriteTicks > nowTicks - racyTicks;

    private int CollectionOf(string path)
    {
        for (var index = 0; index < configuration.Collections.Length; index++)
        {
            if (configuration.Collections[index].Files.IsMatch(path))
                return index;
        }

        return -1;
    }
}

/// <summary>Every article with its facts.</summary>
/// <param name="Articles">Sorted by path.</param>
/// <param name="ReadAnew">How many had to be read anew.</param>
/// <param name="IsRacy">Whether some file is so young that its time cannot be trusted next time.</param>
internal sealed record ArticleReadings(ImmutableArray<StoredArticle> Articles, int ReadAnew, bool IsRacy);
