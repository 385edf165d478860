using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Workspaces;

namespace Content.Compiler.ExternalLinks;

/// <summary>
/// Every link of the content to another site, by a workspace that makes one snapshot: the state of builds is read where it holds, and never written.
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
        // What the site's own links come to is a build's to say.
        var snapshot = new Workspace(request with { CheckLinks = false }).Update(cancellation);
        return snapshot.Articles is { } articles
            ? new ExternalLinkSurvey(snapshot.Configuration, [.. articles.Articles.Select(stored => stored.Article)], [])
            : new ExternalLinkSurvey(snapshot.Configuration, [], snapshot.Diagnostics);
    }

    /// <summary>What is to be reported of what was found: suppressions, severities and order as in a build.</summary>
    public JudgedDiagnostics Judge(IReadOnlyList<Diagnostic> found) =>
        // Reason: a link that is alive today needs its suppression again tomorrow, so none is held to be of no use.
        DiagnosticPolicy.Apply(
            configuration, articles.Where(article => article.Content is not null).Select(article => (article.File, article.Content!.Suppressions)), found, judgeSuppressions: false);
}
