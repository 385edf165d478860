using Content.Compiler.Text;

namespace Content.Compiler.Code;

/// <summary>
/// Cuts C# into tokens, as far as that takes to know where strings, comments and directives begin and end: so that a brace in one of them is none.
/// Takes time in proportion to the text.
/// </summary>
internal sealed class CSharpScanner
{
    /// <summary>Strings in holes of strings: the language allows any number, and nobody writes three.</summary>
    private const int DeepestHole = 16;

    private readonly string text;
    private readonly bool keepsComments;
    private readonly List<CSharpToken> tokens = [];
    private int position;
    private int depth;

    private CSharpScanner(string text, bool keepsComments)
    {
        this.text = text;
        this.keepsComments = keepsComments;
    }

    /// <summary>The first fault; null where there is none.</summary>
    private CSharpFault? Fault { get; set; }

    /// <summary>The tokens of <paramref name="text"/>, as far as the first fault.</summary>
    /// <param name="text">C#.</param>
    /// <param name="withComments">Whether comments are tokens, too.</param>
    public static (List<CSharpToken> Tokens, CSharpFault? Fault) Scan(string text, bool withComments = false)
    {
        var scanner = new CSharpScanner(text, withComments);
        while (scanner.Fault is null && scanner.Next())
        {
        }

        return (scanner.tokens, scanner.Fault);
    }

    private char At(int offset) => position + offset < text.Length ? text[position + offset] : '\0';

