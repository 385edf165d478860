using Content.Compiler.Navigation;
using Content.Compiler.Refactoring;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>What can be done about diagnostics.</summary>
internal sealed class CodeActionAbility(Session session)
{
    private const string QuickFix = "quickfix";
    private const string FixAll = "source.fixAll.content";

    [JsonRpcMethod("textDocument/codeAction", UseSingleObjectParameterDeserialization = true)]
    public async Task<CodeAction[]?> ActAsync(CodeActionParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        var source = found.Document.Source;
        var start = session.Encoding.ToOffset(source, parameters.Range.Start);
        var end = session.Encoding.ToOffset(source, parameters.Range.End);
        var only = parameters.Context?.Only;
        return await Task.Run(() => Collect().ToArray(), cancellation);

        IEnumerable<CodeAction> Collect()
        {
            if (Wants(QuickFix))
            {
                var diagnostics = found.State.Snapshot.Diagnostics.Where(diagnostic => diagnostic.File == found.Document.File && Touches(diagnostic)).ToList();
                foreach (var fix in Fixes.For(found.Document, diagnostics, DateOnly.FromDateTime(DateTime.Now)))
                {
                    cancellation.ThrowIfCancellationRequested();
                    yield return Make(fix, QuickFix);
                }
            }

            // Reason: what changes a whole file is offered where it is asked for, and not beside every lamp.
            if (only is not null && Wants(FixAll) && Fixes.Certain(found.Document) is { } certain)
                yield return Make(certain, FixAll);
        }

        bool Touches(Content.Compiler.Diagnostics.Diagnostic diagnostic)
        {
            var span = GoTo.SpanOf(source.Lines, diagnostic.Range);
            return span.Start <= end && start <= span.End;
        }

        bool Wants(string kind) => only is null || only.Length == 0 || only.Any(one => kind == one || kind.StartsWith(one + ".", StringComparison.Ordinal) || one.Length == 0);

        CodeAction Make(Fix fix, string kind) => new(fix.Title, kind)
        {
            IsPreferred = fix.IsPreferred ? true : null,
            Diagnostics = [.. fix.Solves.Where(diagnostic => diagnostic.File == found.Document.File).Select(diagnostic => session.Diagnostics.Translate(found.State, diagnostic, source)).OfType<Diagnostic>()],
            Edit = Edits.Of(session, found.State, fix.Changes),
        };
    }
}
