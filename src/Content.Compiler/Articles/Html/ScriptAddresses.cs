using Content.Compiler.Diagnostics;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>Addresses that can run a script and are no links: of forms, of animations in SVG, in a refresh, of a base, in a page within the page. CONTENT2015.</summary>
internal static class ScriptAddresses
{
    /// <summary>Looks at the attributes of the current tag of <paramref name="tokens"/>.</summary>
    public static void Report(ReadOnlySpan<char> html, in HtmlTokenizer tokens, ArticleFacts facts, SourceMap map)
    {
        var reader = tokens.Attributes;
        while (reader.MoveNext())
        {
            var name = html.Slice(reader.Name.Start, reader.Name.Length);
            if (reader.Value.Length == 0 || !MayRun(tokens.Name, name))
                continue;
            var value = AttributeText.Decode(html, reader.Value);
            if (name.Is("srcdoc"))
            {
                if (HasScript(value.Text))
                    facts.Report(DestinationErrors.UnsafePage(facts.File, facts.GetRange(map.GetSource(reader.Value))));
                continue;
            }

            foreach (var (start, end) in Addresses(tokens.Name, name, value.Text))
            {
                if (UnsafeScheme.Find(value.Text[start..end], isImage: name.Is("background")) is { } scheme)
                    facts.Report(DestinationErrors.UnsafeScheme(facts.File, facts.GetRange(map.GetSource(value.GetSpan(start, end))), scheme));
            }
        }
    }

    private static bool MayRun(ReadOnlySpan<char> element, ReadOnlySpan<char> name) => name.Length switch
    {
        2 => name.Is("to") || name.Is("by"),
        4 => name.Is("ping") || name.Is("from") || name.Is("icon") || name.Is("code") || (name.Is("href") && element.Is("base")),
        6 => name.Is("action") || name.Is("srcdoc") || name.Is("values") || name.Is("lowsrc") || name.Is("dynsrc"),
        7 => name.Is("archive") || name.Is("classid") || (name.Is("content") && element.Is("meta")),
        8 => name.Is("manifest") || name.Is("longdesc") || name.Is("codebase"),
        10 => name.Is("formaction") || name.Is("background") || name.Is("xlink:href"),
        _ => false,
    };

    /// <summary>Where the addresses stand in a value, without the white space around them.</summary>
    private static List<(int Start, int End)> Addresses(ReadOnlySpan<char> element, ReadOnlySpan<char> name, string value)
    {
        var found = new List<(int, int)>();
        if (name.Is("content"))
        {
            // <meta http-equiv="refresh" content="0; url='javascript:x'">; of another meta nothing looks so.
            var url = value.IndexOf("url", StringComparison.OrdinalIgnoreCase);
            var equals = url < 0 ? -1 : value.IndexOf('=', url);
            if (equals >= 0 && value.AsSpan(url + 3, equals - url - 3).IsWhiteSpace())
                Add(equals + 1, value.Length);
        }
        else if (name.Is("values"))
        {
            var start = 0;
            foreach (var part in value.Split(';'))
            {
                Add(start, start + part.Length);
                start += part.Length + 1;
            }
        }
        else if (!name.Is("to") && !name.Is("from") && !name.Is("by") || element.IsAny("animate", "set", "animateTransform", "animateMotion", "animateColor"))
        {
            Add(0, value.Length);
        }

        return found;

        void Add(int from, int to)
        {
            while (from < to && (value[from] <= ' ' || value[from] is '"' or '\''))
                from++;
            while (to > from && (value[to - 1] <= ' ' || value[to - 1] is '"' or '\''))
                to--;
            if (from < to)
                found.Add((from, to));
        }
    }

    /// <summary>Whether a page has anything that runs.</summary>
    private static bool HasScript(string page)
    {
        var tokens = new HtmlTokenizer(page);
        while (tokens.MoveNext())
        {
            if (tokens.Kind != HtmlTokenKind.StartTag)
                continue;
            if (tokens.Name.Is("script"))
                return true;
            var reader = tokens.Attributes;
            while (reader.MoveNext())
            {
                var name = page.AsSpan(reader.Name.Start, reader.Name.Length);
                if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || name.Is("srcdoc"))
                    return true;
                if (UnsafeScheme.Find(AttributeText.Decode(page, reader.Value).Text, isImage: tokens.Name.Is("img")) is not null)
                    return true;
            }
        }

        return false;
    }
}
