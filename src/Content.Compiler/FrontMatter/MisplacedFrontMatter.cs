using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.FrontMatter.Toml;
using Content.Compiler.FrontMatter.Yaml;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>
/// Front matter that is none, because something stands before it or its fence is not one: CONTENT1014. Some site generators read it all the
/// same (Hugo, Zola and Astro skip white space before it, gray-matter takes <c>---yaml</c>) and others do not (Jekyll, Markdig), so that only the
/// author can say what is right in all of them. What it says is read none the less: a draft stays a draft.
/// </summary>
internal static class MisplacedFrontMatter
{
    /// <summary>How many lines of text are looked through for front matter that stands below them.</summary>
    private const int MostLinesBefore = 12;

    /// <summary>Such front matter in a text that does not begin with any; null where there is none.</summary>
    public static FrontMatterBlock? Find(SourceText source)
    {
        var text = source.Text;
        var before = TextBeforeFrontMatter.Skip(text);
        if (before.End == text.Length)
            return null;
        if (text[before.End] == '{' && before.End > 0 && FindJson(source, before) is { } json)
            return json;

        var line = YamlText.LineStart(text, before.End, 0);
        var isCode = IndentOf(text, line, before.End) >= 4;
        if (MisplacedFence.At(text, before.End) is { } fence)
        {
            var fields = FieldLines.Of(text, FrontMatterFence.NextLine(text, before.End), fence.Language);
            if (fields.Count > 0 && (before.End > 0 || !fence.IsExact) && IsMeant(fence, fields, isCode))
                return Report(source, fence.Language, fence.Span, fields, fence.IsExact ? Misplaced(before) : WrongFence(source, fence));
        }
        else if (!isCode && FieldLines.Of(text, before.End, MetadataLanguage.Yaml) is var open && LacksFence(open))
        {
            return Report(source, MetadataLanguage.Yaml, FirstWord(text, before.End), open, "Front matter must begin with a line '---' at the first character of the file, and is text where it does not. Add that line before this one.");
        }

        return FindBelowText(source, before.End);
    }

    /// <summary>
    /// The block with what a fence in the middle of the front matter made text of, or with a second front matter right below the first: both are reported.
    /// </summary>
    public static FrontMatterBlock WithCutOff(SourceText source, FrontMatterBlock read)
    {
        var text = source.Text;
        var start = read.BodyStart;
        if (read.IsBroken || start >= text.Length)
            return read;
        if (FieldLines.Of(text, start, read.Language) is var rest && IsCertain(rest))
            return CutOff(source, read, FirstWord(text, start), rest, "The front matter ends on the line before this one, which makes the rest text. Remove that line.");
        if (MisplacedFence.At(text, start) is { IsExact: true } fence
            && FieldLines.Of(text, FrontMatterFence.NextLine(text, start), fence.Language) is var second && IsCertain(second))
            return CutOff(source, read, fence.Span, second, "Front matter must begin at the first character of the file, and this second one is text. Move its fields into the first.");
        return read;
    }

    /// <summary>Whether lines within a text cannot be anything but fields.</summary>
    private static bool IsCertain(FieldLines fields) =>
        fields is { Count: > 0, HasKnown: true, HaveSimpleKeys: true, HaveLowerKeys: true, IsClosed: true, StartsBlank: false };

    private static FrontMatterBlock CutOff(SourceText source, FrontMatterBlock read, TextSpan span, FieldLines fields, string message) => read with
    {
        Diagnostics = read.Diagnostics.Add(FrontMatterErrors.Misplaced(source.File, source.GetRange(span), message)),
        BodyStart = fields.BodyStart,
        IsBroken = true,
    };

    private static bool IsMeant(MisplacedFence fence, FieldLines fields, bool isCode)
    {
        if (isCode)
            return fields is { IsClosed: true, HasKnown: true, StartsBlank: false };
        if (fields.StartsBlank)
            return fields.HasKnown && (fields.IsClosed || fields.Count > 1);
        if (fence.IsExact)
            return fields.IsClosed || fields.HasKnown || fields.Count > 1;
        return fields.HaveSimpleKeys && (fields.IsClosed || fields.HasKnown);
    }

