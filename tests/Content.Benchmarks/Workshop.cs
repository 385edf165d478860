using System.Runtime.InteropServices;

namespace Content.Benchmarks;

/// <summary>Where measurements are made: corpora, written once, and removed in the end.</summary>
internal sealed class Workshop : IDisposable
{
    private readonly string directory = Directory.CreateTempSubdirectory("content-benchmark-").FullName;

    public static int Threads => Math.Min(2, Environment.ProcessorCount);

    /// <summary>The assemblies compiled ahead of time for this machine; where there are none, the portable ones.</summary>
    public static string AssemblyFolder { get; } =
        Path.Combine(AppContext.BaseDirectory, RuntimeInformation.RuntimeIdentifier) is var compiled && Directory.Exists(compiled) ? compiled : AppContext.BaseDirectory;

    /// <summary>The repository.</summary>
    public static string Repository { get; } = FindRepository(AppContext.BaseDirectory);

    public string PathOf(string name) => Path.Combine(directory, name);

    /// <summary>A project with that many articles, old enough for their times to be trusted.</summary>
    public string Corpus(int articles)
    {
        var project = PathOf("corpus-" + articles);
        if (Directory.Exists(project))
            return project;
        CorpusMaker.Write(project, articles);
        Thread.Sleep(TimeSpan.FromSeconds(3)); // Reason: files younger than two seconds are looked into again, by design.
        return project;
    }

    public static void Delete(string folder)
    {
        if (Directory.Exists(folder))
            Directory.Delete(folder, recursive: true);
    }

    public void Dispose() => Delete(directory);

    private static string FindRepository(string folder) =>
        File.Exists(Path.Combine(folder, "Content.sln")) ? folder : FindRepository(Path.GetDirectoryName(folder)!);
}
