using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>The facts of every article: those of the last build where the file is what it was, else read anew, on several threads.</summary>
/// <param name="configuration">What articles are held against.</param>
/// <param name="files">The files that exist.</param>
/// <param name="known">Articles known from before, by the same configuration.</param>
/// <param name="texts">What the files say.</param>
/// <param name="nowTicks">The time by the file system's own clock, UTC.</param>
/// <param name="verifies">Whether every file is read, whatever its time says.</param>
/// <param name="threads">The most threads to use.</param>
/// <param name="largestCatalog">The most bytes of bodies that a catalog may hold.</param>
internal sealed class ArticleSource(
    ContentConfiguration configuration, FileMap files, IKnownArticles known, ISourceTexts texts, long nowTicks, bool verifies, int threads, long largestCatalog = long.MaxValue)
{
    /// <summary>A file written this shortly before it was read may be written again within the same tick of its time stamp.</summary>
    public static readonly long RacyTicks = TimeSpan.FromSeconds(2).Ticks;

    private readonly IncludedFiles included = new(files, texts, configuration.SnippetFolders);
    private ArticleReader? reader;

    private ArticleReader Reader => LazyInitializer.EnsureInitialized(ref reader, () => new ArticleReader(configuration, included));

    /// <exception cref="CatalogTooLargeException">Told while articles are read, and not when minutes have been spent on them.</exception>
    public ArticleReadings Read(CancellationToken cancellation)
    {
        var owned = new List<(SourceFile File, int Collection)>();
        foreach (var file in files.Files)
        {
            if (file.Reach is FileReach.Inside or FileReach.NotRegular && !configuration.IsNavigation(file.Path) && ArticleFormats.Of(file.Path, configuration.ReadsMdx) is not null && CollectionOf(file.Path) is var collection and >= 0)
                owned.Add((file, collection));
        }

        var articles = new StoredArticle[owned.Count];
        var isAnew = new bool[owned.Count];
        var isRacy = 0;
        var bodies = 0L;
        ParallelWork.For(threads, owned.Count, step: 4, static () => new StateWriter(), (index, writer) =>
        {
            var (file, collection) = owned[index];
            var article = ReadOrReport(file, collection, writer, out isAnew[index]);
            articles[index] = article;
            if (article.Article.Content is { Body.Utf8.Length: var length } && Interlocked.Add(ref bodies, length) > largestCatalog)
                throw new CatalogTooLargeException();
            if (article.Hash == default || IsRacy(article.Stamp.LastWriteTicks))
                Volatile.Write(ref isRacy, 1);
        }, cancellation);
        var readAnew = ImmutableArray.CreateBuilder<string>();
        for (var index = 0; index < isAnew.Length; index++)
        {
            if (isAnew[index])
                readAnew.Add(articles[index].Article.Path);
        }

        SourceFile[] navigation = configuration.NavigationFiles.IsEmpty
            ? []
            : [.. files.Files.Where(file => file.Reach == FileReach.Inside && configuration.IsNavigation(file.Path) && !GlobSet.IsHidden(file.Path))];
        return new ArticleReadings([.. articles], readAnew.DrainToImmutable(), isRacy != 0 || navigation.Any(file => IsRacy(file.LastWriteTicks)))
        {
            TakingIn = [.. Enumerable.Range(0, articles.Length).Where(index => !articles[index].Article.Inputs.IsEmpty)],
            Navigation = [.. navigation.Select(file => NavigationPage.Read(file, texts.Read(files, file)))],
        };
    }

    /// <summary>The facts of articles of which only some can be others now: the same files are there, and all else that facts depend on is the same.</summary>
    /// <param name="last">All articles as they were.</param>
    /// <param name="suspects">Of these, those that are to be looked at besides those that take other files in, by index.</param>
    /// <param name="cancellation">Looked at before every article.</param>
    public ArticleReadings ReadAgain(ArticleReadings last, IEnumerable<int> suspects, CancellationToken cancellation)
    {
        var indexes = suspects.Concat(last.TakingIn).Distinct().Order().ToArray();
        var found = new StoredArticle[indexes.Length];
        var isAnew = new bool[indexes.Length];
        ParallelWork.For(threads, indexes.Length, step: 1, static () => new StateWriter(), (number, writer) =>
        {
            var article = last.Articles[indexes[number]].Article;
            found[number] = files.Find(article.Path) is { } file ? ReadOrReport(file, article.Collection, writer, out isAnew[number]) : last.Articles[indexes[number]];
        }, cancellation);
        var articles = last.Articles.ToArray();
        var readAnew = ImmutableArray.CreateBuilder<string>();
        for (var number = 0; number < indexes.Length; number++)
        {
            articles[indexes[number]] = found[number];
            if (isAnew[number])
                readAnew.Add(found[number].Article.Path);
        }

        return new ArticleReadings(ImmutableCollectionsMarshal.AsImmutableArray(articles), readAnew.DrainToImmutable(), last.IsRacy)
        {
            Navigation = last.Navigation,
            TakingIn = [.. last.TakingIn.Concat(indexes).Distinct().Where(index => !articles[index].Article.Inputs.IsEmpty).Order()],
        };
    }

    private StoredArticle ReadOrReport(SourceFile file, int collection, StateWriter writer, out bool isAnew)
    {
        var stamp = new FileStamp(file.Length, file.LastWriteTicks, files.FolderTicksOf(file.Path));
        try
        {
            return Read(file, stamp, collection, writer, out isAnew);
        }
        catch (Exception defect) when (InternalErrors.IsDefect(defect))
        {
            isAnew = true;
            return Pack(file, stamp, default, Defective(file, collection, defect), writer);
        }
    }

    private StoredArticle Read(SourceFile file, FileStamp stamp, int collection, StateWriter writer, out bool isAnew)
    {
        isAnew = false;
        var before = known.Find(file.Path);
        if (!verifies && before is not null && before.Stamp == stamp && before.Hash != default && !IsRacy(stamp.LastWriteTicks) && known.Restore(file, stamp, before) is { } kept && TakesInTheSame(kept))
            return kept;

        var source = texts.Read(files, file);
        if (before is not null && before.Hash == source.Hash && source.Hash != default && known.Restore(file, stamp, before) is { } restored && TakesInTheSame(restored))
            return restored;
        isAnew = true;
        return Pack(file, stamp, source.Hash, Reader.Read(file, source, collection), writer);
    }

    /// <summary>Whether what the article takes in is what it was.</summary>
    private bool TakesInTheSame(StoredArticle article)
    {
        foreach (var input in article.Article.Inputs)
        {
            if (!included.IsUnchanged(input))
                return false;
        }

        return true;
    }

    /// <summary>
    /// Facts are packed at once, and an article is always one that was unpacked: so a build keeps few objects however many articles it reads,
    /// and one with a state cannot see anything else than one without.
    /// </summary>
    private static StoredArticle Pack(SourceFile file, FileStamp stamp, ContentHash hash, Article article, StateWriter writer)
    {
        if (article.Diagnostics.Any(diagnostic => diagnostic.Detail is not null))
            return new StoredArticle(stamp, hash, default, article, null);
        writer.Clear();
        ArticleSerializer.Write(writer, article);
        var facts = writer.Keep();
        return new StoredArticle(stamp, hash, facts, ArticleSerializer.Read(facts, file, article.Content?.Body.Utf8 ?? default), null);
    }

    private Article Defective(SourceFile file, int collection, Exception defect) => new()
    {
        Path = file.Path,
        File = file.File,
        Collection = collection,
        Format = ArticleFormats.Of(file.Path, configuration.ReadsMdx)!.Value,
        Metadata = EntryMetadata.Unknown(configuration.Collections[collection]),
        Diagnostics = [InternalErrors.Defect(defect, file.File)],
    };

    private bool IsRacy(long lastWriteTicks) => lastWriteTicks > nowTicks - RacyTicks;

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
/// <param name="ReadAnew">The paths of those that had to be read anew.</param>
/// <param name="IsRacy">Whether some file is so young that its time cannot be trusted next time, or could not be read at all, which no time tells.</param>
internal sealed record ArticleReadings(ImmutableArray<StoredArticle> Articles, ImmutableArray<string> ReadAnew, bool IsRacy)
{
    /// <summary>The files that say how pages hang together; they are few and read every time.</summary>
    public ImmutableArray<NavigationPage> Navigation { get; init; } = [];

    /// <summary>Of what these say; zero where there are none.</summary>
    public ContentHash NavigationHash => Navigation.IsEmpty ? default : Navigation.Aggregate(new Fingerprint(), static (hash, page) => hash.Add(page.Path).Add(page.Hash)).Value;

    /// <summary>The articles that take other files in, by index.</summary>
    public ImmutableArray<int> TakingIn { get; init; } = [];

    /// <summary>The index of the article at this path below the content root, or -1.</summary>
    public int Find(string path)
    {
        var (low, high) = (0, Articles.Length - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var order = string.CompareOrdinal(Articles[middle].Article.Path, path);
            if (order == 0)
                return middle;
            if (order < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}
