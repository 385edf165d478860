using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using SharpYaml;
using SharpYaml.Events;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>
/// Builds the fields out of SharpYaml's events. What is wrong with a value alone is reported and read over;
/// a syntax error ends the reading, and the fields before it are kept, with those after it that are beyond doubt.
/// </summary>
internal sealed class YamlEventReader
{
    private const string CoreTag = "tag:yaml.org,2002:";

    private readonly SourceText source;
    private readonly int offset;
    private readonly int end;
    private readonly YamlInput input;
    private readonly IParser parser;
    private readonly YamlAnchors anchors = new();
    private readonly YamlReadState state = new();
    private readonly MetadataErrorList errors;
    private readonly MappingBuilder fields = new();
    private MetadataMapping? whole;
    private bool hasStopped;
    private long nodes;
    private int deepest;

    /// <summary>What the document is where it is no mapping.</summary>
    private MetadataSequence? list;

    public YamlEventReader(SourceText source, int start, int end)
    {
        this.source = source;
        errors = new(source);
        offset = start;
        this.end = end;
        input = new YamlInput(source.Text, start, end);

        // Depth is bounded here, where its place is known.
        parser = Parser.CreateParser(new StringReader(input.Text), 10 * MetadataLimits.Depth);
    }

    public MetadataParseResult Read()
    {
        try
        {
            var root = ReadDocument();
            if (!hasStopped)
                return new(root, errors.ToImmutable()) { List = list };
        }
        catch (YamlException exception)
        {
            var (span, message) = new YamlErrorExplainer(source.Text, offset, end, state).Explain(exception);
            errors.Report(span, message);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // SharpYaml's answer to escapes such as \uDC00\uDC00 and to states it did not foresee.
            var (span, message) = new YamlErrorExplainer(source.Text, offset, end, state).ExplainEscape();
            errors.Report(span, message);
        }

        return Salvage();
    }

    private MetadataMapping? ReadDocument()
    {
        Advance();
        Advance();
        if (parser.Current is not DocumentStart)
            return new(new TextSpan(offset, 0), []);
        Advance();
        var root = ReadNode(depth: 1);
        if (hasStopped)
            return null;
        Advance();
        Advance();
        if (parser.Current is DocumentStart second)
            errors.Report(SpanOf(second), "A second document starts here. A file has one: remove it, or make it a file of its own.");

        switch (root)
        {
            case MetadataMapping mapping:
                return mapping;
            case null or MetadataScalar { Kind: MetadataKind.Null, Span.Length: 0 }:
                return errors.SyntaxError is not null ? null : new(new TextSpan(offset, 0), []);
            case MetadataScalar:
                var (span, message) = YamlLineAdvice.Of(source.Text, root.Span.Start, root.Span.End)
                    ?? (root.Span, MetadataError.NotAMapping("text"));
                errors.Report(span, message);
                return null;
            default:
                list = root as MetadataSequence;
                return null;
        }
    }

    /// <summary>The fields that are known although the text is broken.</summary>
    private MetadataParseResult Salvage()
    {
        var fault = errors.SyntaxError!.Value.Span.Start;
        var line = YamlText.LineStart(source.Text, fault, offset);
        var read = (whole ?? fields.Build(default)).Properties;
        var isPartOfLast = read.Length > 0 && IsPartOf(read[^1], line);
        var known = new MappingBuilder();
        foreach (var property in isPartOfLast ? read.RemoveAt(read.Length - 1) : read)
        {
            if (property.Value.Span.End <= line)
                known.AddOrFind(property);
        }

        var rest = NextLine(fault);
        if (rest < end)
            new YamlSimpleParser(source, rest, end).Salvage(rest, known);
        return new(known.Build(TextSpan.FromBounds(offset, end)), errors.ToImmutable());
    }

    /// <summary>Whether the line goes on with the value of the field, which is then as doubtful as the line.</summary>
    private bool IsPartOf(MetadataProperty field, int line)
    {
        for (var position = NextLine(Math.Max(field.KeySpan.End, field.Value.Span.End - 1)); position <= line && position < end; position = NextLine(position))
        {
            if (source.Text[position] is not (' ' or '\t' or '-' or '#' or '\r' or '\n'))
                return false;
        }

        return true;
    }

