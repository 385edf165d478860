namespace Content.Compiler.Reports;

/// <summary>Where a report goes, and what it says besides its diagnostics.</summary>
public sealed record ReportRequest
{
    /// <summary>The report, absolute.</summary>
    public required string File { get; init; }

    /// <summary>The project, absolute: what diagnostics without a file of their own are about.</summary>
    public required string ProjectFile { get; init; }

    /// <summary>The target framework that was built, such as <c>net10.0</c>: code hosts keep the results of each project and framework apart.</summary>
    public string TargetFramework { get; init; } = "";

    /// <summary>The folder that artifacts are named relative to, absolute: that of the repository, as code hosts want it, or the project's.</summary>
    public required string SourceRoot { get; init; }

    /// <summary>The Markdown of a code's page, or null where it has none.</summary>
    public required Func<string, string?> Page { get; init; }

    /// <summary>The public address of a code's page, or null where there is none: a path of this machine leads nobody else anywhere.</summary>
    public required Func<string, string?> PageAddress { get; init; }
}
