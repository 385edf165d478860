using Content.Compiler.Schema;

namespace Content.Compiler.Articles.Extraction;

/// <summary>The extraction of each collection that has one, made when its first article is read.</summary>
internal sealed class ExtractionPool
{
    private readonly Dictionary<CollectionDefinition, TextExtraction?> byCollection = new(ReferenceEqualityComparer.Instance);

    /// <summary>The extraction of <paramref name="collection"/>, ready for the next article; null where it takes nothing out of the text.</summary>
    public TextExtraction? Start(CollectionDefinition collection)
    {
        if (!byCollection.TryGetValue(collection, out var extraction))
            byCollection[collection] = extraction = TextExtraction.IsNeeded(collection) ? new TextExtraction(collection) : null;
        extraction?.Start();
        return extraction;
    }
}
