using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Content.Package.Tests.Packages;

namespace Content.Package.Tests.Hosts;

/// <summary>What a command says while it runs; it is killed in the end.</summary>
internal sealed class WatchedOutput : IAsyncDisposable
{
    private static readonly TimeSpan longestSilence = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly StringBuilder said = new();
    private readonly Channel<string> lines = Channel.CreateUnbounded<string>();

    public WatchedOutput(string directory, params string[] arguments)
    {
        process = DotNet.Start(directory, arguments);
        process.OutputDataReceived += (_, line) => Hear(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>Waits for lines that end in <paramref name="texts"/>, in any order, after those waited for already, for as long as anything is said.</summary>
    public async Task Says(params string[] texts)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var awaited = texts.ToList();
        try
        {
            while (awaited.Count > 0)
            {
                patience.CancelAfter(longestSilence);
                var line = await lines.Reader.ReadAsync(patience.Token);
                awaited.RemoveAll(text => line.EndsWith(text, StringComparison.Ordinal));
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Did not say '{string.Join("' and '", awaited)}', and nothing for {longestSilence.TotalMinutes} minutes, after:\n{Said}");
        }
    }

    /// <summary>Everything so far.</summary>
    public string Said
    {
        get
        {
            lock (said)
                return said.ToString();
        }
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync(CancellationToken.None);
        process.Dispose();
    }

    private void Hear(string? line)
    {
        if (line is null)
            return;
        lock (said)
            said.Append(line).Append('\n');
        lines.Writer.TryWrite(line);
    }
}
