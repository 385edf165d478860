using System.Text.Json;

namespace Content.Server.LanguageServer;

/// <summary>What a client says that it can do.</summary>
internal sealed class ClientCapabilities(JsonElement? capabilities)
{
    public bool DocumentChanges => Is("workspace", "workspaceEdit", "documentChanges");

    public bool ChangeAnnotations => DocumentChanges && Find("workspace", "workspaceEdit", "changeAnnotationSupport") is { ValueKind: JsonValueKind.Object };

    public bool RegistersWatchedFiles => Is("workspace", "didChangeWatchedFiles", "dynamicRegistration");

    public bool RelativePatterns => Is("workspace", "didChangeWatchedFiles", "relativePatternSupport");

    public bool RefreshesDiagnostics => Is("workspace", "diagnostics", "refreshSupport");

    public bool PullsDiagnostics => Find("textDocument", "diagnostic") is { ValueKind: JsonValueKind.Object };

    public bool ShowsProgress => Is("window", "workDoneProgress");

    public bool LinksDefinitions => Is("textDocument", "definition", "linkSupport");

    public bool NestsSymbols => Is("textDocument", "documentSymbol", "hierarchicalDocumentSymbolSupport");

    public bool TakesVersions => Is("textDocument", "publishDiagnostics", "versionSupport");

    /// <summary>How the client wants columns counted: the first that is known here of those that it names.</summary>
    public PositionEncoding Encoding
    {
        get
        {
            if (Find("general", "positionEncodings") is { ValueKind: JsonValueKind.Array } encodings)
            {
                foreach (var encoding in encodings.EnumerateArray())
                {
                    if (encoding.ValueKind == JsonValueKind.String && encoding.GetString() is "utf-8" or "utf-16")
                        return new PositionEncoding(encoding.GetString() == "utf-8");
                }
            }

            return new PositionEncoding(isUtf8: false);
        }
    }

    private bool Is(params ReadOnlySpan<string> path) => Find(path) is { ValueKind: JsonValueKind.True };

    private JsonElement? Find(params ReadOnlySpan<string> path)
    {
        if (capabilities is not { ValueKind: JsonValueKind.Object } current)
            return null;
        foreach (var name in path)
        {
            if (current.ValueKind != JsonValueKind.Object || !current.TryGetProperty(name, out current))
                return null;
        }

        return current;
    }
}
