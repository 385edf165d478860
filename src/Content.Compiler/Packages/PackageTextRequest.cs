using System.Collections.Immutable;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Packages;

/// <summary>The texts of a package that the gallery shows, before it is packed.</summary>
public sealed record PackageTextRequest
{
    /// <summary>The project folder, absolute. Diagnostics name files relative to it.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The folder of the repository, absolute: what relative links may lead to.</summary>
    public required string SourceRoot { get; init; }

    /// <summary>The README, absolute; null where the package has none.</summary>
    public string? Readme { get; init; }

    /// <summary>The changelog, absolute; null where it is not wanted.</summary>
    public string? Changelog { get; init; }

    /// <summary>The package's version, whose section of the changelog becomes its release notes.</summary>
    public string Version { get; init; } = "";

    /// <summary>The content.json of a project that has content, absolute, whether or not it exists; null where the project has none.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Files that set severities, absolute, besides those in the folders of the texts and above.</summary>
    public ImmutableArray<string> AnalyzerConfigFiles { get; init; } = [];

    /// <summary>The public address of the repository; empty where there is none.</summary>
    public string RepositoryUrl { get; init; } = "";

    /// <summary>The commit that is packed; empty where it is not known.</summary>
    public string RepositoryCommit { get; init; } = "";
}

/// <summary>What is to be packed, and what is wrong with it.</summary>
/// <param name="Readme">The README with its relative links written out; null where there is none, or it cannot be read.</param>
/// <param name="ReleaseNotes">The section of the changelog; null where there is none.</param>
/// <param name="Diagnostics">Sorted, with the severities that the project's files give them.</param>
public sealed record PackageTexts(string? Readme, string? ReleaseNotes, ImmutableArray<Diagnostic> Diagnostics);
