namespace Content.Server.LanguageServer.Protocol;

internal sealed record TextEdit(Range Range, string NewText)
{
    public string? AnnotationId { get; init; }
}

internal sealed record TextDocumentEdit(OptionalVersionedTextDocumentIdentifier TextDocument, TextEdit[] Edits);

internal sealed record ChangeAnnotation(string Label)
{
    public bool? NeedsConfirmation { get; init; }

    public string? Description { get; init; }
}

internal sealed record WorkspaceEdit
{
    public Dictionary<string, TextEdit[]>? Changes { get; init; }

    public TextDocumentEdit[]? DocumentChanges { get; init; }

    public Dictionary<string, ChangeAnnotation>? ChangeAnnotations { get; init; }
}
