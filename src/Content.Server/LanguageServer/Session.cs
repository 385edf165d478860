using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using Content.Compiler.Navigation;
using Content.Compiler.Text;
using Content.Server.LanguageServer.Projects;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;
using Range = Content.Server.LanguageServer.Protocol.Range;

namespace Content.Server.LanguageServer;

/// <summary>One client from its first message to its last: what it can do, what it has open, and its projects.</summary>
internal sealed class Session : IAsyncDisposable
{
    private const int ServerNotInitialized = -32002;
    private const int InvalidRequest = -32600;

    /// <summary>In a smaller one the next state is there within a few milliseconds.</summary>
    private const int LargeProject = 1000;

    private readonly ConcurrentDictionary<string, OpenDocument> documents = new(StringComparer.Ordinal);
    private bool isInitialized;

    public Session(ServerLog log)
    {
        Log = log;
        Diagnostics = new DiagnosticReports(this);
        Projects = new ProjectSet(this);
    }

    public ServerLog Log { get; }

    /// <summary>The version of the compiler, as its package has it.</summary>
    public static string Version { get; } =
        typeof(Session).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0.0.0";

    public JsonRpc? Rpc { get; set; }

    public ClientCapabilities Client { get; private set; } = new(null);

    public PositionEncoding Encoding { get; private set; } = new(isUtf8: false);

    public ProjectSet Projects { get; }

    public DiagnosticReports Diagnostics { get; }

    /// <summary>Whether the client wants to know how the server is.</summary>
    public bool TellsStatus { get; private set; }

    /// <summary>Whether the client has said that it is about to end.</summary>
    public bool IsShutDown { get; set; }

    /// <summary>What the client has open, by absolute path.</summary>
    public IReadOnlyDictionary<string, OpenDocument> Documents => documents;

    public void Initialize(InitializeParams parameters)
    {
        if (isInitialized)
            throw new LocalRpcException("The server is initialized already.") { ErrorCode = InvalidRequest };
        isInitialized = true;
        Client = new ClientCapabilities(parameters.Capabilities);
        Encoding = Client.Encoding;
        TellsStatus = parameters.InitializationOptions is { ValueKind: JsonValueKind.Object } options
            && options.TryGetProperty("status", out var status) && status.ValueKind == JsonValueKind.True;
    }

    /// <summary>Refuses what comes before the first message or after the last.</summary>
    public void RequireReady()
    {
        if (!isInitialized)
            throw new LocalRpcException("The server is not initialized.") { ErrorCode = ServerNotInitialized };
        if (IsShutDown)
            throw new LocalRpcException("The server has been shut down.") { ErrorCode = InvalidRequest };
    }

    public void Open(OpenDocument document)
    {
        documents[document.Path] = document;
        Projects.Open(document.Path);
    }

    public void Close(string path)
    {
        if (documents.TryRemove(path, out _))
            Projects.Open(path);
    }

    /// <summary>The URI of a file: as the client names it, where it has it open.</summary>
    /// <param name="path">Absolute.</param>
    public string UriOf(string path) => documents.TryGetValue(path, out var open) ? open.Uri : DocumentUri.Of(path);

    public string UriOf(ProjectState state, string file) => UriOf(state.FullPath(file));

    /// <summary>A range in a file, in the client's terms.</summary>
    public Range RangeIn(ProjectState state, string file, TextRange range) =>
        Encoding.ToRange(range, Encoding.IsUtf8 ? state.Site.Read(file) : null);

    public Location LocationOf(ProjectState state, Place place) => new(UriOf(state, place.File), RangeIn(state, place.File, place.Range));

    /// <summary>The file that a URI names, in its project, with everything in it that came in until now.</summary>
    /// <returns>Null where no project has the file.</returns>
    public async Task<DocumentInProject?> FindAsync(string uri, CancellationToken cancellation)
    {
        RequireReady();
        if (DocumentUri.ToPath(uri) is not { } path)
            return null;
        var settled = await Projects.FindAsync(path, cancellation);
        return settled is { } found && ContentDocument.Open(found.State.Site, found.File) is { } document ? new DocumentInProject(found.Project, found.State, document) : null;
    }

    /// <summary>
    /// The file for a question that comes with every keystroke: in a large project, and of a long text, the state that is there is gone by, with the text as it is
    /// now, since making the next takes longer than a list may take to open.
    /// </summary>
    public async Task<DocumentInProject?> FindForTypingAsync(string uri, CancellationToken cancellation)
    {
        RequireReady();
        if (DocumentUri.ToPath(uri) is { } path && documents.TryGetValue(path, out var open))
        {
            foreach (var project in Projects.All)
            {
                if (project.FileOf(path) is { } file && project.Current is { } state && (state.Site.Entries.Length > LargeProject || open.Source.Text.Length > ContentProject.LongText) && state.Site.FindEntry(file) >= 0)
                    return new DocumentInProject(project, state, ContentDocument.OpenNewer(state.Site, file, open.Source.Text));
            }
        }

        return await FindAsync(uri, cancellation);
    }

    /// <summary>Sends a notification; that the client has gone by then is found out by whoever reads.</summary>
    public void Notify<T>(string method, T parameters)
        where T : class
    {
        if (Rpc is { } rpc)
            _ = SendAsync(rpc.NotifyWithParameterObjectAsync(method, parameters));
    }

    /// <summary>Sends a request whose answer says nothing.</summary>
    public async Task RequestAsync<T>(string method, T? parameters)
        where T : class
    {
        if (Rpc is { } rpc)
            await SendAsync(rpc.InvokeWithParameterObjectAsync<object?>(method, parameters));
    }

    /// <summary>Shows that something is worked on, where the client gave a token for that.</summary>
    public IDisposable? ShowProgress(JsonElement? token, string title)
    {
        if (token is not { ValueKind: JsonValueKind.String or JsonValueKind.Number } given)
            return null;
        Notify("$/progress", new ProgressParams(given, new ProgressValue("begin") { Title = title }));
        return new ProgressEnd(() => Notify("$/progress", new ProgressParams(given, new ProgressValue("end"))));
    }

    public async ValueTask DisposeAsync() => await Projects.DisposeAsync();

    private async Task SendAsync(Task sending)
    {
        try
        {
            await sending;
        }
        catch (Exception failure) when (failure is IOException or ObjectDisposedException or ConnectionLostException or RemoteRpcException or OperationCanceledException)
        {
            Log.Write($"A message was not taken: {failure.Message}");
        }
    }

    private sealed class ProgressEnd(Action end) : IDisposable
    {
        public void Dispose() => end();
    }
}

/// <summary>A file in its project.</summary>
/// <param name="Project">The project.</param>
/// <param name="State">What it is at this moment.</param>
/// <param name="Document">The file.</param>
internal sealed record DocumentInProject(ContentProject Project, ProjectState State, ContentDocument Document);
