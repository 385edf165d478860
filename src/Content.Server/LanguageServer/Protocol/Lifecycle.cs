using System.Text.Json;

namespace Content.Server.LanguageServer.Protocol;

internal sealed record WorkspaceFolder(string Uri);

internal sealed record InitializeParams
{
    public int? ProcessId { get; init; }

    public ClientInfo? ClientInfo { get; init; }

    public string? RootPath { get; init; }

    public string? RootUri { get; init; }

    public WorkspaceFolder[]? WorkspaceFolders { get; init; }

    public JsonElement? Capabilities { get; init; }

    public JsonElement? InitializationOptions { get; init; }
}

internal sealed record ClientInfo
{
    public string? Name { get; init; }

    public string? Version { get; init; }
}

internal sealed record InitializeResult(ServerCapabilities Capabilities, ServerInfo ServerInfo);

internal sealed record ServerInfo(string Name, string Version);

internal sealed record ServerCapabilities
{
    public required string PositionEncoding { get; init; }

    public TextDocumentSyncOptions TextDocumentSync { get; init; } = new();

    public CompletionOptions CompletionProvider { get; init; } = new();

    public bool HoverProvider { get; init; } = true;

    public WorkDoneOptions DefinitionProvider { get; init; } = new();

    public WorkDoneOptions ReferencesProvider { get; init; } = new();

    public WorkDoneOptions DocumentSymbolProvider { get; init; } = new();

    public CodeActionOptions CodeActionProvider { get; init; } = new();

    public DocumentLinkOptions DocumentLinkProvider { get; init; } = new();

    public RenameOptions RenameProvider { get; init; } = new();

    public bool FoldingRangeProvider { get; init; } = true;

    public bool SelectionRangeProvider { get; init; } = true;

    public WorkDoneOptions WorkspaceSymbolProvider { get; init; } = new();

    public DiagnosticOptions? DiagnosticProvider { get; init; } = new();

    public WorkspaceOptions Workspace { get; init; } = new();
}

internal sealed record WorkDoneOptions
{
    public bool WorkDoneProgress { get; init; } = true;
}

internal sealed record TextDocumentSyncOptions
{
    public bool OpenClose { get; init; } = true;

    /// <summary>Incremental.</summary>
    public int Change { get; init; } = 2;

    public SaveOptions Save { get; init; } = new();
}

internal sealed record SaveOptions
{
    public bool IncludeText { get; init; }
}

internal sealed record CompletionOptions
{
    public string[] TriggerCharacters { get; init; } = ["(", "#", "\"", "'", "/", "[", ":", " ", "<", "."];

    public bool ResolveProvider { get; init; }
}

internal sealed record CodeActionOptions
{
    public string[] CodeActionKinds { get; init; } = ["quickfix", "source.fixAll.content"];

    public bool ResolveProvider { get; init; }
}

internal sealed record DocumentLinkOptions
{
    public bool ResolveProvider { get; init; }
}

internal sealed record RenameOptions
{
    public bool PrepareProvider { get; init; } = true;

    public bool WorkDoneProgress { get; init; } = true;
}

internal sealed record DiagnosticOptions
{
    public string Identifier { get; init; } = "content";

    public bool InterFileDependencies { get; init; } = true;

    public bool WorkspaceDiagnostics { get; init; } = true;
}

internal sealed record WorkspaceOptions
{
    public WorkspaceFoldersOptions WorkspaceFolders { get; init; } = new();

    public FileOperationOptions FileOperations { get; init; } = new();
}

internal sealed record WorkspaceFoldersOptions
{
    public bool Supported { get; init; } = true;

    public bool ChangeNotifications { get; init; } = true;
}

internal sealed record FileOperationOptions
{
    public FileOperationRegistration WillRename { get; init; } = new();

    public FileOperationRegistration DidRename { get; init; } = new();
}

internal sealed record FileOperationRegistration
{
    public FileOperationFilter[] Filters { get; init; } =
    [
        new(new FileOperationPattern("**/*", "file")), new(new FileOperationPattern("**", "folder")),
    ];
}

internal sealed record FileOperationFilter(FileOperationPattern Pattern)
{
    public string Scheme { get; init; } = "file";
}

internal sealed record FileOperationPattern(string Glob, string? Matches);

internal sealed record DidChangeWorkspaceFoldersParams(WorkspaceFoldersChangeEvent Event);

internal sealed record WorkspaceFoldersChangeEvent(WorkspaceFolder[] Added, WorkspaceFolder[] Removed);

internal sealed record RegistrationParams(Registration[] Registrations);

internal sealed record Registration(string Id, string Method, DidChangeWatchedFilesRegistrationOptions RegisterOptions);

internal sealed record DidChangeWatchedFilesRegistrationOptions(FileSystemWatcherPattern[] Watchers);

internal sealed record FileSystemWatcherPattern(JsonElement GlobPattern);

internal sealed record RelativePattern(string BaseUri, string Pattern);

internal sealed record ShowMessageParams(int Type, string Message);

internal sealed record WorkDoneProgressCreateParams(string Token);

internal sealed record ProgressParams(JsonElement Token, ProgressValue Value);

internal sealed record ProgressValue(string Kind)
{
    public string? Title { get; init; }

    public string? Message { get; init; }
}

internal sealed record ServerStatus(string Version, string State, string? Message);
