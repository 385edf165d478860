using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>
/// Reads the YAML that nearly every article has: block mappings and lists, and scalars and lists of scalars that fit on a line.
/// It is there because it was measured to read such front matter 8.6 times as fast as SharpYaml. At the first sign of anything else,
/// mistakes included, it gives up and leaves the text to SharpYaml. What it does read, both read alike.
/// </summary>
internal sealed class YamlSimpleParser(SourceText source, int start, int end)
{
    private readonly string text = source.Text;
    private readonly YamlLines lines = new(source.Text, start, end);
    private readonly MetadataErrorList errors = new(source);

    /// <summary>Keys given twice.</summary>
    public ImmutableArray<MetadataError> Duplicates => errors.ToImmutable();

    /// <summary>The mapping that is the whole text; null where it is not simple.</summary>
    public MetadataMapping? Read()
    {
        // Control characters decide nothing here, but a full parser may see them otherwise.
        if (text.AsSpan(start, end - start).ContainsAny(YamlText.Controls))
            return null;
        if (!lines.MoveNext())
            return new(new TextSpan(start, 0), []);
        var root = ReadMapping(lines.Indent, depth: 1);
        return lines.Indent < 0 ? root : null;
    }

    /// <summary>
    /// What is simple among the fields of a mapping in which <paramref name="known"/> was read and then a mistake was met:
    /// the fields on the lines after <paramref name="offset"/> that start at the margin.
    /// </summary>
    public void Salvage(int offset, MappingBuilder known)
    {
        lines.MoveTo(offset);
        while (lines.Indent >= 0)
        {
            var next = lines.End;
            if (lines.Indent > 0 || ReadProperty(0, depth: 1) is not { } property)
            {
                // Not past the line that could not be read: it is the next field's, or one more that says nothing.
                if (lines.Indent != 0 || lines.End == next)
                    lines.MoveNext();
                continue;
            }

            known.AddOrFind(property);
        }
    }

    private MetadataMapping? ReadMapping(int indent, int depth)
    {
        if (depth > MetadataLimits.Depth)
            return null;
        var begin = lines.Content;
        var mapping = new MappingBuilder();
        var last = begin;
        do
        {
            if (ReadProperty(indent, depth) is not { } property)
                return null;
            last = property.Value.Span.End;
            if (mapping.AddOrFind(property) is { } first)
                errors.ReportDuplicate(property.Key, property.KeySpan, first.KeySpan);
        }
        while (lines.Indent == indent);
        return lines.Indent > indent ? null : mapping.Build(TextSpan.FromBounds(begin, last));
    }

    private MetadataSequence? ReadSequence(int indent, int depth)
    {
        if (depth > MetadataLimits.Depth)
            return null;
        var begin = lines.Content;
        var items = ImmutableArray.CreateBuilder<MetadataNode>();
        do
        {
            if (ReadValue(lines.Content + 1, indent, isItem: true, depth) is not { } item)
                return null;
            items.Add(item);
        }
        while (lines.Indent == indent && IsDash());
        return lines.Indent > indent ? null : new(TextSpan.FromBounds(begin, items[^1].Span.End), items.DrainToImmutable());
    }

    /// <summary>The property on the line, and on those below it that belong to it. Afterwards the next line is at hand.</summary>
    private MetadataProperty? ReadProperty(int indent, int depth)
    {
        var colon = FindColon(lines.Content);
        if (colon < 0)
            return null;
        var keyText = text.AsSpan(lines.Content, colon - lines.Content).TrimEnd(" \t");
        if (keyText.Length > YamlText.LongestKey || keyText is "<<" || YamlSchema.KindOf(keyText) == MetadataKind.Null)
            return null;
        var key = new TextSpan(lines.Content, keyText.Length);
        return ReadValue(colon + 1, indent, isItem: false, depth) is { } value ? new(keyText.ToString(), key, value) : null;
    }

    /// <summary>The value after a colon or a dash.</summary>
    private MetadataNode? ReadValue(int after, int indent, bool isItem, int depth)
    {
        var begin = SkipBlanks(after);
        if (isItem && text.AsSpan(after, begin - after).Contains('\t'))
            return null; // where it counts as indentation, which is for the full parser to say
        if (begin == lines.End || text[begin] == '#')
            return ReadBelow(after, indent, isItem, depth);
        if (isItem && FindColon(begin) >= 0)
        {
            lines.StartAt(begin);
            return ReadMapping(lines.Indent, depth + 1);
        }

        if (text[begin] is '|' or '>')
            return ReadBlock(begin, indent);
        MetadataNode? value = text[begin] == '[' ? ReadFlowSequence(begin, depth + 1) : ReadScalar(begin);
        if (value is null)
            return null;

        // A deeper line goes on with the text.
        var isPlain = text[begin] is not ('[' or '"' or '\'');
        lines.MoveNext();
        return lines.Indent <= indent ? value : isPlain && value is MetadataScalar first ? ReadContinued(first, indent) : null;
    }

    /// <summary>The value on the lines below its key or dash, or none.</summary>
    private MetadataNode? ReadBelow(int after, int indent, bool isItem, int depth)
    {
        lines.MoveNext();
        if (lines.Indent > indent)
            return IsDash() ? ReadSequence(lines.Indent, depth + 1) : ReadMapping(lines.Indent, depth + 1);
        if (lines.Indent == indent && !isItem && IsDash())
            return ReadSequence(indent, depth + 1);
        return new MetadataScalar(new TextSpan(after, 0), MetadataKind.Null, "");
    }

