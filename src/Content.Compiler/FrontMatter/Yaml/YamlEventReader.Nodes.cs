using System.Collections.Immutable;
using Content.Compiler.Text;
using SharpYaml;
using SharpYaml.Events;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>Nodes: collections, anchors and aliases.</summary>
internal sealed partial class YamlEventReader
{
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

        var (begin, _) = YamlProperties.Skip(source.Text, offset + first.Start.Index, end);
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
            var value = ReadNode(depth + 1);
            if (hasStopped)
                return null;
            last = Math.Max(keySpan.End, value?.Span.End ?? 0);
            if (key is null || value is null)
                continue;
            if (isMerge && merge.Key is null && YamlMerge.IsMergeable(value))
                merge = new(new MetadataProperty(key, keySpan, value));
            else if (isMerge && merge.Key is null)
                errors.Report(value.Span, "'<<' takes the fields of another mapping: give it an alias of one, or a list of such.");
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
}
