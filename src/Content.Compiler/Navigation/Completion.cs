using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using System.Collections.Immutable;

namespace Content.Compiler.Navigation;

/// <summary>What can be written at a place of a text that is being written, and so is mostly broken just there.</summary>
internal static class Completion
{
    /// <summary>What is offered at an offset.</summary>
    /// <param name="document">The file.</param>
    /// <param name="offset">Where the caret is.</param>
    /// <param name="today">The date that is offered for dates.</param>
    public static Offers Of(ContentDocument document, int offset, DateOnly today)
    {
        if (document.IsConfiguration)
            return ConfigurationAssistance.Complete(document, offset);
        if (document.Entry < 0)
            return Offers.None;
        if (FieldCursor.Find(document.Text, document.Format!.Value, document.File, offset) is { } cursor)
            return FieldCompletion.Of(document, cursor, today);
        if (document.Format == ArticleFormat.Data)
            return Offers.None;
        if (SuppressionText.FindCode(document.Text, offset) is { } code)
        {
            return new Offers([.. DiagnosticCatalog.All.Select(descriptor =>
                new Offer(descriptor.Code, OfferKind.Code, code, descriptor.Code) { Detail = descriptor.Title })]);
        }

        if (LinkCursor.Find(document.Text, offset, document.Format == ArticleFormat.Markdown) is { } link)
            return LinkCompletion.Of(document, link, offset);
        return document.Format == ArticleFormat.Markdown && LinkCursor.FindLabel(document.Text, offset) is { } label
            ? new Offers([.. document.Outline.Definitions.DistinctBy(definition => definition.Label, CaseFolding.Comparer)
                .Select(definition => new Offer(definition.Label, OfferKind.Reference, label, definition.Label) { Detail = DestinationOf(document, definition) })])
            : Offers.None;
    }

    private static string DestinationOf(ContentDocument document, OutlineDefinition definition) =>
        document.Text.Substring(definition.Span.Start, definition.Span.Length) is var text && text.IndexOf("]:", StringComparison.Ordinal) is var end and >= 0 ? text[(end + 2)..].Trim() : "";
}
