using Content.Compiler.Navigation;
using Content.Server.LanguageServer.Protocol;
using StreamJsonRpc;

namespace Content.Server.LanguageServer.Abilities;

/// <summary>What can be written at the caret.</summary>
internal sealed class CompletionAbility(Session session)
{
    [JsonRpcMethod("textDocument/completion", UseSingleObjectParameterDeserialization = true)]
    public async Task<CompletionList?> CompleteAsync(CompletionParams parameters, CancellationToken cancellation)
    {
        if (await session.FindForTypingAsync(parameters.TextDocument.Uri, cancellation) is not { } found)
            return null;
        var source = found.Document.Source;
        var offset = session.Encoding.ToOffset(source, parameters.Position);
        return await Task.Run(
            () =>
            {
                var offers = Completion.Of(found.Document, offset, DateOnly.FromDateTime(DateTime.Now));
                return new CompletionList(offers.IsCut, [.. offers.Items.Select(Item)]);
            },
            cancellation);

        CompletionItem Item(Offer offer) => new(offer.Label)
        {
            Kind = offer.Kind switch
            {
                OfferKind.Key => 10, // Property
                OfferKind.Value => 12, // Value
                OfferKind.Member => 20, // EnumMember
                OfferKind.Entry => 18, // Reference
                OfferKind.File => 17, // File
                OfferKind.Reference => 18, // Reference
                _ => 21, // Constant
            },
            Detail = offer.Detail,
            Documentation = offer.Documentation is { } text ? new MarkupContent("markdown", text) : null,
            SortText = offer.Order,
            // Reason: clients hold what stands there against this, quotes and all.
            FilterText = offer.Insert.StartsWith('"') || offer.Insert.StartsWith('\'') || offer.Replace.Length > 0 ? offer.Insert : null,
            TextEdit = new TextEdit(session.Encoding.ToRange(source, offer.Replace), offer.Insert),
        };
    }
}
