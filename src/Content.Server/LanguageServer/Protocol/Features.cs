using System.Text.Json;

namespace Content.Server.LanguageServer.Protocol;

internal sealed record Diagnostic(Range Range, int Severity, string Code, string Message)
{
    public string Source { get; init; } = "content";

    public CodeDescription? CodeDescription { get; init; }
}

internal sealed record CodeDescription(string Href);

internal sealed record PublishDiagnosticsParams(string Uri, int? Version, Diagnostic[] Diagnostics);

internal sealed record DocumentDiagnosticParams(TextDocumentIdentifier TextDocument)
{
    public string? PreviousResultId { get; init; }
}

internal sealed record DocumentDiagnosticReport(string Kind, string ResultId, Diagnostic[]? Items);

internal sealed record WorkspaceDiagnosticParams
{
    public PreviousResultId[]? PreviousResultIds { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record PreviousResultId(string Uri, string Value);

internal sealed record WorkspaceDiagnosticReport(WorkspaceDocumentDiagnosticReport[] Items);

internal sealed record WorkspaceDocumentDiagnosticReport(string Kind, string ResultId, Diagnostic[]? Items, string Uri)
{
    /// <summary>The protocol asks for it to be there, be it null.</summary>
    [System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.Never)]
    public int? Version { get; init; }
}

internal sealed record CompletionParams(TextDocumentIdentifier TextDocument, Position Position);

internal sealed record CompletionList(bool IsIncomplete, CompletionItem[] Items);

internal sealed record CompletionItem(string Label)
{
    public int Kind { get; init; }

    public string? Detail { get; init; }

    public MarkupContent? Documentation { get; init; }

    public string? SortText { get; init; }

    public string? FilterText { get; init; }

    public TextEdit? TextEdit { get; init; }
}

internal sealed record MarkupContent(string Kind, string Value);

internal sealed record Hover(MarkupContent Contents, Range? Range);

internal sealed record ReferenceParams(TextDocumentIdentifier TextDocument, Position Position)
{
    public ReferenceContext? Context { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record ReferenceContext(bool IncludeDeclaration);

internal sealed record RenameParams(TextDocumentIdentifier TextDocument, Position Position, string NewName)
{
    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record PrepareRenameResult(Range Range, string Placeholder);

internal sealed record RenameFilesParams(FileRename[] Files);

internal sealed record FileRename(string OldUri, string NewUri);

internal sealed record CodeActionParams(TextDocumentIdentifier TextDocument, Range Range)
{
    public CodeActionContext? Context { get; init; }
}

internal sealed record CodeActionContext
{
    public string[]? Only { get; init; }
}

internal sealed record CodeAction(string Title, string Kind)
{
    public Diagnostic[]? Diagnostics { get; init; }

    public bool? IsPreferred { get; init; }

    public WorkspaceEdit? Edit { get; init; }
}

internal sealed record DocumentSymbol(string Name, string? Detail, int Kind, Range Range, Range SelectionRange, DocumentSymbol[] Children);

internal sealed record WorkspaceSymbolParams
{
    public string? Query { get; init; }

    public JsonElement? WorkDoneToken { get; init; }
}

internal sealed record SymbolInformation(string Name, int Kind, Location Location, string? ContainerName);

internal sealed record FoldingRange(int StartLine, int EndLine)
{
    public string? Kind { get; init; }
}

internal sealed record DocumentLink(Range Range, string Target)
{
    public string? Tooltip { get; init; }
}

internal sealed record SelectionRangeParams(TextDocumentIdentifier TextDocument, Position[] Positions);

internal sealed record SelectionRange(Range Range, SelectionRange? Parent);
