using System.Runtime.InteropServices;
using Content.Compiler.Routing;
using Content.Runtime;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>The different words of an entry.</summary>
/// <param name="Packed">Of each: its bytes' number, how often it stands in the text (2 bytes), in headings and in the title (1 byte each); then the bytes.</param>
/// <param name="Length">The words of the text, all told.</param>
/// <param name="TitleLength">The words of the title.</param>
internal readonly record struct DocumentWords(ReadOnlyMemory<byte> Packed, int Length, int TitleLength);

/// <summary>Counts the words of entries, one after the other, in tables that are used again.</summary>
internal sealed class DocumentWordsReader
{
    private int[] slots = new int[1 << 10];
    private Counted[] counted = new Counted[1 << 9];
    private byte[] bytes = new byte[1 << 13];
    private char[] text = [];
    private int count;
    private int used;

    /// <summary>The words of an entry: of its body, its headings and the field that is its title.</summary>
    public DocumentWords Read(Entry entry, int titleField)
    {
        Array.Clear(slots);
        (count, used) = (0, 0);
        var length = 0;
        if (entry.Article.Content is { } content)
        {
            var html = content.Body.Utf8.Span;
            if (text.Length < html.Length)
                text = new char[html.Length];
            length = Count(HtmlText.Extract(html, text), static (ref Counted word) => word.Text = Math.Min(word.Text + 1, ushort.MaxValue));
            foreach (var heading in content.Headings)
                Count(heading.Text, static (ref Counted word) => word.Headings = Math.Min(word.Headings + 1, byte.MaxValue));
        }

        var titleLength = Count(CatalogTitle.Of(entry, titleField), static (ref Counted word) => word.Title = 1);
        return new DocumentWords(Pack(), length, titleLength);
    }

    private delegate void Increment(ref Counted word);

    private int Count(ReadOnlySpan<char> source, Increment increment)
    {
        Span<byte> buffer = stackalloc byte[SearchWords.BufferSize];
        var reader = new SearchWords(source, buffer);
        var total = 0;
        while (reader.MoveNext())
        {
            total++;
            increment(ref Find(reader.Word));
        }

        return total;
    }

    private ref Counted Find(ReadOnlySpan<byte> word)
    {
        var hash = TermTable.HashOf(word);
        var mask = slots.Length - 1;
        for (var slot = (int)hash & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == 0)
                return ref Add(word, hash, slot);
            ref var known = ref counted[slots[slot] - 1];
            if (known.Hash == hash && word.SequenceEqual(bytes.AsSpan(known.Start, known.Size)))
                return ref known;
        }
    }

    private ref Counted Add(ReadOnlySpan<byte> word, uint hash, int slot)
    {
        if (used + word.Length > bytes.Length)
            Array.Resize(ref bytes, bytes.Length * 2);
        word.CopyTo(bytes.AsSpan(used));
        counted[count] = new Counted { Hash = hash, Start = used, Size = word.Length };
        used += word.Length;
        slots[slot] = ++count;
        if (count == counted.Length)
            Grow();
        return ref counted[count - 1];
    }

    private void Grow()
    {
        Array.Resize(ref counted, counted.Length * 2);
        slots = new int[slots.Length * 2];
        var mask = slots.Length - 1;
        for (var index = 0; index < count; index++)
        {
            var slot = (int)counted[index].Hash & mask;
            while (slots[slot] != 0)
                slot = (slot + 1) & mask;
            slots[slot] = index + 1;
        }
    }

    private byte[] Pack()
    {
        var packed = GC.AllocateUninitializedArray<byte>(used + 5 * count);
        var at = 0;
        for (var index = 0; index < count; index++)
        {
            ref var word = ref counted[index];
            packed[at] = (byte)word.Size;
            packed[at + 1] = (byte)word.Text;
            packed[at + 2] = (byte)(word.Text >> 8);
            packed[at + 3] = (byte)word.Headings;
            packed[at + 4] = (byte)word.Title;
            bytes.AsSpan(word.Start, word.Size).CopyTo(packed.AsSpan(at + 5));
            at += 5 + word.Size;
        }

        return packed;
    }

    [StructLayout(LayoutKind.Auto)]
    private struct Counted
    {
        public uint Hash;
        public int Start;
        public int Size;
        public int Text;
        public int Headings;
        public int Title;
    }
}
