namespace Content.AspNetCore.Markup;

/// <summary>An element or text of a body, for what has to look at structure. Bodies were put right when they were compiled, so tags are taken at their word.</summary>
internal sealed class HtmlNode(string name, string text = "")
{
    /// <summary>How deep elements may lie in one another; what is deeper lies beside.</summary>
    private const int Deepest = 200;

    /// <summary>In lower case; empty for text.</summary>
    public string Name { get; } = name;

    public string Text { get; } = text;

    public Dictionary<string, string> Attributes { get; } = new(StringComparer.Ordinal);

    public List<HtmlNode> Children { get; } = [];

    public bool IsText => Name.Length == 0;

    public static HtmlNode Parse(ReadOnlySpan<byte> html)
    {
        var root = new HtmlNode("body");
        var open = new List<HtmlNode> { root };
        var reader = new HtmlReader(html);
        while (true)
        {
            switch (reader.Read())
            {
                case HtmlToken.End:
                    return root;
                case HtmlToken.Text when !reader.IsRawText:
                    open[^1].Children.Add(new HtmlNode("", reader.Text));
                    break;
                case HtmlToken.StartTag:
                    var element = new HtmlNode(reader.Name);
                    foreach (var attribute in reader.Attributes)
                        element.Attributes.TryAdd(attribute.Name, HtmlText.Decode(html.Slice(attribute.Start, attribute.Length)));
                    open[^1].Children.Add(element);
                    if (!IsVoid(reader.Name) && !reader.IsSelfClosing && open.Count < Deepest)
                        open.Add(element);
                    break;
                case HtmlToken.EndTag:
                    var name = reader.Name;
                    var last = open.FindLastIndex(candidate => candidate.Name == name);
                    if (last > 0)
                        open.RemoveRange(last, open.Count - last);
                    break;
            }
        }
    }

    /// <summary>All text below, as it stands.</summary>
    public string InnerText => IsText ? Text : string.Concat(Children.Select(child => child.InnerText));

    private static bool IsVoid(string name) =>
        name is "area" or "base" or "br" or "col" or "embed" or "hr" or "img" or "input" or "link" or "meta" or "source" or "track" or "wbr";
}
