using System.Diagnostics;
using System.Text.Json;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>From the first message to the last.</summary>
internal sealed class Lifecycle(Session session, Action end)
{
    private IReadOnlyCollection<string> folders = [];

    [JsonRpcMethod("initialize", UseSingleObjectParameterDeserialization = true)]
    public InitializeResult Initialize(InitializeParams parameters)
    {
        session.Initialize(parameters);
        session.Log.Write($"Client: {parameters.ClientInfo?.Name ?? "unnamed"} {parameters.ClientInfo?.Version}, columns in {session.Encoding.Name}");
        IEnumerable<string?> named = parameters.WorkspaceFolders is { Length: > 0 } given ? given.Select(folder => DocumentUri.ToPath(folder.Uri))
            : parameters.RootUri is { } uri ? [DocumentUri.ToPath(uri)]
            : parameters.RootPath is { Length: > 0 } path && Path.IsPathRooted(path) ? [Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))] : [];
        folders = [.. named.OfType<string>().Where(Directory.Exists).Distinct(StringComparer.Ordinal)];
        if (parameters.ProcessId is { } process)
            EndWith(process);
        return new InitializeResult(new ServerCapabilities { PositionEncoding = session.Encoding.Name }, new ServerInfo("Content.Server", Session.Version));
    }

    [JsonRpcMethod("initialized", UseSingleObjectParameterDeserialization = true)]
    public void Initialized(JsonElement parameters)
    {
        session.RequireReady();
        session.Projects.Add(folders);
        _ = ShowStartAsync();
        if (session.Client.RegistersWatchedFiles)
            _ = session.RequestAsync("client/registerCapability", new RegistrationParams([new Registration("content-files", "workspace/didChangeWatchedFiles", new DidChangeWatchedFilesRegistrationOptions([.. Patterns()]))]));
    }

    [JsonRpcMethod("shutdown")]
    public object? Shutdown()
    {
        session.RequireReady();
        session.IsShutDown = true;
        return null;
    }

    [JsonRpcMethod("exit")]
    public void Exit() => end();

    [JsonRpcMethod("$/setTrace", UseSingleObjectParameterDeserialization = true)]
    public void SetTrace(JsonElement parameters) => session.Log.Write($"trace: {parameters}");

    [JsonRpcMethod("workspace/didChangeConfiguration", UseSingleObjectParameterDeserialization = true)]
    public void ChangeConfiguration(JsonElement parameters)
    {
        // There is nothing to configure: a project says everything.
        session.RequireReady();
    }

    [JsonRpcMethod("workspace/didChangeWorkspaceFolders", UseSingleObjectParameterDeserialization = true)]
    public void ChangeFolders(DidChangeWorkspaceFoldersParams parameters)
    {
        session.RequireReady();
        session.Projects.Remove([.. (parameters.Event?.Removed ?? []).Select(folder => DocumentUri.ToPath(folder.Uri)).OfType<string>()]);
        session.Projects.Add([.. (parameters.Event?.Added ?? []).Select(folder => DocumentUri.ToPath(folder.Uri)).OfType<string>().Where(Directory.Exists)]);
    }

    [JsonRpcMethod("workspace/didChangeWatchedFiles", UseSingleObjectParameterDeserialization = true)]
    public void ChangeFiles(DidChangeWatchedFilesParams parameters)
    {
        session.RequireReady();
        session.Projects.Touch([.. (parameters.Changes ?? []).Select(change => DocumentUri.ToPath(change.Uri)).OfType<string>()]);
    }

    private async Task ShowStartAsync()
    {
        using var progress = session.Client.ShowsProgress ? await BeginAsync() : null;
        try
        {
            await session.Projects.SettleAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is OperationCanceledException or IOException or ObjectDisposedException)
        {
            session.Log.Write($"The workspace was not read: {failure.Message}");
        }
    }

    private async Task<IDisposable?> BeginAsync()
    {
        const string Token = "content-start";
        await session.RequestAsync("window/workDoneProgress/create", new WorkDoneProgressCreateParams(Token));
        return session.ShowProgress(JsonSerializer.SerializeToElement(Token, ProtocolJson.Default.String), "Content: reading the articles");
    }

    private IEnumerable<FileSystemWatcherPattern> Patterns()
    {
        if (!session.Client.RelativePatterns)
            return [new FileSystemWatcherPattern(JsonSerializer.SerializeToElement("**/*", ProtocolJson.Default.String))];
        return folders.Select(folder => new FileSystemWatcherPattern(
            JsonSerializer.SerializeToElement(new RelativePattern(DocumentUri.Of(folder), "**/*"), ProtocolJson.Default.RelativePattern)));
    }

    /// <summary>Ends when the client's process does, also where that leaves the pipe open.</summary>
    private void EndWith(int id)
    {
        try
        {
            var process = Process.GetProcessById(id);
            process.EnableRaisingEvents = true;
            process.Exited += (_, _) => end();
            if (process.HasExited)
                end();
        }
        catch (Exception failure) when (failure is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception or NotSupportedException)
        {
            session.Log.Write($"The client's process {id} cannot be watched: {failure.Message}");
        }
    }
}
