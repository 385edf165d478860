using System.Buffers.Binary;
using Content.Fuzzing.Targets;
using Content.Runtime;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>
/// One number of a blob at a time is wrong: what is asked of it says so, and says no more. What the fuzzer found is here by itself,
/// because a random run need not find it again.
/// </summary>
public sealed class DamagedCatalogTests
{
    private const uint Most = 0xFFFF_FFFE;
    private const int Slots = CatalogFormat.Record.Size;
    private readonly byte[] blob = CatalogTarget.Whole.ToArray();

    [Fact]
    public void A_whole_catalog_answers_everything()
    {
        var walk = CatalogTarget.Walk(blob);
        Assert.Empty(walk.Refusals);
        Assert.DoesNotContain("!\n", walk.Answers, StringComparison.Ordinal);
        Assert.Contains("'posts' has no entry with the slug 'jame'.", walk.Answers, StringComparison.Ordinal);
        Assert.Contains("Did you mean 'jane'?", walk.Answers, StringComparison.Ordinal);
        Assert.Contains("three 2", walk.Answers, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CatalogFormat.Record.Slug, 0x7FFF_FFFFu, 1u, "a text lies outside of it")]
    [InlineData(CatalogFormat.Record.Url, 0u, Most, "a text lies outside of it")]
    [InlineData(CatalogFormat.Record.Excerpt, Most, 8u, "a text lies outside of it")]
    [InlineData(CatalogFormat.Record.Body, 1u, 0x7FFF_FFFFu, "a body lies outside of it")]
    [InlineData(CatalogFormat.Record.Body, Most, 4u, "a body lies outside of it")]
    [InlineData(CatalogFormat.Record.Headings, 0u, 0x1000_0000u, "a list lies outside of it")]
    [InlineData(CatalogFormat.Record.Aliases, 0u, Most, "a list lies outside of it")]
    [InlineData(CatalogFormat.Record.Aliases, Most, 1u, "a list lies outside of it")]
    [InlineData(CatalogFormat.Record.WordCount, 0x8000_0000u, 0u, "a number of words is negative")]
    [InlineData(CatalogFormat.Record.Position, 3u, 1u, "an entry has no place in the order")]
    [InlineData(Slots + 8, 0x7FFF_FFFFu, 0u, "a date is none")]
    [InlineData(Slots + 16, 2u, 0u, "it refers to an entry that is not there")]
    [InlineData(Slots + 16, Most, 0u, "it refers to an entry that is not there")]
    [InlineData(Slots + 16, 0u, CatalogFormat.Absent, "a required reference is missing")]
    [InlineData(Slots + 40, 0u, 29u << 16, "a decimal has too many places")]
    [InlineData(Slots + 64, 0u, 0x7000_0000u, "a date with a time is none")]
    [InlineData(Slots + 72, 841u, 0u, "a date with a time is none")]
    [InlineData(Slots + 72, 0x8000_0000u, 0u, "a date with a time is none")]
    [InlineData(Slots + 104, Most, 1u, "the size of a file is negative")]
    [InlineData(Slots + 144, 1u, Most, "the size of a file is negative")]
    [InlineData(Slots + 152, 3u, 0u, "a value is no member of its enum")]
    [InlineData(Slots + 152, Most, 0u, "a value is no member of its enum")]
    [InlineData(Slots + 160, 0u, 0x2000_0000u, "a list lies outside of it")]
    [InlineData(Slots + 168, 0u, 0x0100_0000u, "a list lies outside of it")]
    [InlineData(Slots + 208, 0u, 0x0100_0000u, "a list lies outside of it")]
    public void A_value_of_an_entry(int at, uint low, uint high, string expected)
    {
        var record = RecordsStart + at;
        WriteUInt32(record, low);
        WriteUInt32(record + 4, high);
        Expect($"The catalog of 'fuzzed' is damaged: {expected}. Rebuild the project that holds it.");
    }

    [Theory]
    [InlineData(CatalogFormat.Collection.RecordSize, 0u)]
    [InlineData(CatalogFormat.Collection.RecordSize, 71u)]
    [InlineData(CatalogFormat.Collection.RecordSize, Most)]
    [InlineData(CatalogFormat.Collection.Count, 0x1000_0000u)]
    [InlineData(CatalogFormat.Collection.Records, 0x7FFF_0000u)]
    [InlineData(CatalogFormat.Collection.Order, 0x7FFF_0000u)]
    [InlineData(CatalogFormat.Collection.Lookups, Most)]
    [InlineData(CatalogFormat.Collection.LookupCount, 0x1000_0000u)]
    public void A_number_of_a_collection(int at, uint value)
    {
        WriteUInt32(Row(0, at), value);
        Expect("The blob is damaged: its sections are not what its header says. Rebuild the project that holds the catalog.");
    }

    [Theory]
    [InlineData(CatalogFormat.Header.RecordsLength)]
    [InlineData(CatalogFormat.Header.DataLength)]
    [InlineData(CatalogFormat.Header.StringsLength)]
    [InlineData(CatalogFormat.Header.BodiesLength)]
    [InlineData(CatalogFormat.Header.CollectionCount)]
    [InlineData(CatalogFormat.Header.UrlCount)]
    [InlineData(CatalogFormat.Header.UrlIndex)]
    public void A_number_of_the_header(int at)
    {
        WriteUInt32(at, 0x7FFF_FFF0);
        Expect("The blob is damaged: its sections are not what its header says. Rebuild the project that holds the catalog.");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(-1)]
    public void An_end_that_is_missing(int length) =>
        Assert.Single(CatalogTarget.Walk(blob[..(length < 0 ? blob.Length + length : length)]).Refusals);

