namespace Content.Fuzzing;

/// <summary>Inputs to start from: the repository's own articles, configurations and cases, the smaller the better.</summary>
public static class SeedFiles
{
    private const int MostSeeds = 400;
    private const int LargestSeed = 16_000;

    private static readonly EnumerationOptions everywhere = new() { RecurseSubdirectories = true };
    private static readonly string[] folders = ["tests/Content.Compiler.Tests/Cases", "example-site/content", "example-site/wwwroot"];

    /// <summary>The files below the repository's content and cases that <paramref name="target"/> can start from; never none.</summary>
    public static IReadOnlyList<byte[]> Of(FuzzTarget target, string repository)
    {
        var found = folders
            .Select(folder => Path.Combine(repository, folder))
            .Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", everywhere))
            .Where(file => target.Extensions.Contains(Path.GetExtension(file)) && new FileInfo(file).Length <= LargestSeed)
            .Order(StringComparer.Ordinal)
            .Take(MostSeeds)
            .Select(File.ReadAllBytes);
        return [.. found, .. target.Tokens.Select(System.Text.Encoding.UTF8.GetBytes)];
    }
}
