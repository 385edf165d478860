using System.Globalization;
using System.Text;
using Content.Compiler.Articles.Html;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Extraction;

/// <summary>
/// The elements of a text with their places, and the same elements as markup in which nothing is left to be repaired: every element is
/// closed where it ends, and bears its number. So a parser that knows no places takes the markup in linear time, whatever the text.
/// </summary>
internal sealed class ElementIndex : IElementObserver
{
    /// <summary>The attribute that holds the number.</summary>
    public const string NumberAttribute = "content-element";

    /// <summary>What is nested deeper is not found; browsers do not nest deeper either.</summary>
    private const int DeepestNesting = 512;

    private readonly StringBuilder markup = new();
    private readonly List<IndexedElement> elements = [];
    private readonly List<OpenIndexed> open = [];
    private int written;
    private int top;
    private int templates;
    private long steps;
    private bool isTextHidden;

    // The first one counts, and the parser goes over all of them for each.
    private bool hasBase;

    /// <summary>How many steps it takes to go from each element to each of its siblings.</summary>
    public long SiblingSteps => steps + ((long)top * top);

    /// <summary>How deep elements are nested at most.</summary>
    public int Depth { get; private set; }

    /// <summary>How many elements stand side by side at most.</summary>
    public int MostSiblings { get; private set; }

    /// <summary>By number, in the order of the text.</summary>
    public IReadOnlyList<IndexedElement> Elements => elements;

    /// <summary>The markup.</summary>
    public string Markup => markup.ToString();

    public void Clear()
    {
        markup.Clear().Append("<!doctype html>");
        elements.Clear();
        open.Clear();
        written = top = templates = 0;
        isTextHidden = hasBase = false;
        steps = 0;
        Depth = MostSiblings = 0;
    }

    public void Open(ReadOnlySpan<char> html, in HtmlTokenizer tag)
    {
        var isTemplate = tag.Name.Is("template");
        isTextHidden = RawText.IsRaw(tag.Name) && !tag.Name.IsAny("title", "textarea");
        if (templates > 0 || written == DeepestNesting)
        {
            open.Add(new OpenIndexed(-1, 0, isTemplate));
        }
        else
        {
            Write(html, tag);
            open.Add(new OpenIndexed(elements.Count - 1, 0, isTemplate));
            written = open.Count;
            Depth = Math.Max(Depth, written);
        }

        templates += isTemplate ? 1 : 0;
    }

    public void Empty(ReadOnlySpan<char> html, in HtmlTokenizer tag)
    {
        if (templates > 0 || (tag.Name.Is("base") && hasBase))
            return;
        hasBase |= tag.Name.Is("base");
        Write(html, tag);
        if ((Html.Elements.Find(tag.Name) & ElementTraits.Void) == 0)
            markup.Append("</").Append(tag.Name).Append('>');
    }

    public void Close(int end)
    {
        isTextHidden = false;
        var (number, children, isTemplate) = open[^1];
        open.RemoveAt(open.Count - 1);
        templates -= isTemplate ? 1 : 0;
        if (number < 0)
            return;
        written = open.Count;
        steps += (long)children * children;
        var element = elements[number] with { ContentEnd = end };
        elements[number] = element;

        // A body goes on behind its end tag, and a document with it.
        if (!element.Name.IsAny("html", "head", "body"))
            markup.Append("</").Append(element.Name).Append('>');
    }

    public void Text(ReadOnlySpan<char> html, TextSpan place)
    {
        if (templates > 0 || isTextHidden || place.Length == 0)
            return;
        var start = markup.Length;
        markup.Append(html.Slice(place.Start, place.Length)).Replace("<", "&lt;", start, markup.Length - start);
    }

    private void Write(ReadOnlySpan<char> html, in HtmlTokenizer tag)
    {
        if (written > 0)
            open[written - 1] = open[written - 1] with { Children = open[written - 1].Children + 1 };
        else
            top++;
        MostSiblings = Math.Max(MostSiblings, written > 0 ? open[written - 1].Children : top);

        // This one would never end.
        var name = tag.Name.Is("plaintext") ? "pre" : tag.Name.ToString();
        markup.Append(CultureInfo.InvariantCulture, $"<{name} {NumberAttribute}=\"{elements.Count}\"");
        var attributes = tag.Attributes;
        while (attributes.MoveNext())
        {
            markup.Append(' ').Append(html.Slice(attributes.Name.Start, attributes.Name.Length)).Append("=\"");
            var start = markup.Length;
            markup.Append(html.Slice(attributes.Value.Start, attributes.Value.Length)).Replace("\"", "&quot;", start, markup.Length - start).Append('"');
        }

        markup.Append('>');
        elements.Add(new IndexedElement(name, tag.Span, tag.Inner.End, tag.Span.End));
    }

    /// <param name="Number">-1 where it is not in the markup.</param>
    /// <param name="Children">How many elements it holds so far.</param>
    /// <param name="IsTemplate">Whether what it holds is no part of the page.</param>
    private readonly record struct OpenIndexed(int Number, int Children, bool IsTemplate);
}
