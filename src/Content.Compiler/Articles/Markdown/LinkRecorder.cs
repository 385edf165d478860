using Content.Compiler.Sources;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>A link and where it is written; spans count in the article's body.</summary>
internal readonly record struct FoundLink(string Destination, TextSpan Span, LinkRole Role);

/// <summary>Where a link's URL stands in the rendered text.</summary>
internal readonly record struct FoundSlot(int Start, int Length, int Link);

/// <summary>Collects the links of one article while it is rendered.</summary>
internal sealed class LinkRecorder(RenderBuffer buffer)
{
    private readonly Dictionary<LinkReferenceDefinition, int> byDefinition = new(ReferenceEqualityComparer.Instance);
    private string text = "";

    public List<FoundLink> Links { get; } = [];

    public List<FoundSlot> Slots { get; } = [];

    public void Start(string text)
    {
        this.text = text;
        byDefinition.Clear();
        Links.Clear();
        Slots.Clear();
    }

    /// <summary>A link of Markdown whose URL was written from <paramref name="start"/> to here.</summary>
    public void Add(LinkInline link, int start) => Add(link, start, buffer.Position - start);

    /// <summary>A link of Markdown whose URL stands at <paramref name="start"/>.</summary>
    public void Add(LinkInline link, int start, int length)
    {
        // A link to a heading by its text has none: it is made by the renderer, and right by construction.
        if (link.Url is not null)
            Slots.Add(new FoundSlot(start, length, Find(link)));
    }

    /// <summary>A link of Markdown whose URL does not stand in the output as written.</summary>
    public void AddWithoutSlot(LinkInline link)
    {
        if (link.Url is not null)
            Find(link);
    }

    /// <summary>A link between angle brackets.</summary>
    public void Add(AutolinkInline link, int start)
    {
        var span = DestinationLocator.Locate(text, link);
        Slots.Add(new FoundSlot(start, buffer.Position - start, Links.Count));
        Links.Add(new FoundLink(link.IsEmail ? "mailto:" + link.Url : link.Url, span, LinkRole.Hyperlink));
    }

    /// <summary>Puts the links in the order of the file: an image inside a link, a footnote, a definition are rendered in another.</summary>
    public void Sort()
    {
        var isSorted = true;
        for (var index = 1; index < Links.Count && isSorted; index++)
            isSorted = Links[index - 1].Span.Start <= Links[index].Span.Start;
        if (isSorted)
            return;

        var order = new int[Links.Count];
        for (var index = 0; index < order.Length; index++)
            order[index] = index;
        var starts = Links.ConvertAll(link => link.Span.Start).ToArray();
        Array.Sort(starts, order);
        var sorted = new FoundLink[order.Length];
        var places = new int[order.Length];
        for (var index = 0; index < order.Length; index++)
        {
            sorted[index] = Links[order[index]];
            places[order[index]] = index;
        }

        Links.Clear();
        Links.AddRange(sorted);
        for (var index = 0; index < Slots.Count; index++)
            Slots[index] = Slots[index] with { Link = places[Slots[index].Link] };
    }

    /// <summary>Uses of one definition are one link: its destination is written once, and wrong once.</summary>
    private int Find(LinkInline link)
    {
        if (link.Reference is { } definition)
        {
            if (byDefinition.TryGetValue(definition, out var known))
                return known;
            byDefinition.Add(definition, Links.Count);
        }

        Links.Add(new FoundLink(link.Url!, DestinationLocator.Locate(text, link), link.IsImage ? LinkRole.Image : LinkRole.Hyperlink));
        return Links.Count - 1;
    }
}
