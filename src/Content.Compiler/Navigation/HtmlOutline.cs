using System.Collections.Immutable;
using Content.Compiler.Articles.Html;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>Finds the parts of an HTML text by its tags.</summary>
internal static class HtmlOutline
{
    /// <summary>Elements without an end, and those whose end tag may be left out, so that nothing would tell where they end.</summary>
    private static readonly HashSet<string> notFolded = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option",
    };

    public static DocumentOutline Of(SourceText source, int bodyStart)
    {
        var headings = new List<OutlineHeading>();
        var ids = new List<OutlineId>();
        var links = new List<OutlineLink>();
        var nodes = new List<TextSpan>();
        var blocks = new List<TextSpan>();
        var html = source.Text.AsSpan();
        Read(source.Text, TextSpan.FromBounds(bodyStart, source.Text.Length), 0, headings, ids);
        var open = new List<(string Name, TextSpan Tag)>();
        var tokens = new HtmlTokenizer(html, bodyStart);
        while (tokens.MoveNext())
        {
            if (tokens.Kind == HtmlTokenKind.Comment)
                AddBlock(tokens.Span);
            if (tokens.Kind == HtmlTokenKind.StartTag && !tokens.IsSelfClosing)
                open.Add((tokens.Name.ToString(), tokens.Span));
            if (tokens.Kind == HtmlTokenKind.StartTag)
                nodes.Add(tokens.Span);
            if (tokens.Kind != HtmlTokenKind.EndTag)
                continue;
            var name = tokens.Name.ToString();
            // Reason: an end tag that fits no element nearby ends none, and looking through all that is open would take time with its square.
            for (var index = open.Count - 1; index >= Math.Max(0, open.Count - 64); index--)
            {
                if (!open[index].Name.Equals(name, StringComparison.OrdinalIgnoreCase))
                    continue;
                var whole = TextSpan.FromBounds(open[index].Tag.Start, tokens.Span.End);
                var inner = TextSpan.FromBounds(open[index].Tag.End, tokens.Span.Start);
                nodes.Add(whole);
                nodes.Add(inner);
                if (name.Equals("a", StringComparison.OrdinalIgnoreCase))
                    links.Add(new OutlineLink(whole, inner, -1, default, ReferenceForm.None));
                if (!notFolded.Contains(name))
                    AddBlock(whole);
                open.RemoveRange(index, open.Count - index);
                break;
            }
        }

        return new DocumentOutline
        {
            Headings = [.. headings],
            Ids = [.. ids],
            Links = [.. links.OrderBy(link => link.Span.Start)],
            Blocks = [.. blocks.OrderBy(block => block.Start)],
            Nodes = [.. nodes],
        };

        void AddBlock(TextSpan span)
        {
            if (source.Text.AsSpan(span.Start, span.Length).Contains('\n'))
                blocks.Add(span);
        }
    }

    /// <summary>Finds headings and ids in a piece of HTML.</summary>
    /// <param name="text">The text that the piece is of.</param>
    /// <param name="piece">The piece.</param>
    /// <param name="shift">What is added to every place.</param>
    /// <param name="headings">Takes headings.</param>
    /// <param name="ids">Takes ids, those of headings too.</param>
    public static void Read(string text, TextSpan piece, int shift, List<OutlineHeading> headings, List<OutlineId> ids)
    {
        var html = text.AsSpan(0, piece.End);
        var tokens = new HtmlTokenizer(html, piece.Start);
        while (tokens.MoveNext())
        {
            if (tokens.Kind != HtmlTokenKind.StartTag)
                continue;
            var id = FindId(html, tokens.Name, tokens.Attributes, shift);
            if (id is not null)
                ids.Add(id);
            if (tokens.Name.Length != 2 || (tokens.Name[0] | 0x20) != 'h' || tokens.Name[1] is not (>= '1' and <= '6'))
                continue;
            var end = text.IndexOf($"</{tokens.Name}", tokens.Span.End, piece.End - tokens.Span.End, StringComparison.OrdinalIgnoreCase);
            if (end < 0)
                continue;
            var close = text.IndexOf('>', end, piece.End - end);
            var span = TextSpan.FromBounds(tokens.Span.Start, close < 0 ? piece.End : close + 1);
            var content = TextSpan.FromBounds(tokens.Span.End, end);
            headings.Add(new OutlineHeading(tokens.Name[1] - '0', TextOf(html.Slice(content.Start, content.Length)), span.Shift(shift), content.Shift(shift), id));
        }
    }

    private static OutlineId? FindId(ReadOnlySpan<char> html, ReadOnlySpan<char> element, HtmlAttributeReader attributes, int shift)
    {
        while (attributes.MoveNext())
        {
            var name = html.Slice(attributes.Name.Start, attributes.Name.Length);
            var isId = name.Equals("id", StringComparison.OrdinalIgnoreCase)
                || (name.Equals("name", StringComparison.OrdinalIgnoreCase) && element.Equals("a", StringComparison.OrdinalIgnoreCase));
            if (isId && attributes.Value.Length > 0)
                return new OutlineId(AttributeText.Decode(html, attributes.Value).Text, attributes.Value.Shift(shift));
        }

        return null;
    }

    private static string TextOf(ReadOnlySpan<char> html)
    {
        var text = new System.Text.StringBuilder();
        var tokens = new HtmlTokenizer(html);
        var from = 0;
        while (tokens.MoveNext())
        {
            text.Append(html[from..Math.Max(from, tokens.Span.Start)]);
            from = tokens.Span.End;
        }

        text.Append(html[Math.Min(from, html.Length)..]);
        return string.Join(' ', System.Net.WebUtility.HtmlDecode(text.ToString()).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
