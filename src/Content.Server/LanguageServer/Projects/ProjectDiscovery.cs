namespace Content.Server.LanguageServer.Projects;

/// <summary>Finds the projects of a workspace that have the package.</summary>
internal static class ProjectDiscovery
{
    private const string Package = "Content.Build";
    private const string ConfigurationName = "content.json";
    private const int Deepest = 12;
    private const int MostFolders = 20_000;
    private const long LargestProject = 1024 * 1024;

    private static readonly HashSet<string> skipped = new(StringComparer.OrdinalIgnoreCase) { "bin", "obj", "node_modules", "packages", "artifacts" };

    /// <summary>What is in a folder and below it: project files, and folders with a content.json that no project has.</summary>
    public static IReadOnlyList<ProjectLocation> Find(string folder, CancellationToken cancellation)
    {
        var projects = new List<ProjectLocation>();
        var bare = new List<string>();
        var pending = new Queue<(string Folder, int Depth)>();
        pending.Enqueue((folder, 0));
        for (var count = 0; pending.TryDequeue(out var next) && count < MostFolders; count++)
        {
            cancellation.ThrowIfCancellationRequested();
            try
            {
                var inFolder = Directory.EnumerateFiles(next.Folder, "*.csproj").Where(HasPackage).Order(StringComparer.Ordinal).ToList();
                projects.AddRange(inFolder.Select(file => new ProjectLocation(next.Folder, file)));
                if (inFolder.Count == 0 && (File.Exists(Path.Combine(next.Folder, ConfigurationName)) || (next.Depth == 0 && Directory.Exists(Path.Combine(next.Folder, "content")))))
                    bare.Add(next.Folder);
                if (next.Depth == Deepest)
                    continue;
                foreach (var below in new DirectoryInfo(next.Folder).EnumerateDirectories())
                {
                    if (!skipped.Contains(below.Name) && !below.Name.StartsWith('.') && below.LinkTarget is null)
                        pending.Enqueue((below.FullName, next.Depth + 1));
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // A folder that cannot be listed has no projects that could be read.
            }
        }

        if (projects.Count > 0)
            return projects;
        // Reason: content.json can be a file of another tool below, so that only the nearest counts.
        return bare.Count > 0 ? [new ProjectLocation(bare[0], null)] : Above(folder) is { } above ? [above] : [];
    }

    /// <summary>The project that a folder is a part of, or null.</summary>
    public static ProjectLocation? Above(string folder)
    {
        for (var current = new DirectoryInfo(folder); current is not null; current = current.Parent)
        {
            try
            {
                if (current.Exists && current.EnumerateFiles("*.csproj").Select(file => file.FullName).Where(HasPackage).Order(StringComparer.Ordinal).FirstOrDefault() is { } project)
                    return new ProjectLocation(current.FullName, project);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>The nearest folder with a content.json, of a file that no project has; or null.</summary>
    public static ProjectLocation? BareAbove(string folder)
    {
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            if (File.Exists(Path.Combine(current, ConfigurationName)))
                return new ProjectLocation(current, null);
        }

        return null;
    }

    /// <summary>The files that say how a project is built, above it: those that MSBuild imports by their names.</summary>
    public static IEnumerable<string> FilesOf(string projectFile)
    {
        yield return projectFile;
        var folder = Path.GetDirectoryName(projectFile)!;
        yield return Path.Combine(folder, "obj", Path.GetFileName(projectFile) + ".nuget.g.props");
        yield return Path.Combine(folder, "obj", Path.GetFileName(projectFile) + ".nuget.g.targets");
        for (var current = folder; current is not null; current = Path.GetDirectoryName(current))
        {
            foreach (var name in (string[])["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props", "Directory.Build.rsp"])
                yield return Path.Combine(current, name);
        }
    }

    private static bool HasPackage(string projectFile)
    {
        try
        {
            return FilesOf(projectFile).Any(file => new FileInfo(file) is { Exists: true, Length: < LargestProject } && File.ReadAllText(file).Contains(Package, StringComparison.OrdinalIgnoreCase));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}

/// <summary>Where a project is.</summary>
/// <param name="Folder">Absolute.</param>
/// <param name="ProjectFile">Null of a folder that has a content.json and no project.</param>
internal sealed record ProjectLocation(string Folder, string? ProjectFile);