    private int NextLine(int position)
    {
        var text = source.Text;
        while (position < end && text[position] is not ('\r' or '\n'))
            position++;
        if (position + 1 < end && text[position] == '\r' && text[position + 1] == '\n')
            position++;
        return Math.Min(position + 1, end);
    }

    private void Advance()
    {
        parser.MoveNext();
        state.Note(parser.Current, offset);
    }

    private void Stop(TextSpan span, string message)
    {
        errors.Report(span, message);
        hasStopped = true;
    }

    private TextSpan SpanOf(ParsingEvent parsed) =>
        TextSpan.FromBounds(offset + parsed.Start.Index, Math.Max(offset + parsed.Start.Index, Math.Min(offset + parsed.End.Index, end)));

    /// <summary>The node whose first event is at hand; afterwards its last one is. Null where it has no sensible value.</summary>
    private MetadataNode? ReadNode(int depth)
    {
        if (parser.Current is AnchorAlias alias)
            return ReadAlias(alias, depth);
        if (parser.Current is not NodeEvent first)
            throw new InvalidOperationException("A node was expected.");
        if (first.Anchor is not { } name)
            return ReadContent(first, depth);

        anchors.Open(name);
        var (nodesBefore, deepestBefore) = (nodes, deepest);
        deepest = depth - 1;
        var node = ReadContent(first, depth);
        anchors.Close(name, node, nodes - nodesBefore, deepest - depth + 1);
        deepest = Math.Max(deepest, deepestBefore);
        return node;
    }

    private MetadataNode? ReadContent(NodeEvent first, int depth)
    {
        nodes++;
        if (first is Scalar scalar)
            return ReadScalar(scalar);

        var (begin, _) = SkipProperties(source.Text, offset + first.Start.Index, end);
        if (depth > MetadataLimits.Depth)
        {
            Stop(new TextSpan(begin, Math.Min(1, end - begin)), MetadataLimits.TooDeep);
            return null;
        }

        deepest = Math.Max(deepest, depth);
        CheckTag(first, first is MappingStart ? "map" : "seq");
        return first is MappingStart mapping ? ReadMapping(mapping, begin, depth) : ReadSequence((SequenceStart)first, begin, depth);
    }

    private MetadataNode? ReadAlias(AnchorAlias alias, int depth)
    {
        var span = SpanOf(alias);
        var (found, message) = anchors.Resolve(alias.Value, depth);
        if (message is not null)
        {
            errors.Report(span, message);
            return null;
        }

        nodes += found.Size;
        deepest = Math.Max(deepest, depth + found.Height - 1);
        return found.At(span);
    }

    private MetadataSequence? ReadSequence(SequenceStart first, int begin, int depth)
    {
        var items = ImmutableArray.CreateBuilder<MetadataNode>();
        var last = Math.Min(begin + 1, end);
        for (Advance(); parser.Current is not SequenceEnd; Advance())
        {
            var item = ReadNode(depth + 1);
            if (hasStopped)
                return null;
            if (item is null)
                continue;
            items.Add(item);
            last = item.Span.End;
        }

        if (first.Style == YamlStyle.Flow)
            last = SpanOf(parser.Current).Start + 1;
        return new(TextSpan.FromBounds(begin, last), items.DrainToImmutable());
    }

