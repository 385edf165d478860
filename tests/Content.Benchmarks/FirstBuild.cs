using System.Diagnostics;

namespace Content.Benchmarks;

/// <summary>What the package adds to the first <c>dotnet build</c> of a project with ten articles.</summary>
internal static class FirstBuild
{
    private const int Runs = 6;
    private const int Large = 10_000;
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
        var reference = $"""<PackageReference Include="Content.Build" Version="{Version}" />""";
        var with = Project(folder, "with", reference, 10);
        var without = Project(folder, "without", "", 10);
        var (withIt, withoutIt) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            withoutIt = Math.Min(withoutIt, Build(without, isFirst: true));
            withIt = Math.Min(withIt, Build(with, isFirst: true));
        }

        figures.Add("10 articles, first build, what we add", withIt - withoutIt, 120, "ms", FormattableString.Invariant($"dotnet build: {withIt:F0} ms with the package, {withoutIt:F0} ms without, no node reused"));
        EditProse(Project(folder, "large", reference, Large), figures);
    }

    /// <summary>The whole of a build after an edit of prose, which leaves the C# compiler alone, over one after no edit.</summary>
    private static void EditProse(string project, FigureTable figures)
    {
        Build(project, isFirst: true);
        Thread.Sleep(3_000);
        Build(project, isFirst: false);
        var (same, edited) = (double.MaxValue, double.MaxValue);
        for (var run = 0; run < Runs; run++)
        {
            same = Math.Min(same, Build(project, isFirst: false));
            Measure.Edit(project);
            edited = Math.Min(edited, Build(project, isFirst: false));
            Build(project, isFirst: false);
        }

        figures.Add("10,000 articles, dotnet build after an edit", edited / same, 1.25, "x", FormattableString.Invariant($"{edited:F0} ms after an edit of prose, {same:F0} ms after none"));
    }

    private static string Project(string folder, string name, string reference, int articles)
    {
        var project = Path.Combine(folder, name);
        CorpusMaker.Write(project, articles);
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

    /// <summary>How long a build takes, in milliseconds; of a first one nothing is there but what the restore left.</summary>
    private static double Build(string project, bool isFirst)
    {
        if (isFirst)
        {
            Workshop.Delete(Path.Combine(project, "bin"));
            Workshop.Delete(Path.Combine(project, "obj", "Debug"));
        }

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
