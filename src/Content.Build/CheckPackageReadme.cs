using System.Text;
using Content.Compiler;
using Content.Compiler.Packages;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Content.Build;

/// <summary>
/// Looks at a package's README and changelog before it is packed, and hands back what is to be packed: the README with its relative links written out, and the
/// section of the changelog as release notes. It needs no content folder and no configuration.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed class CheckPackageReadme : ContentTask
{
    /// <summary>The files that are to be packed, with their <c>PackagePath</c>.</summary>
    public ITaskItem[] PackageFiles { get; set; } = [];

    /// <summary>The value of <c>PackageReadmeFile</c>: where the README is in the package; empty where there is none.</summary>
    public string PackageReadmeFile { get; set; } = "";

    /// <summary>Whether the package is made by a nuspec, whose files are not among <see cref="PackageFiles"/>: then the README is the project's own file of that name.</summary>
    public bool HasNuspec { get; set; }

    /// <summary>The value of <c>ContentChangelog</c>; empty where there is none.</summary>
    public string Changelog { get; set; } = "";

    /// <summary>The value of <c>PackageVersion</c>.</summary>
    public string PackageVersion { get; set; } = "";

    /// <summary>The value of <c>RepositoryUrl</c>.</summary>
    public string RepositoryUrl { get; set; } = "";

    /// <summary>The value of <c>RepositoryCommit</c>.</summary>
    public string RepositoryCommit { get; set; } = "";

    /// <summary>Whether the project has content, whose configuration sets severities as well.</summary>
    public bool HasContent { get; set; }

    /// <summary>Where the copy goes that is packed.</summary>
    [Required]
    public string OutputDirectory { get; set; } = "";

    /// <summary>The README among the files; none where it is as it should be, or is not among them.</summary>
    [Output]
    public ITaskItem[] Replaced { get; private set; } = [];

    /// <summary>What is packed in its place.</summary>
    [Output]
    public ITaskItem[] Packed { get; private set; } = [];

    /// <summary>The copy that is packed, absolute; empty where there is none.</summary>
    [Output]
    public string PackedReadme { get; private set; } = "";

    /// <summary>The section of the version; empty where there is none.</summary>
    [Output]
    public string ReleaseNotes { get; private set; } = "";

    private protected override void Run(DiagnosticLog diagnostics)
    {
        var properties = new PropertyReader(ProjectFile);
        var items = PackageFiles.Where(item => IsReadme(item)).ToArray();
        var readme = PackageReadmeFile.Length == 0 ? null
            : HasNuspec ? properties.FullPath(PackageReadmeFile)
            // Where nothing is packed under the name, NuGet says so.
            : items.Length == 0 ? null : properties.FullPath(items[0].ItemSpec);
        var texts = ContentCompiler.CheckPackage(new PackageTextRequest
        {
            ProjectDirectory = properties.ProjectDirectory,
            SourceRoot = ContentReport.FindSourceRoot(properties.ProjectDirectory),
            Readme = readme,
            Changelog = Changelog.Length == 0 ? null : properties.FullPath(Changelog),
            Version = PackageVersion,
            ConfigurationFile = HasContent ? properties.FullPath(ConfigurationFile.Length == 0 ? "content.json" : ConfigurationFile) : null,
            AnalyzerConfigFiles = [.. AnalyzerConfigFiles.Select(file => properties.FullPath(file.ItemSpec)).Distinct(StringComparer.Ordinal)],
            RepositoryUrl = RepositoryUrl,
            RepositoryCommit = RepositoryCommit,
        });
        diagnostics.Write(texts.Diagnostics);
        ReleaseNotes = texts.ReleaseNotes ?? "";
        if (texts.Readme is null || readme is null)
            return;
        PackedReadme = Path.Combine(properties.FullPath(OutputDirectory), Path.GetFileName(readme));
        WriteIfOther(PackedReadme, texts.Readme);
        // One file can be packed under several names, of which one is the README.
        Replaced = [.. PackageFiles.Where(item => items.Length > 0 && item.ItemSpec == items[0].ItemSpec)];
        Packed = [.. Replaced.Select(item => IsReadme(item) ? Copy(item) : item)];
    }

    private TaskItem Copy(ITaskItem item)
    {
        var copy = new TaskItem(ItemText.Escape(PackedReadme));
        item.CopyMetadataTo(copy);
        return copy;
    }

    /// <summary>Whether a file is packed under the name of the README.</summary>
    private bool IsReadme(ITaskItem item)
    {
        var name = Path.GetFileName(item.ItemSpec.Replace('\\', '/'));
        var wanted = Normalize(PackageReadmeFile);
        return wanted.Length > 0 && item.GetMetadata("PackagePath").Split(';').Any(path =>
        {
            var isFolder = path.EndsWith('/') || path.EndsWith('\\') || !string.Equals(Path.GetExtension(path), Path.GetExtension(name), StringComparison.OrdinalIgnoreCase);
            return string.Equals(Normalize(isFolder ? $"{path}/{name}" : path), wanted, StringComparison.OrdinalIgnoreCase);
        });
    }

    private static string Normalize(string path) => string.Join('/', path.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries));

    private static void WriteIfOther(string file, string text)
    {
        var bytes = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false).GetBytes(text);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (!File.Exists(file) || !File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes))
            File.WriteAllBytes(file, bytes);
    }
}
