using System.Diagnostics;
using System.Text;

namespace Content.Package.Tests.Packages;

/// <summary>Runs <c>dotnet</c> as a user would: nothing of the running test reaches it.</summary>
internal static class DotNet
{
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(4);

    /// <summary>Runs a command to its end.</summary>
    public static Outcome Run(string directory, params string[] arguments)
    {
        using var process = Start(directory, arguments);
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        if (!process.WaitForExit(patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} did not end:{Environment.NewLine}{output}");
        }

        process.WaitForExit();
        return new Outcome(process.ExitCode, output.ToString(), directory);
    }

    /// <summary>Starts a command whose output the caller reads.</summary>
    public static Process Start(string directory, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = directory,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            StandardOutputEncoding = Encoding.UTF8,
            StandardErrorEncoding = Encoding.UTF8,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfTheTest).ToList())
            start.Environment.Remove(name);
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["NuGetAudit"] = "false";
        // Nodes that stay would keep the task's assembly of one test for the next.
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }

    private static bool IsOfTheTest(string variable) =>
        variable.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("Content", StringComparison.Ordinal)
        || variable is "DOTNET_HOST_PATH" or "DOTNET_CLI_CONTEXT_VERBOSE" or "CI" or "Configuration" or "Platform";

    private static void Append(StringBuilder output, string? line)
    {
        if (line is null)
            return;
        lock (output)
            output.Append(line).Append('\n');
    }
}
