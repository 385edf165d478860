using Markdig.Helpers;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Notes where the raw HTML of an article comes from.</summary>
internal sealed class RawHtmlRecorder(SourceMap map)
{
    private string text = "";
    private int bodyStart;

    /// <summary>Whether there was any.</summary>
    public bool HasAny { get; private set; }

    public void Start(string text, int bodyStart)
    {
        this.text = text;
        this.bodyStart = bodyStart;
        HasAny = false;
        map.Clear();
    }

    /// <summary>A line of a block, rendered at <paramref name="rendered"/>.</summary>
    public void AddLine(int rendered, in StringLine line, ReadOnlySpan<char> content)
    {
        HasAny = true;
        if (ReferenceEquals(line.Slice.Text, text))
        {
            map.Add(rendered, bodyStart + line.Slice.Start, content.Length);
            return;
        }

        // A tab that only partly belongs to the line was replaced by spaces: what follows them stands in the source.
        var indent = content.Length - content.TrimStart().Length;
        var found = text.AsSpan(Math.Clamp(line.Position, 0, text.Length)).IndexOf(content[indent..], StringComparison.Ordinal);
        if (found >= 0)
            map.Add(rendered + indent, bodyStart + line.Position + found, content.Length - indent);
    }

    /// <summary>A tag or comment inside a text, rendered at <paramref name="rendered"/>.</summary>
    public void AddInline(int rendered, HtmlInline inline)
    {
        HasAny = true;
        var place = Math.Clamp(inline.Span.Start, 0, text.Length);
        var tag = inline.Tag.AsSpan();
        var isFirst = true;

        // Inside a quote or a list the lines of a tag have something before them in the source that they have not here.
        foreach (var range in tag.Split('\n'))
        {
            var line = tag[range].TrimEnd('\r');
            var (offset, length) = range.GetOffsetAndLength(tag.Length);
            if (line.IsEmpty)
                continue;
            var found = text.AsSpan(place).IndexOf(line, StringComparison.Ordinal);
            if (found < 0)
            {
                if (isFirst)
                    map.Add(rendered, bodyStart + place, Math.Min(length, text.Length - place));
                return;
            }

            map.Add(rendered + offset, bodyStart + place + found, line.Length);
            place += found + line.Length;
            isFirst = false;
        }
    }
}
