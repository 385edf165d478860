using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace Content.Compiler.Tests.Incremental;

/// <summary>Compiles a project in a process of its own, which can be looked into or killed.</summary>
internal static class CompilerProcess
{
    private static readonly string assembly = Path.GetFullPath(typeof(CompilerProcess).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(metadata => metadata.Key == "CompilerProcess").Value!);

    /// <summary>Starts it.</summary>
    /// <param name="work"><c>compile</c>, or <c>loaded</c> to print the assemblies that were loaded for it.</param>
    /// <param name="directory">The project.</param>
    public static Process Start(string work, string directory) => Process.Start(
        new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { assembly, "child", work, directory, 2.ToString(CultureInfo.InvariantCulture) },
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;

    /// <summary>Runs it to its end and gives what it printed.</summary>
    public static string Run(string work, string directory)
    {
        using var process = Start(work, directory);
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + error.Result);
        return output;
    }
}
