using System.Text;
using Content.Compiler.Articles.Html;
using Content.Compiler.FrontMatter;
using Content.Compiler.Text;
using Content.Runtime;

namespace Content.Compiler.Articles.Extraction;

/// <summary>
/// Text out of HTML, references decoded, white space trimmed and collapsed, that remembers where each of its units is rendered.
/// </summary>
internal sealed class PlacedText
{
    private readonly StringBuilder text = new();
    private readonly List<TextSpan> places = [];
    private readonly StringBuilder decoded = new();
    private TextSpan? space;

    /// <summary>The text that <paramref name="element"/> holds.</summary>
    public static PlacedText OfContent(ReadOnlySpan<char> html, in IndexedElement element)
    {
        var placed = new PlacedText();
        var content = element.Content;
        if (RawText.IsRaw(element.Name))
        {
            placed.Add(html, content, decodes: element.Name.ToUpperInvariant() is "TITLE" or "TEXTAREA", isAttribute: false);
            return placed;
        }

        var tokens = new HtmlTokenizer(html[..content.End], content.Start);
        var end = content.Start;
        var templates = 0;
        var isHidden = false;
        while (tokens.MoveNext())
        {
            if (!isHidden && templates == 0)
                placed.Add(html, TextSpan.FromBounds(end, tokens.Span.Start), decodes: true, isAttribute: false);
            end = tokens.Span.End;
            isHidden = tokens.Kind == HtmlTokenKind.StartTag && RawText.IsRaw(tokens.Name);
            if (tokens.Kind is not (HtmlTokenKind.StartTag or HtmlTokenKind.EndTag))
                continue;
            if (tokens.Name.Equals("template", StringComparison.OrdinalIgnoreCase))
                templates = Math.Max(0, templates + (tokens.Kind == HtmlTokenKind.StartTag ? 1 : -1));
            if (WordCounter.DividesWords(tokens.Name))
                placed.space ??= new TextSpan(tokens.Span.Start, 0);
        }

        if (!isHidden && templates == 0)
            placed.Add(html, TextSpan.FromBounds(end, content.End), decodes: true, isAttribute: false);
        return placed;
    }

    /// <summary>The value of the attribute <paramref name="name"/>; null where the element has none.</summary>
    public static PlacedText? OfAttribute(ReadOnlySpan<char> html, in IndexedElement element, string name)
    {
        var attributes = new HtmlAttributeReader(html, element.AttributeStart, element.Tag.End);
        while (attributes.MoveNext())
        {
            if (!html.Slice(attributes.Name.Start, attributes.Name.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
                continue;
            var placed = new PlacedText();
            placed.Add(html, attributes.Value, decodes: true, isAttribute: true);
            return placed;
        }

        return null;
    }

    /// <summary>Whether there is any.</summary>
    public bool IsEmpty => text.Length == 0;

    /// <summary>The text as metadata, its places in the source by way of <paramref name="sources"/>.</summary>
    /// <remarks>What the renderer wrote, such as the id of a heading, stands where its element does.</remarks>
    public MetadataScalar Conclude(ISourcePlaces sources, TextSpan element, bool divides)
    {
        var isWritten = sources.Contains(places[0].Start);
        var whole = sources.GetSource(isWritten ? TextSpan.FromBounds(places[0].Start, places[^1].End) : element);
        return new MetadataScalar(whole, MetadataKind.String, text.ToString())
        {
            Places = divides && isWritten ? new TextSourceMap([.. places.Select(sources.GetSource)]) : null,
        };
    }

    private void Add(ReadOnlySpan<char> html, TextSpan place, bool decodes, bool isAttribute)
    {
        for (var index = place.Start; index < place.End;)
        {
            var length = 0;
            if (html[index] == '&' && decodes)
            {
                decoded.Clear();
                length = CharacterReference.Read(html[index..place.End], decoded, isAttribute);
                for (var unit = 0; length > 0 && unit < decoded.Length; unit++)
                    Add(decoded[unit], new TextSpan(index, length));
            }

            if (length == 0)
            {
                length = 1;
                Add(html[index], new TextSpan(index, 1));
            }

            index += length;
        }
    }

    private void Add(char unit, TextSpan place)
    {
        if (char.IsWhiteSpace(unit))
        {
            space ??= place;
            return;
        }

        if (space is { } before && text.Length > 0)
        {
            text.Append(' ');
            places.Add(before);
        }

        space = null;
        text.Append(unit);
        places.Add(place);
    }
}
