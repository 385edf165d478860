using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Apis;
using Content.Compiler.Catalogs;
using Content.Compiler.Application;
using Content.Compiler.Configuration;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;

namespace Content.Compiler.Workspaces;

/// <summary>
/// The whole of a project's content at one moment: what a build of the same files says and makes. Immutable, so that any number of threads read it
/// while the workspace goes on.
/// </summary>
public sealed class WorkspaceSnapshot
{
    private readonly CompilationRequest request;

    private WorkspaceSnapshot(CompilationRequest request, ParsedConfiguration parsed)
    {
        this.request = request;
        Parsed = parsed;
        Diagnostics = parsed.Diagnostics;
    }

    /// <summary>Everything wrong, sorted, suppressions and severities applied.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; private init; }

    /// <summary>No diagnostic is an error.</summary>
    public bool Succeeded => !Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>What the articles were held against: content.json as far as it could be read, or the defaults.</summary>
    public ContentConfiguration Configuration => Linked?.Site.Configuration ?? Parsed.Configuration;

    /// <summary>All entries, routed and linked; null where content.json has errors, which are then all there is to say.</summary>
    public Site? Site => Linked?.Site;

    /// <summary>Every entry by path, also those that stay out of the catalog; empty where there is no <see cref="Site"/>.</summary>
    public ImmutableArray<Entry> Entries => Linked?.Routed.Entries ?? [];

    /// <summary>The files that exist; null where there is no <see cref="Site"/>.</summary>
    public FileMap? Files => Linked?.Files;

    /// <summary>What making this snapshot took, and what is different since the one before.</summary>
    public SnapshotChanges Changes { get; private init; } = new([], [], 0);

    /// <summary>The configuration as it was parsed.</summary>
    internal ParsedConfiguration Parsed { get; }

    /// <summary>The site with what each article's links came to.</summary>
    internal LinkedSite? Linked { get; private init; }

    /// <summary>What says how faults are reported; null where <see cref="Site"/> is.</summary>
    internal ReportingFiles? Reporting { get; private init; }

    /// <summary>The files of the program that know its addresses; null where <see cref="Site"/> is.</summary>
    internal ApplicationFiles? Application { get; private init; }

    /// <summary>The articles with what tells whether their facts still hold.</summary>
    internal ArticleReadings? Articles { get; private init; }

    /// <summary>Lays out the catalog of the site. Same files and options, same bytes as a build's.</summary>
    /// <param name="options">How the code is to look.</param>
    /// <exception cref="InvalidOperationException">There is no <see cref="Site"/>.</exception>
    /// <exception cref="CatalogTooLargeException">The blob would be larger than 2 GB.</exception>
    public CompiledCatalog PrepareCatalog(CatalogOptions options) => CatalogWriter.Prepare(
        Site ?? throw new InvalidOperationException("There is no site, because the configuration has errors."), options, request.MaxParallelism);

    /// <summary>
    /// Whether nothing that this was made of is any different: no article was read anew, the same names are listed, every other file has its length and time,
    /// and the day is the same.
    /// </summary>
    /// <param name="now">What the project says.</param>
    /// <param name="files">The files that exist.</param>
    /// <param name="articles">The facts of every article.</param>
    /// <param name="named">Paths of files that are said to have changed, whatever their length and time say.</param>
    internal bool IsStillTrue(CompilationRequest now, FileMap files, ArticleReadings articles, IEnumerable<string> named) =>
        articles.ReadAnew.IsEmpty && DiffersInArticlesAlone(now, files, articles, named) && HasSameArticles(articles);

    /// <summary>Whether the facts of every article are the very same: one may have been read ahead.</summary>
    private bool HasSameArticles(ArticleReadings articles)
    {
        for (var index = 0; index < articles.Articles.Length; index++)
        {
            if (!ReferenceEquals(articles.Articles[index].Article, Articles!.Articles[index].Article))
                return false;
        }

        return true;
    }

    /// <summary>
    /// The articles whose files are others now or are said to be, by index; null where any other file is. Of an article only length and time can be others;
    /// of an image the size may be.
    /// </summary>
    /// <param name="files">The files that exist.</param>
    /// <param name="named">Paths of files that are said to have changed, whatever their length and time say.</param>
    internal List<int>? FindSuspects(FileMap files, IEnumerable<string> named)
    {
        if (Linked?.Files.FindDifferences(files) is not { } different)
            return null;
        var suspects = different.Select(file => file.Path).Concat(named).Select(Articles!.Find).ToList();
        return suspects.Contains(-1) ? null : suspects;
    }

    /// <summary>Whether what is different since is in articles, of which there are the same, and in no other file.</summary>
    private bool DiffersInArticlesAlone(CompilationRequest now, FileMap files, ArticleReadings articles, IEnumerable<string> named) =>
        Linked is not null && articles.Articles.Length == Articles!.Articles.Length && now.BuildDate == request.BuildDate && FindSuspects(files, named) is not null;