    private MetadataMapping? ReadMapping(MappingStart first, int begin, int depth)
    {
        var mapping = depth == 1 ? fields : new MappingBuilder();
        var merge = default(YamlMerge);

        // A pair in a list, as in [a: b], is a mapping without braces.
        var hasBraces = first.Style == YamlStyle.Flow && begin < end && source.Text[begin] == '{' && first.End.Index > 0;
        var last = -1;
        for (Advance(); parser.Current is not MappingEnd; Advance())
        {
            var (key, keySpan, isMerge) = ReadKey(depth);
            if (!hasBraces && last < 0)
                begin = keySpan.Start;
            if (hasStopped)
                return null;
            Advance();
            var mistakes = errors.SyntaxErrors;
            var value = ReadNode(depth + 1);
            if (hasStopped)
                return null;
            CheckQuestion(keySpan, value);
            if (depth == 1 && errors.SyntaxErrors > mistakes)
                value = null; // what is left of it would be wrong once more
            last = Math.Max(keySpan.End, value?.Span.End ?? 0);
            if (key is null || value is null)
                continue;
            if (isMerge && merge.Key is null && YamlMerge.IsMergeable(value))
                merge = new(new MetadataProperty(key, keySpan, value));
            else if (isMerge && merge.Key is null)
                errors.Report(value.Span, "'<<' takes the fields of another mapping: give it an alias of one, or a list of them.");
            else if ((isMerge ? merge.Key : mapping.AddOrFind(new MetadataProperty(key, keySpan, value))) is { } earlier)
                errors.ReportDuplicate(key, keySpan, earlier.KeySpan);
        }

        if (hasBraces || last < begin)
            last = hasBraces ? SpanOf(parser.Current).Start + 1 : begin;
        merge.AddTo(mapping);
        var built = mapping.Build(TextSpan.FromBounds(begin, last));
        if (depth == 1)
            whole = built;
        return built;
    }

    private MetadataScalar? ReadScalar(Scalar scalar)
    {
        var span = ScalarSpan(scalar);
        var text = ScalarText(scalar, span);
        var kind = scalar.Style == ScalarStyle.Plain && scalar.Tag is null ? YamlSchema.KindOf(text) : MetadataKind.String;
        if (scalar.Tag is { } tag && tag.StartsWith(CoreTag, StringComparison.Ordinal))
        {
            var asked = KindOfTag(tag[CoreTag.Length..]);
            kind = asked == MetadataKind.String ? MetadataKind.String : YamlSchema.KindOf(text);
            if (asked is { } wanted && kind != wanted && (wanted, kind) != (MetadataKind.Float, MetadataKind.Integer))
            {
                errors.Report(span.Length > 0 ? span : TagSpan(scalar), $"{Quoted.Text(text)} is not what its tag '!!{tag[CoreTag.Length..]}' says.");
                return null;
            }
        }

        return CheckTag(scalar, "str", "int", "float", "bool", "null") ? new(span, kind, text) : null;
    }

    private TextSpan ScalarSpan(Scalar scalar)
    {
        var start = offset + scalar.Start.Index;
        var (begin, propertiesEnd) = SkipProperties(source.Text, start, end);
        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length == 0)
            return new(Math.Min(propertiesEnd, end), 0);
        var stop = Math.Min(offset + scalar.End.Index, end);
        if (scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded)
        {
            while (stop > begin && source.Text[stop - 1] is ' ' or '\t' or '\r' or '\n')
                stop--;
        }

