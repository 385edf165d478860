using System.Collections.Immutable;
using Content.Compiler.Application;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Links;
using Content.Compiler.Sites;

namespace Content.Compiler.Workspaces;

/// <summary>Writes <c>content.urls.txt</c>.</summary>
internal static class PublishedAddressFile
{
    public static AcceptedAddresses Accept(CompilationRequest request, CancellationToken cancellation)
    {
        var path = Path.Combine(request.ProjectDirectory, PublishedAddresses.FileName);
        var snapshot = new Workspace(request).Update(cancellation);
        // What is wrong with the articles' own addresses has to be right first, or a wrong one would be published for ever.
        var problems = snapshot.Diagnostics.Where(diagnostic => snapshot.Linked is null || diagnostic.Severity == DiagnosticSeverity.Error && HidesAddresses(diagnostic)).ToImmutableArray();
        if (snapshot.Linked is not { } linked || !problems.IsEmpty)
            return new AcceptedAddresses { File = path, Diagnostics = problems };
        var application = snapshot.Application!;
        var site = new LinkingSite(linked.Routed, linked.Files, application.Pages, checkLinks: false);
        var bytes = PublishedAddresses.Write(LostAddresses.Accept(site, application));
        var result = new AcceptedAddresses
        {
            File = path,
            Published = linked.Routed.Entries.Count(entry => entry.IsPublished),
            Dropped = [.. snapshot.Diagnostics.Where(diagnostic => diagnostic.Code == DiagnosticCatalog.AddressLost.Code)],
        };
        try
        {
            OutputFile.Write(request.ProjectDirectory, PublishedAddresses.FileName, null, stream => stream.Write(bytes));
            return result;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return result with { Diagnostics = [InternalErrors.UnwritableReport(path, failure.Message)] };
        }
    }

    private static bool HidesAddresses(Diagnostic diagnostic) =>
        diagnostic.Code == DiagnosticCatalog.FrontMatterSyntax.Code || diagnostic.Code == DiagnosticCatalog.FrontMatterUnclosed.Code
        || diagnostic.Code == DiagnosticCatalog.FileUnreadable.Code || diagnostic.Code == DiagnosticCatalog.AddressNotUnique.Code
        || diagnostic.Code == DiagnosticCatalog.AliasNotUnique.Code || diagnostic.Code == DiagnosticCatalog.InternalError.Code;
}

/// <summary>What came of accepting the addresses of a site.</summary>
public sealed record AcceptedAddresses
{
    /// <summary>The file, absolute.</summary>
    public required string File { get; init; }

    /// <summary>How many articles are published.</summary>
    public int Published { get; init; }

    /// <summary>The addresses that were listed and lead nowhere, which are listed no longer.</summary>
    public ImmutableArray<Diagnostic> Dropped { get; init; } = [];

    /// <summary>What kept the file from being written; empty where it is as it should be.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
