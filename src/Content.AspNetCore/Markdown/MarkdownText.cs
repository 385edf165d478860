using System.Buffers;
using System.Text;
using Content.AspNetCore.Markup;

namespace Content.AspNetCore.Markdown;

/// <summary>Writes a rendered body as Markdown once more.</summary>
internal sealed class MarkdownText
{
    private static readonly SearchValues<char> markup = SearchValues.Create("\\*`[]<_");

    private readonly StringBuilder text = new();
    private readonly Func<string, string> absolute;

    /// <summary>What every line begins with: quotes and the indentation of lists.</summary>
    private string prefix = "";
    private int waiting;
    private bool isAtStart = true;

    private MarkdownText(Func<string, string> absolute) => this.absolute = absolute;

    /// <param name="title">Becomes the first heading where the body has none of the first level.</param>
    /// <param name="html">The body.</param>
    /// <param name="absolute">Makes a destination absolute.</param>
    public static string Of(string? title, ReadOnlySpan<byte> html, Func<string, string> absolute)
    {
        var body = HtmlNode.Parse(html);
        var writer = new MarkdownText(absolute);
        if (title is { Length: > 0 } && !Contains(body, "h1"))
        {
            writer.Begin("# ");
            writer.Append(Escape(title));
            writer.EndBlock();
        }

        writer.WriteBlocks(body);
        return writer.text.ToString().TrimEnd('\n', ' ') + "\n";
    }

    private static bool Contains(HtmlNode node, string name) => node.Name == name || node.Children.Exists(child => Contains(child, name));

    private void WriteBlocks(HtmlNode parent)
    {
        foreach (var node in parent.Children)
            WriteBlock(node);
    }

    private void WriteBlock(HtmlNode node)
    {
        switch (node.Name)
        {
            case "h1" or "h2" or "h3" or "h4" or "h5" or "h6":
                Begin(new string('#', node.Name[1] - '0') + " ");
                WriteInlines(node);
                EndBlock();
                break;
            case "p" or "dt" or "figcaption" or "summary" or "caption":
                EndBlock();
                WriteInlines(node);
                EndBlock();
                break;
            case "dd":
                WriteItem(": ", node);
                EndBlock();
                break;
            case "pre":
                WriteCode(node);
                break;
            case "blockquote":
                Nest("> ", () => WriteBlocks(node));
                break;
            case "ul" or "ol" or "menu":
                WriteList(node);
                break;
            case "table":
                WriteTable(node);
                break;
            case "hr":
                Begin("---");
                EndBlock();
                break;
            case "script" or "style" or "template" or "svg" or "noscript":
                break;
            case "div" or "section" or "article" or "aside" or "details" or "figure" or "header" or "footer" or "main" or "nav" or "dl" or "center" or "body" or "address" or "form" or "fieldset":
                EndBlock();
                WriteBlocks(node);
                EndBlock();
                break;
            default:
                WriteInline(node);
                break;
        }
    }

    private void WriteList(HtmlNode list)
    {
        var number = list.Name == "ol" && int.TryParse(list.Attributes.GetValueOrDefault("start", "1"), out var start) ? start : 1;
        EndBlock();
        foreach (var item in list.Children.Where(child => child.Name == "li"))
        {
            WriteItem(list.Name == "ol" ? $"{number++}. " : "- ", item);
            // Items of one line stand close.
            waiting = Math.Min(waiting, item.Children.Exists(child => child.Name == "p") ? 2 : 1);
        }

        EndBlock();
    }

    private void WriteItem(string marker, HtmlNode item)
    {
        if (waiting == 0 && !isAtStart)
            waiting = 1;
        Append(marker, isMarkup: true);
        var outer = prefix;
        prefix += new string(' ', marker.Length);
        isAtStart = true;
        foreach (var child in item.Children)
        {
            // What follows the text of an item closely belongs to it.
            if (child.Name is "ul" or "ol" && !isAtStart)
                waiting = 1;
            if (child.Name is "ul" or "ol")
                WriteNested(child);
            else
                WriteBlock(child);
        }

        prefix = outer;
        isAtStart = false;
        waiting = Math.Max(waiting, 1);
    }

