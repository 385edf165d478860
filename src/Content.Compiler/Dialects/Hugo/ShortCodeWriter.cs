using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.FrontMatter;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>
/// Replaces short codes: those that the tool itself has, and those that content.json says what they stand for. What the arguments say keeps its
/// place, so that a link in a figure is checked where it is written. Others stay as they are and are told.
/// </summary>
internal sealed class ShortCodeWriter(TextRewriter rewriter, ContentConfiguration configuration)
{
    private readonly string text = rewriter.Text;
    private readonly ShortCodeTemplate values = new(rewriter);
    private int unreadEnd;

    public void Write(List<ShortCode> codes)
    {
        var written = rewriter.BodyStart;
        foreach (var code in codes)
        {
            if (rewriter.IsFull)
                return;
            if (code.Span.Start >= written)
                written = Math.Max(written, Write(code));
        }
    }

    /// <summary>Gives the place that all is done up to.</summary>
    private int Write(ShortCode code)
    {
        if (code.Kind == ShortCodeKind.Shown)
        {
            Show(code);
        }
        else if (configuration.ShortCodes.TryGetValue(code.Kind == ShortCodeKind.Close ? code.Open?.Name ?? code.Name : code.Name, out var template))
        {
            // Reason: the page is there by now; where it could not be taken in, that was told.
            if (PageInclusions.PathOf(template) is null)
                Fill(code, template);
            else
                rewriter.Replace(code.Span);
        }
        else
        {
            switch (code.Name)
            {
                case "ref" or "relref" when (code.Find("path") ?? code.At(0)) is { } page:
                    rewriter.Replace(code.Span).Fill(DestinationEncoding.Encode(page.Value), DestinationForm.Name);
                    break;
                case "figure" when code.Kind != ShortCodeKind.Close && code.Find("src") is not null:
                    WriteFigure(code);
                    break;
                case "gist" when code.At(0) is { } user && code.At(1) is { } gist:
                    var address = $"https://gist.github.com/{Uri.EscapeDataString(user.Value)}/{Uri.EscapeDataString(gist.Value)}";
                    rewriter.Replace(code.Span).Fill($"<a href=\"{address}\">{address}</a>", DestinationForm.Address);
                    break;
                case "x" or "tweet" or "twitter" when code.Find("user") is { } author && code.Find("id") is { } post:
                    var url = $"https://x.com/{Uri.EscapeDataString(author.Value)}/status/{Uri.EscapeDataString(post.Value)}";
                    rewriter.Replace(code.Span).Fill($"<a class=\"twitter-tweet\" href=\"{url}\">{url}</a>", DestinationForm.Address);
                    break;
                case "param" when (code.At(0) ?? code.Find("name")) is { } key && FindParameter(key.Value) is { } known:
                    rewriter.Replace(code.Span).Fill(known);
                    break;
                case var name when EmbeddedShortCodes.Known.TryGetValue(code.Kind == ShortCodeKind.Close ? code.Open?.Name ?? name : name, out var embedded):
                    Fill(code, Named(code.Open ?? code, embedded.Template, embedded.First));
                    break;
                case "figure" when code.Open?.Find("src") is not null:
                    rewriter.Replace(code.Span);
                    break;
                case "highlight" when code is { Kind: ShortCodeKind.Open, Close: { } close }:
                    var whole = TextSpan.FromBounds(code.Span.Start, close.Span.End);
                    var language = code.At(0)?.Value ?? code.Find("lang")?.Value ?? "";
                    FencedCode.Write(
                        rewriter, whole, TextSpan.FromBounds(code.Span.End, close.Span.Start),
                        language.All(unit => char.IsLetterOrDigit(unit) || unit is '-' or '_' or '+' or '#' or '.') ? language : "",
                        "<div class=\"highlight\">", "</div>");
                    return whole.End;
                default:
                    LeaveUnread(code);
                    break;
            }
        }

        return code.Span.End;
    }

    /// <summary>What stands in a short code that nothing fills in is the site's affair, unless it says that it is Markdown: <c>{{% x %}}</c>.</summary>
    private void LeaveUnread(ShortCode code)
    {
        if (code is not { Kind: ShortCodeKind.Open, Close: { } close } || code.Span.Start < unreadEnd || text.AsSpan(code.Span.Start).StartsWith("{{%"))
            return;
        unreadEnd = close.Span.Start;
        rewriter.LeaveUnread(TextSpan.FromBounds(code.Span.End, unreadEnd));
    }

    /// <summary>The template with the value that has no name under its own, and what is not said left out.</summary>
    private static string Named(ShortCode code, string template, string first) =>
        template.Replace("{" + first + "}", code.Find(first) is not null ? "{" + first + "}" : code.At(0) is not null ? "{0}" : first == "summary" ? "Details" : code.Close is not null ? "{inner}" : "", StringComparison.Ordinal);

