using System.Collections.Immutable;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter.Json;

/// <summary>
/// Reads JSON with the exact place of every key and value. A mistake is reported at its place, then skipped where that is safe, so that the
/// rest is still known. System.Text.Json would stop at the first mistake, and its document does not keep places.
/// </summary>
public static class JsonMetadataReader
{
    /// <summary>Reads the one value at <paramref name="start"/> and leaves alone what follows it.</summary>
    public static JsonParseResult Read(SourceText source, int start, JsonDialect dialect) =>
        Finish(source, start, new JsonParser(source, start, dialect), wholeText: false);

    /// <summary>Reads the one value that is the whole text. A blank text has no root and no error.</summary>
    public static JsonParseResult ReadWhole(SourceText source, JsonDialect dialect) =>
        Finish(source, 0, new JsonParser(source, 0, dialect), wholeText: true);

    private static JsonParseResult Finish(SourceText source, int start, JsonParser parser, bool wholeText)
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

/// <summary>How strict JSON is.</summary>
public enum JsonDialect
{
    /// <summary>RFC 8259: front matter and data files.</summary>
    Strict,

    /// <summary>With <c>//</c> and <c>/* */</c> comments and trailing commas: content.json.</summary>
    WithComments,
}

/// <summary>A JSON value that was read, as far as it could be.</summary>
/// <param name="Root">The value; null where there is none. With a syntax error, what could be made out of it.</param>
/// <param name="End">The offset after the value; with a syntax error, after what seems to be its closing bracket.</param>
/// <param name="IsClosed">Whether the closing bracket is there; if not, <paramref name="End"/> is the end of the text.</param>
/// <param name="Errors">Keys given twice, and at most one syntax error: what follows from it is not reported again.</param>
public sealed record JsonParseResult(MetadataNode? Root, int End, bool IsClosed, ImmutableArray<MetadataError> Errors)
{
    /// <summary>Whether something could not be read; keys given twice do not count.</summary>
    public bool IsBroken => MetadataErrorList.IsBroken(Errors);
}
