using System.Globalization;

namespace Onigwrap;

/// <summary>
/// Reads an expression in Oniguruma's syntax as far as <see cref="ExpressionNeeds"/> ask for. Where it does not know what something is, the answer is that nothing
/// is known; where dialects differ, what holds in each.
/// </summary>
internal sealed class ExpressionReader(string expression)
{
    private const int DeepestNesting = 200;

    /// <summary>To look for more is no quicker than to search.</summary>
    private const int MostWords = 8;

    private const int LongestWord = 16;

    private static readonly FirstCharacters digits = FirstCharacters.Range('0', '9');
    private static readonly FirstCharacters capitals = FirstCharacters.Range('A', 'Z');
    private static readonly FirstCharacters smallLetters = FirstCharacters.Range('a', 'z');
    private static readonly FirstCharacters others = FirstCharacters.Range(128, 128);
    private static readonly FirstCharacters space = FirstCharacters.Range('\t', '\r') | FirstCharacters.Range(' ', ' ') | others;
    private static readonly FirstCharacters word = digits | capitals | smallLetters | FirstCharacters.Range('_', '_') | others;
    private static readonly FirstCharacters hexadecimal = digits | FirstCharacters.Range('A', 'F') | FirstCharacters.Range('a', 'f') | others;

    private int position;
    private int depth;
    private bool isUnknown;
    private bool ignoresCase;
    private bool ignoresSpace;
    private bool hasIgnoredCase;

    private bool IsAtEnd => isUnknown || position >= expression.Length;

    private char Current => expression[position];

    /// <summary>What a match needs.</summary>
    public ExpressionNeeds Read()
    {
        var (characters, isOptional, words, _) = ReadAlternatives();
        return isUnknown || position < expression.Length || isOptional ? ExpressionNeeds.None : new ExpressionNeeds(characters, words, hasIgnoredCase);
    }

    /// <summary>Options that are set in an alternative hold in those behind it too, which covers both ways that there are to read them.</summary>
    private Part ReadAlternatives()
    {
        var (ignoredCase, ignoredSpace) = (ignoresCase, ignoresSpace);
        isUnknown |= ++depth > DeepestNesting;
        var read = ReadSequence();
        while (!IsAtEnd && Current == '|')
        {
            position++;
            var other = ReadSequence();
            string[] words = read.Words.Length == 0 || other.Words.Length == 0 || read.Words.Length + other.Words.Length > MostWords ? [] : [.. read.Words, .. other.Words];
            read = new Part(read.Characters | other.Characters, read.IsOptional || other.IsOptional, words);
        }

        depth--;
        (ignoresCase, ignoresSpace) = (ignoredCase, ignoredSpace);
        return read;
    }

    private Part ReadSequence()
    {
        var found = new Part(FirstCharacters.None, true, []);
        Span<char> word = stackalloc char[LongestWord];
        var length = 0;
        while (!IsAtEnd && Current is not ('|' or ')'))
        {
            if (SkipSpace())
                continue;
            var item = ReadItem();
            var isRepeated = SkipQuantifiers(out var isMissing);
            var words = isMissing ? [] : item.Words;
            // Characters one after the other are a word; what may come more than once ends it.
            var isLetter = item.Letter is not null && !isMissing;
            if (isLetter)
                word[length++] = item.Letter!.Value;
            if (!isLetter || isRepeated || length == LongestWord)
            {
                words = Better(words, word[..length]);
                length = 0;
            }

            found = new Part(
                found.IsOptional ? found.Characters | item.Characters : found.Characters,
                found.IsOptional && (item.IsOptional || isMissing),
                Better(found.Words, words));
        }

        return found with { Words = Better(found.Words, word[..length]) };
    }

    private static string[] Better(string[] words, ReadOnlySpan<char> word) =>
        word.IsEmpty || (words.Length > 0 && Shortest(words) is var shortest && (shortest > word.Length || (shortest == word.Length && words.Length == 1))) ? words : [word.ToString()];