    private void WriteNested(HtmlNode list)
    {
        var number = 1;
        foreach (var item in list.Children.Where(child => child.Name == "li"))
            WriteItem(list.Name == "ol" ? $"{number++}. " : "- ", item);
    }

    private void Nest(string more, Action write)
    {
        EndBlock();
        Break();
        var outer = prefix;
        prefix += more;
        text.Append(more);
        isAtStart = true;
        write();
        prefix = outer;
        isAtStart = false;
        EndBlock();
    }

    private void WriteCode(HtmlNode node)
    {
        var code = node.Children.Find(child => child.Name == "code") ?? node;
        var language = code.Attributes.GetValueOrDefault("class", "").Split(' ').FirstOrDefault(name => name.StartsWith("language-", StringComparison.Ordinal))?["language-".Length..] ?? "";
        var lines = code.InnerText.TrimEnd('\n').Split('\n');
        var fence = "```";
        while (Array.Exists(lines, line => line.TrimStart().StartsWith(fence, StringComparison.Ordinal)))
            fence += "`";
        Begin(fence + language);
        foreach (var line in lines)
        {
            waiting = 1;
            Break(trim: line.Length == 0);
            text.Append(line);
        }

        waiting = 1;
        Break();
        text.Append(fence);
        EndBlock();
    }

    private void WriteTable(HtmlNode table)
    {
        var rows = new List<List<string>>();
        Collect(table);
        if (rows.Count == 0)
            return;
        var width = rows.Max(row => row.Count);
        EndBlock();
        for (var index = 0; index < rows.Count; index++)
        {
            Append("| " + string.Join(" | ", rows[index].Concat(Enumerable.Repeat("", width - rows[index].Count))) + " |", isMarkup: true);
            waiting = 1;
            if (index == 0)
            {
                Append("|" + string.Concat(Enumerable.Repeat("---|", width)), isMarkup: true);
                waiting = 1;
            }
        }

        EndBlock();

        void Collect(HtmlNode node)
        {
            foreach (var child in node.Children)
            {
                if (child.Name == "tr")
                    rows.Add([.. child.Children.Where(cell => cell.Name is "td" or "th").Select(WriteCell)]);
                else if (child.Name is "thead" or "tbody" or "tfoot")
                    Collect(child);
            }
        }
    }

    private string WriteCell(HtmlNode cell)
    {
        var writer = new MarkdownText(absolute);
        writer.WriteInlines(cell);
        return writer.text.ToString().Trim().Replace("\n", " ", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal);
    }

    private void WriteInlines(HtmlNode parent)
    {
        foreach (var node in parent.Children)
            WriteInline(node);
    }

    private void WriteInline(HtmlNode node)
    {
        switch (node.Name)
        {
            case "":
                WriteText(node.Text);
                break;
            case "strong" or "b":
                Surround("**", node);
                break;
            case "em" or "i":
                Surround("*", node);
                break;
            case "del" or "s":
                Surround("~~", node);
                break;
            case "code" or "kbd" or "samp":
                WriteCodeSpan(node.InnerText.Replace('\n', ' '));
                break;
            case "br":
                text.Append("  ");
                waiting = 1;
                break;
            case "a" when node.Attributes.TryGetValue("href", out var href):
                WriteLink(node, href);
                break;
            case "img":
                if (node.Attributes.TryGetValue("src", out var source))
                    Append($"![{Escape(node.Attributes.GetValueOrDefault("alt", ""))}]({Destination(source)})", isMarkup: true);
                break;
            case "input" when node.Attributes.GetValueOrDefault("type") == "checkbox":
                Append(node.Attributes.ContainsKey("checked") ? "[x]" : "[ ]", isMarkup: true);
                break;
            case "script" or "style" or "template" or "svg":
                break;
            case "p" or "div" or "ul" or "ol" or "pre" or "blockquote" or "table" or "h1" or "h2" or "h3" or "h4" or "h5" or "h6" or "dl" or "section" or "details" or "figure":
                WriteBlock(node);
                break;
            default:
                WriteInlines(node);
                break;
        }
    }