    /// <summary>What the article's own front matter gives to a parameter, which may be one in another.</summary>
    private string? FindParameter(string key)
    {
        var front = FrontMatterReader.Read(new SourceText("", text)).Root;
        var path = key.Split('.');
        var value = SiteFolder.Text(front, path) ?? SiteFolder.Text(front, ["params", .. path]);
        value ??= configuration.ShortCodes.FirstOrDefault(known => known.Key.Equals("param." + key, StringComparison.OrdinalIgnoreCase)).Value;
        return value is null ? null : System.Net.WebUtility.HtmlEncode(value);
    }

    /// <summary>Without the signs that escape it.</summary>
    private void Show(ShortCode code)
    {
        var open = text.IndexOf("/*", code.Span.Start, StringComparison.Ordinal);
        var close = text.LastIndexOf("*/", code.Span.End - 1, StringComparison.Ordinal);
        rewriter.Replace(code.Span)
            .Take(TextSpan.FromBounds(code.Span.Start, open))
            .Take(TextSpan.FromBounds(open + 2, close))
            .Take(TextSpan.FromBounds(close + 2, code.Span.End));
    }

    private void Fill(ShortCode code, string template)
    {
        var (before, after, holdsText) = ShortCodeTemplate.Split(template);
        var isBlock = code.Kind == ShortCodeKind.Close ? IsBlock(code.Open) : IsBlock(code);
        rewriter.Replace(code.Span);
        if (code.Kind == ShortCodeKind.Close)
        {
            if (isBlock && holdsText)
                rewriter.Fill("\n\n" + BlockStart.Before(after));
            values.FillValues(code.Open ?? code, after);
            if (isBlock)
                rewriter.Fill("\n\n");
        }
        else
        {
            if (isBlock && holdsText)
                rewriter.Fill(BlockStart.Before(before));
            values.FillValues(code, before);
            if (code.Close is null)
                values.FillValues(code, after);
            else if (isBlock && holdsText)
                rewriter.Fill("\n\n");
        }
    }

    /// <summary>What has lines of its own inside it is Markdown there.</summary>
    private bool IsBlock(ShortCode? open) =>
        open?.Close is { } close && text.AsSpan(open.Span.End, close.Span.Start - open.Span.End).Contains('\n');

    /// <summary>As Hugo's own template writes it.</summary>
    private void WriteFigure(ShortCode code)
    {
        rewriter.Replace(code.Span).Fill("<figure");
        Attribute(code, "class");
        rewriter.Fill(">");
        var isLink = code.Find("link") is not null;
        if (isLink)
        {
            rewriter.Fill("<a");
            Attribute(code, "link", "href");
            Attribute(code, "target");
            Attribute(code, "rel");
            rewriter.Fill(">");
        }

        rewriter.Fill("<img");
        Attribute(code, "src");
        Attribute(code, code.Find("alt") is null ? "caption" : "alt", "alt");
        foreach (var name in (string[])["width", "height", "loading"])
            Attribute(code, name);
        rewriter.Fill(">");
        if (isLink)
            rewriter.Fill("</a>");
        var (title, caption, attribution) = (code.Find("title"), code.Find("caption"), code.Find("attr"));
        if (title is not null || caption is not null || attribution is not null)
        {
            rewriter.Fill("<figcaption>");
            if (title is not null)
            {
                rewriter.Fill("<h4>");
                values.FillValue(title);
                rewriter.Fill("</h4>");
            }

            if (caption is not null || attribution is not null)
                WriteCaption(code, caption, attribution);
            rewriter.Fill("</figcaption>");
        }

        rewriter.Fill("</figure>");
    }

    private void WriteCaption(ShortCode code, ShortCodeArgument? caption, ShortCodeArgument? attribution)
    {
        rewriter.Fill("<p>");
        if (caption is not null)
            values.FillValue(caption);
        if (attribution is not null)
        {
            var isLink = code.Find("attrlink") is not null;
            rewriter.Fill(caption is null ? "" : " ");
            if (isLink)
            {
                rewriter.Fill("<a");
                Attribute(code, "attrlink", "href");
                rewriter.Fill(">");
            }

            values.FillValue(attribution);
            rewriter.Fill(isLink ? "</a>" : "");
        }

        rewriter.Fill("</p>");
    }

    private void Attribute(ShortCode code, string name, string? attribute = null)
    {
        if (code.Find(name) is not { } argument)
            return;
        rewriter.Fill($" {attribute ?? name}=\"");
        values.FillValue(argument);
        rewriter.Fill("\"");
    }
}
