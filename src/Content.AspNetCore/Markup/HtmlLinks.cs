using System.Text;

namespace Content.AspNetCore.Markup;

/// <summary>A link in HTML, and where its destination lies.</summary>
/// <param name="Start">In the bytes.</param>
/// <param name="Length">In bytes, as written.</param>
/// <param name="Destination">Decoded.</param>
/// <param name="IsChecked">Whether it leads to something that has to be there: not a mere hint to the browser.</param>
internal readonly record struct HtmlLink(int Start, int Length, string Destination, bool IsChecked);

/// <summary>Every destination and every id of an HTML document, with places.</summary>
internal sealed class HtmlLinks
{
    private HtmlLinks()
    {
    }

    /// <summary>In the order of the document.</summary>
    public List<HtmlLink> Links { get; } = [];

    /// <summary>What a fragment can name.</summary>
    public List<string> Ids { get; } = [];

    /// <summary>The <c>href</c> of a <c>base</c> element; null where there is none.</summary>
    public string? Base { get; private set; }

    public static HtmlLinks Read(ReadOnlySpan<byte> html)
    {
        var links = new HtmlLinks();
        var reader = new HtmlReader(html);
        while (true)
        {
            switch (reader.Read())
            {
                case HtmlToken.End:
                    return links;
                case HtmlToken.StartTag:
                    links.Add(html, reader);
                    break;
            }
        }
    }

    /// <summary>The document with its destinations replaced; null leaves one as it is.</summary>
    public byte[] Rewrite(ReadOnlySpan<byte> html, Func<string, string?> replace)
    {
        var output = new MemoryStream(html.Length + html.Length / 8);
        var from = 0;
        foreach (var link in Links)
        {
            if (replace(link.Destination) is not { } replaced)
                continue;
            output.Write(html[from..link.Start]);
            output.Write(Encoding.UTF8.GetBytes(Escape(replaced)));
            from = link.Start + link.Length;
        }

        output.Write(html[from..]);
        return output.ToArray();
    }

    /// <summary>Right in every kind of quotes, and without any.</summary>
    private static string Escape(string value) => value.Replace("&", "&amp;", StringComparison.Ordinal).Replace("\"", "&quot;", StringComparison.Ordinal)
        .Replace("'", "&#39;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal)
        .Replace(" ", "%20", StringComparison.Ordinal);

    private void Add(ReadOnlySpan<byte> html, scoped in HtmlReader reader)
    {
        foreach (var attribute in reader.Attributes)
        {
            var value = html.Slice(attribute.Start, attribute.Length);
            switch (attribute.Name)
            {
                case "id":
                    Ids.Add(HtmlText.Decode(value));
                    break;
                case "name" when reader.Name == "a":
                    Ids.Add(HtmlText.Decode(value));
                    break;
                case "href" when reader.Name == "base":
                    Base ??= HtmlText.Decode(value);
                    break;
                case "href" when reader.Name == "link" && reader.ValueOf("rel") is { } rel
                    && (rel.Contains("preconnect", StringComparison.OrdinalIgnoreCase) || rel.Contains("dns-prefetch", StringComparison.OrdinalIgnoreCase)):
                    break;
                case "href" when reader.Name is "a" or "area" or "link" or "use" or "image":
                case "src" when reader.Name is "img" or "script" or "source" or "video" or "audio" or "track" or "iframe" or "embed" or "input" or "frame":
                case "poster" when reader.Name == "video":
                case "data" when reader.Name == "object":
                case "action" when reader.Name == "form":
                case "formaction" when reader.Name is "button" or "input":
                case "longdesc" or "background" or "xlink:href":
                    AddDestination(value, attribute.Start, isChecked: true);
                    break;
                case "cite" when reader.Name is "blockquote" or "q" or "ins" or "del":
                    AddDestination(value, attribute.Start, isChecked: false);
                    break;
                case "srcset" or "imagesrcset":
                    AddCandidates(value, attribute.Start);
                    break;
                case "content" when reader.Name == "meta":
                    AddMeta(value, attribute.Start, reader.ValueOf("http-equiv"), reader.ValueOf("property") ?? reader.ValueOf("name"));
                    break;
            }
        }
    }

    private void AddDestination(ReadOnlySpan<byte> value, int start, bool isChecked)
    {
        var trimmed = value.TrimStart(" \t\n\r\f"u8);
        start += value.Length - trimmed.Length;
        trimmed = trimmed.TrimEnd(" \t\n\r\f"u8);
        Links.Add(new HtmlLink(start, trimmed.Length, HtmlText.Decode(trimmed), isChecked));
    }

    /// <summary>Destinations with a width or density behind each, divided by commas.</summary>
    private void AddCandidates(ReadOnlySpan<byte> value, int start)
    {
        for (var at = 0; at < value.Length;)
        {
            while (at < value.Length && (value[at] <= ' ' || value[at] == ','))
                at++;
            var from = at;
            while (at < value.Length && value[at] > ' ')
                at++;
            var end = at;
            while (end > from && value[end - 1] == ',')
                end--;
            if (end > from)
                AddDestination(value[from..end], start + from, isChecked: true);
            if (end == at)
            {
                while (at < value.Length && value[at] != ',')
                    at++;
            }
        }
    }

    private void AddMeta(ReadOnlySpan<byte> value, int start, string? equivalent, string? property)
    {
        if ("refresh".Equals(equivalent, StringComparison.OrdinalIgnoreCase))
        {
            var at = value.IndexOf("url="u8);
            if (at < 0)
                at = value.IndexOf("URL="u8);
            if (at >= 0)
                AddDestination(value[(at + 4)..], start + at + 4, isChecked: true);
        }
        else if (property is "og:image" or "og:url" or "twitter:image" or "og:image:url" or "og:video" or "og:audio")
        {
            AddDestination(value, start, isChecked: true);
        }
    }
}
