using System.Globalization;
using AngleSharp.Css.Dom;
using AngleSharp.Css.Parser;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Content.Compiler.Articles.Extraction;

/// <summary>
/// Finds elements by CSS selectors. The one place that has AngleSharp read an article: a collection that extracts nothing never loads it.
/// </summary>
internal sealed class SelectorDocument(ElementIndex index)
{
    /// <summary>The element is the frame of the document, or one that is implied and stands nowhere.</summary>
    public const int Implied = -1;

    /// <summary>Steps that take a few seconds; no article that somebody wrote comes near.</summary>
    private const long MostSiblingSteps = 4_000_000_000;

    private readonly IHtmlDocument document = new HtmlParser().ParseDocument(index.Markup);

    /// <summary>Whether the selector goes from sibling to sibling, which the engine does step by step, and there are too many.</summary>
    public bool IsBeyond(string selector) => index.SiblingSteps > MostSiblingSteps && selector.AsSpan().ContainsAny("+~:");

    /// <summary>The numbers of the elements that <paramref name="selector"/> finds, in the order of the text.</summary>
    public IEnumerable<int> Find(string selector)
    {
        if (new CssSelectorParser().ParseSelector(selector) is not { } parsed)
            yield break;
        foreach (var element in document.All)
        {
            if (parsed.Match(element, document.DocumentElement))
                yield return NumberOf(element);
        }
    }

    private static int NumberOf(IElement element) =>
        int.TryParse(element.GetAttribute(ElementIndex.NumberAttribute), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Implied;
}
