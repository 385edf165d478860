using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Collects the links of Markdown while an article is rendered.</summary>
internal sealed class LinkRecorder(RenderBuffer buffer, ArticleFacts facts)
{
    private readonly Dictionary<LinkReferenceDefinition, int> byDefinition = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<LinkReferenceDefinition> usedUnseen = new(ReferenceEqualityComparer.Instance);
    private string text = "";
    private int bodyStart;

    public void Start(string text, int bodyStart)
    {
        this.text = text;
        this.bodyStart = bodyStart;
        byDefinition.Clear();
        usedUnseen.Clear();
        HidesText = false;
    }

    /// <summary>Whether some text was not rendered: the alternative text of a film.</summary>
    public bool HidesText { get; private set; }

    /// <summary>Whether a link that was rendered goes by this definition.</summary>
    public bool Uses(LinkReferenceDefinition definition) => byDefinition.ContainsKey(definition);

    /// <summary>Whether a link goes by this definition that is no link to readers: it stands in the alternative text of an image.</summary>
    public bool UsesUnseen(LinkReferenceDefinition definition) => usedUnseen.Contains(definition);

    /// <summary>A link of which only the text was rendered.</summary>
    public void AddUnseen(LinkInline link)
    {
        if (link.Reference is { } definition)
            usedUnseen.Add(definition);
    }

    /// <summary>What stands in the alternative text of an image that was rendered without it.</summary>
    public void AddHidden(LinkInline image)
    {
        HidesText = true;
        foreach (var link in image.FindDescendants<LinkInline>())
            AddUnseen(link);
    }

    /// <summary>A link whose URL was written from <paramref name="start"/> to here.</summary>
    public void Add(LinkInline link, int start) => Add(link, start, buffer.Position - start);

    /// <summary>A link whose URL stands at <paramref name="start"/>.</summary>
    public void Add(LinkInline link, int start, int length)
    {
        // A link to a heading by its text has none: it is made by the renderer, and right by construction.
        if (link.Url is not null)
            facts.Slots.Add(new FoundSlot(start, length, Find(link)));
    }

    /// <summary>A link whose URL does not stand in the output as written.</summary>
    public void AddWithoutSlot(LinkInline link)
    {
        if (link.Url is not null)
            Find(link);
    }

    /// <summary>A link between angle brackets.</summary>
    public void Add(AutolinkInline link, int start)
    {
        facts.Slots.Add(new FoundSlot(start, buffer.Position - start, facts.Links.Count));
        Add(link);
    }

    private void Add(AutolinkInline link) =>
        Add(link.IsEmail ? "mailto:" + link.Url : link.Url, DestinationLocator.Locate(text, link), LinkRole.Hyperlink);

    /// <summary>A definition that no link goes by: its destination is checked all the same.</summary>
    public void AddUnused(LinkReferenceDefinition definition) =>
        Add(definition.Url ?? "", DestinationLocator.Locate(text, definition), LinkRole.Hyperlink);

    /// <summary>A footnote that no mark leads to is not rendered: its links are checked all the same.</summary>
    public void AddUnused(Footnote footnote)
    {
        foreach (var node in footnote.Descendants())
        {
            if (node is LinkInline link)
                AddWithoutSlot(link);
            else if (node is AutolinkInline autolink)
                Add(autolink);
        }
    }

    /// <summary>An image without any alternative text.</summary>
    public void MissText(LinkInline image) =>
        facts.Report(MarkupErrors.ImageWithoutText(facts.File, facts.GetRange(DestinationLocator.LocateImage(text, image).Shift(bodyStart))));

    /// <summary>Uses of one definition are one link: its destination is written once, and wrong once.</summary>
    private int Find(LinkInline link)
    {
        if (link.Reference is { } definition)
        {
            if (byDefinition.TryGetValue(definition, out var known))
                return known;
            byDefinition.Add(definition, facts.Links.Count);
        }

        Add(link.Url!, DestinationLocator.Locate(text, link), link.IsImage ? LinkRole.Image : LinkRole.Hyperlink);
        return facts.Links.Count - 1;
    }

    private void Add(string destination, TextSpan span, LinkRole role) =>
        facts.Links.Add(new FoundLink(destination, span.Shift(bodyStart), role));
}
