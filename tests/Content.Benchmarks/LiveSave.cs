using System.Diagnostics;
using System.IO.Pipes;
using System.Text.Json;
using Content.Compiler;
using Content.Compiler.Workspaces;

namespace Content.Benchmarks;

/// <summary>From a saved article to the new state in a program that follows it: the real server, its watcher's delay included, and the program's copy of the state.</summary>
internal static class LiveSave
{
    private const int Saves = 21;

    public static void Run(Workshop workshop, FigureTable figures)
    {
        foreach (var (count, target) in ((int, double)[])[(100, 30), (1_000, 60), (10_000, 150)])
        {
            var project = workshop.Corpus(count);
            Measure.InProcess("compile", project);
            var (median, server) = Follow(project);
            figures.Add($"{count:N0} articles, save to new state", median, target, "ms", $"median of {Saves} saves, in the program");
            if (count == 10_000)
            {
                figures.Add("10,000 articles, server at rest", server.Megabytes, 150, "MB", "working set after the saves");
                figures.Add("10,000 articles, server at rest", server.IdleMilliseconds, 5, "ms", "processor time in 5 s of rest");
            }
        }
    }

    private static (double Median, (double Megabytes, double IdleMilliseconds) Server) Follow(string project)
    {
        var channel = "content-benchmark-" + Guid.NewGuid().ToString("N");
        var output = Path.Combine(project, "obj", "content");
        var description = Path.Combine(output, "content.live");
        var assembly = Path.Combine(Workshop.AssemblyFolder, "Content.Server.dll");
        var request = Measure.Request(project);
        File.WriteAllBytes(description, new LiveProject("dotnet", assembly, channel, request, HasFixedDate: true, "").ToJson());
        using var server = Process.Start(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", assembly, "live", description]);
        try
        {
            using var pipe = new NamedPipeClientStream(".", channel, PipeDirection.InOut, PipeOptions.CurrentUserOnly);
            pipe.Connect(30_000);
            using var lines = new StreamReader(pipe);
            NextState(lines);
            // The first saves are what the runtime needs to compile the code.
            var times = new double[Saves + 10];
            for (var save = 0; save < times.Length; save++)
            {
                Thread.Sleep(300);
                var watch = Stopwatch.StartNew();
                Measure.Edit(project);
                NextState(lines);
                times[save] = watch.Elapsed.TotalMilliseconds;
            }

            Thread.Sleep(3_000);
            server.Refresh();
            var before = server.TotalProcessorTime;
            Thread.Sleep(5_000);
            server.Refresh();
            return (times[10..].Order().ElementAt(Saves / 2), (server.WorkingSet64 / 1048576.0, (server.TotalProcessorTime - before).TotalMilliseconds));
        }
        finally
        {
            server.Kill();
            server.WaitForExit();
        }
    }

    /// <summary>The bytes of the next state that the program does not have yet.</summary>
    private static byte[][] NextState(StreamReader lines)
    {
        while (lines.ReadLine() is { } line)
        {
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty("state", out var state))
                return [File.ReadAllBytes(state.GetString()!), File.ReadAllBytes(message.RootElement.GetProperty("bodies").EnumerateArray().Last().GetString()!)];
        }

        throw new InvalidOperationException("The server ended.");
    }
}
