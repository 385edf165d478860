using Content.Server.LanguageServer.Projects;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>Diagnostics that a client asks for.</summary>
internal sealed class DiagnosticPull(Session session)
{
    [JsonRpcMethod("textDocument/diagnostic", UseSingleObjectParameterDeserialization = true)]
    public async Task<DocumentDiagnosticReport> DocumentAsync(DocumentDiagnosticParams parameters, CancellationToken cancellation)
    {
        session.RequireReady();
        session.Diagnostics.StartAsking();
        var path = DocumentUri.ToPath(parameters.TextDocument.Uri);
        if (path is not null)
            await session.Projects.FindAsync(path, cancellation);
        var items = path is null ? [] : session.Diagnostics.Of(path);
        var result = DiagnosticReports.ResultOf(items);
        return result == parameters.PreviousResultId ? new DocumentDiagnosticReport("unchanged", result, null) : new DocumentDiagnosticReport("full", result, items);
    }

    [JsonRpcMethod("workspace/diagnostic", UseSingleObjectParameterDeserialization = true)]
    public async Task<WorkspaceDiagnosticReport> WorkspaceAsync(WorkspaceDiagnosticParams parameters, CancellationToken cancellation)
    {
        session.RequireReady();
        session.Diagnostics.StartAsking();
        while (true)
        {
            var change = session.Diagnostics.NextChange;
            var states = await session.Projects.SettleAsync(cancellation);
            var report = await Task.Run(() => Report(states), cancellation);
            // Reason: clients ask again as soon as they are answered, so who knows everything already is answered when there is something new.
            if (parameters.PreviousResultIds is not { Length: > 0 } || report.Items.Any(item => item.Kind == "full"))
                return report;
            await change.WaitAsync(cancellation);
        }

        WorkspaceDiagnosticReport Report(IReadOnlyList<(ContentProject Project, ProjectState State)> states)
        {
            using var progress = session.ShowProgress(parameters.WorkDoneToken, "Diagnostics");
            var before = (parameters.PreviousResultIds ?? []).GroupBy(one => one.Uri, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last().Value, StringComparer.Ordinal);
            var paths = states.SelectMany(one => one.State.Snapshot.Diagnostics.Select(diagnostic => diagnostic.File).Distinct()
                .Select(file => DiagnosticReports.PathOf(one.Project, one.State, file))).ToHashSet(StringComparer.Ordinal);
            foreach (var uri in before.Keys)
            {
                if (DocumentUri.ToPath(uri) is { } path)
                    paths.Add(path);
            }

            var items = new List<WorkspaceDocumentDiagnosticReport>();
            foreach (var path in paths.Order(StringComparer.Ordinal))
            {
                cancellation.ThrowIfCancellationRequested();
                var diagnostics = session.Diagnostics.Of(path);
                var result = DiagnosticReports.ResultOf(diagnostics);
                var uri = session.UriOf(path);
                int? version = session.Documents.TryGetValue(path, out var open) ? open.Version : null;
                var isUnchanged = before.TryGetValue(uri, out var last) && last == result;
                items.Add(new WorkspaceDocumentDiagnosticReport(isUnchanged ? "unchanged" : "full", result, isUnchanged ? null : diagnostics, uri) { Version = version });
            }

            return new WorkspaceDiagnosticReport([.. items]);
        }
    }
}
