using System.Text;

namespace Onigwrap;

/// <summary>
/// What a text has to have for an expression to match in it. Nine in ten searches find nothing, and most of those need not be made; some expressions of grammars
/// take a tenth of a millisecond to find that out.
/// </summary>
/// <param name="beginnings">What a match can begin with.</param>
/// <param name="words">One of these is in a match or behind where it begins; none where nothing is known.</param>
/// <param name="ignoresCase">Whether some of it is looked for without regard to case.</param>
internal sealed class ExpressionNeeds(FirstCharacters beginnings, string[] words, bool ignoresCase)
{
    /// <summary>Nothing is known.</summary>
    public static ExpressionNeeds None { get; } = new(FirstCharacters.Any, [], ignoresCase: false);

    private readonly bool knowsBeginnings = beginnings != FirstCharacters.Any;

    /// <summary>Reads an expression.</summary>
    public static ExpressionNeeds Of(string expression) => new ExpressionReader(expression).Read();

    /// <summary>The first place at or behind <paramref name="offset"/> where a match can begin; negative where there can be none.</summary>
    public int Find(ReadOnlySpan<char> text, int offset)
    {
        if (knowsBeginnings && (offset = beginnings.Find(text, offset)) < 0)
            return -1;
        return words.Length == 0 || HasWord(text[offset..]) ? offset : -1;
    }

    private bool HasWord(ReadOnlySpan<char> text)
    {
        // Without case some letters are the same as others that are not ASCII, and two as one.
        if (ignoresCase && !Ascii.IsValid(text))
            return true;
        foreach (var word in words)
        {
            if (text.Contains(word, ignoresCase ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
