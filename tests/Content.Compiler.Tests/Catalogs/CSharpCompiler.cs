using System.Diagnostics;
using System.Reflection;
using System.Runtime.Loader;
using Content.Compiler.Catalogs;
using Content.Compiler.Sites;
using Content.Runtime;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>
/// Compiles generated C# with the SDK's compiler as a net8.0 project would: C# 12, nullable, documentation on, every warning an error.
/// </summary>
internal sealed class CSharpCompiler : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("content-csharp-").FullName;
    private readonly List<string> arguments =
        ["-nologo", "-nostdlib", "-deterministic", "-nullable:enable", "-langversion:12", "-warn:9999", "-warnaserror", "-target:library", "-utf8output"];

    private readonly string name;
    private readonly List<CSharpCompiler> referenced = [];

    /// <param name="name">The name of the assembly.</param>
    public CSharpCompiler(string name = "Generated")
    {
        this.name = name;
        arguments.Add("-doc:" + Path.Combine(folder, "out.xml"));
        arguments.Add("-out:" + OutputFile);
        arguments.Add("-reference:" + typeof(IContentEntry).Assembly.Location);
        arguments.AddRange(Directory.EnumerateFiles(ReferenceFolder(), "*.dll").Select(file => "-reference:" + file));
    }

    public string OutputFile => Path.Combine(folder, name + ".dll");

    public string Documentation => File.ReadAllText(Path.Combine(folder, "out.xml"));

    public CSharpCompiler Add(string source)
    {
        var file = Path.Combine(folder, $"{arguments.Count}.cs");
        File.WriteAllText(file, source);
        arguments.Add(file);
        return this;
    }

    /// <summary>Adds the catalog of a site; the resource is the last one's that is added so.</summary>
    public CSharpCompiler Add(Site site, CatalogOptions options)
    {
        var file = Path.Combine(folder, $"{arguments.Count}.g.cs");
        var blob = Path.Combine(folder, $"{arguments.Count}.bin");
        using (var source = File.Create(file))
        using (var bytes = File.Create(blob))
            CatalogWriter.Write(site, options, source, bytes);
        arguments.Add(file);
        arguments.RemoveAll(argument => argument.StartsWith("-resource:", StringComparison.Ordinal));
        arguments.Add($"-resource:{blob},Content.Catalog");
        return this;
    }

    /// <summary>Leaves the catalog out, as where it lies beside the assembly.</summary>
    public CSharpCompiler WithoutResource()
    {
        arguments.RemoveAll(argument => argument.StartsWith("-resource:", StringComparison.Ordinal));
        return this;
    }

    /// <summary>Refers to another assembly, which has been compiled.</summary>
    public CSharpCompiler Reference(CSharpCompiler other)
    {
        referenced.Add(other);
        arguments.Add("-reference:" + other.OutputFile);
        return this;
    }

    /// <summary>What the compiler says; empty where all is well.</summary>
    public string Compile()
    {
        var response = Path.Combine(folder, "arguments.rsp");
        File.WriteAllLines(response, arguments.Select(argument => $"\"{argument}\""));
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, WorkingDirectory = folder };
        if (!Path.GetFileNameWithoutExtension(start.FileName).Equals("dotnet", StringComparison.OrdinalIgnoreCase))
            start.FileName = "dotnet";
        foreach (var argument in (string[])["exec", Path.Combine(Setting("RoslynTargetsPath"), "bincore", "csc.dll"), "-noconfig", "@" + response])
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? said : said + $"exit code {process.ExitCode}";
    }

    /// <summary>Compiles, loads, and gives what the static method <c>Probe.Run</c> returns.</summary>
    public string Run()
    {
        Assert.Equal("", Compile());
        return (string)Load().GetType("Probe")!.GetMethod("Run")!.Invoke(null, null)!;
    }

    /// <summary>The compiled assembly.</summary>
    public Assembly Load()
    {
        var context = new AssemblyLoadContext("generated", isCollectible: true);
        foreach (var other in referenced)
        {
            using var assembly = File.OpenRead(other.OutputFile);
            context.LoadFromStream(assembly);
        }

        using var file = File.OpenRead(OutputFile);
        return context.LoadFromStream(file);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string ReferenceFolder()
    {
        foreach (var root in Setting("TargetingPacks").Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            foreach (var name in (string[])["microsoft.netcore.app.ref", "Microsoft.NETCore.App.Ref"])
            {
                var pack = Path.Combine(root, name);
                var versions = Directory.Exists(pack) ? Directory.GetDirectories(pack, "8.0.*") : [];
                if (versions.Length > 0)
                    return Path.Combine(versions[0], "ref", "net8.0");
            }
        }

        throw new DirectoryNotFoundException("No targeting pack for net8.0, although Content.Runtime was built with one.");
    }

    private static string Setting(string key) => typeof(CSharpCompiler).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
        .First(attribute => attribute.Key == key).Value!;
}
