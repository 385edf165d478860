using System.Buffers;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Text;
using Content.Runtime;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// Counts the words that a reader of HTML reads: runs of letters and digits between white space, each ideograph and each kana a word of its own.
/// </summary>
internal ref struct WordCounter
{
    private static readonly SearchValues<char> inline = SearchValues.Create("aAbBiIqQsSuU");

    /// <summary>How many units are looked at at once.</summary>
    private const int BlockLength = 16;

    private bool isInWord;

    /// <summary>Words so far.</summary>
    public int Count { get; private set; }

    /// <summary>Whether a tag of this name divides words: blocks and line breaks do, emphasis does not.</summary>
    public static bool DividesWords(ReadOnlySpan<char> name) => name.Length switch
    {
        1 => !inline.Contains(name[0]),
        2 => !name.Is("em") && !name.Is("tt"),
        3 => !name.Is("ins") && !name.Is("del") && !name.Is("sub") && !name.Is("sup") && !name.Is("kbd") && !name.Is("var") && !name.Is("wbr"),
        4 => !name.Is("span") && !name.Is("code") && !name.Is("mark") && !name.Is("abbr") && !name.Is("font") && !name.Is("cite"),
        5 => !name.Is("small"),
        6 => !name.Is("strong"),
        _ => true,
    };

    /// <summary>A tag stands here.</summary>
    public void AddTag(ReadOnlySpan<char> name)
    {
        if (isInWord && DividesWords(name))
            isInWord = false;
    }

    /// <summary>Text stands here.</summary>
    public void AddText(ReadOnlySpan<char> text)
    {
        var index = 0;
        while (index < text.Length)
        {
            var end = Math.Min(index + BlockLength, text.Length);
            if (end - index == BlockLength ? TryAddBlock(text.Slice(index, BlockLength), BlockLength) : TryAddShortBlock(text[index..]))
                index = end;
            while (index < end)
                index += AddRune(text[index..]);
        }
    }

    private bool TryAddShortBlock(ReadOnlySpan<char> text)
    {
        Span<char> block = stackalloc char[BlockLength];
        block.Clear();
        text.CopyTo(block);
        return TryAddBlock(block, text.Length);
    }

    /// <summary>
    /// Adds a block of ASCII without references: letters and digits make words, other visible characters leave a word as it is, the rest ends it.
    /// A bit a character and no branches, because prose is made to be unpredictable.
    /// </summary>
    private bool TryAddBlock(scoped ReadOnlySpan<char> block, int length)
    {
        var units = MemoryMarshal.Cast<char, ushort>(block);
        var characters = Vector128.NarrowWithSaturation(Vector128.Create(units), Vector128.Create(units[Vector128<ushort>.Count..]));
        if ((characters | Vector128.Equals(characters, Vector128.Create((byte)'&'))).ExtractMostSignificantBits() != 0)
            return false;
        var digits = Vector128.LessThan(characters - Vector128.Create((byte)'0'), Vector128.Create((byte)10));
        var letters = Vector128.LessThan((characters | Vector128.Create((byte)0x20)) - Vector128.Create((byte)'a'), Vector128.Create((byte)26));
        var makers = (digits | letters).ExtractMostSignificantBits();
        var visible = Vector128.GreaterThan(characters, Vector128.Create((byte)' ')).ExtractMostSignificantBits();

        // A word spreads from what makes it over all that is visible behind it: by one, two, four, eight characters.
        var before = isInWord ? 1u : 0u;
        var inside = makers | before & visible;
        for (var step = 1; step < BlockLength; step *= 2)
        {
            inside |= visible & inside << step;
            visible &= visible << step;
        }

        Count += BitOperations.PopCount(makers & ~(inside << 1 | before));
        isInWord = (inside >> (length - 1) & 1) != 0;
        return true;
    }

    /// <summary>Adds the character or the reference at the start of <paramref name="text"/>, and returns its length.</summary>
    private int AddRune(ReadOnlySpan<char> text)
    {
        if (text[0] == '&')
            return AddReference(text);
        Rune.DecodeFromUtf16(text, out var rune, out var length);
        Add(rune);
        return length;
    }

    private int AddReference(ReadOnlySpan<char> text)
    {
        Span<char> decoded = stackalloc char[CharacterReference.MostUnits];
        var length = CharacterReference.Read(text, decoded, isAttribute: false, out var units);
        for (var rest = decoded[..units]; !rest.IsEmpty;)
        {
            Rune.DecodeFromUtf16(rest, out var rune, out var used);
            Add(rune);
            rest = rest[used..];
        }

        return Math.Max(1, length);
    }

    private void Add(Rune rune)
    {
        if (IsWordByItself(rune.Value))
        {
            Count++;
            isInWord = false;
        }
        else if (rune.IsAscii ? rune.Value <= ' ' : Rune.IsWhiteSpace(rune))
        {
            isInWord = false;
        }
        else if (!isInWord && Rune.IsLetterOrDigit(rune))
        {
            Count++;
            isInWord = true;
        }
    }

    /// <summary>Han, Hiragana and Katakana, which are written without spaces.</summary>
    private static bool IsWordByItself(int rune) => rune is
        (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FD and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9D)
        or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x323AF);
}
