using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>The text under the parser: position, white space and comments, words, and the one error that is reported.</summary>
internal sealed partial class JsonScanner(SourceText source, int start, JsonDialect dialect)
{
    private static readonly SearchValues<char> runEnds = SearchValues.Create(" \t\r\n,:=[]{}\"/");
    private static readonly SearchValues<char> bareEnds = SearchValues.Create("\r\n,]}");
    private static readonly SearchValues<char> lineEnds = SearchValues.Create("\r\n");

    private readonly MetadataErrorList errors = new(source);

    public string Text { get; } = source.Text;

    public JsonDialect Dialect { get; } = dialect;

    public int Position { get; set; } = start;

    public bool IsAtEnd => Position >= Text.Length;

    public char Current => Text[Position];

    public bool HasStopped { get; private set; }

    public ImmutableArray<MetadataError> Errors => errors.ToImmutable();

    public string Slice(TextSpan span) => Text.Substring(span.Start, span.Length);

    public int LineOf(int offset) => source.Lines.GetPosition(offset).Line;

    /// <summary>Reports a mistake after which reading can go on. Only the first counts: others may be its consequence.</summary>
    public void Report(TextSpan span, string message) => errors.Report(span, message);

    /// <summary>Reports a mistake and stops.</summary>
    public void Fail(TextSpan span, string message)
    {
        Report(span, message);
        HasStopped = true;
    }

    public void ReportDuplicate(MetadataProperty second, MetadataProperty first) =>
        errors.ReportDuplicate(second.Key, second.KeySpan, first.KeySpan);

    public void SkipSpace()
    {
        while (!IsAtEnd && !HasStopped)
        {
            if (Current is ' ' or '\t' or '\r' or '\n')
                Position++;
            else if (Current == '/')
                SkipComment();
            else if (Current == '\uFEFF' || (Current > '\u007F' && char.IsWhiteSpace(Current)))
                SkipForeignSpace();
            else
                return;
        }
    }

    public void SkipLine()
    {
        var length = Text.AsSpan(Position).IndexOfAny(lineEnds);
        Position = length < 0 ? Text.Length : Position + length;
    }

    /// <summary>What stands at the position up to the next white space or punctuation, a string whole: for a diagnostic.</summary>
    public TextSpan PeekRun()
    {
        if (Current == '"')
            return TextSpan.FromBounds(Position, FindStringEnd(Position + 1, '"', out _, out _));
        var length = Text.AsSpan(Position + 1).IndexOfAny(runEnds) + 1;
        return new(Position, length == 0 ? Text.Length - Position : length);
    }

    /// <summary>A name as JavaScript has it at the position; empty where there is none.</summary>
    public TextSpan PeekName()
    {
        var end = Position;
        while (end < Text.Length && (char.IsLetterOrDigit(Text[end]) || Text[end] is '_' or '$' or '-' or '.'))
            end++;
        return TextSpan.FromBounds(Position, end);
    }

    private void SkipComment()
    {
        var begin = Position;
        var next = begin + 1 < Text.Length ? Text[begin + 1] : ' ';
        if (next == '/')
        {
            SkipLine();
        }
        else if (next == '*')
        {
            var close = Text.IndexOf("*/", begin + 2, StringComparison.Ordinal);
            if (close < 0)
            {
                Fail(new TextSpan(begin, 2), "This comment is never closed: add '*/' at its end.");
                return;
            }

            Position = close + 2;
        }
        else
        {
            Fail(new TextSpan(begin, 1), "'/' has no meaning here. Text stands in double quotes.");
            return;
        }

        if (Dialect == JsonDialect.Strict)
            Report(TextSpan.FromBounds(begin, Position), "JSON has no comments. Remove it.");
    }

    private void SkipForeignSpace()
    {
        var code = ((int)Current).ToString("X4", CultureInfo.InvariantCulture);
        Report(new TextSpan(Position, 1), $"JSON does not count U+{code} as white space. Write an ordinary space, or nothing.");
        Position++;
    }
}