    /// <summary>A heading can be underlined, and can look like a field; two fields in a row, or one that every article has, are none.</summary>
    private static bool LacksFence(FieldLines fields) =>
        fields is { HasKnown: true, HaveSimpleKeys: true, StartsBlank: false } && (fields.IsClosed ? fields.HaveLowerKeys : fields is { HaveLowerKeys: true, Count: > 1, EndsBlank: true });

    private static FrontMatterBlock? FindBelowText(SourceText source, int start)
    {
        var text = source.Text;
        var line = start;
        var isBreakable = false; // right below a line of text, hyphens make a heading of it
        for (var count = 0; count < MostLinesBefore && line < text.Length; count++, line = FrontMatterFence.NextLine(text, line))
        {
            var written = FrontMatterFence.LineAt(text, line).TrimStart(' ');
            if (written.StartsWith("```") || written.StartsWith("~~~") || written.StartsWith("<!--"))
                return null; // what follows may be an example
            var mayBreak = isBreakable;
            isBreakable = written.Trim(" \t").IsEmpty || written[0] == '#';
            if (!mayBreak || MisplacedFence.At(text, line) is not { IsExact: true } fence)
                continue;
            var fields = FieldLines.Of(text, FrontMatterFence.NextLine(text, line), fence.Language);
            if (IsCertain(fields))
                return Report(source, fence.Language, fence.Span, fields, "Front matter must begin at the first character of the file, and is text where it does not. Move it above the text that stands before it.");
        }

        return null;
    }

    private static FrontMatterBlock? FindJson(SourceText source, TextBeforeFrontMatter before)
    {
        var inside = TextBeforeFrontMatter.SkipSpace(source.Text, before.End + 1);
        if (inside == source.Text.Length || !(source.Text[inside] is '"' or '\'' || char.IsLetter(source.Text[inside])))
            return null;
        var reading = JsonMetadataReader.Read(source, before.End, JsonDialect.Strict);
        if (!reading.IsClosed || reading.Root is not MetadataMapping { Properties.IsEmpty: false } root
            || !FrontMatterFence.LineAt(source.Text, reading.End).Trim(" \t").IsEmpty)
            return null;
        var fence = new TextSpan(before.End, 1);
        return Broken(source, MetadataLanguage.Json, root, fence, FrontMatterFence.NextLine(source.Text, reading.End), Misplaced(before));
    }

    private static FrontMatterBlock Report(SourceText source, MetadataLanguage language, TextSpan span, FieldLines fields, string message)
    {
        var parse = language == MetadataLanguage.Toml
            ? TomlMetadataReader.Read(source, fields.Start, fields.End)
            : YamlMetadataReader.Read(source, fields.Start, fields.End);
        return Broken(source, language, parse.Root, span, fields.BodyStart, message);
    }

    private static FrontMatterBlock Broken(SourceText source, MetadataLanguage language, MetadataMapping? root, TextSpan span, int body, string message) =>
        new(language, root, span, body, [FrontMatterErrors.Misplaced(source.File, source.GetRange(span), message)]) { IsBroken = true };

    private static string Misplaced(TextBeforeFrontMatter before) =>
        $"Front matter must begin at the first character of the file, and is text where it does not. Remove {before.What} before it.";

    private static string WrongFence(SourceText source, MisplacedFence fence)
    {
        var marker = source.Text[fence.Span.Start] == '+' ? "+++" : "---";
        var behind = source.Text.AsSpan(fence.Span.Start, fence.Span.Length);
        if (behind.StartsWith(marker) && TextBeforeFrontMatter.Trim(behind).Length == marker.Length)
            return $"Front matter must begin with a line '{marker}' at the first character of the file, and behind this one stands {TextBeforeFrontMatter.DescribeSpace(behind[marker.Length..].TrimStart(" \t"))}, which makes it text. Remove that.";
        return $"Front matter must begin with a line '{marker}' at the first character of the file, and this is {Quoted.Text(source.Text.Substring(fence.Span.Start, fence.Span.Length))}, which makes it text. Write '{marker}'.";
    }

    private static TextSpan FirstWord(string text, int start)
    {
        var length = FrontMatterFence.LineAt(text, start).IndexOfAny(':', '=');
        return new TextSpan(start, Math.Max(1, length));
    }

    private static int IndentOf(string text, int line, int position)
    {
        var columns = 0;
        for (; line < position; line++)
            columns += text[line] == '\t' ? 4 - (columns % 4) : text[line] == ' ' ? 1 : 0;
        return columns;
    }
}
