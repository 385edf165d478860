using System.Diagnostics;
using System.Text;

namespace Content.Package.Tests.Packages;

/// <summary>Runs <c>dotnet</c> as a user would: nothing of the running test reaches it.</summary>
internal static class DotNet
{
    /// <summary>Nodes that stay would keep the task's assembly of one test for the next.</summary>
    public const string WithoutNodesThatStay = "-nodeReuse:false";

    // How long a build takes is the machine's affair, which may have others to do; one that says nothing for so long has got stuck.
    private static readonly TimeSpan longestSilence = TimeSpan.FromMinutes(10);

    /// <summary>Runs a command to its end, however long it takes as long as it says something.</summary>
    public static Outcome Run(string directory, params string[] arguments)
    {
        using var process = Start(directory, arguments);
        var said = new StringBuilder();
        var lastSaid = Stopwatch.GetTimestamp();
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        while (!process.WaitForExit(TimeSpan.FromSeconds(5)))
        {
            if (Stopwatch.GetElapsedTime(Interlocked.Read(ref lastSaid)) < longestSilence)
                continue;
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            throw new TimeoutException($"dotnet {string.Join(' ', arguments)} said nothing for {longestSilence.TotalMinutes} minutes, after:{Environment.NewLine}{said}");
        }

        process.WaitForExit();
        return new Outcome(process.ExitCode, said.ToString(), directory);

        void Hear(string? line)
        {
            if (line is null)
                return;
            Interlocked.Exchange(ref lastSaid, Stopwatch.GetTimestamp());
            lock (said)
                said.Append(line).Append('\n');
        }
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
        // For commands that have no such argument. It switches the C# compiler's server off, too, which would cost every build a second.
        if (!arguments.Contains(WithoutNodesThatStay))
            start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return Process.Start(start)!;
    }

    private static bool IsOfTheTest(string variable) =>
        variable.StartsWith("MSBuild", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("Content", StringComparison.Ordinal)
        || variable is "DOTNET_HOST_PATH" or "DOTNET_CLI_CONTEXT_VERBOSE" or "CI" or "Configuration" or "Platform";
}
