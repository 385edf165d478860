using Content.Compiler.Articles;
using Content.Compiler.Code;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Inclusions;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>The facts of an article in the state file. Bodies are kept apart, in the <see cref="BodyStore"/>.</summary>
internal static class ArticleSerializer
{
    /// <summary>Writes the facts. Where the article is, its <see cref="SourceFile"/> says.</summary>
    public static void Write(StateWriter writer, Article article)
    {
        writer.Int32(article.Collection);
        writer.Byte((byte)article.Format);
        writer.List(article.Inputs, static (to, input) =>
        {
            to.String(input.Path);
            to.Hash(input.State);
        });
        WriteMetadata(writer, article.Metadata);
        writer.List(article.Entries, WriteMetadata);
        writer.List(article.Diagnostics, WriteDiagnostic);
        writer.Boolean(article.Content is not null);
        if (article.Content is not null)
            WriteContent(writer, article.Content);
    }

    /// <summary>The article at <paramref name="file"/>. Its outline stays in <paramref name="facts"/> and is read when it is asked for.</summary>
    public static Article Read(ReadOnlyMemory<byte> facts, SourceFile file, ReadOnlyMemory<byte> body)
    {
        var reader = new StateReader(facts.Span);
        return new Article
        {
            Path = file.Path,
            File = file.File,
            Collection = reader.Int32(),
            Format = (ArticleFormat)reader.Byte(),
            Inputs = reader.List(static (ref StateReader from) => new IncludedFile(from.String(), from.Hash())),
            Metadata = ReadMetadata(ref reader),
            Entries = reader.List(ReadMetadata),
            Diagnostics = reader.List(ReadDiagnostic),
            Content = reader.Boolean() ? ReadContent(ref reader, facts, body) : null,
        };
    }

    public static void WriteDiagnostic(StateWriter writer, Diagnostic diagnostic)
    {
        writer.String(diagnostic.Code);
        writer.Byte((byte)diagnostic.Severity);
        writer.String(diagnostic.File);
        writer.Range(diagnostic.Range);
        writer.String(diagnostic.Message);
        writer.List(diagnostic.Corrections, static (to, correction) =>
        {
            to.String(correction.Title);
            to.Range(correction.Range);
            to.String(correction.Text);
            to.Boolean(correction.IsCertain);
        });
        writer.Boolean(diagnostic.IsUnacceptable);
        writer.Boolean(diagnostic.Suppression is not null);
        if (diagnostic.Suppression is { } suppression)
        {
            writer.Boolean(suppression.IsInSource);
            writer.String(suppression.Reason);
            writer.Boolean(suppression.IsBaseline);
        }
    }

    public static Diagnostic ReadDiagnostic(ref StateReader reader) =>
        new(reader.String(), (DiagnosticSeverity)reader.Byte(), reader.String(), reader.Range(), reader.String())
        {
            Corrections = reader.List(static (ref StateReader from) => new Correction(from.String(), from.Range(), from.String(), from.Boolean())),
            IsUnacceptable = reader.Boolean(),
            Suppression = reader.Boolean() ? new DiagnosticSuppression(reader.Boolean(), reader.String(), reader.Boolean()) : null,
        };

    /// <summary>Whether the metadata of two articles is the same, in its values and in its places.</summary>
    public static bool HaveSameMetadata(Article one, Article other)
    {
        var (left, right) = (new StateWriter(), new StateWriter());
        WriteMetadata(left, one.Metadata);
        WriteMetadata(right, other.Metadata);
        return left.Written.SequenceEqual(right.Written);
    }

    private static void WriteMetadata(StateWriter writer, EntryMetadata metadata)
    {
        writer.List(metadata.Fields, FieldValueSerializer.Write);
        FieldValueSerializer.Write(writer, metadata.Key);
        FieldValueSerializer.Write(writer, metadata.Slug);
        FieldValueSerializer.Write(writer, metadata.Url);
        FieldValueSerializer.Write(writer, metadata.Uid);
        writer.List(metadata.Aliases, static (to, alias) => FieldValueSerializer.Write(to, alias));
        writer.Boolean(metadata.IsDraft);
        writer.Int32(metadata.PublishDate?.DayNumber ?? -1);
        writer.Int32(metadata.ExpiryDate?.DayNumber ?? -1);
        writer.Range(metadata.PublishDateRange);
        writer.Range(metadata.ExpiryDateRange);
        writer.Range(metadata.Anchor);
        writer.Boolean(metadata.IsBroken);
        writer.Boolean(metadata.HasUnknownAddress);
    }

