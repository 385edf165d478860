using System.Text;
using Markdig.Extensions.GenericAttributes;
using Markdig.Helpers;
using Markdig.Renderers.Html;

namespace Content.Compiler.Articles.Markdown;

/// <summary>
/// Attributes in braces of which one has a single letter: <c>{#A}</c>, <c>{.x}</c>, <c>{width=5}</c>. Markdig's parser takes none of them, so each such
/// letter gets a second character for it, which is taken off what it read.
/// </summary>
internal static class ShortAttributes
{
    /// <summary>Nobody writes it: it is no character.</summary>
    private const char Filler = '\ufffe';

    /// <summary>Reads what stands at the start of <paramref name="slice"/> and goes behind it; false where there are no attributes, or no short ones.</summary>
    public static bool TryParse(ref StringSlice slice, out HtmlAttributes attributes)
    {
        attributes = new HtmlAttributes();
        if (slice.PeekCharExtra(-1) == '{' || Fill(slice.AsSpan()) is not var (filled, length))
            return false;
        var copy = new StringSlice(filled);
        if (!GenericAttributesParser.TryParse(ref copy, out var read) || !copy.IsEmpty)
            return false;
        attributes = read;
        attributes.Id = attributes.Id?.TrimEnd(Filler);
        for (var index = 0; index < attributes.Classes?.Count; index++)
            attributes.Classes[index] = attributes.Classes[index].TrimEnd(Filler);
        for (var index = 0; index < attributes.Properties?.Count; index++)
            attributes.Properties[index] = new(attributes.Properties[index].Key, attributes.Properties[index].Value?.TrimEnd(Filler));
        slice.Start += length;
        return true;
    }

    /// <summary>The text up to the closing brace with the short ones filled, and how long it is as written; null where there is none.</summary>
    private static (string Filled, int Length)? Fill(ReadOnlySpan<char> text)
    {
        var filled = new StringBuilder();
        var isShort = false;
        for (var index = 0; index < text.Length && text[index] is not ('\n' or '\r'); index++)
        {
            filled.Append(text[index]);
            switch (text[index])
            {
                case '}' when isShort:
                    return (filled.ToString(), index + 1);
                case '}':
                    return null;
                case '"' or '\'' when text[index - 1] == '=':
                    var end = text[(index + 1)..].IndexOf(text[index]);
                    if (end < 0)
                        return null;
                    filled.Append(text.Slice(index + 1, end + 1));
                    index += end + 1;
                    break;
                case '#' or '.' or '=' when index > 0 && (text[index] == '=' || text[index - 1] is '{' or ' ' or '\t') && IsSingle(text[(index + 1)..]):
                    filled.Append(text[index + 1]).Append(Filler);
                    index++;
                    isShort = true;
                    break;
            }
        }

        return null;
    }

    private static bool IsSingle(ReadOnlySpan<char> rest) =>
        rest.Length > 1 && char.IsLetterOrDigit(rest[0]) && rest[1] is '}' or ' ' or '\t';
}
