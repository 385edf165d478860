using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>What fits on a line: scalars, and lists of them between brackets.</summary>
internal sealed partial class YamlSimpleParser
{
    /// <summary>The scalar at <paramref name="begin"/> that ends with its line.</summary>
    private MetadataScalar? ReadScalar(int begin)
    {
        if (text[begin] is '"' or '\'')
            return ReadQuoted(begin) is { } quoted && EndsLine(quoted.Span.End) ? quoted : null;
        if (!YamlText.StartsPlain(text, begin, lines.End))
            return null;

        var stop = lines.End;
        for (var position = begin; position < stop; position++)
        {
            var found = text.AsSpan(position, stop - position).IndexOfAny(':', '#');
            if (found < 0)
                break;
            position += found;
            if (text[position] == '#' && text[position - 1] is ' ' or '\t')
                stop = position;
            else if (text[position] == ':' && (position + 1 == stop || text[position + 1] is ' ' or '\t'))
                return null;
        }

        return Plain(begin, stop);
    }

    private MetadataScalar? ReadQuoted(int begin)
    {
        var quote = text[begin];
        var position = begin + 1;
        var hasEscapes = false;
        while (true)
        {
            var rest = text.AsSpan(position, lines.End - position);
            var found = quote == '"' ? rest.IndexOfAny('"', '\\') : rest.IndexOf('\'');
            if (found < 0 || rest[found] == '\\')
                return null;
            position += found + 1;
            if (quote == '"' || position == lines.End || text[position] != '\'')
                break;
            hasEscapes = true;
            position++;
        }

        var value = text.Substring(begin + 1, position - begin - 2);
        if (hasEscapes)
            value = value.Replace("''", "'", StringComparison.Ordinal);
        return new(TextSpan.FromBounds(begin, position), MetadataKind.String, value);
    }

    private MetadataSequence? ReadFlowSequence(int begin, int depth)
    {
        if (depth > MetadataLimits.Depth)
            return null;
        var items = ImmutableArray.CreateBuilder<MetadataNode>();
        var position = begin + 1;
        while (true)
        {
            position = SkipBlanks(position);
            if (position == lines.End)
                return null;
            if (text[position] == ']')
                break;
            var item = text[position] is '"' or '\'' ? ReadQuoted(position) : ReadFlowPlain(position);
            if (item is null)
                return null;
            items.Add(item);
            position = SkipBlanks(item.Span.End);
            if (position == lines.End || text[position] is not (',' or ']'))
                return null;
            if (text[position] == ',')
                position++;
        }

        return EndsLine(position + 1) ? new(TextSpan.FromBounds(begin, position + 1), items.DrainToImmutable()) : null;
    }

    private MetadataScalar? ReadFlowPlain(int begin)
    {
        if (!YamlText.StartsPlain(text, begin, lines.End) || text[begin] is '-' or '?' or ':')
            return null;
        var rest = text.AsSpan(begin, lines.End - begin);
        var length = rest.IndexOfAny(',', ']');
        if (length <= 0)
            return null;
        var written = rest[..length];
        if (written.ContainsAny("[{}#"))
            return null;
        for (var colon = written.IndexOf(':'); colon >= 0;)
        {
            if (colon + 1 == written.Length || written[colon + 1] is ' ' or '\t')
                return null;
            var next = written[(colon + 1)..].IndexOf(':');
            colon = next < 0 ? -1 : colon + 1 + next;
        }

        return Plain(begin, begin + length);
    }

    private MetadataScalar Plain(int begin, int stop)
    {
        var written = text.AsSpan(begin, stop - begin).TrimEnd(" \t");
        return new(new TextSpan(begin, written.Length), YamlSchema.KindOf(written), written.ToString());
    }

    private bool EndsLine(int position)
    {
        var rest = SkipBlanks(position);
        return rest == lines.End || (rest > position && text[rest] == '#');
    }
}
