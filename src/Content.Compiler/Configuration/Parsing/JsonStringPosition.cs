using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Finds the place in the file of a part of a JSON string.</summary>
internal static class JsonStringPosition
{
    /// <summary>Where the units from <paramref name="start"/> on stand of the decoded <paramref name="text"/>.</summary>
    public static TextSpan SpanOf(SourceText source, MetadataScalar text, int start, int length)
    {
        // Without an escape, what is written is what is meant, one quote later.
        if (text.Span.Length == text.Text.Length + 2)
            return new TextSpan(text.Span.Start + 1 + start, length);
        var begin = Skip(source.Text, text.Span.Start + 1, start);
        return TextSpan.FromBounds(begin, Skip(source.Text, begin, length));
    }

    private static int Skip(string written, int position, int units)
    {
        for (; units > 0 && position < written.Length; units--)
        {
            if (written[position] != '\\')
                position++;
            else
                position += position + 1 < written.Length && written[position + 1] == 'u' ? 6 : 2;
        }

        return Math.Min(position, written.Length);
    }
}