    private bool IsDash() =>
        text[lines.Content] == '-' && (lines.Content + 1 == lines.End || text[lines.Content + 1] is ' ' or '\t');

    /// <summary>The colon after a plain key at <paramref name="begin"/>, or -1.</summary>
    private int FindColon(int begin)
    {
        if (!YamlText.StartsPlain(text, begin, lines.End) || YamlText.IsDocumentMarker(text, begin, lines.Start, lines.End))
            return -1;
        for (var position = begin; position < lines.End; position++)
        {
            var found = text.AsSpan(position, lines.End - position).IndexOfAny(':', '#');
            if (found < 0)
                return -1;
            position += found;
            if (text[position] == '#' && text[position - 1] is ' ' or '\t')
                return -1;
            if (text[position] == ':' && (position + 1 == lines.End || text[position + 1] is ' ' or '\t'))
                return position;
        }

        return -1;
    }

    private int SkipBlanks(int position) => YamlText.SkipBlanks(text, position, lines.End);

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

    /// <summary>Text without quotes that goes on on deeper lines, each right below the other: breaks between them are spaces.</summary>
    private MetadataScalar? ReadContinued(MetadataScalar first, int indent)
    {
        var value = new StringBuilder(first.Text);
        var stop = first.Span.End;
        while (lines.Indent > indent)
        {
            var isNext = text.AsSpan(stop, lines.Start - stop).Trim(" \t") is "\n" or "\r\n";
            if (!isNext || !char.IsLetterOrDigit(text[lines.Content]) || ReadScalar(lines.Content) is not { } more)
                return null;
            value.Append(' ').Append(more.Text);
            stop = more.Span.End;
            lines.MoveNext();
        }

        var whole = value.ToString();
        return new(TextSpan.FromBounds(first.Span.Start, stop), YamlSchema.KindOf(whole), whole);
    }

    /// <summary>The text below <c>|</c> or <c>></c>, with <c>-</c> or without, all of whose lines are indented alike.</summary>
    private MetadataScalar? ReadBlock(int begin, int indent)
    {
        var isFolded = text[begin] == '>';
        var isStripped = begin + 1 < lines.End && text[begin + 1] == '-';
        if (!EndsLine(begin + (isStripped ? 2 : 1)))
            return null;
        var value = new StringBuilder();
        var blockIndent = -1;
        var blanks = 0;
        var stop = begin;
        var position = lines.Next;
        while (position < end)
        {
            var length = text.AsSpan(position, end - position).IndexOfAny('\r', '\n');
            if (length < 0)
                return null; // whether the text ends with a break is for the full parser to say
            var line = text.AsSpan(position, length);
            var isPair = text[position + length] == '\r';
            if (isPair && (position + length + 1 == end || text[position + length + 1] != '\n'))
                return null;
            var spaces = line.IndexOfAnyExcept(' ');
            if (spaces < 0)
            {
                if (blockIndent < 0 || length > blockIndent)
                    return null;
                blanks++;
            }
            else
            {
                // Whether a line that a tab indents ends the text is for the full parser to say.
                if (line[spaces] == '\t')
                    return null;
                if (blockIndent < 0)
                    blockIndent = spaces;
                if (spaces <= indent)
                    break;
                if (spaces < blockIndent || (isFolded && spaces > blockIndent))
                    return null;
                if (value.Length > 0)
                    value.Append(isFolded && blanks == 0 ? ' ' : '\n').Append('\n', isFolded ? Math.Max(0, blanks - 1) : blanks);
                value.Append(line[blockIndent..]);
                blanks = 0;
                stop = position + line.TrimEnd(" \t").Length;
            }

            position += length + (isPair ? 2 : 1);
        }

        if (value.Length == 0)
            return null;
        if (!isStripped)
            value.Append('\n');
        lines.MoveTo(position);
        return lines.Indent > indent ? null : new(TextSpan.FromBounds(begin, stop), MetadataKind.String, value.ToString());
    }

    private static string Unescape(string written)
    {
        var value = new StringBuilder(written.Length);
        for (var index = 0; index < written.Length; index++)
        {
            value.Append(written[index] != '\\' ? written[index] : written[++index] switch
            {
                'n' => '\n',
                't' => '\t',
                var other => other,
            });
        }

        return value.ToString();
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
            if (found < 0)
                return null;
            position += found + 1;
            if (text[position - 1] == '\\')
            {
                if (position == lines.End || text[position] is not ('"' or '\\' or 'n' or 't'))
                    return null;
                hasEscapes = true;
                position++;
                continue;
            }

            if (quote == '"' || position == lines.End || text[position] != '\'')
                break;
            hasEscapes = true;
            position++;
        }

        var value = text.Substring(begin + 1, position - begin - 2);
        if (hasEscapes)
            value = quote == '"' ? Unescape(value) : value.Replace("''", "'", StringComparison.Ordinal);
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
        if (written.ContainsAny("[{}") || written.Contains(" #", StringComparison.Ordinal) || written.Contains("\t#", StringComparison.Ordinal))
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
