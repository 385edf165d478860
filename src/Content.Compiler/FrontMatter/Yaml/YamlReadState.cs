using Content.Compiler.Text;
using SharpYaml;
using SharpYaml.Events;

namespace Content.Compiler.FrontMatter.Yaml;

/// <summary>What was read last: a mistake shows behind its cause more often than at it.</summary>
internal sealed class YamlReadState
{
    private readonly Stack<int> brackets = new();

    /// <summary>The last value on one level that was read to its end.</summary>
    public TextSpan LastValue { get; private set; }

    /// <summary>What <see cref="LastValue"/> is.</summary>
    public YamlValueKind LastKind { get; private set; }

    /// <summary>The end of the last event.</summary>
    public int Position { get; private set; }

    /// <summary>The innermost bracket that is open, or -1.</summary>
    public int OpenBracket => brackets.Count > 0 ? brackets.Peek() : -1;

    /// <summary>Notes an event whose marks count from <paramref name="offset"/>.</summary>
    public void Note(ParsingEvent? parsed, int offset)
    {
        if (parsed is null)
            return;
        var start = offset + parsed.Start.Index;
        var end = offset + parsed.End.Index;
        Position = Math.Max(Position, end);
        switch (parsed)
        {
            case Scalar scalar:
                LastValue = TextSpan.FromBounds(start, Math.Max(start, end));
                LastKind = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted ? YamlValueKind.Quoted : YamlValueKind.Other;
                break;
            case AnchorAlias:
                LastValue = TextSpan.FromBounds(start, end);
                LastKind = YamlValueKind.Alias;
                break;
            case MappingStart { Style: YamlStyle.Flow } or SequenceStart { Style: YamlStyle.Flow }:
                brackets.Push(parsed.End.Index == 0 ? OpenBracket : end);
                break;
            case MappingEnd or SequenceEnd:
                Close(start);
                break;
        }
    }

    private void Close(int end)
    {
        LastKind = YamlValueKind.Other;
        if (brackets.TryPop(out var open) && open >= 0 && open <= end)
        {
            LastValue = TextSpan.FromBounds(open, end + 1);
            LastKind = YamlValueKind.Bracketed;
            Position = Math.Max(Position, end + 1);
        }
    }
}

/// <summary>What a value is written like.</summary>
internal enum YamlValueKind
{
    /// <summary>Plain, or a block.</summary>
    Other,

    /// <summary>Between quotes.</summary>
    Quoted,

    /// <summary>Between brackets or braces.</summary>
    Bracketed,

    /// <summary>An alias.</summary>
    Alias,
}
