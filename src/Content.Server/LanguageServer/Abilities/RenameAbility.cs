using System.Collections.Immutable;
using Content.Compiler.Refactoring;
using Content.Compiler.Sources;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>Names that change, with all that names them.</summary>
internal sealed class RenameAbility(Session session)
{
    private const int RequestFailed = -32803;

    [JsonRpcMethod("textDocument/prepareRename", UseSingleObjectParameterDeserialization = true)]
    public async Task<PrepareRenameResult?> PrepareAsync(TextDocumentPositionParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        var source = found.Document.Source;
        return Renaming.Find(found.Document, session.Encoding.ToOffset(source, parameters.Position)) is { } renamed
            ? new PrepareRenameResult(session.Encoding.ToRange(source, renamed.Span), renamed.Name)
            : null;
    }

    [JsonRpcMethod("textDocument/rename", UseSingleObjectParameterDeserialization = true)]
    public async Task<WorkspaceEdit?> RenameAsync(RenameParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        using var progress = session.ShowProgress(parameters.WorkDoneToken, "Rename");
        var offset = session.Encoding.ToOffset(found.Document.Source, parameters.Position);
        var refactored = await Task.Run(() => Renaming.Rename(found.Document, offset, parameters.NewName ?? "", cancellation), cancellation);
        if (refactored.Refusal is { } refusal)
            throw new LocalRpcException(refusal) { ErrorCode = RequestFailed };
        return Edits.Of(session, found.State, refactored.Changes);
    }

    [JsonRpcMethod("workspace/willRenameFiles", UseSingleObjectParameterDeserialization = true)]
    public async Task<WorkspaceEdit?> RenameFilesAsync(RenameFilesParams parameters, CancellationToken cancellation)
    {
        session.RequireReady();
        var renames = (parameters.Files ?? []).Select(file => (Old: DocumentUri.ToPath(file.OldUri), New: DocumentUri.ToPath(file.NewUri)))
            .Where(file => file is { Old: not null, New: not null } && file.Old != file.New).ToList();
        var edits = new List<WorkspaceEdit>();
        foreach (var (project, state) in await session.Projects.SettleAsync(cancellation))
        {
            var directory = project.Settings.Request.ProjectDirectory;
            // Reason: code that articles show lies anywhere, so that each project is asked about everything.
            // A folder that the project lies in takes it along, and changes nothing within.
            var moves = renames.Where(file => !SymbolicLink.IsWithin(directory, file.Old!)).Select(file => (FileOf(file.Old!), FileOf(file.New!))).ToImmutableArray();
            if (moves.IsEmpty)
                continue;
            var refactored = await Task.Run(() => FileMove.Of(state.Site, moves, DateOnly.FromDateTime(DateTime.UtcNow), cancellation), cancellation);
            project.Rest();
            // Reason: a rename of files is not refused because links cannot follow; what is wrong then is said where it is.
            if (refactored.Refusal is { } refusal)
                session.Log.Write($"{directory}: {refusal}");
            else if (Edits.Of(session, state, refactored.Changes) is { } edit)
                edits.Add(edit);

            string FileOf(string path) => Path.GetRelativePath(directory, path).Replace(Path.DirectorySeparatorChar, '/');
        }

        return Edits.Join(edits);
    }

    [JsonRpcMethod("workspace/didRenameFiles", UseSingleObjectParameterDeserialization = true)]
    public void FilesRenamed(RenameFilesParams parameters)
    {
        session.RequireReady();
        session.Projects.Touch([.. (parameters.Files ?? []).SelectMany(file => (string?[])[DocumentUri.ToPath(file.OldUri), DocumentUri.ToPath(file.NewUri)]).OfType<string>()]);
    }
}
