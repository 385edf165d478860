using System.Diagnostics;

namespace Content.Benchmarks;

/// <summary>What the package adds to the first <c>dotnet build</c> of a project with ten articles.</summary>
internal static class FirstBuild
{
    private const int Runs = 6;
    private const string Version = "0.1.0-benchmark";

    public static void Run(Workshop workshop, FigureTable figures)
    {
        var folder = Directory.CreateDirectory(workshop.PathOf("first")).FullName;
        foreach (var package in new[] { "Content.Runtime", "Content.Build" })
            DotNet(Workshop.Repository, "pack", Path.Combine("src", package), "-c", "Release", "-o", Path.Combine(folder, "feed"), "-nologo", "-v:q", "-p:Version=" + Version);
        File.WriteAllText(Path.Combine(folder, "NuGet.Config"), """
            <configuration>
              <config><add key="globalPackagesFolder" value="packages" /></config>
              <packageSources><add key="content-measured" value="feed" /></packageSources>
            </configuration>
            """);
        var with = Project(folder, "with", $"""<PackageReference Include="Content.Build" Version="{Version}" />""");
        var without = Project(folder, "without", "");
        var (withIt, withoutIt) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            withoutIt = Math.Min(withoutIt, Build(without));
            withIt = Math.Min(withIt, Build(with));
        }

        figures.Add("10 articles, first build, what we add", withIt - withoutIt, 250, "ms", FormattableString.Invariant($"dotnet build: {withIt:F0} ms with the package, {withoutIt:F0} ms without, no node reused"));
    }

    private static string Project(string folder, string name, string reference)
    {
        var project = Path.Combine(folder, name);
        CorpusMaker.Write(project, 10);
        File.WriteAllText(Path.Combine(project, name + ".csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
              </PropertyGroup>
              <ItemGroup>{reference}</ItemGroup>
            </Project>
            """);
        File.WriteAllText(Path.Combine(project, "Program.cs"), "System.Console.WriteLine(1);\n");
        DotNet(project, "restore", "-nologo", "-v:q");
        return project;
    }

    /// <summary>A build of which nothing is there but what the restore left.</summary>
    private static double Build(string project)
    {
        Workshop.Delete(Path.Combine(project, "bin"));
        Workshop.Delete(Path.Combine(project, "obj", "Debug"));
        var watch = Stopwatch.StartNew();
        DotNet(project, "build", "--no-restore", "-nologo", "-v:q", "-tl:off");
        return watch.Elapsed.TotalMilliseconds;
    }

    private static void DotNet(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = directory, RedirectStandardOutput = true };
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        start.Environment["NuGetAudit"] = "false";
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBuild", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)}: {output}");
    }
}
