using Content.Compiler.Text;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>Texts as they are typed.</summary>
internal sealed class TextSynchronization(Session session)
{
    /// <summary>A text that is larger is refused by the compiler, too.</summary>
    private const int LongestUri = 32 * 1024;

    [JsonRpcMethod("textDocument/didOpen", UseSingleObjectParameterDeserialization = true)]
    public void Open(DidOpenTextDocumentParams parameters)
    {
        session.RequireReady();
        if (parameters.TextDocument is { Uri: { Length: < LongestUri } uri } document && DocumentUri.ToPath(uri) is { } path)
            session.Open(new OpenDocument(uri, path, document.Version, new SourceText(path, document.Text ?? "")));
        else
            session.Log.Write($"Not a file: {parameters.TextDocument?.Uri}");
    }

    [JsonRpcMethod("textDocument/didChange", UseSingleObjectParameterDeserialization = true)]
    public void Change(DidChangeTextDocumentParams parameters)
    {
        session.RequireReady();
        if (DocumentUri.ToPath(parameters.TextDocument?.Uri ?? "") is not { } path || !session.Documents.TryGetValue(path, out var document))
            return;
        // Reason: a version that is not newer comes of a client that lost count; what it changes is still what its user sees.
        if (parameters.TextDocument!.Version <= document.Version)
            session.Log.Write($"{path}: version {parameters.TextDocument.Version} comes after {document.Version}");
        session.Open(document.Change(parameters.TextDocument.Version, parameters.ContentChanges ?? [], session.Encoding));
    }

    [JsonRpcMethod("textDocument/didClose", UseSingleObjectParameterDeserialization = true)]
    public void Close(DidCloseTextDocumentParams parameters)
    {
        session.RequireReady();
        if (DocumentUri.ToPath(parameters.TextDocument?.Uri ?? "") is not { } path)
            return;
        session.Diagnostics.Close(path);
        session.Close(path);
    }

    [JsonRpcMethod("textDocument/didSave", UseSingleObjectParameterDeserialization = true)]
    public void Save(DidSaveTextDocumentParams parameters)
    {
        session.RequireReady();
        if (DocumentUri.ToPath(parameters.TextDocument?.Uri ?? "") is { } path)
            session.Projects.Touch([path]);
    }
}
