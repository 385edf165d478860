using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Navigation;
using Content.Compiler.Paths;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Refactoring;

/// <summary>Inserts required fields that are missing, each with a value that its type allows.</summary>
internal static class MissingFields
{
    public static IEnumerable<Fix> For(ContentDocument document, IReadOnlyList<Diagnostic> diagnostics, DateOnly today)
    {
        if (document.Entry < 0 || diagnostics.All(diagnostic => diagnostic.Code != DiagnosticCatalog.FieldMissing.Code))
            yield break;
        var insertable = new List<(FieldDefinition Field, Diagnostic Diagnostic)>();
        foreach (var diagnostic in document.Site.Snapshot.Diagnostics)
        {
            if (diagnostic.File != document.File || diagnostic.Code != DiagnosticCatalog.FieldMissing.Code)
                continue;
            var field = document.Fields.FirstOrDefault(field => diagnostic.Message.StartsWith($"Required field {Quoted.Text(field.Key)} is missing", StringComparison.Ordinal));
            if (field is null)
                continue;
            if (FindMisspelling(document, diagnostic) is { } property)
            {
                if (diagnostics.Contains(diagnostic))
                {
                    var key = document.Source.GetRange(property.KeySpan);
                    var isQuoted = document.Text[property.KeySpan.Start] is '"' or '\'';
                    yield return new Fix($"Rename the key {Quoted.Text(property.Key)} to {Quoted.Text(field.Key)}",
                        [new TextChange(document.File, key, isQuoted ? $"\"{field.Key}\"" : FieldCompletion.WriteKey(field.Key, document.Block.Language), ChangeReason.Asked)], [diagnostic])
                    {
                        IsPreferred = true,
                    };
                }

                continue;
            }

            if (ValueOf(document, field, today) is null)
                continue;
            insertable.Add((field, diagnostic));
            if (diagnostics.Contains(diagnostic) && Insert(document, [field], today) is { } change)
                yield return new Fix($"Insert the field {Quoted.Text(field.Key)}", [change], [diagnostic]) { IsPreferred = true };
        }

        if (insertable.Count > 1 && Insert(document, [.. insertable.Select(one => one.Field)], today) is { } all)
            yield return new Fix($"Insert all {insertable.Count} required fields", [all], [.. insertable.Select(one => one.Diagnostic)]);
    }

    /// <summary>A value that a field allows, in the language of the file; null where none is known.</summary>
    public static string? ValueOf(ContentDocument document, FieldDefinition field, DateOnly today)
    {
        var language = document.Block.Language == MetadataLanguage.None ? MetadataLanguage.Yaml : document.Block.Language;
        if (field.IsList && field.MinLength is null or 0)
            return "[]";
        var value = field.Type switch
        {
            EnumFieldType { Enum.Members: [var first, ..] } => Text(first.Value),
            ReferenceFieldType reference => document.Site.Entries.FirstOrDefault(entry => entry.Article.Collection == reference.CollectionIndex && entry.IsPublished) is { } target ? Text(target.Slug) : null,
            ObjectFieldType nested => ObjectOf(document, nested, language, today),
            ScalarFieldType { Kind: var kind } => ScalarOf(document, field, kind, language, today),
            _ => null,
        };
        return value is null || !field.IsList ? value : field.MinLength == 1 ? $"[{value}]" : null;

        string Text(string text) => FieldCompletion.Write(text, language, '\0', isText: true);
    }

    private static string? ObjectOf(ContentDocument document, ObjectFieldType nested, MetadataLanguage language, DateOnly today)
    {
        var parts = new List<string>();
        foreach (var field in nested.Fields.Where(field => field.IsRequired))
        {
            if (ValueOf(document, field, today) is not { } value)
                return null;
            parts.Add(FieldCompletion.WriteKey(field.Key, language) + (language == MetadataLanguage.Toml ? " = " : ": ") + value);
        }

        return parts.Count == 0 ? "{}" : "{ " + string.Join(", ", parts) + " }";
    }

    private static string? ScalarOf(ContentDocument document, FieldDefinition field, ScalarKind kind, MetadataLanguage language, DateOnly today)
    {
        var invariant = CultureInfo.InvariantCulture;
        switch (kind)
        {
            case ScalarKind.String:
                var name = document.Article!.Content?.Headings is [{ Text.Length: > 0 } heading, ..] ? heading.Text : ContentPath.NameOf(document.Article.Path).ToString();
                var stem = field.Key is "title" or "name" ? name : field.Key;
                if (field.MaxLength is { } most && stem.Length > most)
                    stem = stem[..most];
                if (field.MinLength is { } least && stem.Length < least)
                    stem = stem.PadRight(least, '.');
                return field.Pattern is { } pattern && !pattern.IsMatch(stem) ? null : FieldCompletion.Write(stem, language, '\0', isText: true);
            case ScalarKind.Int or ScalarKind.Number or ScalarKind.Decimal:
                var number = field.Min is { } min && min > 0 ? min : field.Max is { } max && max < 0 ? max : 0;
                return number.ToString(invariant);
            case ScalarKind.Bool:
                return "false";
            case ScalarKind.Date or ScalarKind.DateTime:
                var date = new DateTimeOffset(today, default, TimeSpan.Zero);
                date = field.Earliest is { } earliest && earliest > date ? earliest : field.Latest is { } latest && latest < date ? latest : date;
                var format = field.Format ?? (kind == ScalarKind.Date ? "yyyy-MM-dd" : "yyyy-MM-dd'T'HH:mm:ss'Z'");
                return FieldCompletion.Write(date.ToString(format, invariant), language, language == MetadataLanguage.Json || field.Format is not null ? '"' : '\0', isText: false);
            case ScalarKind.Uri:
                return FieldCompletion.Write("https://example.org/", language, '"', isText: true);
            case ScalarKind.Email:
                return FieldCompletion.Write("name@example.org", language, '"', isText: true);
            case ScalarKind.Image:
                var image = document.Site.Files?.Files.FirstOrDefault(file => file.Reach == FileReach.Inside && file.Path.EndsWith(".png", StringComparison.OrdinalIgnoreCase));
                return image is null ? null : FieldCompletion.Write(RelativePath.From(document.Article!.Path, image.Path), language, '"', isText: true);
            default:
                return null;
        }
    }

    private static TextChange? Insert(ContentDocument document, IReadOnlyList<FieldDefinition> fields, DateOnly today) =>
        FrontMatterEdit.AddFields(document.Source, document.Block, [.. fields.Select(field => (field.Key, ValueOf(document, field, today)!))], ChangeReason.Asked);

    private static MetadataProperty? FindMisspelling(ContentDocument document, Diagnostic diagnostic) =>
        document.Block.Root?.Properties.FirstOrDefault(property => diagnostic.Message.Contains($"Did you misspell it as {Quoted.Text(property.Key)}?", StringComparison.Ordinal));
}
