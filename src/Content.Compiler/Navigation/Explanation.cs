using System.Globalization;
using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Compiler.Sources.Images;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>What a person who points at something wants to know of it, as Markdown.</summary>
/// <param name="Span">What is pointed at.</param>
/// <param name="Text">Markdown.</param>
internal sealed record Explanation(TextSpan Span, string Text)
{
    private const int LongestExcerpt = 300;

    /// <summary>What stands at an offset; null where there is nothing to say.</summary>
    public static Explanation? Of(ContentDocument document, int offset)
    {
        if (document.IsConfiguration)
            return ConfigurationAssistance.Explain(document, offset);
        if (document.Entry < 0)
            return null;
        if (document.FindField(offset) is { } place)
            return OfField(document, place);
        if (SuppressionText.FindCode(document.Text, offset) is { } code && DiagnosticCatalog.Find(document.Text.Substring(code.Start, code.Length).ToUpperInvariant()) is { } descriptor)
            return new Explanation(code, $"**{descriptor.Code}** {descriptor.Title}.");
        if (document.FindLink(offset) is { } link)
            return OfEnd(document, GoTo.SpanOf(document.Source.Lines, link.Range), link);
        if (document.FindOutlineLink(offset) is { } outline && document.LinkOf(outline) is { } goal)
            return OfEnd(document, outline.Span, goal);
        if (document.FindHeading(offset) is var heading and >= 0 && document.IdOf(heading) is { Length: > 0 } id)
        {
            var count = document.Site.LinksTo(document.Entry, id).Count();
            var url = document.Site.Entries[document.Entry].Url;
            return new Explanation(document.Outline.Headings[heading].Span, $"`{url}#{id}`\n\n{Count(count, "link")} to this heading.");
        }

        return null;
    }

    /// <summary>What a field is: its type, what it is for, and what its values must be.</summary>
    public static string OfField(FieldDefinition field)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{Escape(field.Key)}**: `{TypeText.Of(field)}`");
        if (field.Description is { Length: > 0 } description)
            text.Append(CultureInfo.InvariantCulture, $"\n\n{description}");
        var constraints = Constraints(field).ToList();
        if (constraints.Count > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n\n{string.Join("  \n", constraints)}");
        return text.ToString();
    }

    /// <summary>What an entry is: its title, its address and how it begins.</summary>
    public static string OfEntry(Entry entry)
    {
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"**{Escape(SiteView.TitleOf(entry))}**\n\n`{entry.Url}`");
        if (!entry.IsPublished)
            text.Append(entry.Article.Metadata.IsDraft ? " (a draft)" : " (not published)");
        var excerpt = entry.Article.Content?.Excerpt ?? "";
        if (excerpt.Length > 0)
            text.Append(CultureInfo.InvariantCulture, $"\n\n{Escape(Shorten(excerpt))}");
        return text.ToString();
    }

    private static Explanation? OfField(ContentDocument document, FieldPlaceInText place)
    {
        if (place is { IsKey: false, Value: { } scalar })
        {
            switch (document.FindValue(scalar.Span))
            {
                case ResolvedReferenceValue reference when document.Site.FindTarget(reference) is var entry and >= 0:
                    return new Explanation(scalar.Span, OfEntry(document.Site.Entries[entry]));
                case ResolvedFileValue file:
                    return new Explanation(scalar.Span, OfFile(file));
            }
        }

        if (place.Field is not { } field)
            return null;
        return new Explanation(place.IsKey ? place.Property.KeySpan : place.Value?.Span ?? place.Property.KeySpan, OfField(field));
    }

    private static string OfFile(ResolvedFileValue file)
    {
        var size = file.Width > 0 ? string.Create(CultureInfo.InvariantCulture, $"\n\n{file.Width} × {file.Height} pixels") : "";
        var length = file.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{(size.Length > 0 ? ", " : "\n\n")}{Bytes(file.Length)}") : "";
        return $"`{file.Url}`{size}{length}";
    }

    private static Explanation? OfEnd(ContentDocument document, TextSpan span, Link link)
    {
        var site = document.Site;
        var end = site.Follow(document.Entry, link);
        if (end.Entry >= 0)
        {
            var entry = site.Entries[end.Entry];
            var heading = end.Fragment.Length == 0 ? null : entry.Article.Content?.Headings.FirstOrDefault(heading => heading.Id == end.Fragment);
            var text = OfEntry(entry);
            return new Explanation(span, heading is null ? text : $"**{Escape(heading.Text)}**\n\n{text}");
        }

        if (end.File is { } file && site.Files is { } files)
        {
            var size = ImageReader.Read(files.GetFullPath(file)) is { Fault: null, Size: { Width: > 0 } found }
                ? string.Create(CultureInfo.InvariantCulture, $"{found.Width} × {found.Height} pixels, ") : "";
            return new Explanation(span, $"`{file.File}`\n\n{size}{Bytes(file.Length)}");
        }

        return end.Address is { } address ? new Explanation(span, $"`{Shorten(address)}`") : null;
    }

    private static IEnumerable<string> Constraints(FieldDefinition field)
    {
        yield return field.IsRequired ? "Required." : field.Default is null ? "Optional." : $"Optional, by default `{TypeText.Show(field.Type, field.Default)}`.";
        if (field.Min is { } min)
            yield return $"At least `{min.ToString(CultureInfo.InvariantCulture)}`.";
        if (field.Max is { } max)
            yield return $"At most `{max.ToString(CultureInfo.InvariantCulture)}`.";
        if (field.Earliest is { } earliest)
            yield return $"Not before `{earliest:yyyy-MM-dd}`.";
        if (field.Latest is { } latest)
            yield return $"Not after `{latest:yyyy-MM-dd}`.";
        var unit = field.IsList ? "item" : "character";
        if (field.MinLength is { } shortest)
            yield return $"At least {Count(shortest, unit)}.";
        if (field.MaxLength is { } longest)
            yield return $"At most {Count(longest, unit)}.";
        if (field.Pattern is { } pattern)
            yield return $"Must match `{pattern}`.";
        if (field.IsUnique)
            yield return "No two entries may have the same.";
        if (field.Format is { } format)
            yield return $"Written as `{format}`.";
        if (field.Type is EnumFieldType { Enum: var definition })
            yield return "One of " + string.Join(", ", definition.Members.Take(40).Select(member => $"`{member.Value}`")) + (definition.Members.Length > 40 ? ", ..." : ".");
    }

    private static string Count(int count, string unit) => string.Create(CultureInfo.InvariantCulture, $"{count} {unit}{(count == 1 ? "" : "s")}");

    private static string Bytes(long length) =>
        length < 1024 ? string.Create(CultureInfo.InvariantCulture, $"{length} bytes") : string.Create(CultureInfo.InvariantCulture, $"{length / 1024.0:0.#} kB");

    private static string Shorten(string text)
    {
        if (text.Length <= LongestExcerpt)
            return text;
        var end = text.LastIndexOf(' ', LongestExcerpt);
        end = end > 0 ? end : char.IsHighSurrogate(text[LongestExcerpt - 1]) ? LongestExcerpt - 1 : LongestExcerpt;
        return text[..end] + "…";
    }

    /// <summary>Text that an article holds, as Markdown that shows it and does nothing else.</summary>
    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var unit in text)
        {
            if (unit is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '#' or '|' or '!' or '&')
                escaped.Append('\\');
            escaped.Append(unit is '\r' or '\n' ? ' ' : unit);
        }

        return escaped.ToString();
    }
}
