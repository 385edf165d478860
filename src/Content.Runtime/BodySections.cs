using System.Text;

namespace Content.Runtime;

/// <summary>A body divided at its headings. The first section is what stands before them, and may be empty.</summary>
internal readonly ref struct BodySections
{
    private readonly ReadOnlySpan<byte> html;
    private readonly List<(int Start, int Heading)> starts = [(0, -1)];

    public BodySections(ReadOnlySpan<byte> html, IReadOnlyList<Heading> headings)
    {
        this.html = html;
        Headings = headings;
        var from = 0;
        for (var number = 0; number < headings.Count; number++)
        {
            if (headings[number].Id.Length == 0 || FindHeading(headings[number], from) is not (var start and >= 0))
                continue;
            starts.Add((start, number));
            from = start + 1;
        }
    }

    public int Count => starts.Count;

    public IReadOnlyList<Heading> Headings { get; }

    /// <summary>The heading that a section begins with.</summary>
    public Heading? GetHeading(int section) => starts[section].Heading is var number and >= 0 ? Headings[number] : null;

    public ReadOnlySpan<byte> GetHtml(int section) => html[starts[section].Start..(section + 1 < starts.Count ? starts[section + 1].Start : html.Length)];

    /// <summary>Where the tag with the heading's id starts, from <paramref name="from"/> on; -1 where it is written in another way than ours.</summary>
    private int FindHeading(Heading heading, int from)
    {
        var id = heading.Id.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
            .Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
        return FindTag($" id=\"{id}\"", from) is var found and >= 0 ? found : FindTag($" id='{id}'", from) is var quoted and >= 0 ? quoted : FindTag($" id={id}", from);
    }

    private int FindTag(string attribute, int from)
    {
        var pattern = Encoding.UTF8.GetBytes(attribute);
        for (var at = from; html[at..].IndexOf(pattern) is var place and >= 0; at += place + 1)
        {
            var tag = html[..(at + place)].LastIndexOf((byte)'<');
            if (tag >= from && html[tag + 1] is (byte)'h' or (byte)'H' && html[tag + 2] is >= (byte)'1' and <= (byte)'6')
                return tag;
        }

        return -1;
    }
}
