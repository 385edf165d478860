using System.Text.Json;
using Content.Compiler.Articles;
using Content.Compiler.Navigation;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>The parts of a file and of a workspace.</summary>
internal sealed class StructureAbility(Session session)
{
    private const int MostSymbols = 500;

    [JsonRpcMethod("textDocument/documentSymbol", UseSingleObjectParameterDeserialization = true)]
    public async Task<JsonElement?> SymbolsAsync(TextDocumentParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        return await Task.Run<JsonElement?>(
            () =>
            {
                var symbols = Symbol.Of(found.Document).Select(Translate).ToArray();
                if (session.Client.NestsSymbols)
                    return JsonSerializer.SerializeToElement(symbols, ProtocolJson.Default.DocumentSymbolArray);
                var flat = new List<SymbolInformation>();
                Flatten(symbols, null, flat);
                return JsonSerializer.SerializeToElement([.. flat], ProtocolJson.Default.SymbolInformationArray);
            },
            cancellation);

        DocumentSymbol Translate(Symbol symbol) => new(
            symbol.Name,
            symbol.Detail,
            symbol.IsKey ? 20 : 15, // Key, String: as other servers for Markdown have it
            session.Encoding.ToRange(found.Document.Source, symbol.Span),
            session.Encoding.ToRange(found.Document.Source, symbol.NameSpan),
            [.. symbol.Children.Select(Translate)]);

        void Flatten(IEnumerable<DocumentSymbol> symbols, string? container, List<SymbolInformation> flat)
        {
            foreach (var symbol in symbols)
            {
                flat.Add(new SymbolInformation(symbol.Name, symbol.Kind, new Location(parameters.TextDocument.Uri, symbol.Range), container));
                Flatten(symbol.Children, symbol.Name, flat);
            }
        }
    }

    [JsonRpcMethod("textDocument/foldingRange", UseSingleObjectParameterDeserialization = true)]
    public async Task<FoldingRange[]?> FoldAsync(TextDocumentParams parameters, CancellationToken cancellation) =>
        await session.FindAsync(parameters.TextDocument.Uri, cancellation) is { } found
            ? await Task.Run(
                () => FoldedLines.Of(found.Document).Select(lines => new FoldingRange(lines.FirstLine - 1, lines.LastLine - 1) { Kind = lines.IsComment ? "comment" : null }).ToArray(),
                cancellation)
            : null;

    [JsonRpcMethod("textDocument/documentLink", UseSingleObjectParameterDeserialization = true)]
    public async Task<DocumentLink[]?> LinksAsync(TextDocumentParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        return await Task.Run(() => Collect().ToArray(), cancellation);

        IEnumerable<DocumentLink> Collect()
        {
            var site = found.State.Site;
            foreach (var link in found.Document.Article?.Content?.Links ?? [])
            {
                cancellation.ThrowIfCancellationRequested();
                if (!found.Document.IsOwn(link))
                    continue;
                var end = site.Follow(found.Document.Entry, link);
                var range = session.Encoding.ToRange(link.Range, found.Document.Source);
                if (end.Entry >= 0)
                {
                    var place = GoTo.AnchorOf(site, end.Entry, end.Fragment);
                    var line = place.Range.StartLine > 1 ? $"#L{place.Range.StartLine}" : "";
                    yield return new DocumentLink(range, session.UriOf(found.State, place.File) + line) { Tooltip = SiteView.TitleOf(site.Entries[end.Entry]) };
                }
                else if (end.File is { } file)
                {
                    yield return new DocumentLink(range, session.UriOf(found.State, file.File));
                }
                else if (end.Address is { } address && Uri.TryCreate(address, UriKind.Absolute, out var absolute) && absolute.Scheme is "http" or "https" or "mailto")
                {
                    yield return new DocumentLink(range, absolute.AbsoluteUri);
                }
            }
        }
    }

    [JsonRpcMethod("textDocument/selectionRange", UseSingleObjectParameterDeserialization = true)]
    public async Task<SelectionRange[]?> SelectAsync(SelectionRangeParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        return await Task.Run(() => (parameters.Positions ?? []).Select(Grow).ToArray(), cancellation);

        SelectionRange Grow(Position position)
        {
            SelectionRange? parent = null;
            foreach (var span in Selection.Around(found.Document, session.Encoding.ToOffset(found.Document.Source, position)).Reverse())
                parent = new SelectionRange(session.Encoding.ToRange(found.Document.Source, span), parent);
            return parent!;
        }
    }

    [JsonRpcMethod("workspace/symbol", UseSingleObjectParameterDeserialization = true)]
    public async Task<SymbolInformation[]?> FindAsync(WorkspaceSymbolParams parameters, CancellationToken cancellation)
    {
        session.RequireReady();
        var states = await session.Projects.SettleAsync(cancellation);
        using var progress = session.ShowProgress(parameters.WorkDoneToken, "Symbols");
        return await Task.Run(
            () => states.SelectMany(one => SymbolSearch.Find(one.State.Site, parameters.Query ?? "", cancellation).Select(found =>
                new SymbolInformation(found.Name, found.IsEntry ? 1 : 15, session.LocationOf(one.State, found.Place), found.Container))).Take(MostSymbols).ToArray(),
            cancellation);
    }
}
