using Content.Compiler.Schema;

namespace Content.Compiler.Articles.Extraction;

/// <summary>The extraction of each collection that has one, made when its first article is read.</summary>
internal sealed class CollectionExtractions(ContentConfiguration configuration)
{
    private readonly Dictionary<CollectionDefinition, TextExtraction?> byCollection = new(ReferenceEqualityComparer.Instance);

    /// <summary>The extraction of <paramref name="collection"/>, ready for the next article; null where nothing looks into the text.</summary>
    public TextExtraction? Start(CollectionDefinition collection)
    {
        if (!byCollection.TryGetValue(collection, out var extraction))
        {
            var rules = new ElementRules(configuration.Rules, configuration.Collections.IndexOf(collection, 0, ReferenceEqualityComparer.Instance));
            byCollection[collection] = extraction = TextExtraction.IsNeeded(collection, rules) ? new TextExtraction(collection, rules) : null;
        }

        extraction?.Start();
        return extraction;
    }
}
