using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Baselines;
using Content.Compiler.Diagnostics;
using Content.Compiler.Incremental;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Workspaces;

/// <summary>Writes <c>content.baseline.txt</c>, the one file among a project's own that this compiler keeps up to date.</summary>
internal static class BaselineFile
{
    /// <summary>Accepts what is wrong now.</summary>
    public static AcceptedBaseline Accept(CompilationRequest request, Predicate<Diagnostic> isReported, CancellationToken cancellation)
    {
        var path = Path.Combine(request.ProjectDirectory, Baseline.FileName);
        var before = File.Exists(path) ? new Workspace(request with { ShrinksBaseline = false }).Update(cancellation) : null;
        var snapshot = new Workspace(request with { AcceptsBaseline = true, ShrinksBaseline = false }).Update(cancellation);
        if (snapshot.Reporting is not { } reporting)
            return new AcceptedBaseline { File = path, Diagnostics = snapshot.Diagnostics };
        var faults = snapshot.Diagnostics.Where(fault => fault.Severity >= DiagnosticSeverity.Warning && isReported(fault)).ToList();
        var unacceptable = faults.Where(fault => !AcceptableFaults.Includes(fault)).ToImmutableArray();
        var acceptable = faults.Where(AcceptableFaults.Includes);
        var known = before?.Reporting?.Accepted?.Baseline;
        if (request.ShrinksBaseline)
        {
            // What may only shrink has to be readable first, or everything would be lost.
            if (known is { Diagnostics: { IsEmpty: false } damaged })
                return new AcceptedBaseline { File = path, Diagnostics = damaged };
            var accepted = before?.Diagnostics.Where(fault => fault.Suppression is { IsBaseline: true }).Select(PlaceOf).ToHashSet() ?? [];
            acceptable = acceptable.Where(fault => accepted.Contains(PlaceOf(fault)));
        }

        var entries = BaselineCheck.EntriesOf(acceptable, reporting.TextOf);
        var result = new AcceptedBaseline { File = path, IsNew = !File.Exists(path), Accepted = entries.Count, Before = known?.Entries.Length ?? 0, Unacceptable = unacceptable };
        // The first line is taken, and what is written must be read again.
        if (entries.Count >= Baseline.MostLines)
            return result with { Diagnostics = [BaselineErrors.TooManyFaults(Baseline.FileName, entries.Count, Baseline.MostLines)] };
        if (entries.Count == 0 && known is null && !File.Exists(path))
            return result;
        return Write(request, entries) is { } unwritable ? result with { Diagnostics = [unwritable] } : result;
    }

    /// <summary>Takes out the entries that are no longer true. What is left to report is returned.</summary>
    public static ImmutableArray<Diagnostic> Shrink(CompilationRequest request, ImmutableArray<Diagnostic> diagnostics)
    {
        var outdated = diagnostics.Where(diagnostic => diagnostic.Code == DiagnosticCatalog.BaselineOutdated.Code).Select(diagnostic => diagnostic.Range.StartLine).ToHashSet();
        if (outdated.Count == 0 || ReportingText(request) is not { } text)
            return diagnostics;
        var entries = Baseline.Parse(text);
        // Reason: a conflict or a line changed by hand is for a person to look at first.
        if (!entries.Diagnostics.IsEmpty)
            return diagnostics;
        var unwritable = Write(request, entries.Entries.Where(entry => !outdated.Contains(entry.Line)));
        var left = diagnostics.Where(diagnostic => diagnostic.Code != DiagnosticCatalog.BaselineOutdated.Code);
        return unwritable is null ? [.. left] : [.. diagnostics.Append(unwritable).Order()];
    }

    private static SourceText? ReportingText(CompilationRequest request)
    {
        var path = Path.Combine(request.ProjectDirectory, Baseline.FileName);
        return SourceReader.Decode(Baseline.FileName, RegularFile.ReadAllBytes(path, Baseline.MostBytes)).Text;
    }

    private static (string, string, TextRange, string) PlaceOf(Diagnostic fault) => (fault.Code, fault.File, fault.Range, fault.Message);

    private static Diagnostic? Write(CompilationRequest request, IEnumerable<BaselineEntry> entries)
    {
        try
        {
            var bytes = Encoding.UTF8.GetBytes(Baseline.Write(entries));
            OutputFile.Write(request.ProjectDirectory, Baseline.FileName, null, stream => stream.Write(bytes));
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return InternalErrors.UnwritableReport(Path.Combine(request.ProjectDirectory, Baseline.FileName), failure.Message);
        }
    }
}

/// <summary>What came of accepting the faults of a project.</summary>
public sealed record AcceptedBaseline
{
    /// <summary>The baseline, absolute.</summary>
    public required string File { get; init; }

    /// <summary>How many faults it holds.</summary>
    public int Accepted { get; init; }

    /// <summary>Whether there was none before.</summary>
    public bool IsNew { get; init; }

    /// <summary>How many it held before.</summary>
    public int Before { get; init; }

    /// <summary>Faults that are there and cannot be accepted.</summary>
    public ImmutableArray<Diagnostic> Unacceptable { get; init; } = [];

    /// <summary>What kept the baseline from being written; empty where it is as it should be.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; init; } = [];
}
