using System.Text.Json;
using Content.Compiler.Navigation;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>From a link to its target, and back.</summary>
internal sealed class NavigationAbility(Session session)
{
    [JsonRpcMethod("textDocument/definition", UseSingleObjectParameterDeserialization = true)]
    public async Task<JsonElement?> DefinitionAsync(TextDocumentPositionParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        var source = found.Document.Source;
        var offset = session.Encoding.ToOffset(source, parameters.Position);
        return await Task.Run<JsonElement?>(
            () =>
            {
                if (GoTo.Definition(found.Document, offset) is not { Targets: var targets, Origin: var origin })
                    return null;
                if (!session.Client.LinksDefinitions)
                    return JsonSerializer.SerializeToElement([.. targets.Select(place => session.LocationOf(found.State, place))], ProtocolJson.Default.LocationArray);
                var links = targets.Select(place => session.LocationOf(found.State, place))
                    .Select(location => new LocationLink(session.Encoding.ToRange(source, origin), location.Uri, location.Range, location.Range));
                return JsonSerializer.SerializeToElement([.. links], ProtocolJson.Default.LocationLinkArray);
            },
            cancellation);
    }

    [JsonRpcMethod("textDocument/references", UseSingleObjectParameterDeserialization = true)]
    public async Task<Location[]?> ReferencesAsync(ReferenceParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        using var progress = session.ShowProgress(parameters.WorkDoneToken, "References");
        var offset = session.Encoding.ToOffset(found.Document.Source, parameters.Position);
        return await Task.Run(
            () =>
            {
                var locations = new List<Location>();
                foreach (var place in GoTo.References(found.Document, offset, parameters.Context?.IncludeDeclaration ?? false))
                {
                    cancellation.ThrowIfCancellationRequested();
                    locations.Add(session.LocationOf(found.State, place));
                }

                return locations.ToArray();
            },
            cancellation);
    }
}
