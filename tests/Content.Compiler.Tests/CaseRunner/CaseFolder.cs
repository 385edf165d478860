using System.Globalization;
using System.Text.Json;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Tests.CaseRunner;

/// <summary>One folder under Cases: a project's input with what the compiler must say of it.</summary>
internal sealed class CaseFolder(string path)
{
    private static readonly JsonSerializerOptions optionFormat = new(JsonSerializerDefaults.Web);

    /// <summary>The folder of all cases, in the source tree.</summary>
    public static string Root { get; } = Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Cases");

    public string ExpectedFile => Path.Combine(path, "expected.txt");

    /// <summary>Where a case says what its entries are; it need not.</summary>
    public string EntriesFile => Path.Combine(path, "entries.txt");

    /// <summary>Where a case says what the trees of its collections are, of which the first field is the title; it need not.</summary>
    public string TreeFile => Path.Combine(path, "tree.txt");

    /// <summary>Where a case says what its diagnostics offer; it need not.</summary>
    public string CorrectionsFile => Path.Combine(path, "corrections.txt");

    /// <summary>Bodies that must come out: <c>expected/posts/a.md.html</c> for <c>content/posts/a.md</c>.</summary>
    public IEnumerable<(string ArticlePath, string File)> ExpectedBodies
    {
        get
        {
            var folder = Path.Combine(path, "expected");
            return Directory.Exists(folder)
                ? Directory.EnumerateFiles(folder, "*.html", SearchOption.AllDirectories)
                    .Select(file => (Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/')[..^".html".Length], file))
                : [];
        }
    }

    /// <summary>Compiles the case into a folder of its own, away from the source tree.</summary>
    public CompilationResult Compile(string outputDirectory)
    {
        var optionFile = Path.Combine(path, "options.json");
        var options = File.Exists(optionFile)
            ? JsonSerializer.Deserialize<CaseOptions>(File.ReadAllText(optionFile), optionFormat)!
            : new CaseOptions();
        return ContentCompiler.Compile(
            new CompilationRequest
            {
                ProjectDirectory = path,
                ConfigurationFile = Path.Combine(path, "content.json"),
                OutputDirectory = outputDirectory,
                Namespace = "Cases",
                IncludeUnpublished = options.IncludeUnpublished,
                BuildDate = DateOnly.Parse(options.BuildDate, CultureInfo.InvariantCulture),
                // A case that has sources of a program refers to what every program does.
                References = Directory.Exists(Path.Combine(path, "program")) ? [typeof(object).Assembly.Location] : [],
                Sources = Directory.Exists(Path.Combine(path, "program")) ? [.. Directory.EnumerateFiles(Path.Combine(path, "program"), "*.cs")] : [],
                // As the targets hand them over.
                PageFiles = [.. Directory.EnumerateFiles(path, "*.*", SearchOption.AllDirectories).Where(file => Path.GetExtension(file) is ".razor" or ".cshtml")],
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>A diagnostic as MSBuild prints it.</summary>
    public static string Format(Diagnostic diagnostic)
    {
        var severity = diagnostic.Severity switch
        {
            DiagnosticSeverity.Error => "error",
            DiagnosticSeverity.Warning => "warning",
            _ => "info",
        };
        return $"{diagnostic.File}{diagnostic.Range}: {severity} {diagnostic.Code}: {diagnostic.Message}";
    }

    /// <summary>What a diagnostic offers, a line each.</summary>
    public static IEnumerable<string> FormatCorrections(Diagnostic diagnostic) => diagnostic.Corrections.Select(correction =>
        $"{diagnostic.File}{correction.Range}: {(correction.IsCertain ? "certain" : "uncertain")} {diagnostic.Code}: {correction.Text}");
}

/// <summary>What a case may set beside its input.</summary>
internal sealed record CaseOptions
{
    public bool IncludeUnpublished { get; init; }

    public string BuildDate { get; init; } = "2026-11-23";
}
