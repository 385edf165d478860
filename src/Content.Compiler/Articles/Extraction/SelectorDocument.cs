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

    private readonly HtmlParser parser = new();
    private readonly Dictionary<string, ISelector?> selectors = new(StringComparer.Ordinal);
    private IElement[] elements = [];
    private long siblingSteps;

    /// <summary>Takes the next article.</summary>
    public void Read(ElementIndex index)
    {
        siblingSteps = index.SiblingSteps;
        elements = [.. parser.ParseDocument(index.Markup).All];
    }

    /// <summary>Whether the selector goes from sibling to sibling, which the engine does step by step, and there are too many.</summary>
    public bool IsBeyond(string selector) => siblingSteps > MostSiblingSteps && selector.AsSpan().ContainsAny("+~:");

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
