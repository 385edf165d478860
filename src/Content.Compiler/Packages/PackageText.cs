using Content.Compiler.Articles.Markdown;
using Content.Compiler.Configuration;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Severities;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Packages;

/// <summary>Reads what a package says of itself. Neither needs a content folder.</summary>
internal static class PackageText
{
    public static PackageTexts Check(PackageTextRequest request)
    {
        var diagnostics = new List<Diagnostic>();
        var readme = Read(request, request.Readme, "PackageReadmeFile", diagnostics) is { } text ? PackageReadme.Check(request, text, diagnostics) : null;
        string? notes = null;
        if (Read(request, request.Changelog, "ContentChangelog", diagnostics) is { } changelog)
            notes = Changelog.SectionOf(changelog, PlainOutline.Of(changelog.Text).Headings, request.Version, diagnostics);
        return new PackageTexts(readme, notes, [.. Judge(request, diagnostics)]);
    }

    /// <summary>By the same files and the same rules as what is wrong with articles.</summary>
    private static IOrderedEnumerable<Diagnostic> Judge(PackageTextRequest request, List<Diagnostic> diagnostics)
    {
        var folders = new[] { request.ProjectDirectory, Path.GetDirectoryName(request.Readme), Path.GetDirectoryName(request.Changelog) }.OfType<string>();
        var severities = SeverityFiles.Read(request.ProjectDirectory, folders, request.AnalyzerConfigFiles).Severities;
        var configuration = ConfigurationOf(request) with { FolderSeverities = severities };
        // Where the project has content, its build has said what is wrong with these files.
        return diagnostics.Distinct().Concat(request.ConfigurationFile is null ? severities.Diagnostics : [])
            .Select(diagnostic => diagnostic with { Severity = configuration.SeverityOf(diagnostic.Code, diagnostic.Severity, diagnostic.File) })
            .Where(diagnostic => diagnostic.Severity != DiagnosticSeverity.None)
            .Order();
    }

    private static ContentConfiguration ConfigurationOf(PackageTextRequest request)
    {
        if (request.ConfigurationFile is not { } file)
            return DefaultConfiguration.Instance;
        var project = new CompilationRequest { ProjectDirectory = request.ProjectDirectory, ConfigurationFile = file, OutputDirectory = "", BuildDate = default };
        return ConfigurationFile.Read(project).Parse().Configuration;
    }

    private static SourceText? Read(PackageTextRequest request, string? full, string property, List<Diagnostic> diagnostics)
    {
        if (full is null)
            return null;
        var file = Path.GetRelativePath(request.ProjectDirectory, full).Replace(Path.DirectorySeparatorChar, '/');
        var info = new FileInfo(full);
        if (!info.Exists)
        {
            diagnostics.Add(PackageErrors.Missing(file, property));
            return null;
        }

        if (full == request.Readme && info.Length > Gallery.MostBytes)
        {
            diagnostics.Add(PackageErrors.TooLarge(file, info.Length, Gallery.MostBytes));
            return null;
        }

        var reading = SourceReader.Read(full, file);
        if (reading.Failure is { } failure)
            diagnostics.Add(failure);
        return reading.Text;
    }
}
