namespace Content.Testing;

/// <summary>The folder of Content.sln, found upwards from the test assembly.</summary>
public static class RepositoryRoot
{
    public static string Path { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Content.sln")))
                return folder.FullName;
        }

        throw new InvalidOperationException("Content.sln was not found above " + AppContext.BaseDirectory);
    }
}