    [Fact]
    public void A_place_in_the_order()
    {
        WriteUInt32(DataStart + (int)ReadUInt32(Row(0, CatalogFormat.Collection.Order)), 3);
        Expect("The catalog of 'fuzzed' is damaged: it refers to an entry that is not there. Rebuild the project that holds it.");
    }

    [Theory]
    [InlineData(CatalogFormat.UrlRow.Collection, "an address leads to no collection")]
    [InlineData(CatalogFormat.UrlRow.Rank, "it refers to an entry that is not there")]
    public void Where_an_address_leads(int at, string expected)
    {
        var rows = DataStart + (int)ReadUInt32(CatalogFormat.Header.UrlIndex);
        for (var row = 0; row < ReadUInt32(CatalogFormat.Header.UrlCount); row++)
            WriteUInt32(rows + row * CatalogFormat.UrlRow.Size + at, Most);
        Expect($"The catalog of 'fuzzed' is damaged: {expected}. Rebuild the project that holds it.");
    }

    [Theory]
    [InlineData(CatalogFormat.Lookup.Keys, 0x7FFF_FFFFu, "a list lies outside of it")]
    [InlineData(CatalogFormat.Lookup.KeyCount, 0x7FFF_FFFFu, "a list lies outside of it")]
    [InlineData(CatalogFormat.Lookup.KeyCount, Most, "a list lies outside of it")]
    [InlineData(CatalogFormat.Lookup.Starts, Most, "a list lies outside of it")]
    [InlineData(CatalogFormat.Lookup.Ranks, 0x7FFF_FFFFu, "a list lies outside of it")]
    public void A_number_of_a_look_up(int at, uint value, string expected)
    {
        // The third is by text, so that its keys count, too.
        WriteUInt32(Lookup(2) + at, value);
        Expect($"The catalog of 'fuzzed' is damaged: {expected}. Rebuild the project that holds it.");
    }

    [Theory]
    [InlineData(0, 0x7FFF_FFFFu, "a look-up ends before it starts")]
    [InlineData(0, 0x8000_0000u, "a look-up ends before it starts")]
    [InlineData(1, 0x7FFF_FFFFu, "a list lies outside of it")]
    public void A_start_of_a_look_up(int key, uint value, string expected)
    {
        WriteUInt32(DataStart + (int)ReadUInt32(Lookup(2) + CatalogFormat.Lookup.Starts) + key * 4, value);
        Expect($"The catalog of 'fuzzed' is damaged: {expected}. Rebuild the project that holds it.");
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(7u)]
    [InlineData(0x8000_0000u)]
    public void The_level_of_a_heading(uint level)
    {
        WriteUInt32(DataStart + (int)ReadUInt32(RecordsStart + CatalogFormat.Record.Headings), level);
        Expect("The catalog of 'fuzzed' is damaged: a heading has no level. Rebuild the project that holds it.");
    }

    [Fact]
    public void Records_of_another_size_than_the_code_reads()
    {
        WriteUInt32(Row(1, CatalogFormat.Collection.RecordSize), CatalogFormat.Record.Size);
        Expect("The catalog of 'fuzzed' is damaged: its records are not those of the code. Rebuild the project that holds it.");
    }

    [Fact]
    public void A_list_whose_items_all_have_all_the_text()
    {
        var strings = ReadUInt32(CatalogFormat.Header.StringsLength);
        var list = DataStart + (int)ReadUInt32(RecordsStart + Slots + 168);
        for (var item = 0; item < 3; item++)
        {
            WriteUInt32(list + item * 8, 0);
            WriteUInt32(list + item * 8 + 4, strings);
        }

        Expect("The catalog of 'fuzzed' is damaged: a list has more text than there is. Rebuild the project that holds it.");
    }

    [Theory]
    [InlineData(CatalogFormat.Header.Shape)]
    [InlineData(CatalogFormat.Header.Symbols)]
    public void A_catalog_of_other_code(int at)
    {
        blob[at] ^= 1;
        Expect("The blob does not belong to the code of 'fuzzed': it was compiled for another assembly, or for content of another shape. Rebuild the project that holds the catalog.");
    }

    [Fact]
    public void Fewer_look_ups_than_the_code_has()
    {
        WriteUInt32(Row(0, CatalogFormat.Collection.LookupCount), 0);
        Expect("The catalog of 'fuzzed' is damaged: it lacks a look-up. Rebuild the project that holds it.");
    }

    private int RecordsStart => CatalogFormat.Header.Size + (int)ReadUInt32(CatalogFormat.Header.CollectionCount) * CatalogFormat.Collection.Size;

    private int DataStart => RecordsStart + (int)ReadUInt32(CatalogFormat.Header.RecordsLength);

    private static int Row(int collection, int at) => CatalogFormat.Header.Size + collection * CatalogFormat.Collection.Size + at;

    private int Lookup(int number) => DataStart + (int)ReadUInt32(Row(0, CatalogFormat.Collection.Lookups)) + number * CatalogFormat.Lookup.Size;

    private uint ReadUInt32(int at) => BinaryPrimitives.ReadUInt32LittleEndian(blob.AsSpan(at));

    private void WriteUInt32(int at, uint value) => BinaryPrimitives.WriteUInt32LittleEndian(blob.AsSpan(at), value);

    private void Expect(string refusal) => Assert.Contains(refusal, CatalogTarget.Walk(blob).Refusals);
}
