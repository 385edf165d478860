using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>The headings of HTML, tag by tag.</summary>
internal sealed class HeadingScan(ArticleFacts facts)
{
    private int level;
    private TextSpan tag;
    private string id = "";

    /// <summary>Whether a heading has begun and not ended.</summary>
    public bool IsInside => level > 0;

    /// <summary>The start tags of the headings, in the order of the headings.</summary>
    public List<TextSpan> Tags { get; } = [];

    /// <summary>Where the end tags of the headings start, in the same order.</summary>
    public List<int> Ends { get; } = [];

    /// <summary>Forgets what another text had.</summary>
    public void Clear()
    {
        facts.Headings.Clear();
        Tags.Clear();
        Ends.Clear();
        level = 0;
    }

    /// <summary>A start tag.</summary>
    public void Start(ReadOnlySpan<char> html, in HtmlTokenizer token)
    {
        if (LevelOf(token.Name) is not (var found and > 0))
            return;
        level = found;
        tag = token.Span;
        id = LinkAttributes.Read(html, token.Attributes).Id is { } given ? AttributeText.Decode(html, given).Text : "";
    }

    /// <summary>An end tag.</summary>
    public void End(ReadOnlySpan<char> html, in HtmlTokenizer token)
    {
        if (IsInside && LevelOf(token.Name) > 0)
            End(html, token.Span.Start);
    }

    /// <summary>Headings from <paramref name="from"/> on, where all is as the renderer writes it.</summary>
    public void ReadRendered(ReadOnlySpan<char> html, int from)
    {
        while (html[from..].IndexOf("<h", StringComparison.Ordinal) is var offset and >= 0)
        {
            var tokens = new HtmlTokenizer(html, from + offset);
            from += offset + 2;
            if (!tokens.MoveNext() || LevelOf(tokens.Name) == 0)
                continue;
            Start(html, tokens);
            from = tokens.Span.End;
            End(html, from + html[from..].IndexOf("</h", StringComparison.Ordinal));
        }
    }

    private void End(ReadOnlySpan<char> html, int end)
    {
        Tags.Add(tag);
        Ends.Add(end);
        facts.Headings.Add(new ArticleHeading(level, HtmlText.Read(html[tag.End..end]), id));
        level = 0;
    }

    private static int LevelOf(ReadOnlySpan<char> name) =>
        name.Length == 2 && name[0] is 'h' or 'H' && name[1] is >= '1' and <= '6' ? name[1] - '0' : 0;
}
