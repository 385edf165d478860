using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>
/// A piece of front matter or of a data file, the same for YAML, TOML and JSON. <paramref name="Span"/> covers the value as written
/// (a string with its quotes), counted from the start of the whole file.
/// </summary>
public abstract record MetadataNode(TextSpan Span);

/// <summary>A single value, decoded.</summary>
/// <param name="Span">As written.</param>
/// <param name="Kind">What the language says it is: in YAML by the core schema for plain scalars, a string where quoted.</param>
/// <param name="Text">
/// The decoded text: of a string its value; of a number, a boolean, a date or a null what was written.
/// May hold lone surrogates where an escape wrote one.
/// </param>
public sealed record MetadataScalar(TextSpan Span, MetadataKind Kind, string Text) : MetadataNode(Span)
{
    /// <summary>Where the parts of the text stand; null where only the whole has a place.</summary>
    public TextSourceMap? Places { get; init; }
}

/// <summary>A list.</summary>
public sealed record MetadataSequence(TextSpan Span, ImmutableArray<MetadataNode> Items) : MetadataNode(Span);

/// <summary>A mapping; keys in the order written, each once (a second is CONTENT1007 and is left out).</summary>
public sealed record MetadataMapping(TextSpan Span, ImmutableArray<MetadataProperty> Properties) : MetadataNode(Span)
{
    /// <summary>The property with exactly this key, or null.</summary>
    public MetadataProperty? Find(string key)
    {
        foreach (var property in Properties)
        {
            if (string.Equals(property.Key, key, StringComparison.Ordinal))
                return property;
        }

        return null;
    }
}

/// <summary>A key with its value.</summary>
/// <param name="Key">Decoded.</param>
/// <param name="KeySpan">The key as written, with its quotes, without the colon.</param>
/// <param name="Value">Its value.</param>
public sealed record MetadataProperty(string Key, TextSpan KeySpan, MetadataNode Value);

/// <summary>What a scalar is.</summary>
public enum MetadataKind
{
    /// <summary>Null, or nothing at all after the key (then the span is empty).</summary>
    Null,

    /// <summary>A string, quoted or not.</summary>
    String,

    /// <summary>A whole number, in any notation of its language.</summary>
    Integer,

    /// <summary>A number with a fraction or an exponent, infinity or not-a-number.</summary>
    Float,

    /// <summary>True or false.</summary>
    Boolean,

    /// <summary>A date or a time of TOML's own (YAML and JSON have none: theirs are strings).</summary>
    DateTime,
}

/// <summary>Where each unit of a text stands in its file, for a text of which a part may turn out to be the value.</summary>
public sealed class TextSourceMap
{
    private readonly TextSpan[] places;

    internal TextSourceMap(TextSpan[] places) => this.places = places;

    /// <summary>Where the part of the text from <paramref name="start"/> on stands.</summary>
    public TextSpan GetSpan(int start, int length) => length == 0
        ? new TextSpan(places[start].Start, 0)
        : TextSpan.FromBounds(places[start].Start, Math.Max(places[start].Start, places[start + length - 1].End));
}
