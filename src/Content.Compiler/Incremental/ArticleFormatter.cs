using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;

namespace Content.Compiler.Incremental;

/// <summary>The facts of an article in the state file. Bodies are kept apart, in the <see cref="BodyStore"/>.</summary>
internal static class ArticleFormatter
{
    public static void Write(StateWriter writer, Article article)
    {
        writer.String(article.Path);
        writer.String(article.File);
        writer.Int32(article.Collection);
        writer.Byte((byte)article.Format);
        WriteMetadata(writer, article.Metadata);
        writer.List(article.Diagnostics, WriteDiagnostic);
        writer.Boolean(article.Content is not null);
        if (article.Content is not null)
            WriteContent(writer, article.Content);
    }

    public static Article Read(StateReader reader, ReadOnlyMemory<byte> body) => new()
    {
        Path = reader.String(),
        File = reader.String(),
        Collection = reader.Int32(),
        Format = (ArticleFormat)reader.Byte(),
        Metadata = ReadMetadata(reader),
        Diagnostics = reader.List(ReadDiagnostic),
        Content = reader.Boolean() ? ReadContent(reader, body) : null,
    };

    public static void WriteDiagnostic(StateWriter writer, Diagnostic diagnostic)
    {
        writer.String(diagnostic.Code);
        writer.Byte((byte)diagnostic.Severity);
        writer.String(diagnostic.File);
        writer.Range(diagnostic.Range);
        writer.String(diagnostic.Message);
    }

    public static Diagnostic ReadDiagnostic(StateReader reader) =>
        new(reader.String(), (DiagnosticSeverity)reader.Byte(), reader.String(), reader.Range(), reader.String());

    private static void WriteMetadata(StateWriter writer, EntryMetadata metadata)
    {
        writer.List(metadata.Fields, FieldValueFormat.Write);
        FieldValueFormat.Write(writer, metadata.Slug);
        FieldValueFormat.Write(writer, metadata.Url);
        writer.List(metadata.Aliases, static (to, alias) => FieldValueFormat.Write(to, alias));
        writer.Boolean(metadata.IsDraft);
        writer.Int32(metadata.PublishDate?.DayNumber ?? -1);
        writer.Int32(metadata.ExpiryDate?.DayNumber ?? -1);
        writer.Range(metadata.Anchor);
        writer.Boolean(metadata.IsBroken);
        writer.Boolean(metadata.HasUnknownAddress);
    }

    private static EntryMetadata ReadMetadata(StateReader reader) => new()
    {
        Fields = reader.List(FieldValueFormat.Read),
        Slug = (TextValue?)FieldValueFormat.Read(reader),
        Url = (TextValue?)FieldValueFormat.Read(reader),
        Aliases = reader.List(static from => (TextValue)FieldValueFormat.Read(from)!),
        IsDraft = reader.Boolean(),
        PublishDate = ReadDay(reader),
        ExpiryDate = ReadDay(reader),
        Anchor = reader.Range(),
        IsBroken = reader.Boolean(),
        HasUnknownAddress = reader.Boolean(),
    };

    private static DateOnly? ReadDay(StateReader reader) => reader.Int32() is var day and >= 0 ? DateOnly.FromDayNumber(day) : null;

    private static void WriteContent(StateWriter writer, ArticleContent content)
    {
        writer.List(content.Body.Slots, static (to, slot) =>
        {
            to.Int32(slot.Offset);
            to.Int32(slot.Length);
            to.Int32(slot.Link);
        });
        writer.List(content.Links, static (to, link) =>
        {
            to.String(link.Destination);
            to.Range(link.Range);
            to.Byte((byte)link.Role);
        });
        writer.List(content.Anchors, static (to, anchor) => to.String(anchor));
        writer.List(content.Headings, static (to, heading) =>
        {
            to.Int32(heading.Level);
            to.String(heading.Text);
            to.String(heading.Id);
        });
        writer.String(content.Excerpt);
        writer.Int32(content.WordCount);
        writer.List(content.Suppressions, static (to, suppression) =>
        {
            to.String(suppression.Code);
            to.Int32(suppression.Line);
            to.Range(suppression.Range);
        });
        writer.List(content.Diagnostics, WriteDiagnostic);
    }

    private static ArticleContent ReadContent(StateReader reader, ReadOnlyMemory<byte> body)
    {
        return new()
        {
            Body = new ArticleBody(body, reader.List(static from => new LinkSlot(from.Int32(), from.Int32(), from.Int32()))),
            Links = reader.List(static from => new Link(from.String(), from.Range(), (LinkRole)from.Byte())),
            Anchors = reader.List(static from => from.String()),
            Headings = reader.List(static from => new ArticleHeading(from.Int32(), from.String(), from.String())),
            Excerpt = reader.String(),
            WordCount = reader.Int32(),
            Suppressions = reader.List(static from => new Suppression(from.String(), from.Int32(), from.Range())),
            Diagnostics = reader.List(ReadDiagnostic),
        };
    }
}
