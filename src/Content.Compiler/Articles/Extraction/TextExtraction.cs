using System.Collections.Immutable;
using Content.Compiler.Articles.Html;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Articles.Extraction;

/// <summary>Takes out of the text of an article what the selectors of its collection find. For one thread at a time.</summary>
internal sealed class TextExtraction(CollectionDefinition collection, ElementRules rules)
{
    private readonly ElementIndex index = new();
    private readonly SelectorDocument document = new();

    /// <summary>Is told of the elements before anything is taken out.</summary>
    public IElementObserver Watch => index;

    /// <summary>Whether the collection takes anything out of the text.</summary>
    public static bool IsNeeded(CollectionDefinition collection, ElementRules rules) => rules.IsNeeded || TakesAny(collection);

    /// <summary>Makes ready for the next article.</summary>
    public void Start() => index.Clear();

    /// <summary>What the selectors find in <paramref name="html"/>, of whose elements the watch was told.</summary>
    public ExtractedText Read(ReadOnlySpan<char> html, ISourcePlaces sources, ArticleFacts facts)
    {
        // Rules of style need no selectors, and so no document to try them on.
        if (rules.HasSelectors || TakesAny(collection))
            document.Read(index);
        rules.Check(html, index, document, sources, facts);
        if (Selectors().FirstOrDefault(document.IsBeyond) is { } beyond)
        {
            facts.Report(SourceErrors.TooManySiblings(facts.File, beyond));
            return new ExtractedText(default, null, IsBodyMissing: false, IsGivenUp: true);
        }

        if (Selectors().FirstOrDefault(document.IsTooCostly) is { } costly)
        {
            facts.Report(SourceErrors.TooManyElements(facts.File, costly));
            return new ExtractedText(default, null, IsBodyMissing: false, IsGivenUp: true);
        }

        var fields = ImmutableArray.CreateBuilder<ImmutableArray<MetadataScalar>>(collection.Fields.Length);
        foreach (var field in collection.Fields)
            fields.Add(field.From is { } from ? Read(html, field, from, sources) : []);
        if (collection.BodySelector is not { } selector)
            return new ExtractedText(fields.MoveToImmutable(), null, IsBodyMissing: false, IsGivenUp: false);
        foreach (var number in document.Find(selector))
        {
            var body = number == SelectorDocument.Implied || index.Elements[number].IsFrame ? (IndexedElement?)null : index.Elements[number];
            return new ExtractedText(fields.MoveToImmutable(), body, IsBodyMissing: false, IsGivenUp: false);
        }

        return new ExtractedText(fields.MoveToImmutable(), null, IsBodyMissing: true, IsGivenUp: false);
    }

    private ImmutableArray<MetadataScalar> Read(ReadOnlySpan<char> html, FieldDefinition field, FieldExtraction from, ISourcePlaces sources)
    {
        var found = ImmutableArray.CreateBuilder<MetadataScalar>();
        foreach (var number in document.Find(from.Selector))
        {
            var text = Text(html, number, from.Attribute);
            if (text is null || text.IsEmpty)
                continue;
            found.Add(text.Conclude(sources, ElementAt(html, number).Whole, divides: field.Match is not null));
            if (!field.IsList && (field.Match is null || Entries.FieldMatch.Apply(field.Match, found[^1].Text) is not null))
                break;
        }

        return found.DrainToImmutable();
    }

    /// <summary>What an implied element holds is the whole text; it has no attributes.</summary>
    private PlacedText? Text(ReadOnlySpan<char> html, int number, string? attribute)
    {
        var element = ElementAt(html, number);
        return attribute is null ? PlacedText.OfContent(html, element)
            : number == SelectorDocument.Implied ? null
            : PlacedText.OfAttribute(html, element, attribute);
    }

    private IndexedElement ElementAt(ReadOnlySpan<char> html, int number) =>
        number == SelectorDocument.Implied ? new IndexedElement("", default, 0, html.Length) : index.Elements[number];

    private static bool TakesAny(CollectionDefinition collection) =>
        collection.BodySelector is not null || collection.Fields.Any(field => field.From is not null);

    private IEnumerable<string> Selectors()
    {
        foreach (var field in collection.Fields)
        {
            if (field.From is { } from)
                yield return from.Selector;
        }

        if (collection.BodySelector is { } body)
            yield return body;
    }
}

/// <summary>What was taken out of a text.</summary>
/// <param name="Fields">By field, in the order of the text.</param>
/// <param name="Body">The element that holds the body; null where it is the whole.</param>
/// <param name="IsBodyMissing">Whether the selector of the body found nothing.</param>
/// <param name="IsGivenUp">Whether the text was too much to be searched, which has been reported.</param>
internal readonly record struct ExtractedText(
    ImmutableArray<ImmutableArray<MetadataScalar>> Fields, IndexedElement? Body, bool IsBodyMissing, bool IsGivenUp)
{
    /// <summary>The metadata for the fields.</summary>
    public TextMetadata ToMetadata(MetadataMapping? head) => new(head, Fields) { IsBodyMissing = IsBodyMissing, IsGivenUp = IsGivenUp };
}