    /// <summary>The longer words are the rarer, and of one word less has to be looked for than of many.</summary>
    private static string[] Better(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0)
            return left.Length == 0 ? right : left;
        var (shortestLeft, shortestRight) = (Shortest(left), Shortest(right));
        return shortestRight > shortestLeft || (shortestRight == shortestLeft && right.Length < left.Length) ? right : left;
    }

    private static int Shortest(string[] words)
    {
        var shortest = int.MaxValue;
        foreach (var word in words)
            shortest = Math.Min(shortest, word.Length);
        return shortest;
    }

    private bool SkipSpace()
    {
        if (!ignoresSpace || IsAtEnd || Current is not ('#' or ' ' or (>= '\t' and <= '\r')))
            return false;
        position = Current != '#' ? position + 1 : expression.IndexOf('\n', position) is var end and >= 0 ? end + 1 : expression.Length;
        return true;
    }

    private Part ReadItem()
    {
        var character = expression[position++];
        return character switch
        {
            '(' => ReadGroup(),
            '[' => new Part(ReadClass().Characters, false),
            '.' => new Part(FirstCharacters.Any, false),
            '^' or '$' => new Part(FirstCharacters.None, true),
            '\\' => ReadEscape(),
            _ => Of(character),
        };
    }

    private Part Of(int character)
    {
        var characters = FirstCharacters.Range(character, character);
        return new Part(ignoresCase ? characters.InEitherCase() : characters, false, [], character < 128 ? (char)character : null);
    }

    private Part ReadGroup()
    {
        if (Takes("?#"))
            return SkipBehind(')');
        if (Takes("?:") || Takes("?>"))
            return ReadToClose();
        // A match that begins where one looks ahead begins with what is seen there.
        if (Takes("?="))
            return ReadToClose();
        if (Takes("?!") || Takes("?<=") || Takes("?<!"))
        {
            ReadToClose();
            return new Part(FirstCharacters.None, true);
        }

        if (Takes("?<"))
        {
            SkipBehind('>');
            return ReadToClose();
        }

        if (Takes("?"))
            return ReadOptions();
        return !IsAtEnd && Current == '*' ? Unknown() : ReadToClose();
    }

    private Part ReadToClose()
    {
        var read = ReadAlternatives();
        return Takes(")") ? read : Unknown();
    }

    private Part ReadOptions()
    {
        var (ignoredCase, ignoredSpace) = (ignoresCase, ignoresSpace);
        for (var isSet = true; !IsAtEnd && Current is not (':' or ')'); position++)
        {
            switch (Current)
            {
                case '-':
                    isSet = false;
                    break;
                case 'i':
                    ignoresCase = isSet;
                    hasIgnoredCase |= isSet;
                    break;
                case 'x':
                    ignoresSpace = isSet;
                    break;
                case 'm':
                    break;
                default:
                    return Unknown();
            }
        }

        if (Takes(")"))
            return new Part(FirstCharacters.None, true);
        if (!Takes(":"))
            return Unknown();
        var read = ReadToClose();
        (ignoresCase, ignoresSpace) = (ignoredCase, ignoredSpace);
        return read;
    }

    private Part ReadEscape()
    {
        if (IsAtEnd)
            return Unknown();
        var character = expression[position++];
        switch (character)
        {
            case 'b' or 'B' or 'A' or 'Z' or 'z' or 'G':
                return new Part(FirstCharacters.None, true);
            case 'k' or 'g' when Takes("<"):
                SkipBehind('>');
                return new Part(FirstCharacters.Any, true);
            case >= '0' and <= '9':
                while (!IsAtEnd && char.IsAsciiDigit(Current))
                    position++;
                return new Part(FirstCharacters.Any, true);
            default:
                position--;
                var (characters, code) = ReadEscapedCharacters();
                return code >= 0 ? Of(code) : new Part(characters, false);
        }
    }

    /// <summary>What a backslash makes a set of characters or, with its code, one.</summary>
    private (FirstCharacters Characters, int Code) ReadEscapedCharacters()
    {
        var character = expression[position++];
        return character switch
        {
            'd' => (digits | others, -1),
            'w' => (word, -1),
            's' => (space, -1),
            'h' => (hexadecimal, -1),
            'D' => (~digits, -1),
            'W' => (~word, -1),
            'S' => (~space, -1),
            'H' => (~hexadecimal, -1),
            't' => (FirstCharacters.None, '\t'),
            'n' => (FirstCharacters.None, '\n'),
            'r' => (FirstCharacters.None, '\r'),
            'f' => (FirstCharacters.None, '\f'),
            'x' when Takes("{") => (FirstCharacters.None, ReadCode()),
            'p' or 'P' when Takes("{") => (SkipBehind('}').Characters | FirstCharacters.Any, -1),
            _ when char.IsAsciiLetterOrDigit(character) => (Unknown().Characters, -1),
            _ => (FirstCharacters.None, character),
        };
    }

    private int ReadCode()
    {
        var end = expression.IndexOf('}', position);
        if (end < 0 || !int.TryParse(expression.AsSpan(position, end - position), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code < 0)
        {
            Unknown();
            return 0;
        }

        position = end + 1;
        return code;
    }

    /// <summary>A class in brackets, and whether its ASCII characters are these and no others, so that all but these can be told.</summary>
    private (FirstCharacters Characters, bool IsExact) ReadClass()
    {
        isUnknown |= ++depth > DeepestNesting;
        var isNegated = Takes("^");
        var found = FirstCharacters.None;
        var isExact = true;
        // In some dialects a bracket that closes at once is one of the characters.
        isUnknown |= !IsAtEnd && Current == ']';
        while (!IsAtEnd && Current != ']')
        {
            if (Takes("[:"))
            {
                var (characters, isNameExact) = ReadNamedClass();
                (found, isExact) = (found | characters, isExact && isNameExact);
            }
            else if (Takes("["))
            {
                var (characters, isInnerExact) = ReadClass();
                (found, isExact) = (found | characters, isExact && isInnerExact);
            }
            else if (Takes("&&"))
            {
                (found, isExact) = (FirstCharacters.Any, false);
            }
            else
            {
                var (characters, code) = ReadClassCharacter();
                isExact &= !characters.IsAny;
                found |= code < 0 ? characters : FirstCharacters.Range(code, ReadRangeEnd(code));
            }
        }

        depth--;
        if (!Takes("]"))
            return (Unknown().Characters, false);
        if (isNegated)
            return isExact && !ignoresCase ? (~found, true) : (FirstCharacters.Any, false);
        return ignoresCase ? (found.InEitherCase(), false) : (found, isExact);
    }

    private (FirstCharacters Characters, int Code) ReadClassCharacter() => Takes("\\")
        ? IsAtEnd ? (Unknown().Characters, -1) : ReadEscapedCharacters()
        : (FirstCharacters.None, expression[position++]);

    /// <summary>The last character of the range that a character begins; itself where it begins none.</summary>
    private int ReadRangeEnd(int first)
    {
        if (position + 1 >= expression.Length || Current != '-' || expression[position + 1] is ']' or '[')
            return first;
        position++;
        var (_, code) = ReadClassCharacter();
        if (code < first)
            Unknown();
        return Math.Max(first, code);
    }

    private (FirstCharacters Characters, bool IsExact) ReadNamedClass()
    {
        var start = position;
        SkipBehind(']');
        return isUnknown ? default : expression[start..(position - 1)] switch
        {
            "alpha:" => (capitals | smallLetters | others, true),
            "alnum:" => (capitals | smallLetters | digits | others, true),
            "upper:" => (capitals | others, true),
            "lower:" => (smallLetters | others, true),
            "digit:" => (digits | others, true),
            "xdigit:" => (hexadecimal, true),
            "space:" => (space, true),
            "word:" => (word, true),
            _ => (FirstCharacters.Any, false),
        };
    }

    /// <summary>
    /// Whether what stands before may come more than once or may be missing. What stands behind a repetition may make it lazy, or repeat it again.
    /// </summary>
    private bool SkipQuantifiers(out bool isMissing)
    {
        var isRepeated = isMissing = false;
        while (true)
        {
            while (SkipSpace())
            {
            }

            if (Takes("*") || Takes("?"))
                isMissing = true;
            else if (TakesInterval(out var isNone))
                isMissing |= isNone;
            else if (!Takes("+?") && !Takes("+"))
                return isRepeated;
            isRepeated = true;
        }
    }

    /// <summary>Braces that are no interval are characters.</summary>
    private bool TakesInterval(out bool isOptional)
    {
        isOptional = false;
        if (IsAtEnd || Current != '{')
            return false;
        var end = position + 1;
        var (least, most) = (ReadBound(ref end), -1);
        if (end < expression.Length && expression[end] == ',')
        {
            end++;
            most = ReadBound(ref end);
        }
        else
        {
            most = least;
        }

        if (end >= expression.Length || expression[end] != '}' || (least < 0 && most < 0))
            return false;
        position = end + 1;
        // Some dialects take the bounds in either order.
        isOptional = least <= 0 || most == 0;
        return true;
    }

    /// <summary>0 or 1 for what is at least that; negative where there is no number.</summary>
    private int ReadBound(ref int end)
    {
        var bound = -1;
        for (; end < expression.Length && char.IsAsciiDigit(expression[end]); end++)
            bound = bound > 0 || expression[end] != '0' ? 1 : 0;
        return bound;
    }

    private bool Takes(string sign)
    {
        if (IsAtEnd || string.CompareOrdinal(expression, position, sign, 0, sign.Length) != 0)
            return false;
        position += sign.Length;
        return true;
    }

    private Part SkipBehind(char end)
    {
        var found = isUnknown ? -1 : expression.IndexOf(end, position);
        if (found < 0)
            return Unknown();
        position = found + 1;
        return new Part(FirstCharacters.None, true);
    }

    private Part Unknown()
    {
        isUnknown = true;
        return new Part(FirstCharacters.Any, true);
    }

    /// <summary>A part of an expression.</summary>
    /// <param name="Characters">What its matches can begin with.</param>
    /// <param name="IsOptional">Whether it can match nothing.</param>
    /// <param name="Words">One of these is in whatever it matches, or right behind; none where nothing is known.</param>
    /// <param name="Letter">The character that it is, where it is one.</param>
    private readonly record struct Part(FirstCharacters Characters, bool IsOptional, string[] Words, char? Letter = null)
    {
        public Part(FirstCharacters characters, bool isOptional)
            : this(characters, isOptional, [])
        {
        }
    }
}
