using System.Diagnostics;
using System.Globalization;
using Content.Runtime;

namespace Content.Benchmarks;

/// <summary>A console project with the catalog of a corpus, or without one.</summary>
/// <param name="folder">Where it is.</param>
/// <param name="symbols">How articles are symbols; null where there is no catalog.</param>
internal sealed class ConsumerProject(string folder, string? symbols)
{
    private const string Probe = """
        using System;
        using System.Buffers;
        using System.Diagnostics;
        using System.Globalization;

        var sinceStart = (DateTime.Now - Process.GetCurrentProcess().StartTime).TotalMilliseconds;
        var watch = Stopwatch.StartNew();
        var first = Benchmark.Catalog.Posts["article-000007"];
        var lookup = watch.Elapsed.TotalMilliseconds;

        // What the runtime itself needs is no metadata: one entry has been read by then.
        long length = Read(first);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        foreach (var post in Benchmark.Catalog.Posts)
            length += Read(post);
        var metadata = GC.GetTotalMemory(forceFullCollection: true) - before;

        var buffer = new ArrayBufferWriter<byte>(1 << 20);
        first.Body.WriteTo(buffer);
        var allocated = GC.GetAllocatedBytesForCurrentThread();
        for (var index = 0; index < 100; index++)
        {
            buffer.ResetWrittenCount();
            Benchmark.Catalog.Posts[index].Body.WriteTo(buffer);
        }

        allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
        if (length == 0)
            throw new InvalidOperationException("Nothing was read.");
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{lookup} {sinceStart + lookup} {metadata} {allocated}"));

        static long Read(Benchmark.Post post) =>
            post.Slug.Length + post.Url.Length + post.Title.Length + post.Date.Day + post.Author.Name.Length + post.Tags.Count + (int)post.Level + post.Summary.Length
            + post.Rating + post.Excerpt.Length + post.WordCount + post.SourceFile.Length + post.Aliases.Count + post.Headings.Count;
        """;

    private readonly string output = Path.Combine(folder, "bin", "Release", "net10.0", "consumer.dll");

    /// <summary>How articles are symbols.</summary>
    public string? Symbols => symbols;

    /// <summary>Writes and builds the project, its catalog first.</summary>
    public static ConsumerProject Make(string parent, int articles, string? symbols)
    {
        var folder = Path.Combine(parent, symbols ?? "none");
        Directory.CreateDirectory(folder);
        var catalog = "";
        if (symbols is not null)
        {
            CorpusMaker.Write(folder, articles, symbols);
            var result = Measure.Compile(folder, Environment.ProcessorCount);
            catalog = $"""
                <Compile Include="{result.SourceFile}" />
                <EmbeddedResource Include="{result.CatalogFile}" LogicalName="Content.Catalog" Type="Non-Resx" WithCulture="false" />
                """;
        }

        // In a folder of its own, out of reach of the repository's settings.
        File.WriteAllText(Path.Combine(folder, "Program.cs"), symbols is null ? "System.Console.WriteLine();" : Probe);
        File.WriteAllText(Path.Combine(folder, "consumer.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <ProvideCommandLineArgs>true</ProvideCommandLineArgs>
                <EnableDefaultItems>false</EnableDefaultItems>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <Compile Include="Program.cs" />
                {catalog}
                <Reference Include="{typeof(IContentEntry).Assembly.Location}" />
              </ItemGroup>
              <Target Name="KeepArguments" AfterTargets="CoreCompile">
                <WriteLinesToFile File="csc.rsp" Lines="@(CscCommandLineArgs)" Overwrite="true" />
              </Target>
            </Project>
            """);
        Start(folder, "build", "-c", "Release", "-nologo", "-v:q");
        return new ConsumerProject(folder, symbols);
    }

    /// <summary>Compiles with the arguments of the build.</summary>
    public CompileTime Compile(CompilerServer server) => server.Compile(folder, "csc.rsp");

    /// <summary>Runs what was built.</summary>
    public (double FirstLookup, double SinceStart, double MetadataBytes, double BodyBytes) Run()
    {
        double[] figures = [.. Start(folder, "exec", output).Trim().Split(' ').Select(figure => double.Parse(figure, CultureInfo.InvariantCulture))];
        return (figures[0], figures[1], figures[2], figures[3]);
    }

    internal static string Start(string folder, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true, WorkingDirectory = folder };
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed: {said}");
    }
}