    /// <summary>The entries over articles as they are now; null where an address may be another, or some other file has changed.</summary>
    private RoutedSite? RoutesOf(CompilationRequest now, FileMap files, ArticleReadings articles, IEnumerable<string> named)
    {
        if (!DiffersInArticlesAlone(now, files, articles, named))
            return null;
        var changed = new List<(Article, bool)>();
        for (var index = 0; index < articles.Articles.Length; index++)
        {
            var (last, next) = (Articles!.Articles[index], articles.Articles[index]);
            if (ReferenceEquals(last, next) || ReferenceEquals(last.Article, next.Article))
                continue;
            if (last.Article.Path != next.Article.Path)
                return null;
            changed.Add((next.Article, ArticleSerializer.HaveSameMetadata(last.Article, next.Article)));
        }

        return Rerouting.Of(Linked!.Routed, changed, files, now.IncludeUnpublished, now.BuildDate);
    }

    /// <summary>This once more, with the times that its files have now: the very same <see cref="Site"/>.</summary>
    internal WorkspaceSnapshot TakenAgain(FileMap files, ArticleReadings articles) => new(request, Parsed)
    {
        Diagnostics = Diagnostics,
        Linked = Linked! with { Files = files, LinkedAnew = 0 },
        Reporting = Reporting,
        Application = Application,
        Articles = articles,
    };

    /// <summary>The same files with other facts of their articles, and links that are resolved but not judged.</summary>
    internal WorkspaceSnapshot WithArticles(ArticleReadings articles, CancellationToken cancellation) =>
        Make(request with { CheckLinks = false }, Parsed, Reporting!, Application!, Files!, articles, before: null, named: [], reported: [], cancellation);

    /// <summary>What a configuration with errors comes to.</summary>
    internal static WorkspaceSnapshot OfFaultyConfiguration(CompilationRequest request, ParsedConfiguration parsed, WorkspaceSnapshot? before) =>
        new(request, parsed) { Changes = SnapshotChanges.Between(before?.Diagnostics ?? [], parsed.Diagnostics, [], 0) };

    /// <summary>The steps that cross files: from the facts of every article to the linked site. Every host comes through here.</summary>
    /// <param name="request">What the project says.</param>
    /// <param name="parsed">The configuration, which is usable.</param>
    /// <param name="reporting">What says how faults are reported.</param>
    /// <param name="application">The files of the program that know its addresses.</param>
    /// <param name="files">The files that exist.</param>
    /// <param name="articles">The facts of every article, by path.</param>
    /// <param name="before">The snapshot before, by the same configuration, of which what still holds is taken over; null where there is none.</param>
    /// <param name="named">Paths of files that are said to have changed since the snapshot before, whatever their length and time say.</param>
    /// <param name="reported">What the snapshot before reported, whatever its configuration.</param>
    /// <param name="cancellation">Looked at before every article.</param>
    internal static WorkspaceSnapshot Make(
        CompilationRequest request,
        ParsedConfiguration parsed,
        ReportingFiles reporting,
        ApplicationFiles application,
        FileMap files,
        ArticleReadings articles,
        WorkspaceSnapshot? before,
        IReadOnlyCollection<string> named,
        ImmutableArray<Diagnostic> reported,
        CancellationToken cancellation)
    {
        var configuration = before?.Linked is { } last ? last.Routed.Configuration : ConfigurationFor(request, parsed, reporting, application, files);
        var routed = before?.RoutesOf(request, files, articles, named) ?? SiteRouter.Route(
            configuration,
            [.. articles.Articles.Select(stored => stored.Article)],
            files,
            request.IncludeUnpublished,
            request.BuildDate,
            request.MaxParallelism);
        using var apis = ApisOf(request, configuration);
        var linked = SiteLinker.Link(
            routed, files, application, articles.Navigation, request.CheckLinks, before?.Linked, reporting.Accepted, request.MaxParallelism, cancellation, apis);
        cancellation.ThrowIfCancellationRequested();
        var diagnostics = linked.Site.Diagnostics;
        if (!parsed.Diagnostics.IsEmpty)
            diagnostics = [.. parsed.Diagnostics.Concat(diagnostics).Order()];
        return new WorkspaceSnapshot(request, parsed)
        {
            Diagnostics = diagnostics,
            Linked = linked,
            Reporting = reporting,
            Application = application,
            Articles = articles,
            Changes = SnapshotChanges.Between(reported, diagnostics, articles.ReadAnew, linked.LinkedAnew),
        };
    }

    /// <summary>The APIs that the project knows; null where nobody says what it refers to.</summary>
    private static ApiIndex? ApisOf(CompilationRequest request, ContentConfiguration configuration) => request.References.Count == 0
        ? null
        : new ApiIndex(
            request.References,
            request.Sources,
            [request.CatalogName, .. configuration.Enums.Select(definition => definition.TypeName), .. configuration.Collections.SelectMany(CatalogTypes)]);

    private static IEnumerable<string> CatalogTypes(CollectionDefinition collection) =>
        [collection.TypeName, collection.TypeName + "Collection", collection.TypeName + "Id"];

    /// <summary>The configuration with the content root that is really used, which the project can name over content.json.</summary>
    internal static ContentConfiguration ConfigurationFor(CompilationRequest request, ParsedConfiguration parsed, ReportingFiles reporting, ApplicationFiles application, FileMap files) => parsed.Configuration with
    {
        Root = files.Root,
        AssetBase = request.AssetBase,
        FolderSeverities = reporting.Severities,
        History = parsed.Configuration.ReadsHistory ? application.History : FileHistory.None,
        RootRange = request.Root is null ? parsed.Configuration.RootRange : null,
    };
}
