using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>What a document says of itself around its text: title, metas, language and base, and where its body stands.</summary>
internal sealed class DocumentFrame
{
    private readonly List<MetaElement> metas = [];
    private TextSpan? bodyTag;
    private int bodyEnd;
    private bool isClosed;
    private bool hasFrame;

    /// <summary>The first <c>&lt;title&gt;</c>: what stands in it.</summary>
    public TextSpan? Title { get; private set; }

    /// <summary>The value of <c>&lt;html lang&gt;</c>, with the attribute's name.</summary>
    public (TextSpan Name, TextSpan Value)? Language { get; private set; }

    /// <summary>The tag of the title, which is the name of what it says.</summary>
    public TextSpan TitleTag { get; private set; }

    /// <summary>The value of the first <c>&lt;base href&gt;</c>.</summary>
    public TextSpan? Base { get; private set; }

    /// <summary>All metas with a name and content, in order.</summary>
    public IReadOnlyList<MetaElement> Metas => metas;

    public void Clear()
    {
        metas.Clear();
        bodyEnd = -1;
        bodyTag = null;
        isClosed = hasFrame = false;
        Title = Base = null;
        TitleTag = default;
        Language = null;
    }

    /// <summary>A doctype stands here.</summary>
    public void Declare() => hasFrame = true;

    /// <summary>A start tag of HTML, outside of code and templates.</summary>
    public void Start(ReadOnlySpan<char> html, in HtmlTokenizer tag)
    {
        if (!HtmlHead.IsPart(tag.Name))
            return;
        switch (tag.Name.Length)
        {
            case 4 when tag.Name.Is("body"):
                bodyTag ??= tag.Span;
                break;
            case 4 when tag.Name.Is("meta"):
                hasFrame = true;
                ReadMeta(html, tag);
                break;
            case 4 when tag.Name.Is("html"):
                hasFrame = true;
                Language ??= Find(html, tag, "lang");
                break;
            case 4 when tag.Name.Is("base"):
                hasFrame = true;
                Base ??= Find(html, tag, "href")?.Value;
                break;
            case 4:
                hasFrame |= tag.Name.Is("head");
                break;
            case 5 when Title is null && tag.Name.Is("title"):
                hasFrame = true;
                TitleTag = tag.Span;
                Title = TextSpan.FromBounds(tag.Span.End, RawText.FindEnd(html, tag.Span.End, tag.Name));
                break;
        }
    }

    /// <summary>An end tag. What comes after the body's belongs to the body too, so the last one counts.</summary>
    public void End(in HtmlTokenizer tag)
    {
        if (tag.Name.Is("body"))
            isClosed = true;
        else if (isClosed || !tag.Name.Is("html"))
            return;
        bodyEnd = tag.Span.Start;
    }

    /// <summary>
    /// What the body holds: between its tags where it has them; without them all that comes after the head; the whole where there is
    /// no head either.
    /// </summary>
    public TextSpan FindBody(int firstBlock, int length)
    {
        var start = bodyTag?.End ?? (hasFrame ? firstBlock : 0);
        return TextSpan.FromBounds(start, bodyEnd < start ? length : bodyEnd);
    }

    /// <summary>Where the tag of the body starts; without one, the body itself.</summary>
    public int FindBodyTag(TextSpan body) => bodyTag?.Start ?? body.Start;

    private void ReadMeta(ReadOnlySpan<char> html, in HtmlTokenizer tag)
    {
        var name = Find(html, tag, "name") ?? Find(html, tag, "property");
        if (name is { } given && Find(html, tag, "content") is { } content)
            metas.Add(new MetaElement(given.Value, content.Value));
    }

    private static (TextSpan Name, TextSpan Value)? Find(ReadOnlySpan<char> html, in HtmlTokenizer tag, string name)
    {
        var attributes = tag.Attributes;
        while (attributes.MoveNext())
        {
            if (html.Slice(attributes.Name.Start, attributes.Name.Length).Equals(name, StringComparison.OrdinalIgnoreCase))
                return (attributes.Name, attributes.Value);
        }

        return null;
    }
}

/// <summary>A <c>&lt;meta&gt;</c>: where its name and its content stand.</summary>
internal readonly record struct MetaElement(TextSpan Name, TextSpan Content);
