using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>Articles whose facts are known from before: from the state of the last build, or from the last snapshot of a workspace. Safe to use from several threads at once.</summary>
internal interface IKnownArticles
{
    /// <summary>What tells whether the facts of the file at this path still hold, or null where nothing is known of it.</summary>
    KnownArticle? Find(string path);

    /// <summary>The facts of a file that turned out to be what it was; null where they are not what was kept after all.</summary>
    /// <param name="file">The file as it is listed now.</param>
    /// <param name="stamp">Its stamp.</param>
    /// <param name="known">What <see cref="Find"/> gave.</param>
    StoredArticle? Restore(SourceFile file, FileStamp stamp, KnownArticle known);
}

/// <summary>What tells whether the facts of a file still hold.</summary>
/// <param name="Stamp">Of the file when it was read.</param>
/// <param name="Hash">Of its bytes; zero where they could not be read.</param>
internal abstract record KnownArticle(FileStamp Stamp, ContentHash Hash);