    private bool Next()
    {
        while (position < text.Length && char.IsWhiteSpace(text[position]))
            position++;
        if (position >= text.Length)
            return false;
        var start = position;
        var first = text[position];
        if (first == '/' && At(1) == '/')
        {
            SkipLine();
            if (keepsComments)
                Add(CSharpTokenKind.Comment, start);
        }
        else if (first == '/' && At(1) == '*')
        {
            var end = text.IndexOf("*/", position + 2, StringComparison.Ordinal);
            if (end < 0)
                Fail(start, 2, "the comment '/*' never ends");
            else
                position = end + 2;
            if (keepsComments && Fault is null)
                Add(CSharpTokenKind.Comment, start);
        }
        else if (first == '#' && IsFirstOfLine(start))
        {
            SkipLine();
            Add(CSharpTokenKind.Directive, start);
        }
        else if (IsString(out var dollars, out var isVerbatim, out var quote))
        {
            position = quote;
            SkipString(start, dollars, isVerbatim);
            Add(CSharpTokenKind.Literal, start);
        }
        else if (first == '\'')
        {
            SkipCharacter(start);
            Add(CSharpTokenKind.Literal, start);
        }
        else if (char.IsLetter(first) || first is '_' or '\\' || (first == '@' && (char.IsLetter(At(1)) || At(1) == '_')) || char.IsSurrogate(first))
        {
            position++;
            SkipWord();
            Add(CSharpTokenKind.Word, start);
        }
        else if (char.IsAsciiDigit(first))
        {
            while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] == '_' || (text[position] == '.' && char.IsAsciiDigit(At(1)))))
                position++;
            Add(CSharpTokenKind.Literal, start);
        }
        else
        {
            position++;
            Add(CSharpTokenKind.Sign, start);
        }

        return Fault is null;
    }

    private void SkipWord()
    {
        while (position < text.Length && (char.IsLetterOrDigit(text[position]) || text[position] is '_' or '\\' || char.IsSurrogate(text[position])
            || char.GetUnicodeCategory(text[position]) is System.Globalization.UnicodeCategory.NonSpacingMark or System.Globalization.UnicodeCategory.SpacingCombiningMark))
        {
            position++;
        }
    }

    private bool IsFirstOfLine(int start)
    {
        for (var index = start - 1; index >= 0 && text[index] is not ('\n' or '\r'); index--)
        {
            if (!char.IsWhiteSpace(text[index]))
                return false;
        }

        return true;
    }

    /// <summary>Whether a string begins here: any number of <c>$</c> and at most one <c>@</c> before its quote.</summary>
    private bool IsString(out int dollars, out bool isVerbatim, out int quote)
    {
        (dollars, isVerbatim, quote) = (0, false, position);
        while (quote < text.Length && text[quote] is '$' or '@')
        {
            if (text[quote] == '$')
                dollars++;
            else if (isVerbatim)
                return false;
            else
                isVerbatim = true;
            quote++;
        }

        return quote < text.Length && text[quote] == '"';
    }

    private void SkipString(int start, int dollars, bool isVerbatim)
    {
        var quotes = 0;
        while (At(quotes) == '"')
            quotes++;
        if (quotes >= 3 && !isVerbatim)
        {
            position += quotes;
            SkipRaw(start, dollars, quotes);
            return;
        }

        position++;
        while (position < text.Length)
        {
            var here = text[position];
            if (here == '"' && isVerbatim && At(1) == '"')
            {
                position += 2;
            }
            else if (here == '"')
            {
                position++;
                return;
            }
            else if (here == '\\' && !isVerbatim)
            {
                position += 2;
            }
            else if (here is '\r' or '\n' && !isVerbatim)
            {
                break;
            }
            else if (here == '{' && dollars > 0 && At(1) == '{')
            {
                position += 2;
            }
            else if (here == '{' && dollars > 0)
            {
                position++;
                SkipHole(1);
                if (Fault is not null)
                    return;
            }
            else
            {
                position++;
            }
        }

        Fail(start, 1, "the string never ends");
    }

    private void SkipRaw(int start, int dollars, int quotes)
    {
        while (position < text.Length)
        {
            if (text[position] == '"')
            {
                var run = 0;
                while (At(run) == '"')
                    run++;
                position += run;
                if (run >= quotes)
                    return;
            }
            else if (text[position] == '{' && dollars > 0)
            {
                var run = 0;
                while (At(run) == '{')
                    run++;
                position += run;
                if (run >= dollars)
                    SkipHole(dollars);
                if (Fault is not null)
                    return;
            }
            else
            {
                position++;
            }
        }

        Fail(start, quotes, "the string never ends");
    }

    /// <summary>An expression in a string, up to its closing braces. Its tokens are none of the text.</summary>
    private void SkipHole(int braces)
    {
        var opened = position - braces;
        var count = tokens.Count;
        if (++depth > DeepestHole)
        {
            Fail(opened, braces, "strings are nested too deeply");
            return;
        }

        var open = 0;
        while (Fault is null)
        {
            while (position < text.Length && char.IsWhiteSpace(text[position]))
                position++;
            if (At(0) == '}' && open == 0)
            {
                position += Math.Min(braces, text.Length - position);
                break;
            }

            var before = position;
            if (!Next())
            {
                if (Fault is null)
                    Fail(opened, braces, "the expression in the string never ends");
                break;
            }

            open += text[before] switch { '{' => 1, '}' => -1, _ => 0 };
            // What follows a colon outside of brackets is a format, in which a quote is one.
            if (open == 0 && text[before] == ':' && At(0) != ':' && (before == 0 || text[before - 1] != ':'))
                SkipFormat();
        }

        tokens.RemoveRange(count, tokens.Count - count);
        depth--;
    }

    private void SkipFormat()
    {
        var end = text.AsSpan(position).IndexOfAny('}', '"', '\n') is var found and >= 0 ? position + found : -1;
        if (end >= 0 && text[end] == '}')
            position = end;
    }

    private void SkipCharacter(int start)
    {
        position++;
        while (position < text.Length && text[position] is not ('\'' or '\r' or '\n'))
            position += text[position] == '\\' ? 2 : 1;
        if (At(0) == '\'')
            position++;
        else
            Fail(start, 1, "the character never ends");
    }

    private void SkipLine()
    {
        var end = text.AsSpan(position).IndexOfAny('\r', '\n');
        position = end < 0 ? text.Length : position + end;
    }

    private void Add(CSharpTokenKind kind, int start)
    {
        position = Math.Min(position, text.Length);
        tokens.Add(new CSharpToken(kind, TextSpan.FromBounds(start, position)));
    }

    private void Fail(int start, int length, string problem)
    {
        Fault ??= new CSharpFault(new TextSpan(start, Math.Min(length, text.Length - start)), problem);
        position = text.Length;
    }
}
