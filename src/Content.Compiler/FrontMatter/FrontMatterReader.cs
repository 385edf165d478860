using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter.Json;
using Content.Compiler.FrontMatter.Toml;
using Content.Compiler.FrontMatter.Yaml;
using Content.Compiler.Text;

namespace Content.Compiler.FrontMatter;

/// <summary>Finds the front matter of an article and reads it; reads data files, which are nothing but metadata.</summary>
public static class FrontMatterReader
{
    /// <summary>The front matter at the very start of an article, and where its body starts.</summary>
    public static FrontMatterBlock Read(SourceText source) =>
        ReadAtStart(source) is { } read ? MisplacedFrontMatter.WithCutOff(source, read)
        : MisplacedFrontMatter.Find(source) ?? new(MetadataLanguage.None, null, default, 0, []);

    /// <summary>A data file, all of it.</summary>
    public static FrontMatterBlock ReadData(SourceText source, MetadataLanguage language) => DataBlock(source, language, Parse(source, language).AsFields());

    /// <summary>Likewise of a file that may be a list.</summary>
    public static FrontMatterBlock ReadDataOrList(SourceText source, MetadataLanguage language)
    {
        var parse = Parse(source, language);
        return DataBlock(source, language, parse) with { List = parse.List };
    }

    private static MetadataParseResult Parse(SourceText source, MetadataLanguage language) => language switch
    {
        MetadataLanguage.Yaml => YamlMetadataReader.ReadDocument(source, 0, source.Text.Length),
        MetadataLanguage.Toml => TomlMetadataReader.Read(source, 0, source.Text.Length),
        MetadataLanguage.Json => OfJson(JsonMetadataReader.ReadWhole(source, JsonDialect.Strict)),
        _ => throw new ArgumentOutOfRangeException(nameof(language)),
    };

    private static FrontMatterBlock DataBlock(SourceText source, MetadataLanguage language, MetadataParseResult parse) =>
        Block(source, language, new FrontMatterFence(default, 0, source.Text.Length, source.Text.Length, IsClosed: true), parse);

    /// <summary>The block of what was read between two fences.</summary>
    internal static FrontMatterBlock Block(SourceText source, MetadataLanguage language, FrontMatterFence fence, MetadataParseResult parse) =>
        new(language, parse.Root, fence.Opening, fence.BodyStart, Diagnostics(source, parse.Errors)) { IsBroken = parse.IsBroken };

    private static FrontMatterBlock? ReadAtStart(SourceText source)
    {
        var text = source.Text;
        switch (text.Length == 0 ? '\0' : text[0])
        {
            case '-' when FrontMatterFence.Opens(text, "---"):
                var yaml = FrontMatterFence.Find(text, "---");
                if (FrontMatterDetection.IsYaml(text, yaml))
                    return yaml.IsClosed ? ReadYaml(source, yaml) : FrontMatterRecovery.Unclosed(source, MetadataLanguage.Yaml, yaml);
                break;
            case '+' when FrontMatterFence.Opens(text, "+++"):
                var toml = FrontMatterFence.Find(text, "+++");
                if (!toml.IsClosed)
                    return FrontMatterRecovery.Unclosed(source, MetadataLanguage.Toml, toml);
                return Block(source, MetadataLanguage.Toml, toml, TomlMetadataReader.Read(source, toml.ContentStart, toml.ContentEnd));
            case '{' when FrontMatterDetection.IsJson(text):
                return ReadJson(source);
        }

        return null;
    }

    private static FrontMatterBlock ReadYaml(SourceText source, FrontMatterFence fence)
    {
        var parse = YamlMetadataReader.Read(source, fence.ContentStart, fence.ContentEnd);
        return (parse.IsBroken ? FrontMatterRecovery.FalseEnd(source, fence, parse) : null)
            ?? Block(source, MetadataLanguage.Yaml, fence, parse);
    }

    private static FrontMatterBlock ReadJson(SourceText source)
    {
        var reading = JsonMetadataReader.Read(source, 0, JsonDialect.Strict);
        if (!reading.IsClosed)
            return FrontMatterRecovery.UnclosedJson(source, reading);

        var parse = OfJson(reading).AsFields();
        var rest = FrontMatterFence.LineAt(source.Text, reading.End).Trim(" \t");
        if (rest.Length > 0 && !parse.IsBroken)
        {
            var start = source.Text.AsSpan(reading.End).IndexOfAnyExcept(' ', '\t') + reading.End;
            parse = parse with
            {
                Errors = parse.Errors.Add(MetadataError.Syntax(
                    new TextSpan(start, rest.Length), "The text of the article starts on the line after the closing brace. Move this there, or remove it.")),
            };
        }

        var body = FrontMatterFence.NextLine(source.Text, reading.End);
        return Block(source, MetadataLanguage.Json, new FrontMatterFence(new TextSpan(0, 1), 0, reading.End, body, IsClosed: true), parse);
    }

    private static MetadataParseResult OfJson(JsonParseResult reading) => reading.Root switch
    {
        MetadataMapping mapping => new(mapping, reading.Errors),
        MetadataSequence list => new(null, reading.Errors) { List = list },
        null when reading.IsBroken => new(null, reading.Errors),
        null => new(new MetadataMapping(default, []), reading.Errors),
        var other when reading.IsBroken => new(null, reading.Errors),
        var other => new(null, reading.Errors.Add(
            MetadataError.Syntax(other.Span, MetadataError.NotAMapping("a single value")))),
    };

    private static ImmutableArray<Diagnostic> Diagnostics(SourceText source, ImmutableArray<MetadataError> errors)
    {
        if (errors.IsEmpty)
            return [];
        var diagnostics = ImmutableArray.CreateBuilder<Diagnostic>(errors.Length);
        foreach (var error in errors)
        {
            var range = source.GetRange(error.Span);
            diagnostics.Add(error.Kind == MetadataErrorKind.DuplicateKey
                ? FrontMatterErrors.DuplicateKey(source.File, range, error.Message, source.Text.AsSpan(error.Span.Start, error.Span.Length))
                : FrontMatterErrors.Syntax(source.File, range, error.Message));
        }

        return diagnostics.MoveToImmutable();
    }
}
