using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>
/// Reads JSON with the exact place of every key and value. A mistake is reported where it stands, then read over where that is safe,
/// so that the rest is still known.
/// </summary>
public static class JsonMetadataReader
{
    /// <summary>Reads the one value at <paramref name="start"/> and leaves alone what follows it.</summary>
    public static JsonReading Read(SourceText source, int start, JsonDialect dialect) =>
        Finish(source, start, new JsonParser(source, start, dialect), wholeText: false);

    /// <summary>Reads the one value that is the whole text. A blank text has no root and no error.</summary>
    public static JsonReading ReadWhole(SourceText source, JsonDialect dialect) =>
        Finish(source, 0, new JsonParser(source, 0, dialect), wholeText: true);

    private static JsonReading Finish(SourceText source, int start, JsonParser parser, bool wholeText)
    {
        parser.SkipSpace();
        if (parser.IsAtEnd)
            return new(null, source.Text.Length, IsClosed: true, parser.Errors);
        var root = parser.ReadValue(depth: 1);
        if (wholeText && !parser.HasStopped)
            parser.ExpectEnd();

        var end = parser.Position;
        var isClosed = true;
        if (parser.HasStopped)
        {
            end = JsonBrackets.FindClose(source.Text, start);
            isClosed = end >= 0;
            if (!isClosed)
                end = source.Text.Length;
        }

        return new(root, end, isClosed, parser.Errors);
    }
}
