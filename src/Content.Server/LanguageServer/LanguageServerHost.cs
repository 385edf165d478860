using System.Diagnostics;
using Content.Server.LanguageServer.Abilities;
using Content.Server.LanguageServer.Protocol;
using Microsoft.VisualStudio.Threading;
using StreamJsonRpc;

namespace Content.Server.LanguageServer;

/// <summary>Serves one client over two streams until it has gone.</summary>
internal static class LanguageServerHost
{
    /// <summary>Serves the client at standard input and output.</summary>
    /// <param name="logFile">Where the log goes; null for a file of its own.</param>
    /// <returns>The exit code: 0 where the client said that it was about to end.</returns>
    public static async Task<int> RunAsync(string? logFile)
    {
        using var log = ServerLog.Open(logFile);
        await using var input = Console.OpenStandardInput();
        await using var output = Console.OpenStandardOutput();
        // Reason: what a library writes to the console would be taken for a message.
        Console.SetOut(TextWriter.Null);
        return await RunAsync(input, output, log);
    }

    /// <summary>Serves the client that writes to <paramref name="input"/> and reads from <paramref name="output"/>.</summary>
    public static async Task<int> RunAsync(Stream input, Stream output, ServerLog log)
    {
        log.Write($"Content.Server {Session.Version}, process {Environment.ProcessId}");
        await using var session = new Session(log);
        using var ending = new CancellationTokenSource();
        var messages = new MessageStream(input, log.Write);
        var reading = messages.RunAsync(ending.Token);
        using var formatter = new SystemTextJsonFormatter { JsonSerializerOptions = ProtocolJson.CreateFormat() };
        using var rpc = new ClientConnection(new HeaderDelimitedMessageHandler(output, messages.Messages, formatter), log);
        rpc.TraceSource = new TraceSource("rpc", SourceLevels.Off);
        // Reason: messages count in their order; what takes long goes on elsewhere.
        rpc.SynchronizationContext = new NonConcurrentSynchronizationContext(sticky: false);
        rpc.CancelLocallyInvokedMethodsWhenConnectionIsClosed = true;
        session.Rpc = rpc;
        var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var options = new JsonRpcTargetOptions { AllowNonPublicInvocation = true, UseSingleObjectParameterDeserialization = true, DisposeOnDisconnect = false };
        foreach (var ability in (object[])
        [
            new Lifecycle(session, () => end.TrySetResult()), new TextSynchronization(session), new DiagnosticPull(session), new CompletionAbility(session), new HoverAbility(session),
            new NavigationAbility(session), new RenameAbility(session), new CodeActionAbility(session), new StructureAbility(session),
        ])
        {
            rpc.AddLocalRpcTarget(ability, options);
        }

        rpc.StartListening();
        try
        {
            await Task.WhenAny(rpc.Completion, end.Task);
            if (end.Task.IsCompleted)
                log.Write("The client has said good-bye.");
            else
                await rpc.Completion;
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or ConnectionLostException or OperationCanceledException)
        {
            log.Write($"The connection has ended: {failure.Message}");
        }

        await ending.CancelAsync();
        // Reason: reading standard input cannot be interrupted; it ends with the process.
        _ = reading.ContinueWith(static done => done.Exception, TaskScheduler.Default);
        return session.IsShutDown ? 0 : 1;
    }
}