    private static EntryMetadata ReadMetadata(ref StateReader reader) => new()
    {
        Fields = reader.List(FieldValueSerializer.Read),
        Key = (TextValue?)FieldValueSerializer.Read(ref reader),
        Slug = (TextValue?)FieldValueSerializer.Read(ref reader),
        Url = (TextValue?)FieldValueSerializer.Read(ref reader),
        Uid = (TextValue?)FieldValueSerializer.Read(ref reader),
        Aliases = reader.List(static (ref StateReader from) => (TextValue)FieldValueSerializer.Read(ref from)!),
        IsDraft = reader.Boolean(),
        PublishDate = ReadDay(ref reader),
        ExpiryDate = ReadDay(ref reader),
        PublishDateRange = reader.Range(),
        ExpiryDateRange = reader.Range(),
        Anchor = reader.Range(),
        IsBroken = reader.Boolean(),
        HasUnknownAddress = reader.Boolean(),
    };

    private static DateOnly? ReadDay(ref StateReader reader) => reader.Int32() is var day and >= 0 ? DateOnly.FromDayNumber(day) : null;

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
            to.Boolean(link.IsHtml);
            to.Byte((byte)link.Form);
            if (link.Form != DestinationForm.Written)
                to.String(link.Meaning ?? link.Destination);
        });
        writer.Int32(content.WordCount);
        writer.Boolean(content.HoldsUnfilled);
        writer.List(content.Suppressions, static (to, suppression) =>
        {
            to.String(suppression.Code);
            to.Int32(suppression.Line);
            to.Range(suppression.Range);
            to.String(suppression.Reason);
        });
        writer.List(content.NeededExclusions, static (to, index) => to.Int32(index));
        writer.List(content.Diagnostics, WriteDiagnostic);
        writer.List(content.Samples, WriteSample);
        writer.List(content.ApiMentions, static (to, mention) =>
        {
            to.String(mention.Name);
            to.Range(mention.Range);
        });
        StoredOutline.Write(writer, content);
    }

    private static Link ReadLink(ref StateReader reader)
    {
        var link = new Link(reader.String(), reader.Range(), (LinkRole)reader.Byte(), reader.Boolean(), (DestinationForm)reader.Byte());
        return link.Form == DestinationForm.Written ? link : link with { Meaning = reader.String() };
    }

    private static ArticleContent ReadContent(ref StateReader reader, ReadOnlyMemory<byte> facts, ReadOnlyMemory<byte> body) => new()
    {
        Body = new ArticleBody(body, reader.List(static (ref StateReader from) => new LinkSlot(from.Int32(), from.Int32(), from.Int32()))),
        Links = reader.List(ReadLink),
        WordCount = reader.Int32(),
        HoldsUnfilled = reader.Boolean(),
        Suppressions = reader.List(static (ref StateReader from) => new Suppression(from.String(), from.Int32(), from.Range(), from.String())),
        NeededExclusions = reader.List(static (ref StateReader from) => from.Int32()),
        Diagnostics = reader.List(ReadDiagnostic),
        Samples = reader.List(ReadSample),
        ApiMentions = reader.List(static (ref StateReader from) => new ApiMention(from.String(), from.Range())),
        Outline = new StoredOutline(facts[^reader.Rest.Length..]),
    };

    private static void WriteSample(StateWriter writer, CodeSample sample)
    {
        writer.Byte((byte)sample.Mode);
        writer.String(sample.File);
        writer.String(sample.FenceFile);
        writer.Int32(sample.Line);
        writer.Int32(sample.EndLine);
        writer.List(sample.Lines, static (to, line) =>
        {
            to.String(line.Text);
            to.Int32(line.Line);
            to.Int32(line.Column);
        });
        writer.Boolean(sample.Output is not null);
        writer.String(sample.Output ?? "");
    }

    private static CodeSample ReadSample(ref StateReader reader)
    {
        var sample = new CodeSample(
            (SampleMode)reader.Byte(),
            reader.String(),
            reader.String(),
            reader.Int32(),
            reader.Int32(),
            reader.List(static (ref StateReader from) => new CodeLine(from.String(), from.Int32(), from.Int32())),
            null);
        var hasOutput = reader.Boolean();
        var output = reader.String();
        return hasOutput ? sample with { Output = output } : sample;
    }
}
