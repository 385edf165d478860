using System.Globalization;
using System.Reflection;
using System.Text;
using Content.Compiler;
using Content.Compiler.Catalogs;
using Content.Compiler.Samples;
using Content.Runtime;

namespace Content.Benchmarks;

/// <summary>
/// What samples cost: ours to write the file, and the C# compiler's to read it. The same code as methods of one class in a file written by hand is beside it:
/// what the samples themselves take, whoever compiles them.
/// </summary>
internal static class SampleFigures
{
    private const int Runs = 5;
    private const int WarmUps = 3;
    private const int PerArticle = 10;

    private const string Plain = "var length = \"abc\".Length + $0;\nif (length > 2)\n    System.Console.WriteLine(length);";

    private const string Queries = "var words = new[] { \"a\", \"bb\", \"ccc\" };\nvar long$0 = words.Where(word => word.Length > 1).Select(word => word.ToUpperInvariant()).ToList();\n"
        + "var byLength = words.GroupBy(word => word.Length).ToDictionary(group => group.Key, group => group.Count());\nforeach (var (key, value) in byLength)\n    System.Console.WriteLine($\"{key} {value} {long$0.Count}\");";

    private static readonly string usings = string.Concat(
        ((string[])["System", "System.Collections.Generic", "System.IO", "System.Linq", "System.Net.Http", "System.Threading", "System.Threading.Tasks"]).Select(name => $"global using global::{name};\n"));

    public static void Run(Workshop workshop, FigureTable figures)
    {
        using var server = new CompilerServer();
        Measure("plain", Plain, "compile", 1_000);
        Measure("LINQ", Queries, "compile", 1_000);
        Measure("plain, run", Plain, "run", 1_000);
        Measure("plain", Plain, "compile", 10_000);

        void Measure(string name, string code, string mode, int count)
        {
            var project = workshop.PathOf($"samples-{mode}-{count}-{name.Length}");
            var (generated, milliseconds) = Generate(project, code, mode, count);
            var what = string.Create(CultureInfo.InvariantCulture, $"{count:N0} samples ({name})");
            figures.Add(what + ", generation", milliseconds, count / 10.0, "ms", $"Samples.g.cs, {new FileInfo(generated).Length / 1024} kB; processor time in a warm process");
            File.WriteAllText(Path.Combine(project, "Ordinary.cs"), Ordinary(code, count));
            var catalog = Path.Combine(Path.GetDirectoryName(generated)!, "Catalog.g.cs");
            var (none, ordinary, ours) = CompileTimes(server, project, catalog, generated, Path.Combine(project, "Ordinary.cs"));
            figures.Add(what + ", C# compiler", (ours - none) / 1000, 2 * count / 1000.0, "s", string.Create(
                CultureInfo.InvariantCulture, $"processor time of a warm server; as ordinary methods {(ordinary - none) / 1000:F2} s, ours x {(ours - none) / (ordinary - none):F2}"));
        }
    }

    private static (string File, double Milliseconds) Generate(string project, string code, string mode, int count)
    {
        Directory.CreateDirectory(Path.Combine(project, "content"));
        File.WriteAllText(Path.Combine(project, "content.json"), """{ "collections": { "posts": { "type": "Post", "files": "*.md", "symbols": "none" } } }""");
        for (var article = 0; article < count / PerArticle; article++)
        {
            var text = new StringBuilder("# Samples\n\n");
            for (var block = 0; block < PerArticle; block++)
                text.Append("```csharp ").Append(mode).Append('\n').Append(Of(code, (article * PerArticle) + block)).Append("\n```\n\n");
            File.WriteAllText(Path.Combine(project, "content", string.Create(CultureInfo.InvariantCulture, $"article-{article:D6}.md")), text.ToString());
        }

        var request = Benchmarks.Measure.Request(project) with { CompilesSamples = true, Nullable = "enable" };
        var result = ContentCompiler.Compile(request, CancellationToken.None);
        if (!result.Succeeded)
            throw new InvalidOperationException(string.Join('\n', result.Diagnostics.Take(5)));
        var milliseconds = double.MaxValue;
        for (var run = 0; run < 4 * Runs; run++)
        {
            var before = Environment.CpuUsage.TotalTime;
            SampleEmitter.Write(result.Site!, new CatalogOptions("Benchmark", "Catalog", IsPublic: true), new SampleOptions("../../", "enable", IsAlwaysWritten: true));
            milliseconds = Math.Min(milliseconds, (Environment.CpuUsage.TotalTime - before).TotalMilliseconds);
        }

        return (Path.Combine(request.OutputDirectory, "Samples.g.cs"), milliseconds);
    }

    private static string Ordinary(string code, int count)
    {
        var text = new StringBuilder("namespace Benchmark;\n\ninternal static class Ordinary\n{\n");
        for (var number = 0; number < count; number++)
            text.Append(CultureInfo.InvariantCulture, $"    internal static void Method{number}()\n    {{\n{Of(code, number)}\n    }}\n\n");
        return text.Append("}\n").ToString();
    }

    private static string Of(string code, int number) => code.Replace("$0", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Processor time in milliseconds without samples, with them in an ordinary file, and with ours; the runs alternate, the least counts.</summary>
    private static (double None, double Ordinary, double Ours) CompileTimes(CompilerServer server, string project, string catalog, string generated, string ordinary)
    {
        File.WriteAllText(Path.Combine(project, "Usings.cs"), usings);
        File.WriteAllText(Path.Combine(project, "None.cs"), "namespace Benchmark { public static partial class Catalog { } }");
        string[] files = ["None.cs", ordinary, generated];
        double[] least = [double.MaxValue, double.MaxValue, double.MaxValue];
        for (var index = 0; index < files.Length; index++)
        {
            File.WriteAllLines(
                Path.Combine(project, $"{index}.rsp"),
                [
                    "/nologo", "/target:library", "/nullable:enable", "/debug:portable", "/optimize-", "/deterministic+", $"/out:{index}.dll",
                    .. References().Select(path => $"/r:\"{path}\""), "Usings.cs", $"\"{catalog}\"", $"\"{files[index]}\"",
                ]);
        }

        for (var run = -WarmUps; run < Runs; run++)
        {
            for (var index = 0; index < files.Length; index++)
            {
                var time = server.Compile(project, $"{index}.rsp");
                if (run >= 0)
                    least[index] = Math.Min(least[index], time.Processor);
            }
        }

        return (least[0], least[1], least[2]);
    }

    private static IEnumerable<string> References()
    {
        var roslyn = Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "RoslynTargetsPath").Value!;
        var packs = Path.GetFullPath(Path.Combine(roslyn, "..", "..", "..", "packs", "Microsoft.NETCore.App.Ref"));
        return Directory.EnumerateFiles(Path.Combine(Directory.EnumerateDirectories(packs, "10.*").Order(StringComparer.Ordinal).Last(), "ref", "net10.0"), "*.dll").Append(typeof(IContentEntry).Assembly.Location);
    }
}
