using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Content.Runtime;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>Writes the record of an entry: its fixed slots, then a value for each field.</summary>
internal sealed class RecordWriter(ImmutableArray<RankedCollection> collections, ByteBuilder records, ByteBuilder data, TextHeap text, FileHistory history)
{
    private const int Slot = sizeof(ulong);
    private const byte Absent = 0xFF;

    /// <summary>Writes the entry of a rank behind the records that are there.</summary>
    public void Write(RankedCollection collection, int rank, ulong body, int treeNode, IReadOnlyList<int> related)
    {
        var entry = collection.GetByRank(rank);
        var start = records.Reserve(collection.Schema.Layout.Size, Absent);
        records.WriteSlot(start + CatalogFormat.Record.Slug, collection.GetSlugSlot(rank));
        records.WriteSlot(start + CatalogFormat.Record.Url, text.Append(entry.Url));
        records.WriteSlot(start + CatalogFormat.Record.SourceFile, text.Append(entry.Article.Place));
        records.WriteSlot(start + CatalogFormat.Record.Aliases, AddAliases(entry.Aliases));
        records.WriteInt32(start + CatalogFormat.Record.Position, collection.Positions[rank]);
        records.WriteSlot(start + CatalogFormat.Record.Flags, entry.IsPublished ? CatalogFormat.IsPublished : 0);
        records.WriteInt32(start + CatalogFormat.Record.TreeNode, treeNode);
        if (history.Find(entry.Article.File) is { } changed)
            records.WriteSlot(start + CatalogFormat.Record.LastModified, (ulong)changed);
        records.WriteSlot(start + CatalogFormat.Record.Related, AddRanks(related));
        WriteContent(start, entry, body);
        WriteFields(records, start, collection.Schema.Layout, entry.Fields);
    }

    /// <summary>Writes what the record at <paramref name="start"/> says of an article's content, which it may have said before.</summary>
    public void WriteContent(int start, Entry entry, ulong body)
    {
        var content = entry.Article.Content;
        records.WriteSlot(start + CatalogFormat.Record.Excerpt, text.Append(content?.Excerpt));
        records.WriteSlot(start + CatalogFormat.Record.Body, body);
        records.WriteSlot(start + CatalogFormat.Record.Headings, AddHeadings(content?.Headings ?? []));
        records.WriteInt32(start + CatalogFormat.Record.WordCount, content?.WordCount ?? 0);
    }

    private ulong AddHeadings(ImmutableArray<ArticleHeading> headings)
    {
        var start = data.Length;
        foreach (var heading in headings)
        {
            data.AppendSlot((uint)heading.Level);
            data.AppendSlot(text.Append(heading.Text));
            data.AppendSlot(text.Append(heading.Id));
        }

        return TextHeap.MakeSlot(start, headings.Length);
    }

    private ulong AddRanks(IReadOnlyList<int> ranks)
    {
        var start = data.Length;
        foreach (var rank in ranks)
            data.AppendInt32(rank);
        return TextHeap.MakeSlot(start, ranks.Count);
    }

    private ulong AddAliases(ImmutableArray<string> aliases)
    {
        var start = data.Length;
        foreach (var alias in aliases)
            data.AppendSlot(text.Add(alias));
        return TextHeap.MakeSlot(start, aliases.Length);
    }

    private void WriteFields(ByteBuilder target, int start, RecordLayout layout, ImmutableArray<FieldValue?> values)
    {
        for (var index = 0; index < layout.Fields.Length; index++)
        {
            var field = layout.Fields[index];
            var value = (index < values.Length ? values[index] : null) ?? field.Definition.Default;
            if (value is null)
                continue;
            if (field.Definition.IsList)
                WriteList(target, start + field.Slot, field, value);
            else
                WriteValue(target, start + field.Slot, field, value);
        }
    }

    private void WriteList(ByteBuilder target, int at, FieldLayout field, FieldValue value)
    {
        var items = value is ListValue list ? list.Items : [value];
        var first = data.Reserve(items.Length * field.ItemSize, Absent);
        for (var index = 0; index < items.Length; index++)
            WriteValue(data, first + index * field.ItemSize, field, items[index]);
        target.WriteSlot(at, TextHeap.MakeSlot(first, items.Length));
    }

    private void WriteValue(ByteBuilder target, int at, FieldLayout field, FieldValue value)
    {
        switch (value)
        {
            case TextValue { Value: var written }:
                target.WriteSlot(at, text.Add(written));
                break;
            case IntegerValue { Value: var number }:
                target.WriteSlot(at, (uint)number);
                break;
            case NumberValue { Value: var number }:
                target.WriteSlot(at, BitConverter.DoubleToUInt64Bits(number));
                break;
            case DecimalValue { Value: var number }:
                WriteDecimal(target, at, number);
                break;
            case BooleanValue { Value: var isTrue }:
                target.WriteSlot(at, isTrue ? 1UL : 0);
                break;
            case DateValue { Value: var date }:
                target.WriteSlot(at, (uint)date.DayNumber);
                break;
            case DateTimeValue { Value: var time }:
                target.WriteSlot(at, (ulong)time.Ticks);
                target.WriteSlot(at + Slot, (uint)time.TotalOffsetMinutes);
                break;
            case EnumValue { Member: var member }:
                target.WriteSlot(at, (uint)member);
                break;
            case ResolvedReferenceValue { Collection: var referred, Slug: var slug }:
                WriteReference(target, at, referred, slug);
                break;
            case ResolvedFileValue file:
                WriteFile(target, at, file);
                break;
            case ObjectValue { Fields: var fields } when field.Nested is { } nested:
                target.WriteSlot(at, 0);
                WriteFields(target, at + Slot, nested, fields);
                break;
        }
    }

    private static void WriteDecimal(ByteBuilder target, int at, decimal number)
    {
        Span<int> bits = stackalloc int[4];
        decimal.GetBits(number, bits);
        // An absent value is all ones, which no decimal is: of its flags only the sign and scale bits are ever set.
        target.WriteSlot(at, TextHeap.MakeSlot(bits[2], bits[3]));
        target.WriteSlot(at + Slot, TextHeap.MakeSlot(bits[0], bits[1]));
    }

    private void WriteReference(ByteBuilder target, int at, int referred, string slug)
    {
        if (collections[referred].RankOf(slug) is var rank and >= 0)
            target.WriteSlot(at, (uint)rank);
    }

    private void WriteFile(ByteBuilder target, int at, ResolvedFileValue file)
    {
        target.WriteSlot(at, text.Add(file.Url));
        if (file.Path is not null)
            target.WriteSlot(at + Slot, text.Add(file.Path));
        target.WriteSlot(at + 2 * Slot, TextHeap.MakeSlot(file.Width, file.Height));
        target.WriteSlot(at + 3 * Slot, (ulong)file.Length);
    }
}
