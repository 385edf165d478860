using System.Text.RegularExpressions;
using Content.Compiler.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;

namespace Content.Build;

/// <summary>
/// Finds the place of the content's assets among the static web assets that the site has already: of the project itself, and of those that it refers to.
/// The targets of static web assets end in a stack trace where two files have one address, or one file has two.
/// </summary>
[MSBuildMultiThreadableTask]
public sealed partial class PlaceStaticAssets : Microsoft.Build.Utilities.Task
{
    /// <summary>The project, absolute.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>What <see cref="CompileContent"/> found.</summary>
    [Required]
    public ITaskItem[] Assets { get; set; } = [];

    /// <summary>The static web assets that there are.</summary>
    public ITaskItem[] Others { get; set; } = [];

    /// <summary>The path that the project's assets are served at, without slashes at its ends; empty for the root.</summary>
    public string BasePath { get; set; } = "";

    /// <summary>Where copies go of files that another project serves, too.</summary>
    [Required]
    public string CopyDirectory { get; set; } = "";

    /// <summary>Where the pages of the codes are.</summary>
    public string HelpDirectory { get; set; } = "";

    /// <summary>The assets, each a file that no other asset is.</summary>
    [Output]
    public ITaskItem[] Placed { get; private set; } = [];

    /// <inheritdoc/>
    public override bool Execute()
    {
        var diagnostics = new DiagnosticLog(Log, ProjectFile, new HelpPages(HelpDirectory), new WarningPolicy(false, "", "", ""), isDesignTime: false);
        var byAddress = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var byFile = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var other in Others)
        {
            var address = AddressOf(other.GetMetadata("BasePath"), other.GetMetadata("RelativePath"));
            byAddress.TryAdd(address, other.GetMetadata("FullPath"));
            byFile.TryAdd(other.GetMetadata("FullPath"), address);
        }

        var placed = new List<ITaskItem>(Assets.Length);
        foreach (var asset in Assets)
        {
            var file = asset.GetMetadata("FullPath");
            var address = AddressOf(BasePath, asset.GetMetadata("RelativePath"));
            if (!byAddress.TryGetValue(address, out var other))
                placed.Add(byFile.ContainsKey(file) ? Copy(asset, file) : asset);
            else if (!string.Equals(other, file, StringComparison.Ordinal))
                diagnostics.Write(AssetErrors.SameAddress(Relative(file), Relative(other), "/" + address));
        }

        Placed = [.. placed];
        return !Log.HasLoggedErrors;
    }

    private static string AddressOf(string basePath, string relativePath) =>
        string.Join('/', $"{basePath}/{Fingerprint().Replace(relativePath, "")}".Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries));

    private string Relative(string file) => Path.GetRelativePath(Path.GetDirectoryName(ProjectFile)!, file).Replace(Path.DirectorySeparatorChar, '/');

    /// <summary>Where the SDK puts a fingerprint into the name of a file, which it also serves without: <c>site#[.{fingerprint}]?.css</c>.</summary>
    [GeneratedRegex(@"#\[[^\]]*\][?!]?")]
    private static partial Regex Fingerprint();

    private TaskItem Copy(ITaskItem asset, string file)
    {
        var root = Path.TrimEndingDirectorySeparator(new PropertyReader(ProjectFile).FullPath(CopyDirectory)) + Path.DirectorySeparatorChar;
        var copy = Path.Combine(root, asset.GetMetadata("RelativePath"));
        if (!File.Exists(copy) || File.GetLastWriteTimeUtc(copy) != File.GetLastWriteTimeUtc(file) || new FileInfo(copy).Length != new FileInfo(file).Length)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }

        var item = new TaskItem(asset) { ItemSpec = ItemText.Escape(copy) };
        item.SetMetadata("ContentRoot", ItemText.Escape(root));
        return item;
    }
}
