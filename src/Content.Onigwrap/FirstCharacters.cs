namespace Onigwrap;

/// <summary>
/// The characters that a match of an expression can begin with: these at least, and possibly fewer.
/// </summary>
/// <param name="Low">The ASCII characters below 64, a bit each.</param>
/// <param name="High">Those above.</param>
/// <param name="HasOthers">Whether all that is not ASCII is among them.</param>
internal readonly record struct FirstCharacters(ulong Low, ulong High, bool HasOthers)
{
    /// <summary>Any, and nothing at all too.</summary>
    public static FirstCharacters Any { get; } = new(ulong.MaxValue, ulong.MaxValue, true);

    /// <summary>None.</summary>
    public static FirstCharacters None { get; } = new(0, 0, false);

    /// <summary>Whether they tell anything.</summary>
    public bool IsAny => this == Any;

    /// <summary>The characters from one to another.</summary>
    public static FirstCharacters Range(int first, int last)
    {
        var (low, high) = (0UL, 0UL);
        for (var character = first; character <= Math.Min(last, 127); character++)
        {
            if (character < 64)
                low |= 1UL << character;
            else
                high |= 1UL << (character - 64);
        }

        return new(low, high, last > 127);
    }

    /// <summary>Both.</summary>
    public static FirstCharacters operator |(FirstCharacters left, FirstCharacters right) =>
        new(left.Low | right.Low, left.High | right.High, left.HasOthers || right.HasOthers);

    /// <summary>All others; of what is not ASCII nothing is known.</summary>
    public static FirstCharacters operator ~(FirstCharacters characters) => new(~characters.Low, ~characters.High, true);

    /// <summary>Either case of each letter. Some letters that are not ASCII, and some signs for two letters, are the same without case.</summary>
    public FirstCharacters InEitherCase()
    {
        const ulong Letters = 0x07FFFFFE;
        var letters = (High | (High >> 32)) & Letters;
        return HasOthers ? Any : letters == 0 ? this : new(Low, High | letters | (letters << 32), true);
    }

    /// <summary>Where the first of them stands at or behind an offset; negative where none does.</summary>
    public int Find(ReadOnlySpan<char> text, int offset)
    {
        for (var index = offset; index < text.Length; index++)
        {
            var character = text[index];
            if (character >= 128 ? HasOthers : (((character < 64 ? Low : High) >> character) & 1) != 0)
                return index;
        }

        return -1;
    }
}
