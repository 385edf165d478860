using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using SharpYaml;
using SharpYaml.Events;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>Scalars, their tags, and keys.</summary>
internal sealed partial class YamlEventReader
{
    private const string CoreTag = "tag:yaml.org,2002:";

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
        var (begin, propertiesEnd) = YamlProperties.Skip(source.Text, start, end);
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
}
