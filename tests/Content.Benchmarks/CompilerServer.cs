using System.Diagnostics;
using System.Reflection;

namespace Content.Benchmarks;

/// <summary>What one compilation took, in milliseconds.</summary>
/// <param name="Elapsed">By the clock.</param>
/// <param name="Processor">Of all threads of the server; 0 where the system does not tell.</param>
internal readonly record struct CompileTime(double Elapsed, double Processor);

/// <summary>The C# compiler's server, as builds use it, but one of our own.</summary>
internal sealed class CompilerServer : IDisposable
{
    private static readonly string csc = Path.Combine(
        Assembly.GetExecutingAssembly().GetCustomAttributes<AssemblyMetadataAttribute>().First(one => one.Key == "RoslynTargetsPath").Value!, "bincore", "csc.dll");

    private readonly string pipe = $"content-benchmark-{Environment.ProcessId}";
    private Process? server;

    public CompileTime Compile(string folder, string arguments)
    {
        var processor = Processor();
        var watch = Stopwatch.StartNew();
        ConsumerProject.Start(folder, "exec", csc, $"-shared:{pipe}", "-keepalive:60", "-noconfig", "@" + arguments);
        var elapsed = watch.Elapsed.TotalMilliseconds;
        server ??= Find();
        return new CompileTime(elapsed, Processor() - processor);
    }

    public void Dispose()
    {
        server?.Kill();
        server?.Dispose();
    }

    private double Processor()
    {
        server?.Refresh();
        return server?.TotalProcessorTime.TotalMilliseconds ?? 0;
    }

    /// <summary>The process that serves our pipe; null on systems that do not show command lines as files. It ends by itself a minute later.</summary>
    private Process? Find()
    {
        if (!OperatingSystem.IsLinux())
            return null;
        foreach (var process in Process.GetProcesses())
        {
            var file = $"/proc/{process.Id}/cmdline";
            if (process.Id != Environment.ProcessId && File.Exists(file) && File.ReadAllText(file).Contains(pipe, StringComparison.Ordinal))
                return process;
        }

        return null;
    }
}
