using System.Buffers;
using System.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>
/// Counts the words that a reader of HTML reads: runs of letters and digits between white space, each ideograph and each kana a word of its own.
/// </summary>
internal ref struct WordCounter
{
    private static readonly SearchValues<char> inline = SearchValues.Create("aAbBiIqQsSuU");

    /// <summary>Of each ASCII character: 1 makes a word, 2 leaves one as it is, 0 ends it.</summary>
    private static readonly byte[] roles =
    [
        .. Enumerable.Range(0, 0x80).Select(unit => (byte)(char.IsAsciiLetterOrDigit((char)unit) ? 1 : unit > ' ' ? 2 : 0)),
    ];

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
        var inWord = isInWord ? 1 : 0;
        var count = Count;
        for (var index = 0; index < text.Length; index++)
        {
            var unit = text[index];
            if (unit < 0x80 && unit != '&')
            {
                // Reason: without a branch, because prose is made to be unpredictable.
                var role = roles[unit];
                count += role & 1 & ~inWord;
                inWord = role & 1 | inWord & role >> 1;
            }
            else if (unit == '&')
            {
                index = SkipReference(text, index, ref inWord);
            }
            else if (unit >= 0x80)
            {
                Rune.DecodeFromUtf16(text[index..], out var rune, out var length);
                index += length - 1;
                if (IsWordByItself(rune.Value))
                {
                    count++;
                    inWord = 0;
                }
                else if (Rune.IsWhiteSpace(rune))
                {
                    inWord = 0;
                }
                else if (inWord == 0 && Rune.IsLetterOrDigit(rune))
                {
                    count++;
                    inWord = 1;
                }
            }
        }

        isInWord = inWord != 0;
        Count = count;
    }

    /// <summary>A reference to white space divides words, any other neither divides nor makes one.</summary>
    private static int SkipReference(ReadOnlySpan<char> text, int index, ref int inWord)
    {
        var rest = text[index..Math.Min(text.Length, index + 12)];
        var end = rest.IndexOf(';');
        if (end < 0)
            return index;
        if (rest[..end] is "&nbsp" or "&#160" or "&#32")
            inWord = 0;
        return index + end;
    }

    /// <summary>Han, Hiragana and Katakana, which are written without spaces.</summary>
    private static bool IsWordByItself(int rune) => rune is
        (>= 0x3041 and <= 0x3096) or (>= 0x309D and <= 0x309F) or (>= 0x30A1 and <= 0x30FA) or (>= 0x30FD and <= 0x30FF)
        or (>= 0x31F0 and <= 0x31FF) or (>= 0xFF66 and <= 0xFF9D)
        or 0x3005 or 0x3007 or (>= 0x3021 and <= 0x3029)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF)
        or (>= 0x20000 and <= 0x323AF);
}
