using Content.Compiler.Text;

namespace Content.Compiler.Dialects.Rewriting;

/// <summary>
/// Where code stands in Markdown: blocks between fences, and spans between backticks. Asked in the order of the text. Found in one pass, whatever
/// is left open.
/// </summary>
internal sealed class CodeRegions
{
    private readonly List<TextSpan> regions = [];
    private int next;

    /// <summary>Finds those of <paramref name="text"/> from <paramref name="start"/> on.</summary>
    public CodeRegions(string text, int start)
    {
        var paragraph = start;
        for (var line = start; line < text.Length;)
        {
            var end = EndOfLine(text, line);
            var content = text.AsSpan(line, end - line).TrimStart(" \t>");
            if (FenceOf(content) is { } fence)
            {
                FindSpans(text, paragraph, line);
                var close = FindClose(text, end, fence);
                Fences.Add(TextSpan.FromBounds(line, close));
                regions.Add(TextSpan.FromBounds(line, close));
                line = paragraph = close;
                continue;
            }

            if (content.Trim().IsEmpty)
            {
                FindSpans(text, paragraph, line);
                paragraph = end;
            }

            line = end;
        }

        FindSpans(text, paragraph, text.Length);
    }

    /// <summary>The blocks between fences, their fences included.</summary>
    public List<TextSpan> Fences { get; } = [];

    /// <summary>The region that <paramref name="offset"/> is in, or null.</summary>
    public TextSpan? Find(int offset)
    {
        while (next > 0 && regions[next - 1].Start > offset)
            next--;
        while (next < regions.Count && regions[next].End <= offset)
            next++;
        return next < regions.Count && regions[next].Start <= offset ? regions[next] : null;
    }

    /// <summary>The block that the line which starts at <paramref name="line"/> belongs to, or null.</summary>
    public TextSpan? FindFence(int line)
    {
        var (low, high) = (0, Fences.Count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (Fences[middle].Start > line)
                high = middle - 1;
            else if (Fences[middle].End <= line)
                low = middle + 1;
            else
                return Fences[middle];
        }

        return null;
    }

    /// <summary>Where the next line starts.</summary>
    public static int EndOfLine(string text, int line)
    {
        var end = text.IndexOf('\n', line);
        return end < 0 ? text.Length : end + 1;
    }

    private static (char Sign, int Length)? FenceOf(ReadOnlySpan<char> content)
    {
        // A fence can be the first that stands in a list item.
        while (ListMarker.Measure(content) is var marker and > 0 && marker < content.Length)
            content = content[marker..].TrimStart(" \t");
        if (content.Length < 3 || content[0] is not ('`' or '~'))
            return null;
        var length = content.IndexOfAnyExcept(content[0]);
        length = length < 0 ? content.Length : length;
        return length >= 3 && (content[0] == '~' || !content[length..].Contains('`')) ? (content[0], length) : null;
    }

    private static int FindClose(string text, int line, (char Sign, int Length) fence)
    {
        while (line < text.Length)
        {
            var end = EndOfLine(text, line);
            var content = text.AsSpan(line, end - line).TrimStart(" \t>").TrimEnd();
            if (content.Length >= fence.Length && content.IndexOfAnyExcept(fence.Sign) < 0)
                return end;
            line = end;
        }

        return text.Length;
    }

    /// <summary>A run of backticks closes at the next of its length; runs that none closes are text.</summary>
    private void FindSpans(string text, int start, int end)
    {
        if (start >= end || !text.AsSpan(start, end - start).Contains('`'))
            return;
        var runs = new List<TextSpan>();
        for (var place = start; place < end; place++)
        {
            if (text[place] == '\\')
            {
                place++;
            }
            else if (text[place] == '`')
            {
                var run = place;
                while (place < end && text[place] == '`')
                    place++;
                runs.Add(TextSpan.FromBounds(run, place--));
            }
        }

        // By length, where the next run of that length stands: from the last one on.
        var following = new int[runs.Count];
        var last = new Dictionary<int, int>();
        for (var index = runs.Count - 1; index >= 0; index--)
        {
            following[index] = last.GetValueOrDefault(runs[index].Length, -1);
            last[runs[index].Length] = index;
        }

        for (var index = 0; index < runs.Count; index++)
        {
            if (following[index] < 0)
                continue;
            regions.Add(TextSpan.FromBounds(runs[index].Start, runs[following[index]].End));
            index = following[index];
        }
    }
}
