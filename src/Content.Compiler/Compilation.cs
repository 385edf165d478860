using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs;
using Content.Compiler.Configuration;
using Content.Compiler.Configuration.JsonSchema;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Sites;
using Content.Compiler.Sources;

namespace Content.Compiler;

/// <summary>One run of the pipeline: list, compare with the last state, read, route, link, write.</summary>
internal sealed class Compilation(CompilationRequest request, CancellationToken cancellation)
{
    private const string SourceName = "Catalog.g.cs";
    private const string BlobName = "Content.Catalog";

    public CompilationResult Run()
    {
        try
        {
            using var directory = StateDirectory.Open(request.OutputDirectory);
            return Run(directory);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return Result([InternalErrors.Unwritable(request.OutputDirectory, failure.Message)]);
        }
    }

    private CompilationResult Run(StateDirectory directory)
    {
        var configured = ConfigurationFile.Read(request);
        var keys = BuildKeys.Of(request, configured.Hash);
        var state = directory.IsHeld ? StateFile.ReadHead(directory.StateFile) : null;
        if (state?.FactsKey != keys.Facts)
            state = null;

        // The folders to list are known from the state, so that a build without changes does not parse the configuration.
        var parsed = state is null ? configured.Parse() : null;
        if (parsed is { IsUsable: false })
        {
            LeaveTypes(parsed.Configuration);
            SharedOutput.Write(request, [SchemaFiles.OfConfiguration()], []);
            return Result(parsed.Diagnostics);
        }

        var root = request.Root ?? state?.Root ?? parsed!.Configuration.Root;
        var statics = state?.StaticFolders ?? parsed!.Configuration.StaticFolders;
        var files = FileMap.Enumerate(request.ProjectDirectory, root, statics, cancellation);
        var fingerprint = Fingerprint.Of(files);
        if (state is not null && IsUnchanged(state, keys, fingerprint))
            return Replay(state);

        parsed ??= configured.Parse();
        return Compile(directory, parsed, state, keys, files, fingerprint);
    }

    private CompilationResult Compile(
        StateDirectory directory, ParsedConfiguration parsed, BuildState? state, BuildKeys keys, FileMap files, UInt128 fingerprint)
    {
        var configuration = parsed.Configuration with { Root = files.Root };
        using var bodies = OpenBodies(directory, state);
        using var previous = bodies is null ? null : StateFile.OpenArticles(directory.StateFile);
        var reading = new ArticleSource(configuration, files, previous, bodies, directory.NowTicks, request.MaxParallelism).Read(cancellation);
        if (state is not null && previous is not null && reading.ReadAnew == 0 && IsCurrent(state, keys, fingerprint))
            return SaveAndReplay(directory, state, reading, bodies!, previous);

        ImmutableArray<Article> articles = [.. reading.Articles.Select(stored => stored.Article)];
        var routed = SiteRouter.Route(configuration, articles, files, request.IncludeUnpublished, request.BuildDate);
        var site = SiteLinker.Link(routed, files, request.CheckLinks, request.MaxParallelism, cancellation);
        cancellation.ThrowIfCancellationRequested();
        var diagnostics = parsed.Diagnostics.IsEmpty ? site.Diagnostics : [.. parsed.Diagnostics.Concat(site.Diagnostics).Order()];
        var result = Result(diagnostics) with
        {
            Assets = site.Assets,
            Articles = (articles.Length, reading.ReadAnew),
            Site = site,
        };

        var outputs = SharedOutput.Write(
            request, SchemaFiles.OfCollections(configuration).Prepend(SchemaFiles.OfConfiguration()), state?.Outputs ?? []);
        SharedOutput.RemoveOthers(request, outputs);
        if (result.Succeeded)
            outputs = outputs.AddRange(WriteCatalog(site, state));
        else
            LeaveTypes(configuration);

        if (directory.IsHeld && !diagnostics.Any(diagnostic => diagnostic.Detail is not null))
        {
            Save(directory, reading, bodies, previous, new BuildState
            {
                FactsKey = keys.Facts,
                OutputKey = keys.Output,
                Fingerprint = fingerprint,
                IsRacy = reading.IsRacy,
                Root = parsed.Configuration.Root,
                StaticFolders = configuration.StaticFolders,
                Diagnostics = diagnostics,
                Assets = site.Assets,
                Outputs = outputs,
                ArticleCount = articles.Length,
                BodyLength = 0,
            });
        }

        return result;
    }

