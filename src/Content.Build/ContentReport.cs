using Content.Compiler.Diagnostics;
using Content.Compiler.Reports;

namespace Content.Build;

/// <summary>What the property <c>ContentReport</c> asks for.</summary>
internal static class ContentReport
{
    /// <summary>Writes the report. Returns what is wrong where it cannot be written, else null.</summary>
    /// <param name="file">The property's value; relative to the project folder.</param>
    /// <param name="projectFile">The project, absolute.</param>
    /// <param name="targetFramework">Which is built.</param>
    /// <param name="pages">The pages of the codes.</param>
    /// <param name="diagnostics">As they were logged.</param>
    public static Diagnostic? Write(string file, string projectFile, string targetFramework, HelpPages pages, IReadOnlyList<Diagnostic> diagnostics)
    {
        var request = new ReportRequest
        {
            File = new PropertyReader(projectFile).FullPath(file),
            ProjectFile = projectFile,
            TargetFramework = targetFramework,
            SourceRoot = FindSourceRoot(Path.GetDirectoryName(projectFile)!),
            Page = pages.Read,
            PageAddress = HelpPages.PublicAddressOf,
        };
        return SarifReport.Write(request, diagnostics);
    }

    /// <summary>The folder of the repository, because code hosts count from there; the project's own where it is in none.</summary>
    internal static string FindSourceRoot(string projectDirectory)
    {
        for (var folder = projectDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            // In a worktree it is a file.
            var repository = Path.Combine(folder, ".git");
            if (Directory.Exists(repository) || File.Exists(repository))
                return folder;
        }

        return projectDirectory;
    }
}
