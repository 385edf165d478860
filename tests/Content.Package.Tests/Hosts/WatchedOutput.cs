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

    /// <summary>Waits for a line that ends in <paramref name="text"/>, after those waited for already, for as long as anything is said.</summary>
    public async Task Says(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        try
        {
            do
                patience.CancelAfter(longestSilence);
            while (!(await lines.Reader.ReadAsync(patience.Token)).EndsWith(text, StringComparison.Ordinal));
        }
        catch (OperationCanceledException)
        {
            lock (said)
                Assert.Fail($"Did not say '{text}', and nothing for {longestSilence.TotalMinutes} minutes, after:\n{said}");
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
