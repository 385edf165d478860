namespace Content.Compiler.Application;

/// <summary>
/// The pages of a project that somebody works on: those that it named when it was last evaluated, and those that came since. What lay beside them by then
/// and was not named is none of them: a project may leave files out. A build is told of every page and looks for none.
/// </summary>
internal sealed class ProjectPages
{
    private const int Deepest = 16;

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
        Path.GetFileName(folder) is not ("bin" or "obj" or "node_modules") and not ['.', ..] && !projectFiles.Any(pattern => Directory.EnumerateFiles(folder, pattern).Any());

    /// <summary>All pages, be they there or not.</summary>
    /// <param name="changed">What may have come since the last question, absolute; null for anything.</param>
    public IReadOnlyCollection<string> Find(IReadOnlyCollection<string>? changed)
    {
        if (listed is not { } time)
            return pages;
        if (others is null || changed is null)
        {
            var isFirst = others is null;
            others ??= new(StringComparer.Ordinal);
            foreach (var page in Enumerate(project, 0))
            {
                if (!pages.Contains(page) && !others.Contains(page))
                    (isFirst && File.GetCreationTimeUtc(page) <= time ? others : pages).Add(page);
            }
        }
        else
        {
            pages.UnionWith(changed.Where(path => IsPage(path) && !others.Contains(path) && !pages.Contains(path) && File.Exists(path) && IsOwn(Path.GetDirectoryName(path)!)));
        }

        return pages;
    }

    private static IEnumerable<string> Enumerate(string folder, int depth)
    {
        var options = new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.System };
        foreach (var file in Directory.EnumerateFiles(folder, "*", options))
        {
            if (IsPage(file))
                yield return file;
        }

        if (depth == Deepest)
            yield break;
        foreach (var below in new DirectoryInfo(folder).EnumerateDirectories("*", options))
        {
            if (below.LinkTarget is not null || !MayHavePages(below.FullName))
                continue;
            foreach (var file in Enumerate(below.FullName, depth + 1))
                yield return file;
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
