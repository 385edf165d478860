using System.Buffers.Binary;
using System.Runtime.InteropServices;
using Content.Compiler.Routing;
using Content.Runtime;

namespace Content.Compiler.Catalogs.Blob;

/// <summary>The different words of an entry.</summary>
/// <param name="Packed">
/// Of each: its hash (4 bytes), its bytes' number, how often it stands in the text (2 bytes), in headings and in the title (1 byte each); then the bytes.
/// </param>
/// <param name="Count">How many they are.</param>
/// <param name="Length">The words of the text, all told.</param>
/// <param name="TitleLength">The words of the title.</param>
internal readonly record struct DocumentWords(ReadOnlyMemory<byte> Packed, int Count, int Length, int TitleLength)
{
    /// <summary>The bytes of a word before its own.</summary>
    public const int HeadSize = 9;
}

/// <summary>Counts the words of entries, one after the other, in tables that are used again.</summary>
/// <param name="chunk">The bytes that packed words of several entries share; 0 where those of each are kept and let go by themselves.</param>
internal sealed class DocumentWordsReader(int chunk)
{
    /// <summary>Large enough for the garbage collector to leave it where it is.</summary>
    public const int SharedChunk = 1 << 18;

    private int[] slots = new int[1 << 10];
    private Counted[] counted = new Counted[1 << 9];
    private byte[] bytes = new byte[1 << 13];
    private char[] text = [];
    private Memory<byte> free;
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
            length = Count(HtmlText.Extract(html, text), Part.Text);
            foreach (var heading in content.Headings)
                Count(heading.Text, Part.Headings);
        }

        var titleLength = Count(CatalogTitle.Of(entry, titleField), Part.Title);
        return new DocumentWords(Pack(), count, length, titleLength);
    }

    private enum Part
    {
        Text,
        Headings,
        Title,
    }

    private int Count(ReadOnlySpan<char> source, Part part)
    {
        Span<byte> buffer = stackalloc byte[SearchWords.BufferSize];
        var reader = new SearchWords(source, buffer);
        var total = 0;
        while (reader.MoveNext())
        {
            total++;
            ref var word = ref Find(reader.Word);
            if (part == Part.Text)
                word.Text++;
            else if (part == Part.Headings)
                word.Headings++;
            else
                word.Title = 1;
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

    private Memory<byte> Pack()
    {
        var size = used + DocumentWords.HeadSize * count;
        if (free.Length < size)
            free = GC.AllocateUninitializedArray<byte>(Math.Max(size, chunk));
        var taken = free[..size];
        free = free[size..];
        var packed = taken.Span;
        var at = 0;
        for (var index = 0; index < count; index++)
        {
            ref var word = ref counted[index];
            BinaryPrimitives.WriteUInt32LittleEndian(packed[at..], word.Hash);
            packed[at + 4] = (byte)word.Size;
            BinaryPrimitives.WriteUInt16LittleEndian(packed[(at + 5)..], (ushort)Math.Min(word.Text, ushort.MaxValue));
            packed[at + 7] = (byte)Math.Min(word.Headings, byte.MaxValue);
            packed[at + 8] = (byte)word.Title;
            at += DocumentWords.HeadSize;
            bytes.AsSpan(word.Start, word.Size).CopyTo(packed[at..]);
            at += word.Size;
        }

        return taken;
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
