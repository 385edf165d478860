using System.Text;
using Content.Compiler.Text;
using Content.Server.LanguageServer.Protocol;
using Range = Content.Server.LanguageServer.Protocol.Range;

namespace Content.Server.LanguageServer;

/// <summary>How a client counts columns: in UTF-16 units, as the compiler does, or in bytes of UTF-8.</summary>
/// <param name="isUtf8">Whether it counts bytes.</param>
internal sealed class PositionEncoding(bool isUtf8)
{
    public string Name => IsUtf8 ? "utf-8" : "utf-16";

    public bool IsUtf8 { get; } = isUtf8;

    /// <summary>The offset of a position, which is held to its line and to the text.</summary>
    public int ToOffset(SourceText source, Position position)
    {
        if (position.Line < 0)
            return 0;
        if (position.Line == int.MaxValue)
            return source.Text.Length;
        var (start, end) = source.Lines.GetLine(position.Line + 1);
        // A line beyond the last one is behind the text.
        if (source.Lines.GetPosition(start).Line < position.Line + 1)
            return source.Text.Length;
        while (end > start && source.Text[end - 1] is '\n' or '\r')
            end--;
        if (!IsUtf8)
        {
            var offset = start + Math.Clamp(position.Character, 0, end - start);
            return offset;
        }

        var bytes = 0;
        var at = start;
        while (at < end && bytes < position.Character)
        {
            Rune.DecodeFromUtf16(source.Text.AsSpan(at, end - at), out var rune, out var length);
            bytes += rune.Utf8SequenceLength;
            if (bytes > position.Character)
                break;
            at += length;
        }

        return at;
    }

    /// <summary>The range of a stretch of a text.</summary>
    public Range ToRange(SourceText source, TextSpan span) => ToRange(source.GetRange(span), source);

    /// <summary>A range in a client's terms.</summary>
    /// <param name="range">As the compiler counts.</param>
    /// <param name="source">The text that it is in; null where only UTF-16 units can be told.</param>
    public Range ToRange(TextRange range, SourceText? source) =>
        new(ToPosition(range.StartLine, range.StartColumn, source), ToPosition(range.EndLine, range.EndColumn, source));

    private Position ToPosition(int line, int column, SourceText? source)
    {
        var character = Math.Max(0, column - 1);
        if (IsUtf8 && source is not null && character > 0)
        {
            var (start, _) = source.Lines.GetLine(line);
            var end = Math.Min(source.Text.Length, start + character);
            character = Encoding.UTF8.GetByteCount(source.Text.AsSpan(start, Math.Max(0, end - start)));
        }

        return new Position(Math.Max(0, line - 1), character);
    }
}
