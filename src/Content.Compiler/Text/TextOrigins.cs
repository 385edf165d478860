using System.Collections.Immutable;

namespace Content.Compiler.Text;

/// <summary>A part of a text that is put together out of several files.</summary>
/// <param name="Start">Where it begins in that text.</param>
/// <param name="Source">The file that it was written in.</param>
/// <param name="SourceStart">Where it begins there.</param>
/// <param name="SourceLength">How much of the file it is; empty where nobody wrote it, such as the indentation of what is taken into a list.</param>
internal readonly record struct TextPart(int Start, SourceText Source, int SourceStart, int SourceLength);

/// <summary>Where the parts of a text were written. They are in order, and the first begins at its start.</summary>
internal sealed class TextOrigins(ImmutableArray<TextPart> parts)
{
    /// <summary>The place of <paramref name="span"/> in the file that it was written in; of one that goes over parts, as far as the first does.</summary>
    /// <param name="span">In the text.</param>
    /// <param name="own">The file that needs no name.</param>
    public TextRange GetRange(TextSpan span, string own)
    {
        var part = parts[Find(span.Start)];
        var start = Place(part, span.Start);
        var range = part.Source.Lines.GetRange(TextSpan.FromBounds(start, Math.Max(start, Place(part, span.End))));
        return part.Source.File == own ? range : range with { File = part.Source.File };
    }

    /// <summary>The file that <paramref name="offset"/> was written in.</summary>
    public string GetFile(int offset) => parts[Find(offset)].Source.File;

    private static int Place(TextPart part, int offset) => part.SourceStart + Math.Clamp(offset - part.Start, 0, part.SourceLength);

    private int Find(int offset)
    {
        var low = 0;
        var high = parts.Length - 1;
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (parts[middle].Start <= offset)
                low = middle;
            else
                high = middle - 1;
        }

        return low;
    }
}
