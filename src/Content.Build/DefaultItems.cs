using Microsoft.Build.Framework;

namespace Content.Build;

/// <summary>Tells items that a default glob of an SDK took out of the content folders from those that the project includes by name.</summary>
internal sealed class DefaultItems
{
    private static readonly StringComparison comparison = OperatingSystem.IsWindows() ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;

    private readonly string projectDirectory;
    private readonly string[] contentFolders;
    private readonly string[] defaultFolders;

    /// <param name="projectDirectory">Absolute.</param>
    /// <param name="contentFolders">Relative to it.</param>
    /// <param name="defaultFolders">Where SDKs and packages lie, between semicolons.</param>
    public DefaultItems(string projectDirectory, IEnumerable<string> contentFolders, string defaultFolders)
    {
        this.projectDirectory = projectDirectory;
        this.contentFolders = [.. contentFolders.Select(folder => Closed(Path.GetFullPath(folder, projectDirectory)))];
        this.defaultFolders =
        [
            .. defaultFolders.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                .Select(folder => Closed(Path.GetFullPath(folder, projectDirectory))),
        ];
    }

    /// <summary>
    /// Those of <paramref name="items"/> that are defaults and lie in a content folder; and those of the same names that the project includes itself,
    /// because MSBuild removes by name.
    /// </summary>
    public (ITaskItem[] Defaults, ITaskItem[] ByName) Select(ITaskItem[] items)
    {
        if (contentFolders.Length == 0)
            return ([], []);
        var defaults = Array.FindAll(items, item => IsContent(item) && IsDefault(item));
        if (defaults.Length == 0)
            return ([], []);
        var names = defaults.Select(item => item.ItemSpec).ToHashSet(StringComparer.Ordinal);
        return (defaults, Array.FindAll(items, item => names.Contains(item.ItemSpec) && !IsDefault(item)));
    }

    private static string Closed(string folder) => Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar;

    private bool IsContent(ITaskItem item)
    {
        var path = Path.GetFullPath(item.ItemSpec, projectDirectory);
        return Array.Exists(contentFolders, folder => path.StartsWith(folder, comparison));
    }

    private bool IsDefault(ITaskItem item)
    {
        var definedIn = item.GetMetadata("DefiningProjectFullPath");
        return Array.Exists(defaultFolders, folder => definedIn.StartsWith(folder, comparison));
    }
}
