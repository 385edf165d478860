using System.Globalization;
using System.Text;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Routing;

/// <summary>Makes the URL of an entry: what its front matter says, or the collection's template filled in; the base path before it.</summary>
internal static class EntryUrl
{
    private const string DateFormat = "yyyy-MM-dd";

    /// <summary>The URL, encoded as <see cref="UrlText"/> says, without two slashes in a row.</summary>
    /// <param name="collection">The template, and what fields there are.</param>
    /// <param name="slug">The entry's slug.</param>
    /// <param name="fields">Its values, references resolved.</param>
    /// <param name="url">What front matter says instead; or null.</param>
    /// <param name="basePath">Without a slash at its end.</param>
    public static string Of(CollectionDefinition collection, string slug, IReadOnlyList<FieldValue?> fields, string? url, string basePath)
    {
        if (url is not null)
            return WithBase(url, basePath);
        var text = new StringBuilder(basePath).Append('/');
        var parts = collection.Url.Parts;
        for (var index = 0; index < parts.Length; index++)
        {
            switch (parts[index])
            {
                case UrlLiteral literal:
                    text.Append(literal.Text);
                    break;
                case UrlSlug:
                    text.Append(slug.Length > 0 ? slug : NameOfIndex(parts, index));
                    break;
                case UrlName:
                    text.Append(slug.Length > 0 ? Slug.NameIn(slug) : NameOfIndex(parts, index));
                    break;
                case UrlField field:
                    AppendValue(text, collection.Fields[field.FieldIndex].Type, fields[field.FieldIndex], field.Format);
                    break;
            }
        }

        return UrlText.EncodePath(WithSingleSlashes(text));
    }

    /// <summary>A root-relative path as an author writes it, with the base path before it.</summary>
    public static string WithBase(string path, string basePath) =>
        UrlText.EncodePath(WithSingleSlashes(new StringBuilder(basePath).Append('/').Append(UnicodeText.Compose(path))));

    /// <summary>The index of the collection's folder has no name, but needs one in a template such as <c>/{slug}.html</c>.</summary>
    private static string NameOfIndex(IReadOnlyList<UrlTemplatePart> parts, int index) =>
        index + 1 < parts.Count && parts[index + 1] is not UrlLiteral { Text: ['/', ..] } ? "index" : "";

    private static void AppendValue(StringBuilder text, FieldType type, FieldValue? value, string? format)
    {
        var composed = UnicodeText.Compose(Show(type, value, format));
        foreach (var range in composed.AsSpan().Split('/'))
        {
            if (range.Start.Value > 0)
                text.Append('/');
            if (composed.AsSpan()[range] is not ("." or ".."))
                UrlSafeText.AppendSegment(text, composed.AsSpan()[range], keepUnreserved: true);
        }
    }

    private static string Show(FieldType type, FieldValue? value, string? format)
    {
        var invariant = CultureInfo.InvariantCulture;
        try
        {
            return value switch
            {
                TextValue text => text.Value,
                IntegerValue integer => integer.Value.ToString(format, invariant),
                DecimalValue number => number.Value.ToString(format, invariant),
                NumberValue number => number.Value.ToString(format ?? "R", invariant),
                BooleanValue boolean => boolean.Value ? "true" : "false",
                DateValue date => date.Value.ToString(format ?? DateFormat, invariant),
                DateTimeValue date => date.Value.ToString(format ?? DateFormat, invariant),
                EnumValue member when type is EnumFieldType { Enum: var definition } => definition.Members[member.Member].Value,
                ResolvedReferenceValue reference => reference.Slug,
                _ => "",
            };
        }
        catch (FormatException)
        {
            return Show(type, value, null); // the configuration's reader has reported the format
        }
    }

    private static string WithSingleSlashes(StringBuilder text)
    {
        var written = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] != '/' || written == 0 || text[written - 1] != '/')
                text[written++] = text[index];
        }

        text.Length = written;
        return text.ToString();
    }
}
