using System.IO.Compression;
using Content.Package.Tests.Packages;

[assembly: AssemblyFixture(typeof(PackageFeed))]

namespace Content.Package.Tests.Packages;

/// <summary>
/// The packages as <c>dotnet pack</c> makes them, packed once a run, in a feed that every project below <see cref="Folder"/> sees.
/// Restored into a folder of its own: the machine's package cache keeps a version for ever.
/// </summary>
public sealed class PackageFeed : IDisposable
{
    // A folder that this variable names is kept, and what was packed into it is used again: for whoever runs single tests, time after time.
    private readonly string? kept = Environment.GetEnvironmentVariable("CONTENT_TEST_FEED");

    private int projects;

    public PackageFeed()
    {
        Folder = kept is null ? Directory.CreateTempSubdirectory("content-package-").FullName : Directory.CreateDirectory(kept).FullName;
        PackOutcome = kept is not null && File.Exists(Path.Combine(Folder, "NuGet.Config")) ? new Outcome(0, "", Folder) : Pack();
        Assert.True(PackOutcome.ExitCode == 0, PackOutcome.Output);
        File.WriteAllText(Path.Combine(Folder, "NuGet.Config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="content-under-test" value="feed" /></packageSources>
            </configuration>
            """);
    }

    /// <summary>Outside of the repository, and removed in the end.</summary>
    public string Folder { get; }

    /// <summary>What packing said.</summary>
    internal Outcome PackOutcome { get; }

    /// <summary>The one version in the feed.</summary>
    internal string Version { get; } = "0.1.0";

    /// <summary>The projects below src, which are what the solution packs: without the tests, and without analyzers, which a build of the solution runs.</summary>
    private Outcome Pack()
    {
        var all = Path.Combine(Folder, "all.proj");
        File.WriteAllText(all, $"""
            <Project>
              <ItemGroup><Packed Include="{Path.Combine(RepositoryRoot.Path, "src")}/*/*.csproj" /></ItemGroup>
              <Target Name="Restore"><MSBuild Projects="@(Packed)" Targets="Restore" Properties="Configuration=Release" /></Target>
              <Target Name="Pack"><MSBuild Projects="@(Packed)" Targets="Pack" Properties="Configuration=Release;RunAnalyzersDuringBuild=false;PackageOutputPath={Path.Combine(Folder, "feed")}" /></Target>
            </Project>
            """);
        return DotNet.Run(Folder, "build", all, "-t:Pack", "-nologo", "-tl:off", "-v:n", DotNet.WithoutNodesThatStay);
    }

    /// <summary>The names in a package, sorted, without what NuGet adds for itself.</summary>
    internal string[] FilesOf(string package, string? version = null)
    {
        using var archive = ZipFile.OpenRead(Path.Combine(Folder, "feed", $"{package}.{version ?? Version}.nupkg"));
        return [.. archive.Entries.Select(entry => entry.FullName)
            .Where(name => !name.StartsWith("_rels/", StringComparison.Ordinal) && !name.StartsWith("package/", StringComparison.Ordinal) && name != "[Content_Types].xml")
            .Order(StringComparer.Ordinal)];
    }

    /// <summary>One file of a package.</summary>
    internal byte[] Read(string package, string file)
    {
        using var archive = ZipFile.OpenRead(PathOf(package));
        using var content = new MemoryStream();
        using (var entry = archive.GetEntry(file)!.Open())
            entry.CopyTo(content);
        return content.ToArray();
    }

    /// <summary>One file of a package, as text.</summary>
    internal string ReadText(string package, string file) => new StreamReader(new MemoryStream(Read(package, file))).ReadToEnd();

    /// <summary>The package itself.</summary>
    internal string PathOf(string package) => Path.Combine(Folder, "feed", $"{package}.{Version}.nupkg");

    /// <summary>A folder that no other test uses.</summary>
    internal string NewFolder(string name) =>
        Directory.CreateDirectory(Path.Combine(Folder, "projects", $"{Environment.ProcessId}-{Interlocked.Increment(ref projects)}", name)).FullName;

    public void Dispose()
    {
        if (kept is null)
            Directory.Delete(Folder, recursive: true);
    }
}
