using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>Where each unit of a text stands in its file, for a text of which a part may turn out to be the value.</summary>
public sealed class TextPlaces
{
    private readonly TextSpan[] places;

    internal TextPlaces(TextSpan[] places) => this.places = places;

    /// <summary>Where the part of the text from <paramref name="start"/> on stands.</summary>
    public TextSpan GetSpan(int start, int length) => length == 0
        ? new TextSpan(places[start].Start, 0)
        : TextSpan.FromBounds(places[start].Start, Math.Max(places[start].Start, places[start + length - 1].End));
}
