using System.Collections.Immutable;
using Content.Compiler.Application;
using Content.Compiler.Apis;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs;
using Content.Compiler.Code;
using Content.Compiler.Configuration;
using Content.Compiler.Configuration.JsonSchema;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Routing;
using Content.Compiler.Samples;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Content.Compiler.Workspaces;

namespace Content.Compiler;

/// <summary>One run of the pipeline: list, compare with the last state, read, route, link, write.</summary>
internal sealed class Compilation(CompilationRequest request, CancellationToken cancellation)
{
    private const string SourceName = "Catalog.g.cs";
    private const string BlobName = "Content.Catalog";
    private const string SamplesName = "Samples.g.cs";
    private const string InputsName = "content.inputs";

    public CompilationResult Run()
    {
        try
        {
            using var directory = StateDirectory.Open(request.OutputDirectory);
            return WithOccasionalFiles(Run(directory));
        }
        catch (CatalogTooLargeException)
        {
            return Result([InternalErrors.TooLarge()]);
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

        if (state is null)
            WarmUp.Begin(request.MaxParallelism);

        // The folders to list are known from the state, so that a build without changes does not parse the configuration.
        var parsed = state is null ? configured.Parse() : null;
        if (parsed is { IsUsable: false })
        {
            LeaveTypes(directory, parsed.Configuration);
            SharedOutput.Write(request, [SchemaFiles.OfConfiguration()], []);
            return Result(parsed.Diagnostics);
        }

        var root = request.Root ?? state?.Root ?? parsed!.Configuration.Root;
        var statics = state?.StaticFolders ?? parsed!.Configuration.StaticFolders;
        var files = FileMap.Enumerate(request.ProjectDirectory, root, statics, cancellation, request.AssemblyName);
        var reporting = ReportingFiles.Read(request, files);
        var application = ApplicationFiles.Read(request);
        keys = keys with { Output = new Fingerprint().Add(keys.Output).Add(reporting.Hash).Add(application.Hash).Value };
        var fingerprint = Fingerprint.Of(files);
        if (state is not null && IsUnchanged(state, keys, fingerprint))
            return Replay(state);

        if (state is not null && !IsCurrent(state, keys, fingerprint))
            WarmUp.Begin(request.MaxParallelism);
        parsed ??= configured.Parse();
        return Compile(directory, parsed, reporting, application, state, keys, files, fingerprint);
    }

    private CompilationResult Compile(
        StateDirectory directory,
        ParsedConfiguration parsed,
        ReportingFiles reporting,
        ApplicationFiles application,
        BuildState? state,
        BuildKeys keys,
        FileMap files,
        ContentHash fingerprint)
    {
        var configuration = WorkspaceSnapshot.ConfigurationFor(request, parsed, reporting, application, files);
        using var store = ArticleStore.Open(directory, state);
        var youngest = directory.NowTicks - ArticleSource.RacyTicks;
        var reading = new ArticleSource(configuration, files, store, FilesOnDisk.Instance, directory.NowTicks, request.Verify, request.MaxParallelism, request.LargestCatalog).Read(cancellation);
        var inputs = InputStamp.Of(reading.Articles, request.ProjectDirectory);
        if (inputs.Any(input => input.IsYoungerThan(youngest)))
            reading = reading with { IsRacy = true };
        // Reason: whoever wants everything verified has images in mind as well, which routing looks into, and outputs of any size.
        if (request.Verify)
            state = null;
        if (state is not null && reading.ReadAnew.IsEmpty && state.Navigation == reading.NavigationHash && IsCurrent(state, keys, fingerprint))
            return SaveAndReplay(store, state with { Inputs = inputs }, reading);

        WriteInputs(inputs);
        var snapshot = WorkspaceSnapshot.Make(request, parsed, reporting, application, files, reading, before: null, named: [], reported: [], cancellation);
        var site = snapshot.Site!;
        var diagnostics = request.ShrinksBaseline ? BaselineFile.Shrink(request, snapshot.Diagnostics) : snapshot.Diagnostics;
        var assets = configuration.Highlights ? site.Assets.AddRange(StyleAssets(files)) : site.Assets;
        var result = Result(diagnostics) with
        {
            Suppressed = site.Suppressed,
            Assets = assets,
            Articles = (reading.Articles.Length, reading.ReadAnew.Length),
            Unreferenced = (site.UnreachedArticles, site.UnusedFiles),
            Site = site,
        };

        var outputs = SharedOutput.FindCurrent(request, state) ?? WriteSchemas(configuration, state);
        var isSaved = directory.IsHeld && !diagnostics.Any(diagnostic => diagnostic.Detail is not null);
        ParallelWork.Run(
            request.MaxParallelism,
            () =>
            {
                if (result.Succeeded)
                    outputs = outputs.AddRange(WriteCatalog(directory, site, state));
                else
                    LeaveTypes(directory, configuration);
            },
            () =>
            {
                if (isSaved)
                    store.Write(reading);
            });
        if (isSaved)
        {
            store.Complete(new BuildState
            {
                FactsKey = keys.Facts,
                OutputKey = keys.Output,
                Fingerprint = fingerprint,
                IsRacy = reading.IsRacy,
                Inputs = inputs,
                Apis = reading.Articles.Any(article => article.Article.Content is { } content && (!content.ApiMentions.IsEmpty || content.Links.Any(link => link.Destination.StartsWith(ApiName.Scheme, StringComparison.Ordinal))))
                    ? ApiIndex.Stamp(request.References, request.Sources)
                    : default,
                Navigation = reading.NavigationHash,
                Root = parsed.Configuration.Root,
                StaticFolders = configuration.StaticFolders,
                Diagnostics = diagnostics,
                Suppressed = site.Suppressed,
                Assets = assets,
                Outputs = outputs,
                ArticleCount = reading.Articles.Length,
                UnreachedArticles = site.UnreachedArticles,
                UnusedFiles = site.UnusedFiles,
                BodyLength = 0,
            });
        }

        return result;
    }

    private bool IsUnchanged(BuildState state, BuildKeys keys, ContentHash fingerprint) =>
        !request.Verify && !state.IsRacy && IsCurrent(state, keys, fingerprint) && state.Inputs.All(input => input.IsCurrent(request.ProjectDirectory));

    private bool IsCurrent(BuildState state, BuildKeys keys, ContentHash fingerprint) =>
        state.OutputKey == keys.Output
        && (state.Apis == default || state.Apis == ApiIndex.Stamp(request.References, request.Sources))
        && state.Fingerprint == fingerprint
        && state.Outputs.All(output => output.IsCurrent(request.OutputDirectory));

    private CompilationResult Replay(BuildState state) => Result(state.Diagnostics) with
    {
        Suppressed = state.Suppressed,
        Assets = state.Assets,
        Articles = (state.ArticleCount, 0),
        Unreferenced = (state.UnreachedArticles, state.UnusedFiles),
    };

    /// <summary>Files were looked into only because their times could not be trusted, and were what they had been.</summary>
    private CompilationResult SaveAndReplay(ArticleStore store, BuildState state, ArticleReadings reading)
    {
        store.Write(reading);
        store.Complete(state with { IsRacy = reading.IsRacy });
        return Replay(state);
    }

    /// <summary>The style sheets of coloured code as files of the site, unless the site has its own of the name.</summary>
    private IEnumerable<SiteAsset> StyleAssets(FileMap files) => HighlightStyles.Names
        .Where(name => files.Find(name) is null && files.FindStatic(name) is null)
        .Select(name => new SiteAsset(
            Path.GetRelativePath(request.ProjectDirectory, Path.Combine(request.OutputDirectory, name)).Replace(Path.DirectorySeparatorChar, '/'), "/" + name));

    /// <summary>The files that articles take in, a line each, for <c>dotnet watch</c> and the fast up-to-date check; no file where there are none.</summary>
    private void WriteInputs(ImmutableArray<InputStamp> inputs)
    {
        var path = Path.Combine(request.OutputDirectory, InputsName);
        var text = string.Concat(inputs.Where(input => input.IsFile).Select(input => input.Path + "\n"));
        if (text.Length > 0)
            OutputFile.Write(request.OutputDirectory, InputsName, null, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)));
        else if (File.Exists(path))
            File.Delete(path);
    }

    private ImmutableArray<OutputFile> WriteSchemas(ContentConfiguration configuration, BuildState? state)
    {
        if (request.SchemaDirectory is null)
            return [];
        var outputs = SharedOutput.Write(
            request, SchemaFiles.OfCollections(configuration).Prepend(SchemaFiles.OfConfiguration()), state?.Outputs ?? []);
        SharedOutput.RemoveOthers(request, outputs);
        return outputs;
    }

    private ImmutableArray<OutputFile> WriteCatalog(StateDirectory directory, Site site, BuildState? state)
    {
        var options = new CatalogOptions(request.Namespace, request.CatalogName, request.IsPublic);
        var catalog = CatalogWriter.Prepare(site, options, request.MaxParallelism);
        var before = request.CompilesComments ? null : GeneratedSource.Find(Path.Combine(request.OutputDirectory, SourceName));
        var (blob, source) = (Write(BlobName, catalog.WriteBlob), Write(SourceName, catalog.WriteSource));
        ImmutableArray<OutputFile> outputs = [blob, before is null ? source : before.KeepTime(source, catalog.Source.Span)];
        if (site.Configuration.Highlights)
            outputs = outputs.AddRange(HighlightStyles.Names.Select(name => Write(name, stream => stream.Write(HighlightStyles.Read(name)))));
        return WriteSamples(site, options) is { } samples ? outputs.Add(samples) : outputs;

        OutputFile? WriteSamples(Site of, CatalogOptions catalogOptions)
        {
            var path = Path.Combine(request.OutputDirectory, SamplesName);
            var fromOutput = Path.GetRelativePath(request.OutputDirectory, request.ProjectDirectory).Replace(Path.DirectorySeparatorChar, '/') + "/";
            var code = request.CompilesSamples == false ? null : SampleEmitter.Write(of, catalogOptions, new SampleOptions(fromOutput, request.Nullable, request.CompilesSamples == true));
            if (code is null)
            {
                File.Delete(path);
                return null;
            }

            var last = request.CompilesComments ? null : GeneratedSource.Find(path);
            var written = Write(SamplesName, stream => stream.Write(code));
            return last is null ? written : last.KeepTime(written, code);
        }

        OutputFile Write(string name, Action<Stream> write) => OutputFile.Write(
            request.OutputDirectory,
            name,
            state?.Outputs.FirstOrDefault(output => output.Name == name),
            write,
            directory.TemporaryName(Path.Combine(request.OutputDirectory, name)));
    }

    /// <summary>What an editor gets before a first build succeeds: the types, without entries, and nothing that is wrong.</summary>
    private void LeaveTypes(StateDirectory directory, ContentConfiguration configuration)
    {
        if (request.CheckLinks || File.Exists(Path.Combine(request.OutputDirectory, SourceName)))
            return;
        WriteCatalog(
            directory,
            new Site
            {
                Configuration = configuration,
                Collections = [.. configuration.Collections.Select(collection => new SiteCollection(collection, []))],
            },
            null);
    }

    /// <summary>What is written only for some sites is named where it is there.</summary>
    private CompilationResult WithOccasionalFiles(CompilationResult result) => result with
    {
        FilesWritten = result.FilesWritten.AddRange(
            new[] { SamplesName, InputsName }.Concat(HighlightStyles.Names).Select(name => Path.Combine(request.OutputDirectory, name)).Where(File.Exists)),
    };

    private CompilationResult Result(ImmutableArray<Diagnostic> diagnostics) => new()
    {
        Diagnostics = diagnostics,
        SourceFile = Path.Combine(request.OutputDirectory, SourceName),
        CatalogFile = Path.Combine(request.OutputDirectory, BlobName),
        FilesWritten =
        [
            .. new[] { SourceName, BlobName }.Concat(StateDirectory.FileNames).Select(name => Path.Combine(request.OutputDirectory, name)),
        ],
    };
}
