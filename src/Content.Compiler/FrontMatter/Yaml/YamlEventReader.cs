using Content.Compiler.Text;
using SharpYaml;
using SharpYaml.Events;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>
/// Builds the fields out of SharpYaml's events. What is wrong with a value alone is reported and read over;
/// a syntax error ends the reading, and the fields before it are kept, with those after it that are beyond doubt.
/// </summary>
internal sealed partial class YamlEventReader
{
    private readonly SourceText source;
    private readonly int offset;
    private readonly int end;
    private readonly YamlInput input;
    private readonly IParser parser;
    private readonly YamlAnchors anchors = new();
    private readonly YamlTrail trail = new();
    private readonly MetadataErrorList errors;
    private readonly MappingBuilder fields = new();
    private MetadataMapping? whole;
    private bool hasStopped;
    private long nodes;
    private int deepest;

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

    public MetadataParse Read()
    {
        try
        {
            var root = ReadDocument();
            if (!hasStopped)
                return new(root, errors.ToImmutable());
        }
        catch (YamlException exception)
        {
            var (span, message) = new YamlFault(source.Text, offset, end, trail).Explain(exception);
            errors.Report(span, message);
        }
        catch (Exception exception) when (exception is ArgumentOutOfRangeException or InvalidOperationException)
        {
            // SharpYaml's answer to escapes such as \uDC00\uDC00 and to states it did not foresee.
            var (span, message) = new YamlFault(source.Text, offset, end, trail).ExplainEscape();
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
                    ?? (root.Span, NotAMapping.Message("text"));
                errors.Report(span, message);
                return null;
            default:
                errors.Report(root.Span, NotAMapping.Message("a list"));
                return null;
        }
    }

    /// <summary>The fields that are known although the text is broken.</summary>
    private MetadataParse Salvage()
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
        trail.Note(parser.Current, offset);
    }

    private void Stop(TextSpan span, string message)
    {
        errors.Report(span, message);
        hasStopped = true;
    }

    private TextSpan SpanOf(ParsingEvent parsed) =>
        TextSpan.FromBounds(offset + parsed.Start.Index, Math.Max(offset + parsed.Start.Index, Math.Min(offset + parsed.End.Index, end)));
}
