using Content.Compiler.Navigation;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>What stands under the pointer.</summary>
internal sealed class HoverAbility(Session session)
{
    [JsonRpcMethod("textDocument/hover", UseSingleObjectParameterDeserialization = true)]
    public async Task<Hover?> HoverAsync(TextDocumentPositionParams parameters, CancellationToken cancellation)
    {
        if (await session.FindAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        var source = found.Document.Source;
        var offset = session.Encoding.ToOffset(source, parameters.Position);
        return await Task.Run(
            () => Explanation.Of(found.Document, offset) is { } explanation
                ? new Hover(new MarkupContent("markdown", explanation.Text), session.Encoding.ToRange(source, explanation.Span))
                : null,
            cancellation);
    }
}