        return TextSpan.FromBounds(Math.Min(begin, stop), stop);
    }

    private string ScalarText(Scalar scalar, TextSpan span)
    {
        var written = source.Text.AsSpan(span.Start, span.Length);
        if (scalar.Style == ScalarStyle.Plain && scalar.Value.Length == span.Length && !written.ContainsAny('\r', '\n'))
            return written.ToString();
        var value = input.Restore(scalar.Value);
        var isBlock = scalar.Style is ScalarStyle.Literal or ScalarStyle.Folded;
        var hasAddedBreak = isBlock && input.EndsWithoutBreak && offset + scalar.End.Index > end && value.EndsWith('\n') && !EndsInBlankLine();
        return hasAddedBreak ? value[..^1] : value;
    }

    /// <summary>Whether nothing but indentation stands on the last line, so that the break before it is a text's own.</summary>
    private bool EndsInBlankLine() => source.Text.AsSpan(offset, end - offset).TrimEnd(" \t") is [] or [.., '\n' or '\r'];

    private (string? Key, TextSpan Span, bool IsMerge) ReadKey(int depth)
    {
        var isPlain = parser.Current is Scalar { Style: ScalarStyle.Plain };
        var isAlias = parser.Current is AnchorAlias;
        var key = ReadNode(depth + 1);
        if (key is MetadataScalar scalar && (scalar.Kind != MetadataKind.Null || isAlias))
            return (scalar.Text, scalar.Span, isPlain && scalar.Text == "<<");
        if (key is MetadataScalar { Span.Length: 0 } missing)
        {
            var at = YamlText.SkipSpace(source.Text, missing.Span.Start, end);
            if (QuestionMarkBefore(missing.Span.Start) is >= 0 and var mark)
                errors.Report(new TextSpan(mark, 1), YamlErrorExplainer.NeedsQuotes('?'));
            else
                errors.Report(new TextSpan(at, Math.Min(1, end - at)), "A key is missing here. Write one before the ':'.");
        }
        else if (key is MetadataScalar)
        {
            errors.Report(key.Span, "A key must be text, but this means nothing at all in YAML. Put it in quotes.");
        }
        else if (key is not null)
        {
            errors.Report(key.Span, "A key must be text, not a list or a mapping. Put text that starts with '[' or '{' in quotes.");
        }

        return (null, key?.Span ?? new TextSpan(Math.Min(offset + parser.Current!.Start.Index, end), 0), false);
    }

    /// <summary>
    /// A question mark makes a key of the text behind it. Without a colon, which nobody forgets who knows that, it was the text's own.
    /// </summary>
    private void CheckQuestion(TextSpan key, MetadataNode? value)
    {
        if (key.Length == 0 || value is not MetadataScalar { Kind: MetadataKind.Null, Span.Length: 0 } || QuestionMarkBefore(key.Start) is not (>= 0 and var mark))
            return;
        var behind = YamlText.SkipSpace(source.Text, key.End, end);
        if (behind == end || source.Text[behind] != ':')
            errors.Report(TextSpan.FromBounds(mark, key.End), YamlErrorExplainer.NeedsQuotes('?'));
    }

    /// <summary>The question mark that makes a key of what stands at <paramref name="position"/>, or -1.</summary>
    private int QuestionMarkBefore(int position)
    {
        while (position > offset && source.Text[position - 1] is ' ' or '\t' or '\r' or '\n')
            position--;
        if (position > offset + 1 && source.Text[position - 1] == ',' && source.Text[position - 2] == '?')
            position--;
        if (position == offset || source.Text[position - 1] != '?')
            return -1;
        position--;
        return position == offset || source.Text[position - 1] is ' ' or '\t' or '\r' or '\n' or '[' or '{' or ',' ? position : -1;
    }

    /// <summary>Reports a tag that is none of those that are known.</summary>
    private bool CheckTag(NodeEvent node, params ReadOnlySpan<string> known)
    {
        if (node.Tag is not { } tag || tag == "!")
            return true;
        if (tag.StartsWith(CoreTag, StringComparison.Ordinal) && known.Contains(tag[CoreTag.Length..]))
            return true;
        errors.Report(
            TagSpan(node),
            "This tag means nothing here. Remove it, or put text that starts with '!' in quotes.");
        return false;
    }

    private TextSpan TagSpan(NodeEvent node)
    {
        var begin = offset + node.Start.Index;
        while (begin < end && source.Text[begin] != '!')
            begin++;
        var stop = begin;
        while (stop < end && source.Text[stop] is not (' ' or '\t' or '\r' or '\n'))
            stop++;
        return TextSpan.FromBounds(begin, stop);
    }

    private static MetadataKind? KindOfTag(string name) => name switch
    {
        "str" => MetadataKind.String,
        "int" => MetadataKind.Integer,
        "float" => MetadataKind.Float,
        "bool" => MetadataKind.Boolean,
        "null" => MetadataKind.Null,
        _ => null,
    };

    /// <summary>Past the tag and the anchor before a value: where the value starts, and where the last of the two ends.</summary>
    private static (int Value, int PropertiesEnd) SkipProperties(string text, int position, int end)
    {
        var propertiesEnd = position;
        while (position < end && text[position] is '&' or '!')
        {
            while (position < end && text[position] is not (' ' or '\t' or '\r' or '\n'))
                position++;
            propertiesEnd = position;
            position = YamlText.SkipSpace(text, position, end);
        }

        return (position, propertiesEnd);
    }
}
