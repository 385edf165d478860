using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Configuration;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;

namespace Content.Compiler.ExternalLinks;

/// <summary>
/// Every link of the content to another site, by the facts that the build knows: its state is read where it holds, and never written.
/// Asking the other sites is the caller's; what it finds comes back to be judged as the build judges everything else.
/// </summary>
public sealed class ExternalLinkSurvey
{
    private readonly ContentConfiguration configuration;
    private readonly ImmutableArray<Article> articles;

    private ExternalLinkSurvey(ContentConfiguration configuration, ImmutableArray<Article> articles, ImmutableArray<Diagnostic> diagnostics)
    {
        this.configuration = configuration;
        this.articles = articles;
        Diagnostics = diagnostics;
        Links = new ExternalLinkFinder(configuration).Find(articles);
    }

    /// <summary>In the order of the articles and of the text, without those under <c>links.ignore</c> and those to the site itself.</summary>
    public ImmutableArray<ExternalLink> Links { get; }

    /// <summary>Why articles could not be listed; empty where they could.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>Finds the links of the content that <paramref name="request"/> names.</summary>
    /// <exception cref="OperationCanceledException"><paramref name="cancellation"/> asked for it.</exception>
    public static ExternalLinkSurvey Make(CompilationRequest request, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(request);
        var configured = ConfigurationFile.Read(request);
        var parsed = configured.Parse();
        if (!parsed.IsUsable)
            return new ExternalLinkSurvey(parsed.Configuration, [], parsed.Diagnostics);
        try
        {
            var root = request.Root ?? parsed.Configuration.Root;
            var files = FileMap.Enumerate(request.ProjectDirectory, root, parsed.Configuration.StaticFolders, cancellation, request.AssemblyName);
            var configuration = parsed.Configuration with { Root = files.Root };
            return new ExternalLinkSurvey(configuration, Read(request, configured.Hash, configuration, files, cancellation), []);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new ExternalLinkSurvey(parsed.Configuration, [], [InternalErrors.Unwritable(request.OutputDirectory, failure.Message)]);
        }
    }

    /// <summary>What is to be reported of what was found: suppressions, severities and order as in a build.</summary>
    public JudgedDiagnostics Judge(IReadOnlyList<Diagnostic> found) =>
        // Reason: a link that is alive today needs its suppression again tomorrow, so none is held to be of no use.
        DiagnosticPolicy.Apply(
            configuration, articles.Where(article => article.Content is not null).Select(article => (article.File, article.Content!.Suppressions)), found, judgeSuppressions: false);

    private static ImmutableArray<Article> Read(
        CompilationRequest request, ContentHash configurationHash, ContentConfiguration configuration, FileMap files, CancellationToken cancellation)
    {
        using var directory = StateDirectory.Open(request.OutputDirectory);
        var state = directory.IsHeld ? StateFile.ReadHead(directory.StateFile) : null;
        if (state?.FactsKey != BuildKeys.Of(request, configurationHash).Facts)
            state = null;
        using var store = ArticleStore.Open(directory, state);
        var reading = new ArticleSource(configuration, files, store, FilesOnDisk.Instance, directory.NowTicks, request.Verify, request.MaxParallelism).Read(cancellation);
        return [.. reading.Articles.Select(stored => stored.Article)];
    }
}