    private void WriteLink(HtmlNode node, string href)
    {
        // The way to a heading itself, and back from a footnote, is nothing to read.
        if (href.StartsWith('#') && node.InnerText.Trim().Length <= 1)
            return;
        Append("[", isMarkup: true);
        WriteInlines(node);
        Append($"]({Destination(href)})", isMarkup: true);
    }

    private string Destination(string written)
    {
        var destination = absolute(written);
        return destination.AsSpan().IndexOfAny(" ()<>") >= 0
            ? destination.Replace(" ", "%20", StringComparison.Ordinal).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)
                .Replace("<", "%3C", StringComparison.Ordinal).Replace(">", "%3E", StringComparison.Ordinal)
            : destination;
    }

    private void Surround(string mark, HtmlNode node)
    {
        if (node.InnerText.Length == 0)
            return;
        Append(mark, isMarkup: true);
        WriteInlines(node);
        Append(mark, isMarkup: true);
    }

    private void WriteCodeSpan(string code)
    {
        var fence = "`";
        while (code.Contains(fence, StringComparison.Ordinal))
            fence += "`";
        Append(fence.Length == 1 ? $"`{code}`" : $"{fence} {code} {fence}", isMarkup: true);
    }

    private void WriteText(string written)
    {
        var lines = written.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0 && !isAtStart)
                waiting = Math.Max(waiting, 1);
            var line = waiting > 0 || isAtStart ? lines[index].TrimStart() : lines[index];
            if (line.Trim().Length > 0 || line.Length > 0 && waiting == 0)
                Append(Escape(line));
        }
    }

    private void Begin(string marker)
    {
        EndBlock();
        Append(marker, isMarkup: true);
    }

    private void EndBlock()
    {
        if (!isAtStart)
            waiting = 2;
    }

    private void Append(string written, bool isMarkup = false)
    {
        var isLineStart = waiting > 0 || isAtStart;
        Break();
        isAtStart = false;
        if (isLineStart && !isMarkup && written.Length > 0 && (written[0] is '#' or '>' or '+' or '-' || char.IsAsciiDigit(written[0]) && IsNumbered(written)))
            text.Append('\\');
        text.Append(written);
    }

    private static bool IsNumbered(string written)
    {
        var digits = 0;
        while (digits < written.Length && char.IsAsciiDigit(written[digits]))
            digits++;
        return digits + 1 < written.Length && written[digits] is '.' or ')' && written[digits + 1] == ' ';
    }

    private void Break(bool trim = false)
    {
        for (; waiting > 0; waiting--)
            text.Append('\n').Append(waiting > 1 || trim ? prefix.TrimEnd() : prefix);
    }

    /// <summary>What Markdown would take for markup. An underscore inside a word is none.</summary>
    private static string Escape(string written)
    {
        if (written.AsSpan().IndexOfAny(markup) < 0)
            return written;
        var escaped = new StringBuilder(written.Length + 8);
        for (var index = 0; index < written.Length; index++)
        {
            var isMarkup = written[index] switch
            {
                '\\' or '*' or '`' or '[' or ']' or '<' => true,
                '_' => index == 0 || index == written.Length - 1 || !char.IsLetterOrDigit(written[index - 1]) || !char.IsLetterOrDigit(written[index + 1]),
                _ => false,
            };
            if (isMarkup)
                escaped.Append('\\');
            escaped.Append(written[index]);
        }

        return escaped.ToString();
    }
}
