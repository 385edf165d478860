using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Sites;

namespace Content.Compiler;

/// <summary>What came of a compilation.</summary>
public sealed record CompilationResult
{
    /// <summary>Everything wrong, sorted, suppressions and severities applied.</summary>
    public required ImmutableArray<Diagnostic> Diagnostics { get; init; }

    /// <summary>What comments of the articles silence, sorted; for reports.</summary>
    public ImmutableArray<Diagnostic> Suppressed { get; init; } = [];

    /// <summary>No diagnostic is an error.</summary>
    public bool Succeeded => !Diagnostics.Any(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    /// <summary>The generated C#, absolute; exists after any successful compilation.</summary>
    public required string SourceFile { get; init; }

    /// <summary>The compiled catalog to embed as <c>Content.Catalog</c>, absolute.</summary>
    public required string CatalogFile { get; init; }

    /// <summary>Files that are part of the site.</summary>
    public ImmutableArray<SiteAsset> Assets { get; init; } = [];

    /// <summary>Every file written, absolute, for incremental clean.</summary>
    public ImmutableArray<string> FilesWritten { get; init; } = [];

    /// <summary>How many articles nothing leads to and how many files nothing uses, whether or not that is reported; for summaries.</summary>
    public (int Articles, int Files) Unreferenced { get; init; }

    /// <summary>The linked site, where one was made; null where nothing changed since the last build.</summary>
    internal Site? Site { get; init; }

    /// <summary>How many articles there are, and how many of them were read anew.</summary>
    public (int Total, int Read) Articles { get; init; }
}
