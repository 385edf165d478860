using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.FrontMatter;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Navigation;

/// <summary>Keys and values of front matter and data files.</summary>
internal static class FieldCompletion
{
    private const int Most = 500;

    private static readonly string[] images = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"];

    public static Offers Of(ContentDocument document, FieldCursor cursor, DateOnly today)
    {
        var fields = document.Fields;
        var isTop = true;
        foreach (var parent in cursor.Parents)
        {
            if (fields.FirstOrDefault(field => field.Key == parent)?.Type is not ObjectFieldType nested)
                return Offers.None;
            (fields, isTop) = (nested.Fields, false);
        }

        if (cursor.Key is null)
            return new Offers(Keys(fields, isTop, cursor));
        var declared = fields.FirstOrDefault(field => field.Key == cursor.Key) ?? (isTop ? SpecialKeys.Fields.FirstOrDefault(field => field.Key == cursor.Key) : null);
        if (declared is null)
            return Offers.None;
        return declared.Type is ObjectFieldType { Fields: var inner }
            ? new Offers(Keys(inner, isTop: false, cursor))
            : Values(document, declared, cursor, today);
    }

    /// <summary>A text as a value in its language, in the quotes that are there.</summary>
    public static string Write(string text, MetadataLanguage language, char quote, bool isText)
    {
        if (quote is '\'' && !text.Contains('\'', StringComparison.Ordinal))
            return $"'{text}'";
        var quoted = quote is '"' or '\'' || (isText && language is MetadataLanguage.Toml or MetadataLanguage.Json) || (isText && !IsPlain(text));
        return quoted ? "\"" + text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"" : text;
    }

    /// <summary>A key in its language.</summary>
    public static string WriteKey(string key, MetadataLanguage language) => language switch
    {
        MetadataLanguage.Json => $"\"{key}\"",
        MetadataLanguage.Toml when key.Any(unit => !char.IsAsciiLetterOrDigit(unit) && unit is not ('-' or '_')) => $"\"{key}\"",
        _ => key,
    };

    private static bool IsPlain(string text) => text.Length > 0 && (char.IsLetter(text[0]) || text[0] is '/' or '.') && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal) && text[^1] is not (':' or ' ') && !text.Any(unit => unit is ',' or '[' or ']' or '{' or '}' || char.IsControl(unit))
        && text.ToLowerInvariant() is not ("true" or "false" or "yes" or "no" or "on" or "off" or "y" or "n" or "null");

    private static ImmutableArray<Offer> Keys(ImmutableArray<FieldDefinition> fields, bool isTop, FieldCursor cursor)
    {
        var offers = ImmutableArray.CreateBuilder<Offer>();
        foreach (var field in isTop ? fields.Concat(SpecialKeys.Fields.Where(special => fields.All(field => field.Key != special.Key))) : fields)
        {
            if (cursor.Siblings.Contains(field.Key))
                continue;
            var separator = cursor.HasSeparator ? "" : cursor.Language switch
            {
                MetadataLanguage.Toml => " = ",
                MetadataLanguage.Yaml when field.Type is ObjectFieldType => ":",
                _ => ": ",
            };
            offers.Add(new Offer(field.Key, OfferKind.Key, cursor.Token, WriteKey(field.Key, cursor.Language) + separator)
            {
                Detail = TypeText.Of(field),
                Documentation = Explanation.OfField(field),
                Order = string.Create(CultureInfo.InvariantCulture, $"{(field.IsRequired ? 0 : 1)}{offers.Count:0000}"),
            });
        }

        return offers.ToImmutable();
    }

    private static Offers Values(ContentDocument document, FieldDefinition field, FieldCursor cursor, DateOnly today)
    {
        var quote = cursor.Token.Length > 0 ? document.Text[cursor.Token.Start] : '\0';
        switch (field.Type)
        {
            case EnumFieldType { Enum: var definition }:
                return new Offers([.. definition.Members.Select((member, index) => Make(member.Value, OfferKind.Member, isText: true, definition.TypeName, index))]);
            case ScalarFieldType { Kind: ScalarKind.Bool }:
                return new Offers([Make("true", OfferKind.Member, isText: false, "bool", 0), Make("false", OfferKind.Member, isText: false, "bool", 1)]);
            case ScalarFieldType { Kind: ScalarKind.Date }:
                var isNative = cursor.Language != MetadataLanguage.Json && field.Format is null;
                return new Offers([Make(today.ToString(field.Format ?? "yyyy-MM-dd", CultureInfo.InvariantCulture), OfferKind.Value, isText: !isNative, "today", 0)]);
            case ScalarFieldType { Kind: ScalarKind.DateTime }:
                return new Offers([Make(
                    new DateTimeOffset(today, default, TimeSpan.Zero).ToString(field.Format ?? "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
                    OfferKind.Value, isText: cursor.Language == MetadataLanguage.Json || field.Format is not null, "today", 0)]);
            case ReferenceFieldType reference:
                var targets = document.Site.Entries.Where(entry => entry.Article.Collection == reference.CollectionIndex).ToList();
                return new Offers(
                    [.. targets.Take(Most).Select((entry, index) => Make(entry.Slug, OfferKind.Entry, isText: true, SiteView.TitleOf(entry), index) with { Documentation = Explanation.OfEntry(entry) })],
                    targets.Count > Most);
            case ScalarFieldType { Kind: (ScalarKind.Image or ScalarKind.File) and var kind } when document.Site.Files is { } files:
                var fitting = files.Files.Where(file => file.Reach == FileReach.Inside && !GlobSet.IsHidden(file.Path) && IsFitting(file.Path, kind)).ToList();
                return new Offers(
                    [.. fitting.Take(Most).Select((file, index) => Make(RelativePath.From(document.Article!.Path, file.Path), OfferKind.File, isText: true, null, index))],
                    fitting.Count > Most);
            default:
                return Offers.None;
        }

        Offer Make(string text, OfferKind kind, bool isText, string? detail, int index) =>
            new(text, kind, cursor.Token, Write(text, cursor.Language, quote, isText))
            {
                Detail = detail,
                Order = string.Create(CultureInfo.InvariantCulture, $"{index:00000}"),
            };
    }

    private static bool IsFitting(string path, ScalarKind kind)
    {
        var extension = ContentPath.ExtensionOf(path).ToString().ToLowerInvariant();
        return kind == ScalarKind.Image ? images.Contains(extension) : !FileExtensions.IsArticle(extension);
    }
}
