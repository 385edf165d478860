using System.Text;
using Content.Compiler.Text;
using Content.Runtime;

namespace Content.Compiler.Articles.Html;

/// <summary>The value of an attribute with its character references decoded, and where each unit of it is written.</summary>
internal readonly struct AttributeText
{
    private readonly int[]? places;
    private readonly int start;

    private AttributeText(string text, int start, int[]? places)
    {
        Text = text;
        this.start = start;
        this.places = places;
    }

    /// <summary>The decoded text.</summary>
    public string Text { get; }

    /// <summary>Decodes what stands at <paramref name="value"/>.</summary>
    public static AttributeText Decode(ReadOnlySpan<char> html, TextSpan value) => Decode(html, value, isAttribute: true);

    /// <summary>Likewise for what stands in an element, where <c>&amp;copy2026</c> is a reference.</summary>
    public static AttributeText DecodeText(ReadOnlySpan<char> html, TextSpan content) => Decode(html, content, isAttribute: false);

    private static AttributeText Decode(ReadOnlySpan<char> html, TextSpan value, bool isAttribute)
    {
        var written = html.Slice(value.Start, value.Length);
        if (!written.Contains('&'))
            return new AttributeText(written.ToString(), value.Start, null);

        var text = new StringBuilder(written.Length);
        var places = new List<int>(written.Length + 1);
        for (var index = 0; index < written.Length;)
        {
            var length = written[index] == '&' ? CharacterReference.Read(written[index..], text, isAttribute) : 0;
            if (length == 0)
            {
                text.Append(written[index]);
                length = 1;
            }

            while (places.Count < text.Length)
                places.Add(value.Start + index);
            index += length;
        }

        places.Add(value.End);
        return new AttributeText(text.ToString(), value.Start, [.. places]);
    }

    /// <summary>Where the decoded text from <paramref name="from"/> to <paramref name="to"/> is written.</summary>
    public TextSpan GetSpan(int from, int to) => places is null
        ? TextSpan.FromBounds(start + from, start + to)
        : TextSpan.FromBounds(places[from], places[to]);

    /// <summary>Where the text stands without white space around it, as browsers take a URL: the bounds in <see cref="Text"/>.</summary>
    public (int Start, int End) Trim()
    {
        var from = 0;
        var to = Text.Length;
        while (from < to && Text[from] <= ' ')
            from++;
        while (to > from && Text[to - 1] <= ' ')
            to--;
        return (from, to);
    }
}