    private bool IsUnchanged(BuildState state, BuildKeys keys, UInt128 fingerprint) =>
        !state.IsRacy && IsCurrent(state, keys, fingerprint);

    private bool IsCurrent(BuildState state, BuildKeys keys, UInt128 fingerprint) =>
        state.OutputKey == keys.Output
        && state.Fingerprint == fingerprint
        && state.Outputs.All(output => output.IsCurrent(request.OutputDirectory));

    private CompilationResult Replay(BuildState state) => Result(state.Diagnostics) with
    {
        Assets = state.Assets,
        Articles = (state.ArticleCount, 0),
    };

    /// <summary>Files were looked into only because their times could not be trusted, and were what they had been.</summary>
    private CompilationResult SaveAndReplay(StateDirectory directory, BuildState state, ArticleReadings reading, BodyStore bodies, StoredArticles previous)
    {
        Save(directory, reading, bodies, previous, state with { IsRacy = reading.IsRacy });
        return Replay(state);
    }

    private static void Save(StateDirectory directory, ArticleReadings reading, BodyStore? bodies, StoredArticles? previous, BuildState state)
    {
        using var store = bodies is null ? BodyStore.Open(directory.BodyFile, 0) : null;
        var (places, length) = (bodies ?? store!).Append(reading.Articles);
        StateFile.Write(directory.StateFile, state with { BodyLength = length }, reading.Articles, places, previous);
    }

    private static BodyStore? OpenBodies(StateDirectory directory, BuildState? state)
    {
        if (state is null)
            return null;
        try
        {
            return BodyStore.Open(directory.BodyFile, state.BodyLength);
        }
        catch (InvalidDataException)
        {
            // It belongs to another state: the bodies are rendered anew.
            return null;
        }
    }

    private ImmutableArray<OutputFile> WriteCatalog(Site site, BuildState? state)
    {
        var options = new CatalogOptions(request.Namespace, request.CatalogName, request.IsPublic);
        var catalog = CatalogWriter.Prepare(site, options);
        var previous = state?.Outputs ?? [];
        var blob = OutputFile.Write(request.OutputDirectory, BlobName, previous.FirstOrDefault(output => output.Name == BlobName), catalog.WriteBlob);
        var source = OutputFile.Write(request.OutputDirectory, SourceName, previous.FirstOrDefault(output => output.Name == SourceName), catalog.WriteSource);
        return [blob, source];
    }

    /// <summary>What an editor gets before a first build succeeds: the types, without entries, and nothing that is wrong.</summary>
    private void LeaveTypes(ContentConfiguration configuration)
    {
        if (request.CheckLinks || File.Exists(Path.Combine(request.OutputDirectory, SourceName)))
            return;
        WriteCatalog(
            new Site
            {
                Configuration = configuration,
                Collections = [.. configuration.Collections.Select(collection => new SiteCollection(collection, []))],
            },
            null);
    }

    private CompilationResult Result(ImmutableArray<Diagnostic> diagnostics) => new()
    {
        Diagnostics = diagnostics,
        SourceFile = Path.Combine(request.OutputDirectory, SourceName),
        CatalogFile = Path.Combine(request.OutputDirectory, BlobName),
        FilesWritten =
        [
            .. new[] { SourceName, BlobName, "content.state", "content.bodies", "content.lock" }
                .Select(name => Path.Combine(request.OutputDirectory, name)),
        ],
    };
}
