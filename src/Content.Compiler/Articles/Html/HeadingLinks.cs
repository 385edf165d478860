using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// Gives every heading with an id a link to itself, at its end. It holds no text, so that the text of the body stays what the author wrote; a style sheet shows it
/// (<c>.heading-link::before</c>), and a screen reader calls it by its label.
/// </summary>
internal static class HeadingLinks
{
    /// <summary>The place of the heading's text in a label.</summary>
    public const string Place = "{text}";

    public const string DefaultLabel = "Link to this section: " + Place;

    /// <summary>The body with the links; the slots, which are in order, move along.</summary>
    public static ReadOnlyMemory<char> Write(ReadOnlyMemory<char> body, List<FoundSlot> slots, string label)
    {
        var edits = new List<BodyEdit>();
        var html = body.Span;
        var tokens = new HtmlTokenizer(html);
        var (id, start) = (default(TextSpan?), 0);
        while (tokens.MoveNext())
        {
            if (tokens.Kind is not (HtmlTokenKind.StartTag or HtmlTokenKind.EndTag) || tokens.Name is not ['h' or 'H', >= '1' and <= '6'])
                continue;
            if (tokens.Kind == HtmlTokenKind.StartTag)
            {
                (id, start) = (LinkAttributes.Read(html, tokens.Attributes).Id, tokens.Span.End);
            }
            else if (id is { Length: > 0 } span)
            {
                var name = label.Replace(Place, HtmlText.Read(html[start..tokens.Span.Start]), StringComparison.Ordinal);
                var anchor = AttributeText.Decode(html, span).Text;
                edits.Add(new BodyEdit(
                    tokens.Span.Start, 0, $"<a class=\"heading-link\" href=\"#{AttributeEncoding.Encode(Uri.EscapeDataString(anchor))}\" aria-label=\"{Escape(name)}\"></a>", IsSlot: false));
                id = null;
            }
        }

        return edits.Count == 0 ? body : BodyEdits.Apply(body, new TextSpan(0, body.Length), slots, edits);
    }

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
}
