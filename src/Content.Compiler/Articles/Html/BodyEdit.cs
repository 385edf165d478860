using System.Text;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>Text that takes the place of a stretch of a document.</summary>
/// <param name="Start">Where the stretch starts.</param>
/// <param name="Length">How long it is; 0 inserts.</param>
/// <param name="Text">What takes its place.</param>
/// <param name="IsSlot">Whether it is the text of a slot.</param>
internal readonly record struct BodyEdit(int Start, int Length, string Text, bool IsSlot);

/// <summary>Cuts a body out of a document and edits it; slots move along.</summary>
internal static class BodyEdits
{
    /// <summary>
    /// The text of the body at <paramref name="body"/> in <paramref name="html"/>. Slots and edits are in order and do not overlap;
    /// slots outside of the body go.
    /// </summary>
    public static ReadOnlyMemory<char> Apply(ReadOnlyMemory<char> html, TextSpan body, List<FoundSlot> slots, List<BodyEdit> edits)
    {
        slots.RemoveAll(slot => slot.Start < body.Start || slot.Start + slot.Length > body.End);
        if (edits.Count == 0)
        {
            for (var index = 0; index < slots.Count && body.Start > 0; index++)
                slots[index] = slots[index] with { Start = slots[index].Start - body.Start };
            return html.Slice(body.Start, body.Length);
        }

        var text = new StringBuilder(body.Length + edits.Count * 16);
        var from = body.Start;
        var next = 0;
        var shift = -body.Start;
        foreach (var edit in edits)
        {
            if (edit.Start < body.Start || edit.Start + edit.Length > body.End)
                continue;
            for (; next < slots.Count && slots[next].Start < edit.Start; next++)
                slots[next] = slots[next] with { Start = slots[next].Start + shift };
            text.Append(html.Span[from..edit.Start]).Append(edit.Text);
            from = edit.Start + edit.Length;
            if (edit.IsSlot)
            {
                slots[next] = slots[next] with { Start = slots[next].Start + shift, Length = edit.Text.Length };
                next++;
            }

            shift += edit.Text.Length - edit.Length;
        }

        for (; next < slots.Count; next++)
            slots[next] = slots[next] with { Start = slots[next].Start + shift };
        return text.Append(html.Span[from..body.End]).ToString().AsMemory();
    }
}
