using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Parses URL templates such as <c>/blog/{date:yyyy}/{slug}/</c>.</summary>
internal sealed class UrlTemplateReader(ConfigurationInput input, ImmutableArray<FieldDefinition> fields)
{
    private static readonly DateTimeOffset sample = new(2026, 11, 23, 10, 20, 30, TimeSpan.Zero);

    private readonly ImmutableArray<UrlTemplatePart>.Builder parts = ImmutableArray.CreateBuilder<UrlTemplatePart>();

    /// <summary>Where entries stand unless <c>url</c> says otherwise.</summary>
    public static UrlTemplate Default(string collection) =>
        new($"/{collection}/{{slug}}/", [new UrlLiteral($"/{collection}/"), new UrlSlug(), new UrlLiteral("/")]);

    /// <summary>The template, or null where something is wrong with it.</summary>
    public UrlTemplate? Read(MetadataScalar text)
    {
        var template = text.Text;
        if (!template.StartsWith('/') || template.StartsWith("//", StringComparison.Ordinal))
        {
            input.Report(text.Span, $"'url' must start with one '/', such as \"/blog/{{slug}}/\", but is {Quoted.Text(template)}.");
            return null;
        }

        var isRight = true;
        for (var position = 0; position < template.Length;)
        {
            if (template[position] == '{')
            {
                var close = template.IndexOf('}', position);
                if (close < 0)
                {
                    Report(text, position, template.Length - position, "This '{' is never closed: add '}' after the token.");
                    return null;
                }

                isRight &= ReadToken(text, position + 1, close - position - 1);
                position = close + 1;
            }
            else
            {
                var end = template.IndexOf('{', position);
                end = end < 0 ? template.Length : end;
                isRight &= ReadLiteral(text, position, end - position);
                position = end;
            }
        }

        return isRight ? new UrlTemplate(template, parts.ToImmutable()) : null;
    }

    private bool ReadLiteral(MetadataScalar text, int start, int length)
    {
        var literal = text.Text.Substring(start, length);
        var wrong = literal.AsSpan().IndexOfAny("?#\\}");
        if (wrong >= 0)
        {
            Report(text, start + wrong, 1, $"'{literal[wrong]}' cannot be in a URL template: it makes the path of a page.");
            return false;
        }

        parts.Add(new UrlLiteral(literal));
        return true;
    }

    private bool ReadToken(MetadataScalar text, int start, int length)
    {
        var token = text.Text.Substring(start, length);
        switch (token)
        {
            case "slug":
                parts.Add(new UrlSlug());
                return true;
            case "name":
                parts.Add(new UrlName());
                return true;
        }

        var (field, name) = FindField(token);
        if (field < 0)
        {
            Report(text, start, name.Length, $"There is no field {Quoted.Text(name)} to make URLs of.{ConfigurationInput.Near(name, Tokens())}");
            return false;
        }

        var format = name.Length == token.Length ? null : token[(name.Length + 1)..];
        if (FindProblem(fields[field], format) is { } problem)
        {
            Report(text, start, length, problem);
            return false;
        }

        parts.Add(new UrlField(field, format));
        return true;
    }

    /// <summary>The field of a token, and how much of the token is its key; keys may hold colons, as <c>og:title</c> does.</summary>
    private (int Field, string Name) FindField(string token)
    {
        for (var end = token.Length; end > 0; end = token.LastIndexOf(':', end - 1))
        {
            for (var index = 0; index < fields.Length; index++)
            {
                if (token.AsSpan(0, end).SequenceEqual(fields[index].Key))
                    return (index, fields[index].Key);
            }
        }

        var colon = token.IndexOf(':', StringComparison.Ordinal);
        return (-1, colon < 0 ? token : token[..colon]);
    }

    private static string? FindProblem(FieldDefinition field, string? format)
    {
        if (!IsScalar(field))
            return $"{Quoted.Text(field.Key)} is {TypeTable.Describe(field)}: only a single scalar can be part of a URL.";
        if (format is null)
            return null;
        if (field.Type is not ScalarFieldType { Kind: ScalarKind.Date or ScalarKind.DateTime } scalar)
            return $"A format is for dates, but {Quoted.Text(field.Key)} is {TypeTable.Describe(field)}.";
        return CanFormat(scalar.Kind, format)
            ? null
            : $"{Quoted.Text(format)} is not a .NET format for {TypeTable.Describe(field)}. Write one such as 'yyyy' or 'yyyy-MM-dd'.";
    }

    private static bool CanFormat(ScalarKind kind, string format)
    {
        try
        {
            _ = kind == ScalarKind.Date
                ? DateOnly.FromDateTime(sample.Date).ToString(format, CultureInfo.InvariantCulture)
                : sample.ToString(format, CultureInfo.InvariantCulture);
            return format.Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static bool IsScalar(FieldDefinition field) => !field.IsList && field.Type is ScalarFieldType or EnumFieldType;

    private string[] Tokens() => ["slug", "name", .. fields.Where(IsScalar).Select(field => field.Key)];

    private void Report(MetadataScalar text, int start, int length, string message) =>
        input.Report(JsonStringPosition.SpanOf(input.Source, text, start, length), message);
}
