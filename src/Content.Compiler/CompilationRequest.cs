using System.Collections.Immutable;

namespace Content.Compiler;

/// <summary>Everything a compilation depends on: no clock, no environment, no current directory besides.</summary>
public sealed record CompilationRequest
{
    /// <summary>The project folder, absolute. Diagnostics name files relative to it.</summary>
    public required string ProjectDirectory { get; init; }

    /// <summary>The configuration file, absolute.</summary>
    public required string ConfigurationFile { get; init; }

    /// <summary>Whether somebody named the file, so that its absence is an error and not the defaults.</summary>
    public bool ConfigurationIsRequired { get; init; }

    /// <summary>The content folder over the file's <c>root</c>; relative to the project folder or absolute; null for the file's.</summary>
    public string? Root { get; init; }

    /// <summary>Where outputs and the state go, absolute: <c>obj/.../content</c>.</summary>
    public required string OutputDirectory { get; init; }

    /// <summary>
    /// Where the JSON Schemas of content.json and of front matter go, absolute: <c>obj</c>, which all of a project's target frameworks share.
    /// Null writes none.
    /// </summary>
    public string? SchemaDirectory { get; init; }

    /// <summary>The namespace of the generated code; made a legal one if it is not. Empty is the global namespace.</summary>
    public string Namespace { get; init; } = "";

    /// <summary>The name of the generated static class.</summary>
    public string CatalogName { get; init; } = "Catalog";

    /// <summary>
    /// Where the site serves the project's assets, below its base path: empty, or such as <c>/_content/Texts</c> for a library that web projects refer to.
    /// </summary>
    public string AssetBase { get; init; } = "";

    /// <summary>The name of the project's assembly, by which its outputs are known where they lie among the content; empty where there is none.</summary>
    public string AssemblyName { get; init; } = "";

    /// <summary>Whether generated types are public or internal.</summary>
    public bool IsPublic { get; init; } = true;

    /// <summary>Whether drafts and entries outside their dates enter the catalog.</summary>
    public bool IncludeUnpublished { get; init; }

    /// <summary>The date that publishing dates are held against.</summary>
    public required DateOnly BuildDate { get; init; }

    /// <summary>
    /// Whether the C# compiler has to run for a title, because it writes the documentation of the code or takes in the catalog. If not, generated C#
    /// of which nothing but doc comments changed keeps its time, and by that the compiler sees that there is nothing to do.
    /// </summary>
    public bool CompilesComments { get; init; } = true;

    /// <summary>
    /// Files in the format of EditorConfig that the project names besides those that lie above it and among its content; absolute, or relative to the project folder.
    /// </summary>
    public ImmutableArray<string> AnalyzerConfigFiles { get; init; } = [];

    /// <summary>
    /// The pages of the program: <c>.razor</c> and <c>.cshtml</c> files, whose routes answer links of articles and whose own links are checked; absolute,
    /// or relative to the project folder.
    /// </summary>
    public ImmutableArray<string> PageFiles { get; init; } = [];

    /// <summary>When <see cref="PageFiles"/> was made, UTC: for who follows the project, pages that come later are pages as well. Null where no others are.</summary>
    public DateTime? PageFilesTime { get; init; }

    /// <summary>
    /// The file in which the host says when files were last changed, absolute or relative to the project folder; null where the configuration does not ask for it.
    /// </summary>
    public string? HistoryFile { get; init; }

    /// <summary>Whether entries of the baseline that are no longer true are taken out of it, instead of being reported.</summary>
    public bool ShrinksBaseline { get; init; }

    /// <summary>Whether faults are looked for as if there were no baseline, because it is about to be written.</summary>
    internal bool AcceptsBaseline { get; init; }

    /// <summary>Whether the samples of articles are compiled; null where there are any.</summary>
    public bool? CompilesSamples { get; init; }

    /// <summary>What the project says of nullable references, for samples: enable, disable, warnings or annotations.</summary>
    public string Nullable { get; init; } = "disable";

    /// <summary>The assemblies that the project refers to, absolute: the APIs that articles may name. Empty where they are not known; then no name is wrong.</summary>
    public IReadOnlyList<string> References { get; init; } = [];

    /// <summary>The C# files of the project, absolute, likewise.</summary>
    public IReadOnlyList<string> Sources { get; init; } = [];

    /// <summary>The most bytes of bodies that a catalog may hold.</summary>
    internal long LargestCatalog { get; init; } = int.MaxValue;

    /// <summary>Whether links are checked; design-time builds do not.</summary>
    public bool CheckLinks { get; init; } = true;

    /// <summary>
    /// Whether the bytes of every file are looked at, inputs and outputs: a file that changed and kept its length and its time is noticed, as it is not
    /// otherwise. Facts of files that are what they were are still not made anew. For <c>Rebuild</c> and <c>dotnet build --no-incremental</c>.
    /// </summary>
    public bool Verify { get; init; }

    /// <summary>The most threads to use, at least 1.</summary>
    public int MaxParallelism { get; init; } = 1;
}
