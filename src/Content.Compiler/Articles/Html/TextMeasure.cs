namespace Content.Compiler.Articles.Html;

/// <summary>What the text of a body amounts to.</summary>
/// <param name="Words">How many words it has.</param>
/// <param name="Excerpt">The text of its first paragraph that has any, or of all that stands before <c>&lt;!-- more --&gt;</c>, from its first paragraph on.</param>
internal readonly record struct TextMeasure(int Words, string Excerpt)
{
    /// <summary>Measures <paramref name="html"/> in one pass.</summary>
    public static TextMeasure Of(ReadOnlySpan<char> html)
    {
        var words = default(WordCounter);
        var tokens = new HtmlTokenizer(html);
        var end = 0;
        var isHidden = false;
        var templates = 0;
        var paragraph = -1;
        var first = -1;
        var excerpt = "";
        var isEnded = false;
        while (tokens.MoveNext())
        {
            if (!isHidden)
                words.AddText(html[end..tokens.Span.Start]);
            end = tokens.Span.End;
            isHidden = templates > 0;
            if (tokens.Kind == HtmlTokenKind.Comment && !isEnded && templates == 0 && html.Slice(tokens.Inner.Start, tokens.Inner.Length).Trim().Is("more"))
            {
                excerpt = HtmlText.Read(html[Math.Max(first, 0)..tokens.Span.Start]);
                isEnded = true;
            }

            if (tokens.Kind is not (HtmlTokenKind.StartTag or HtmlTokenKind.EndTag))
                continue;
            words.AddTag(tokens.Name);
            templates = HtmlText.CountTemplates(tokens, templates);
            isHidden = templates > 0 || (tokens.Kind == HtmlTokenKind.StartTag && RawText.IsRaw(tokens.Name));
            if (excerpt.Length > 0 || isEnded || templates > 0)
                continue;
            if (paragraph >= 0 && EndsParagraph(tokens))
            {
                excerpt = HtmlText.Read(html[paragraph..tokens.Span.Start]);
                paragraph = -1;
            }

            if (excerpt.Length == 0 && tokens.Kind == HtmlTokenKind.StartTag && tokens.Name is "p" or "P" && !IsTitleOfAlert(html, tokens))
            {
                paragraph = tokens.Span.End;
                first = first < 0 ? paragraph : first;
            }
        }

        if (!isHidden)
            words.AddText(html[end..]);
        if (excerpt.Length == 0 && !isEnded && paragraph >= 0)
            excerpt = HtmlText.Read(html[paragraph..]);
        return new TextMeasure(words.Count, excerpt);
    }

    private static bool EndsParagraph(in HtmlTokenizer token) => token.Kind == HtmlTokenKind.EndTag
        ? token.Name is "p" or "P" || (Elements.Find(token.Name) & (ElementTraits.EndsParagraph | ElementTraits.OptionalEnd)) != 0
        : (Elements.Find(token.Name) & ElementTraits.EndsParagraph) != 0;

    private static bool IsTitleOfAlert(ReadOnlySpan<char> html, in HtmlTokenizer token) =>
        html.Slice(token.Span.Start, token.Span.Length).Contains("markdown-alert-title", StringComparison.Ordinal);
}
