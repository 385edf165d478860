using System.Globalization;
using System.Text;

namespace Content.Runtime;

/// <summary>
/// The words of a text, one after the other, as a search compares them: in small letters without accents, UTF-8. What is written without spaces between
/// words (Chinese, Japanese, Korean, Thai and their neighbours) comes in pairs of letters that overlap, and a letter that stands alone by itself.
/// Builds, queries and snippets read text by this one rule.
/// </summary>
internal ref struct SearchWords
{
    /// <summary>The most bytes of a word. What is longer is compared by its beginning.</summary>
    public const int LongestWord = 48;

    /// <summary>What a caller needs for <see cref="SearchWords(ReadOnlySpan{char}, Span{byte})"/>: a word, and the letter that no longer fits into it.</summary>
    public const int BufferSize = LongestWord + 8;

    /// <summary>By ASCII character: what it is compared as where it is a letter or a digit, else 0. Most text is of these.</summary>
    private static ReadOnlySpan<byte> Plain =>
    [
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
        0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 0, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
        0, 97, 98, 99, 100, 101, 102, 103, 104, 105, 106, 107, 108, 109, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119, 120, 121, 122, 0, 0, 0, 0, 0,
    ];

    private readonly ReadOnlySpan<char> text;
    private readonly Span<byte> buffer;
    private int position;
    private int pairedEnd;
    private int length;

    public SearchWords(ReadOnlySpan<char> text, Span<byte> buffer)
    {
        this.text = text;
        this.buffer = buffer;
    }

    private enum Kind
    {
        /// <summary>Ends a word.</summary>
        Separator,

        /// <summary>A letter or digit of a word.</summary>
        Letter,

        /// <summary>A letter of a script that has no spaces between words.</summary>
        Unspaced,

        /// <summary>An accent, an apostrophe or a hyphen that is not seen: within a word, and no part of it.</summary>
        Silent,
    }

    /// <summary>The word.</summary>
    public readonly ReadOnlySpan<byte> Word => buffer[..length];

    /// <summary>Where it starts in the text.</summary>
    public int Start { get; private set; }

    /// <summary>Where it ends in the text.</summary>
    public int End { get; private set; }

    public bool MoveNext()
    {
        length = 0;
        while (position < text.Length)
        {
            if (text[position] is < '\u0080' and var plain && Plain[plain] == 0)
            {
                position++;
                continue;
            }

            var kind = KindAt(position, out var units);
            if (kind == Kind.Letter)
            {
                ReadWord();
                return true;
            }

            if (kind == Kind.Unspaced && ReadPair(units))
                return true;
            if (kind != Kind.Unspaced)
                position += units;
        }

        return false;
    }

    private void ReadWord()
    {
        Start = position;
        var letters = 0;
        while (position < text.Length)
        {
            if (text[position] is < '\u0080' and var plain && Plain[plain] is not 0 and var letter)
            {
                if (length < LongestWord)
                    buffer[length++] = letter;
                letters++;
                End = ++position;
                continue;
            }

            var kind = KindAt(position, out var units);
            if (kind is Kind.Separator or Kind.Unspaced)
                break;
            if (kind == Kind.Letter)
            {
                Append(position, units);
                letters++;
                End = position + units;
            }

            position += units;
        }

        // C# and C++ are words of their own.
        if (letters == 1 && End == position && text[position..].IndexOfAnyExcept('#', '+') is var marks)
        {
            marks = marks < 0 ? text.Length - position : marks;
            if (marks is 1 or 2 && (position + marks == text.Length || KindAt(position + marks, out _) == Kind.Separator))
            {
                for (var mark = 0; mark < marks; mark++)
                    Append(position + mark, 1);
                position += marks;
                End = position;
            }
        }
    }

    /// <summary>Reads the letter here and the one after it; false where it stands alone at the end of what came in pairs already.</summary>
    private bool ReadPair(int units)
    {
        var first = position;
        position += units;
        var isPair = position < text.Length && KindAt(position, out var following) == Kind.Unspaced && (units = following) > 0;
        if (!isPair && first < pairedEnd)
            return false;
        Start = first;
        Append(first, position - first);
        End = position;
        if (isPair)
        {
            Append(position, units);
            End = pairedEnd = position + units;
        }

        return true;
    }

    private void Append(int at, int units)
    {
        var c = text[at];
        if (units == 2)
        {
            Append(new Rune(c, text[at + 1]));
            return;
        }

        if (char.IsAscii(c))
        {
            if (length < LongestWord)
                buffer[length++] = (byte)(char.IsAsciiLetterUpper(c) ? c | 0x20 : c);
            return;
        }

        // Full-width letters and digits are those of ASCII, set apart.
        var folded = c is >= '\uFF01' and <= '\uFF5E' ? SearchLetters.Fold((char)(c - 0xFEE0)) : SearchLetters.Fold(c);
        if (folded != '\0')
        {
            Append(new Rune(folded));
            return;
        }

        foreach (var letter in SearchLetters.Several(c))
            Append(new Rune(letter));
    }

    private void Append(Rune letter)
    {
        if (length + letter.Utf8SequenceLength <= LongestWord)
            length += letter.EncodeToUtf8(buffer[length..]);
    }

    private readonly Kind KindAt(int at, out int units)
    {
        units = 1;
        var c = text[at];
        if (char.IsAscii(c))
            return char.IsAsciiLetterOrDigit(c) ? Kind.Letter : c == '\'' ? Kind.Silent : Kind.Separator;
        if (char.IsSurrogate(c))
        {
            if (!char.IsHighSurrogate(c) || at + 1 >= text.Length || !char.IsLowSurrogate(text[at + 1]))
                return Kind.Separator;
            units = 2;
            var point = char.ConvertToUtf32(c, text[at + 1]);
            return point is >= 0x20000 and <= 0x3FFFF ? Kind.Unspaced : KindOf(CharUnicodeInfo.GetUnicodeCategory(point));
        }

        return c switch
        {
            '\u00AD' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF' or '\u2019' or '\u02BC' => Kind.Silent,
            >= '\u0300' and <= '\u036F' or >= '\u0591' and <= '\u05C7' or >= '\u064B' and <= '\u065F' or '\u0670' => Kind.Silent,
            >= '\u1AB0' and <= '\u1AFF' or >= '\u1DC0' and <= '\u1DFF' or >= '\u20D0' and <= '\u20FF' or >= '\uFE00' and <= '\uFE2F' => Kind.Silent,
            _ => KindOf(char.GetUnicodeCategory(c)) is Kind.Letter && IsUnspaced(c) ? Kind.Unspaced : KindOf(char.GetUnicodeCategory(c)),
        };
    }

    private static Kind KindOf(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter or UnicodeCategory.ModifierLetter
            or UnicodeCategory.OtherLetter or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber or UnicodeCategory.OtherNumber
            // The vowels of Indian scripts are marks.
            or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark => Kind.Letter,
        _ => Kind.Separator,
    };

    private static bool IsUnspaced(char c) => c switch
    {
        >= '\u0E01' and <= '\u0EFF' or >= '\u1000' and <= '\u109F' or >= '\u1780' and <= '\u17FF' => true, // Thai, Lao; Burmese; Khmer
        >= '\u3005' and <= '\u3007' or >= '\u3041' and <= '\u31FF' => true, // kana, bopomofo
        >= '\u1100' and <= '\u11FF' or >= '\uAC00' and <= '\uD7FF' => true, // Hangul
        >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => true, // ideographs
        >= '\uFF66' and <= '\uFF9F' => true, // half-width kana
        _ => false,
    };
}
