using Content.Compiler.Refactoring;
using Content.Server.LanguageServer.Projects;
using Content.Server.LanguageServer.Protocol;

namespace Content.Server.LanguageServer;

/// <summary>Edits as a client takes them: one edit of the workspace, whether files are open or not.</summary>
internal static class Edits
{
    /// <summary>The edit that makes some changes; null where there are none.</summary>
    public static WorkspaceEdit? Of(Session session, ProjectState state, IEnumerable<TextChange> changes)
    {
        var annotates = session.Client.ChangeAnnotations;
        // Reason: whether the old address is to be kept is the author's to say, and only a client that asks can find out.
        var byFile = changes.Where(change => annotates || change.Reason != ChangeReason.Alias).GroupBy(change => change.File, StringComparer.Ordinal).ToList();
        if (byFile.Count == 0)
            return null;
        if (!session.Client.DocumentChanges)
        {
            return new WorkspaceEdit
            {
                Changes = byFile.ToDictionary(group => session.UriOf(state, group.Key), group => group.Select(change => Edit(group.Key, change, null)).ToArray(), StringComparer.Ordinal),
            };
        }

        return new WorkspaceEdit
        {
            DocumentChanges =
            [
                .. byFile.Select(group => new TextDocumentEdit(
                    new OptionalVersionedTextDocumentIdentifier(session.UriOf(state, group.Key), state.Documents.GetValueOrDefault(group.Key)?.Version),
                    [.. group.Select(change => Edit(group.Key, change, annotates && change.Reason != ChangeReason.Asked ? change.Reason.ToString() : null))])),
            ],
            ChangeAnnotations = annotates && byFile.SelectMany(group => group).Any(change => change.Reason != ChangeReason.Asked)
                ? byFile.SelectMany(group => group).Select(change => change.Reason).Where(reason => reason != ChangeReason.Asked).Distinct().ToDictionary(reason => reason.ToString(), Annotate, StringComparer.Ordinal)
                : null,
        };

        TextEdit Edit(string file, TextChange change, string? annotation) => new(session.RangeIn(state, file, change.Range), change.Text) { AnnotationId = annotation };
    }

    /// <summary>One edit of several; null where there are none. What two projects say of one file is made once.</summary>
    public static WorkspaceEdit? Join(IReadOnlyList<WorkspaceEdit> edits)
    {
        if (edits.Count <= 1)
            return edits.Count == 0 ? null : edits[0];
        var annotations = edits.SelectMany(edit => edit.ChangeAnnotations ?? []).DistinctBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        return new WorkspaceEdit
        {
            Changes = edits.All(edit => edit.Changes is null) ? null : edits.SelectMany(edit => edit.Changes ?? [])
                .GroupBy(pair => pair.Key, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.SelectMany(pair => pair.Value).Distinct().ToArray(), StringComparer.Ordinal),
            DocumentChanges = edits.All(edit => edit.DocumentChanges is null) ? null
                : [.. edits.SelectMany(edit => edit.DocumentChanges ?? []).GroupBy(edit => edit.TextDocument).Select(group => group.First() with { Edits = [.. group.SelectMany(edit => edit.Edits).Distinct()] })],
            ChangeAnnotations = annotations.Count > 0 ? annotations : null,
        };
    }

    private static ChangeAnnotation Annotate(ChangeReason reason) => reason switch
    {
        ChangeReason.Link => new("Links follow") { NeedsConfirmation = false, Description = "Links that would lead nowhere otherwise." },
        ChangeReason.Field => new("Fields follow") { NeedsConfirmation = false, Description = "Fields of front matter that name what moves." },
        ChangeReason.Configuration => new("content.json follows") { NeedsConfirmation = false, Description = "What content.json names." },
        _ => new("Keep the old address as an alias") { NeedsConfirmation = true, Description = "The article gets another URL; an alias keeps the old one working." },
    };
}
