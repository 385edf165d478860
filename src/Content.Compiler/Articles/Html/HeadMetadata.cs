using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// What the head of a document offers as metadata: <c>title</c>, <c>lang</c>, and each meta by the name that it has. Of a name given
/// more than once a list takes all, anything else the first.
/// </summary>
internal sealed class HeadMetadata
{
    /// <summary>The one meta whose content the standard divides, at commas.</summary>
    private const string Keywords = "keywords";

    private readonly ReadOnlyMemory<char> html;
    private readonly int start;
    private readonly CollectionDefinition collection;
    private readonly List<(string Key, TextSpan KeySpan, List<MetadataNode> Values)> found = [];
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    private HeadMetadata(ReadOnlyMemory<char> html, int start, CollectionDefinition collection)
    {
        this.html = html;
        this.start = start;
        this.collection = collection;
    }

    /// <summary>The metadata of a document that starts at <paramref name="start"/> in its file.</summary>
    public static MetadataMapping Read(DocumentFrame frame, ReadOnlyMemory<char> html, int start, CollectionDefinition collection)
    {
        var head = new HeadMetadata(html, start, collection);
        if (frame.Title is { } title)
            head.Add("title", frame.TitleTag, AttributeText.DecodeText(html.Span, title));
        foreach (var meta in frame.Metas)
            head.Add(AttributeText.Decode(html.Span, meta.Name).Text.Trim(), meta.Name, AttributeText.Decode(html.Span, meta.Content));
        if (frame.Language is { } language)
            head.Add("lang", language.Name, AttributeText.Decode(html.Span, language.Value));
        return new MetadataMapping(new TextSpan(start, html.Length), [.. head.found.Select(head.Conclude)]);
    }

    private void Add(string name, TextSpan nameSpan, in AttributeText text)
    {
        var (from, to) = text.Trim();
        if (name.Length == 0 || from == to)
            return;
        var key = KeyOf(name);
        if (!indexes.TryGetValue(key, out var index))
        {
            index = indexes[key] = found.Count;
            found.Add((key, nameSpan.Shift(start), []));
        }

        var values = found[index].Values;
        if (!IsList(key))
        {
            if (values.Count == 0)
                values.Add(Scalar(text, from, to));
        }
        else if (name.Equals(Keywords, StringComparison.OrdinalIgnoreCase))
        {
            Divide(text, values);
        }
        else
        {
            values.Add(Scalar(text, from, to));
        }
    }

    private void Divide(in AttributeText text, List<MetadataNode> values)
    {
        foreach (var range in text.Text.AsSpan().Split(','))
        {
            var (offset, length) = range.GetOffsetAndLength(text.Text.Length);
            var item = text.Text.AsSpan(offset, length);
            var from = offset + length - item.TrimStart().Length;
            var to = offset + item.TrimEnd().Length;
            if (from < to)
                values.Add(Scalar(text, from, to));
        }
    }

    private MetadataScalar Scalar(in AttributeText text, int from, int to) =>
        new(text.GetSpan(from, to).Shift(start), MetadataKind.String, HtmlText.Collapse(text.Text.AsSpan(from, to - from)));

    private MetadataProperty Conclude((string Key, TextSpan KeySpan, List<MetadataNode> Values) property) => new(
        property.Key,
        property.KeySpan,
        property.Values is [var only] ? only
            : new MetadataSequence(TextSpan.FromBounds(property.Values[0].Span.Start, property.Values[^1].Span.End), [.. property.Values]));

    /// <summary>The names of metas differ by case from page to page, and the standard says that it does not count.</summary>
    private string KeyOf(string name)
    {
        if (collection.IndexOfField(name) >= 0)
            return name;
        var field = collection.Fields.FirstOrDefault(field => field.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return field?.Key ?? name;
    }

    private bool IsList(string key) => collection.IndexOfField(key) is var index and >= 0 && collection.Fields[index].IsList;
}
