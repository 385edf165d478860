namespace Content.Compiler.Application;

/// <summary>
/// The pages of a project that somebody works on: those that it named when it was last evaluated, and those that came since. What lay beside them by then
/// and was not named is none of them: a project may leave files out. A build is told of every page and looks for none.
/// </summary>
internal sealed class ProjectPages
{
    private const int Deepest = 16;

    private static readonly EnumerationOptions accessible = new() { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };
    private static readonly string[] projectFiles = ["*.csproj", "*.fsproj", "*.vbproj"];

    private readonly string project;
    private readonly DateTime? listed;
    private readonly HashSet<string> pages;
    private HashSet<string>? others;

    public ProjectPages(CompilationRequest request)
    {
        project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(request.ProjectDirectory));
        listed = request.PageFilesTime;
        pages = new(request.PageFiles.Select(page => Path.GetFullPath(page, project)), StringComparer.Ordinal);
    }

    /// <summary>Whether a file is a page by its name.</summary>
    public static bool IsPage(string path) => Path.GetExtension(path.AsSpan()) is ".razor" or ".cshtml";

    /// <summary>Whether the pages of a project can lie in a folder of its.</summary>
    public static bool MayHavePages(string folder) =>
        Path.GetFileName(folder) is not ("bin" or "obj" or "node_modules") and not ['.', ..] && !HoldsProject(folder);

    /// <summary>All pages, be they there or not.</summary>
    /// <param name="changed">What may have come since the last question, absolute; null for anything.</param>
    public IReadOnlyCollection<string> Find(IReadOnlyCollection<string>? changed)
    {
        if (listed is not { } time)
            return pages;
        if (others is null || changed is null)
        {
            var isFirst = others is null;
            var found = Enumerate(project, 0).Where(page => !pages.Contains(page) && others?.Contains(page) != true).ToLookup(page => isFirst && File.GetCreationTimeUtc(page) <= time);
            others ??= new(found[true], StringComparer.Ordinal);
            pages.UnionWith(found[false]);
        }
        else
        {
            pages.UnionWith(changed.Where(path => IsPage(path) && !others.Contains(path) && !pages.Contains(path) && File.Exists(path) && IsOwn(Path.GetDirectoryName(path)!)));
        }

        return pages;
    }

    private static IEnumerable<string> Enumerate(string folder, int depth)
    {
        // Reason: all at once, since a folder may go while it is looked through, and then has no pages.
        string[] files;
        DirectoryInfo[] folders;
        try
        {
            files = Directory.GetFiles(folder, "*", accessible);
            folders = new DirectoryInfo(folder).GetDirectories("*", accessible);
        }
        catch (DirectoryNotFoundException)
        {
            yield break;
        }

        foreach (var file in files.Where(IsPage))
            yield return file;
        if (depth == Deepest)
            yield break;
        foreach (var below in folders)
        {
            if (below.LinkTarget is not null || !MayHavePages(below.FullName))
                continue;
            foreach (var file in Enumerate(below.FullName, depth + 1))
                yield return file;
        }
    }

    private static bool HoldsProject(string folder)
    {
        try
        {
            return projectFiles.Any(pattern => Directory.EnumerateFiles(folder, pattern, accessible).Any());
        }
        catch (DirectoryNotFoundException)
        {
            return false;
        }
    }

    private bool IsOwn(string folder)
    {
        for (; folder != project; folder = Path.GetDirectoryName(folder)!)
        {
            if (folder.Length <= project.Length || !MayHavePages(folder))
                return false;
        }

        return true;
    }
}
