using System.Diagnostics;
using System.Text;
using System.Threading.Channels;
using Content.Package.Tests.Packages;

namespace Content.Package.Tests.Hosts;

/// <summary>What a command says while it runs; it is killed in the end.</summary>
internal sealed class WatchedOutput : IAsyncDisposable
{
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

    /// <summary>Waits for a line that ends in <paramref name="text"/>, after those waited for already.</summary>
    public async Task Says(string text)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromMinutes(2));
        try
        {
            while (!(await lines.Reader.ReadAsync(patience.Token)).EndsWith(text, StringComparison.Ordinal))
            {
            }
        }
        catch (OperationCanceledException)
        {
            Assert.Fail($"Did not say '{text}':\n{said}");
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
