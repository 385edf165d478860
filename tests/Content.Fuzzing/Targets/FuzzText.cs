using Content.Compiler.Diagnostics;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Fuzzing.Targets;

/// <summary>What every parser of text is held to.</summary>
internal static class FuzzText
{
    /// <summary>The input as an article's text; null where it is not UTF-8, which the compiler says itself.</summary>
    public static SourceReading Decode(byte[] bytes, string file)
    {
        var reading = SourceReader.Decode(file, bytes);
        FuzzFailureException.Unless((reading.Text is null) != (reading.Failure is null), "A file has a text or a failure.");
        return reading;
    }

    /// <summary>Every diagnostic names the file and a place in it, and says something in one line.</summary>
    public static void Check(SourceText source, IEnumerable<Diagnostic> diagnostics)
    {
        var end = source.Lines.GetPosition(source.Text.Length);
        foreach (var diagnostic in diagnostics)
        {
            FuzzFailureException.Unless(diagnostic.Detail is null && !diagnostic.Code.StartsWith("CONTENT9", StringComparison.Ordinal), $"{diagnostic.Code}: {diagnostic.Detail}");
            FuzzFailureException.Unless(diagnostic.Message.Length > 0 && !diagnostic.Message.AsSpan().ContainsAny('\n', '\r'), $"{diagnostic.Code} is not one line: {diagnostic.Message}");
            Check(diagnostic.Range, end, diagnostic.Code);
        }
    }

    /// <summary>The range is in the text.</summary>
    public static void Check(TextRange range, (int Line, int Column) end, string what)
    {
        var isForward = (range.StartLine, range.StartColumn).CompareTo((range.EndLine, range.EndColumn)) <= 0;
        FuzzFailureException.Unless(
            isForward && range.StartLine >= 1 && range.StartColumn >= 1 && (range.EndLine, range.EndColumn).CompareTo(end) <= 0,
            $"{what} stands at {range}, and the text ends at {end}.");
    }
}
