using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.FrontMatter.Toml;
using Content.Compiler.FrontMatter.Yaml;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>
/// Front matter whose end is missing. One mistake is reported, and the article keeps its fields, its body, its anchors and its place
/// as far as it can be told where the fields end: at a line that nearly is a fence, or at the first blank line.
/// </summary>
internal static class FrontMatterRecovery
{
    /// <summary>Front matter without a closing fence.</summary>
    public static FrontMatterBlock Unclosed(SourceText source, MetadataLanguage language, FrontMatterFence fence)
    {
        var text = source.Text;
        var end = FindEnd(text, fence.ContentStart, text.Length);
        var parse = Read(source, language, fence.ContentStart, end);
        var written = text.AsSpan(0, fence.Opening.Length);
        var advice = $"This opens the front matter, which is never closed. Add a line '{written}' after its last field.";
        var body = end;
        if (end < text.Length && MisplacedFence.Closes(FrontMatterFence.LineAt(text, end)))
        {
            var line = source.Lines.GetPosition(end).Line.ToString(CultureInfo.InvariantCulture);
            var found = Quoted.Text(FrontMatterFence.LineAt(text, end).TrimEnd().ToString());
            advice = $"This opens the front matter, which is never closed: line {line} holds {found} instead of '{written}'.";
            body = FrontMatterFence.NextLine(text, end);
        }

        // What is certain to be no field is text.
        if (parse.Root is null or { Properties.IsEmpty: true })
            body = fence.ContentStart;
        return Broken(source, language, parse.Root, fence.Opening, body, advice);
    }

    /// <summary>
    /// Front matter that seems to be closed by a thematic break of the body: it is fine up to a blank line, and broken in what follows,
    /// which does not even start like a field. Null where it is simply broken.
    /// </summary>
    public static FrontMatterBlock? FalseEnd(SourceText source, FrontMatterFence fence, MetadataParseResult parse)
    {
        var text = source.Text;
        var end = FindEnd(text, fence.ContentStart, fence.ContentEnd);
        if (end >= parse.Errors[^1].Span.Start || LooksLikeMetadata(text, end, fence.ContentEnd))
            return null;
        var fields = YamlMetadataReader.Read(source, fence.ContentStart, end);
        if (fields.IsBroken || fields.Root is null or { Properties.IsEmpty: true })
            return null;
        var line = source.Lines.GetPosition(end).Line.ToString(CultureInfo.InvariantCulture);
        return Broken(
            source, MetadataLanguage.Yaml, fields.Root, fence.Opening, end,
            $"This opens the front matter, which is not closed before the text of the article. Add a line '---' at line {line}.");
    }

    /// <summary>An object without a closing brace.</summary>
    public static FrontMatterBlock UnclosedJson(SourceText source, JsonParseResult reading)
    {
        var end = FindEnd(source.Text, 0, source.Text.Length);
        return Broken(
            source, MetadataLanguage.Json, reading.Root as MetadataMapping, new TextSpan(0, 1), end,
            "This opens the front matter, which is never closed. Add a line '}' after its last field.");
    }

    private static FrontMatterBlock Broken(
        SourceText source, MetadataLanguage language, MetadataMapping? root, TextSpan opening, int body, string message) =>
        new(language, root, opening, body, [FrontMatterErrors.Unclosed(source.File, source.GetRange(opening), message)]) { IsBroken = true };

    private static MetadataParseResult Read(SourceText source, MetadataLanguage language, int start, int end) =>
        language == MetadataLanguage.Toml ? TomlMetadataReader.Read(source, start, end) : YamlMetadataReader.Read(source, start, end);

    /// <summary>The first line that is blank, nearly a fence, or plainly text; the end where there is none.</summary>
    private static int FindEnd(string text, int start, int end)
    {
        var line = start;
        while (line < end && FrontMatterFence.LineAt(text, line).Trim(" \t").IsEmpty)
            line = FrontMatterFence.NextLine(text, line);
        while (line < end)
        {
            var next = FrontMatterFence.NextLine(text, line);
            var written = FrontMatterFence.LineAt(text, line);
            if (written.Trim(" \t").IsEmpty || MisplacedFence.Closes(written))
                return line;

            // A heading looks like a comment, and a comment stands above a field.
            if (written[0] == '#' && (next == end || !IsField(FrontMatterFence.LineAt(text, next))))
                return line;
            line = next;
        }

        return end;
    }

    private static bool IsField(ReadOnlySpan<char> line) => FrontMatterDetection.LooksLikeField(line) || line.Contains('=');

    private static bool LooksLikeMetadata(string text, int start, int end)
    {
        for (var line = start; line < end; line = FrontMatterFence.NextLine(text, line))
        {
            var written = FrontMatterFence.LineAt(text, line);
            if (!written.Trim(" \t").IsEmpty && written[0] != '#')
                return written[0] is ' ' or '\t' or '-' || FrontMatterDetection.LooksLikeField(written);
        }

        return true;
    }
}
