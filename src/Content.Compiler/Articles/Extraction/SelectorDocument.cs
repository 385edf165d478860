using System.Globalization;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Content.Compiler.Articles.Extraction;

/// <summary>
/// Finds elements by CSS selectors. The one place that has AngleSharp read an article: a collection that extracts nothing never loads it.
/// For one thread at a time.
/// </summary>
internal sealed class SelectorDocument
{
    /// <summary>The element is the frame of the document, or one that is implied and stands nowhere.</summary>
    public const int Implied = -1;

    /// <summary>Steps that take a few seconds; no article that somebody wrote comes near.</summary>
    private const long MostSiblingSteps = 4_000_000_000;

    /// <summary>
    /// Measured on AngleSharp 1.10: ':has(:has(:has(z)))' counts 240,000,000,000 on an article of 700 elements, and takes 49 s. What is counted
    /// is the most that it can be, so that selectors that people write stay far below what they count.
    /// </summary>
    private const double MostSteps = 20_000_000_000;

    private readonly HtmlParser parser = new();
    private readonly Dictionary<string, ISelector?> selectors = new(StringComparer.Ordinal);
    private IElement[] elements = [];
    private long siblingSteps;
    private ElementIndex? current;

    /// <summary>Takes the next article.</summary>
    public void Read(ElementIndex index)
    {
        siblingSteps = index.SiblingSteps;
        current = index;
        elements = [.. parser.ParseDocument(index.Markup).All];
    }

    /// <summary>Whether the selector goes from sibling to sibling, which the engine does step by step, and there are too many.</summary>
    public bool IsBeyond(string selector) => siblingSteps > MostSiblingSteps && selector.AsSpan().ContainsAny("+~:");

    /// <summary>Whether the selector has parts that are tried again for each of the others, and there are too many.</summary>
    public bool IsTooCostly(string selector) =>
        current is { } article && new SelectorCost(selector, elements.Length, article.Depth + 3, article.MostSiblings + 1).Count() > MostSteps;

    /// <summary>The numbers of the elements that <paramref name="selector"/> finds, in the order of the text.</summary>
    public IEnumerable<int> Find(string selector)
    {
        if (!selectors.TryGetValue(selector, out var parsed))
            selectors[selector] = parsed = new CssSelectorParser().ParseSelector(selector);
        foreach (var element in elements)
        {
            if (parsed?.Match(element, elements[0]) == true)
                yield return NumberOf(element);
        }
    }

    private static int NumberOf(IElement element) =>
        int.TryParse(element.GetAttribute(ElementIndex.NumberAttribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Implied;
}
