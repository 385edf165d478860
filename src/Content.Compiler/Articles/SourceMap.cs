using Content.Compiler.Articles.Extraction;
using Content.Compiler.Articles.Html;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>
/// Which stretches of a rendered text were copied from the file, and from where. Rendered places are asked for mostly in their order,
/// which then costs nothing. Places in the source count in the file.
/// </summary>
internal sealed class SourceMap : ISourcePlaces
{
    private readonly List<Segment> segments = [];
    private int last;

    public bool IsEmpty => segments.Count == 0;

    /// <summary>Where the last stretch ends in the rendered text; nothing after it was written by the author.</summary>
    public int RenderedEnd => segments.Count == 0 ? 0 : segments[^1].End;

    public void Clear()
    {
        segments.Clear();
        last = 0;
    }

    /// <summary>Notes that what is rendered at <paramref name="rendered"/> stands at <paramref name="source"/>; calls come in order.</summary>
    public void Add(int rendered, int source, int length)
    {
        if (length > 0)
            segments.Add(new Segment(rendered, source, length));
    }

    /// <summary>The text is edited: what is left of it moves along. Edits are in order and do not overlap.</summary>
    public void Edit(IReadOnlyList<BodyEdit> edits)
    {
        var moved = new List<Segment>(segments.Count + edits.Count);
        var next = 0;
        var shift = 0;
        foreach (var segment in segments)
        {
            for (; next < edits.Count && edits[next].Start + edits[next].Length <= segment.Rendered; next++)
                shift += edits[next].Text.Length - edits[next].Length;
            var from = segment.Rendered;
            var (index, before) = (next, shift);
            for (; index < edits.Count && edits[index].Start < segment.End; index++)
            {
                Keep(segment, from, edits[index].Start, before);
                from = Math.Max(from, edits[index].Start + edits[index].Length);
                before += edits[index].Text.Length - edits[index].Length;
            }

            Keep(segment, from, segment.End, before);
        }

        segments.Clear();
        segments.AddRange(moved);
        last = 0;

        void Keep(Segment of, int from, int to, int by)
        {
            if (from < to)
                moved.Add(new Segment(from + by, of.Source + (from - of.Rendered), to - from));
        }
    }

    /// <summary>The text begins elsewhere: what stood before that is none of it.</summary>
    public void Move(int by)
    {
        for (var index = segments.Count - 1; index >= 0; index--)
        {
            var segment = segments[index];
            var cut = Math.Clamp(-by - segment.Rendered, 0, segment.Length);
            segments[index] = new Segment(segment.Rendered + cut + by, segment.Source + cut, segment.Length - cut);
        }

        segments.RemoveAll(segment => segment.Length == 0);
        last = 0;
    }

    /// <summary>Whether the character at <paramref name="rendered"/> was written by the author.</summary>
    public bool Contains(int rendered) => Find(rendered) is var index and >= 0 && rendered < segments[index].End;

    /// <summary>
    /// Where the rendered stretch stands in the file; where a part of it does not, as much as does. Empty stretches are places
    /// after the character before them.
    /// </summary>
    public TextSpan GetSource(TextSpan rendered)
    {
        if (segments.Count == 0)
            return default;
        var isEmpty = rendered.Length == 0;
        var start = isEmpty ? Math.Max(0, rendered.Start - 1) : rendered.Start;
        var end = isEmpty ? start : rendered.End - 1;
        var first = Math.Max(0, Find(start));
        if (start >= segments[first].End && first + 1 < segments.Count)
            first++;
        var from = segments[first].GetSource(start);
        if (isEmpty)
            return new TextSpan(from + (start >= segments[first].Rendered && start < segments[first].End && rendered.Start > 0 ? 1 : 0), 0);
        var final = Math.Max(first, Find(end));
        return TextSpan.FromBounds(from, Math.Max(from, segments[final].GetSource(end) + 1));
    }

    /// <summary>The last segment that starts at or before the place; -1 where there is none.</summary>
    private int Find(int rendered)
    {
        if (segments.Count == 0)
            return -1;
        if (segments[last].Rendered <= rendered)
        {
            // Forward by a few steps is the common case.
            for (var step = 0; step < 4; step++)
            {
                if (last + 1 == segments.Count || segments[last + 1].Rendered > rendered)
                    return last;
                last++;
            }
        }

        var low = 0;
        var high = segments.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (segments[middle].Rendered <= rendered)
                low = middle + 1;
            else
                high = middle - 1;
        }

        last = Math.Max(0, high);
        return high;
    }

    private readonly record struct Segment(int Rendered, int Source, int Length)
    {
        public int End => Rendered + Length;

        /// <summary>The place in the source; of a place outside, the nearest that is inside.</summary>
        public int GetSource(int rendered) => Source + Math.Clamp(rendered - Rendered, 0, Length - 1);
    }
}
