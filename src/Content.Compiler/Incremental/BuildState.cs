using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Sites;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>What the last build left: enough to say that nothing changed, and then to say again what it said.</summary>
internal sealed record BuildState
{
    /// <summary>Of what facts depend on besides their file: the compiler and the configuration.</summary>
    public required ContentHash FactsKey { get; init; }

    /// <summary>Of what the outputs depend on besides the files: the facts' key and the request.</summary>
    public required ContentHash OutputKey { get; init; }

    /// <summary>Of every file listed: path, length, time.</summary>
    public required ContentHash Fingerprint { get; init; }

    /// <summary>
    /// Whether some file was written so shortly before it was read that it may have been written again without its time changing.
    /// </summary>
    public required bool IsRacy { get; init; }

    /// <summary>Every file that some article takes in, as it was.</summary>
    public required ImmutableArray<InputStamp> Inputs { get; init; }

    /// <summary>Of the references and sources of the project, where some article names an API; zero where none does.</summary>
    public required ContentHash Apis { get; init; }

    /// <summary>Of the files that say how pages hang together; zero where there are none.</summary>
    public required ContentHash Navigation { get; init; }

    /// <summary>The configuration's content root, so that files can be listed before it is parsed.</summary>
    public required string Root { get; init; }

    /// <summary>The configuration's static folders.</summary>
    public required ImmutableArray<StaticFolder> StaticFolders { get; init; }

    /// <summary>What was reported.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>What was found and not reported.</summary>
    public required ImmutableArray<Diagnostic> Suppressed { get; init; }

    /// <summary>What was part of the site.</summary>
    public required ImmutableArray<SiteAsset> Assets { get; init; }

    /// <summary>What was written; of a build that failed, the schemas alone.</summary>
    public required ImmutableArray<OutputFile> Outputs { get; init; }

    /// <summary>How many articles there were.</summary>
    public required int ArticleCount { get; init; }

    /// <summary>How many articles nothing led to.</summary>
    public int UnreachedArticles { get; init; }

    /// <summary>How many files nothing used.</summary>
    public int UnusedFiles { get; init; }

    /// <summary>How much of the body store the articles speak of.</summary>
    public required long BodyLength { get; init; }
}
