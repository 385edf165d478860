using Content.Compiler.Text;

namespace Content.Compiler.Application;

/// <summary>
/// The HTML of a Razor file: a text of the same length, so that every place stays, in which C# is filled with <c>@</c> and comments with spaces. So an
/// attribute that holds C# has an <c>@</c> in its value, and is left alone. Every character is looked at a bounded number of times.
/// </summary>
internal sealed class RazorText
{
    private const char Code = '@';
    private readonly string source;
    private readonly char[] html;
    private readonly List<(string Name, TextSpan Line)> directives = [];
    private readonly List<TextSpan> comments = [];

    private RazorText(string source)
    {
        this.source = source;
        html = source.ToCharArray();
    }

    /// <summary>The HTML.</summary>
    public ReadOnlySpan<char> Html => html;

    /// <summary>Directives with the rest of their line, such as <c>page</c> and <c>"/weather"</c>.</summary>
    public IReadOnlyList<(string Name, TextSpan Line)> Directives => directives;

    /// <summary>What stands in <c>@* *@</c>.</summary>
    public IReadOnlyList<TextSpan> Comments => comments;

    public static RazorText Of(string source)
    {
        var text = new RazorText(source);
        text.Run();
        return text;
    }

    private void Run()
    {
        for (var at = 0; (at = source.IndexOf('@', at)) >= 0;)
            at = ReadTransition(at);
    }

    /// <summary>Reads what begins with the <c>@</c> at a place, and says where to go on.</summary>
    private int ReadTransition(int at)
    {
        if (at + 1 >= source.Length)
            return at + 1;
        switch (source[at + 1])
        {
            case '@':
                return at + 2;
            case '*':
                var close = source.IndexOf("*@", at + 2, StringComparison.Ordinal);
                var end = close < 0 ? source.Length : close + 2;
                comments.Add(TextSpan.FromBounds(at + 2, close < 0 ? source.Length : close));
                Fill(at, end, ' ');
                return end;
            case '(':
                return FillCode(at, SkipBalanced(at + 1, '(', ')'));
            case '{':
                // The statements stay, since markup stands among them.
                html[at] = ' ';
                return at + 2;
        }

        // a@example.org is an address.
        if (!IsIdentifierStart(source[at + 1]) || at > 0 && char.IsLetterOrDigit(source[at - 1]))
            return at + 1;
        var nameEnd = SkipIdentifier(at + 1);
        return ReadNamed(at, source[(at + 1)..nameEnd], nameEnd);
    }

    private int ReadNamed(int at, string name, int nameEnd)
    {
        switch (name)
        {
            case "page" or "inject" or "model" or "attribute" or "inherits" or "namespace" or "layout" or "typeparam" or "implements" or "preservewhitespace"
                or "rendermode" or "addTagHelper" or "removeTagHelper" or "tagHelperPrefix" or "using" when IsLineStart(at) && !IsStatement(name, nameEnd):
                var end = source.AsSpan(nameEnd).IndexOfAny('\r', '\n') is var length and >= 0 ? nameEnd + length : source.Length;
                directives.Add((name, TextSpan.FromBounds(nameEnd, end)));
                Fill(at, end, ' ');
                return end;
            case "code" or "functions" when SkipSpace(nameEnd) is var brace && brace < source.Length && source[brace] == '{':
                return FillCode(at, SkipBalanced(brace, '{', '}'));
            case "if" or "for" or "foreach" or "while" or "switch" or "lock" or "using" or "do" or "try" or "section":
                var open = SkipSpace(nameEnd);
                return FillCode(at, open < source.Length && source[open] == '(' ? SkipBalanced(open, '(', ')') : nameEnd);
            case "await":
                var operand = SkipSpace(nameEnd);
                return FillCode(at, operand < source.Length && IsIdentifierStart(source[operand]) ? SkipExpression(SkipIdentifier(operand)) : nameEnd);
            default:
                return FillCode(at, SkipExpression(nameEnd));
        }
    }

    /// <summary><c>@using (var form = ...) {</c>.</summary>
    private bool IsStatement(string name, int nameEnd) => name == "using" && SkipSpace(nameEnd) is var next && next < source.Length && source[next] == '(';

    /// <summary>Over what goes on with an expression: members, arguments, elements.</summary>
    private int SkipExpression(int at)
    {
        while (at < source.Length)
        {
            if (source[at] == '(')
                at = SkipBalanced(at, '(', ')');
            else if (source[at] == '[')
                at = SkipBalanced(at, '[', ']');
            else if (source[at] == '.' && at + 1 < source.Length && IsIdentifierStart(source[at + 1]))
                at = SkipIdentifier(at + 1);
            else if (source[at] is '?' or '!' && at + 1 < source.Length && source[at + 1] is '.' or '[')
                at++;
            else
                break;
        }

        return at;
    }

    /// <summary>Behind the bracket that closes the one at <paramref name="at"/>; strings and comments hide what stands in them.</summary>
    private int SkipBalanced(int at, char open, char close)
    {
        var depth = 0;
        while (at < source.Length)
        {
            var c = source[at];
            if (c == '"' || c == '$' && at + 1 < source.Length && source[at + 1] == '"')
            {
                at = SkipString(at);
            }
            else if (c == '\'' && at + 2 < source.Length && (source[at + 2] == '\'' || source[at + 1] == '\\'))
            {
                at = source.IndexOf('\'', at + (source[at + 1] == '\\' ? 3 : 2)) is var end and >= 0 ? end + 1 : source.Length;
            }
            else if (c == '/' && at + 1 < source.Length && source[at + 1] is '/' or '*')
            {
                var end = source[at + 1] == '/' ? source.IndexOf('\n', at) : source.IndexOf("*/", at + 2, StringComparison.Ordinal);
                at = end < 0 ? source.Length : source[at + 1] == '/' ? end : end + 2;
            }
            else
            {
                at++;
                depth += c == open ? 1 : c == close ? -1 : 0;
                if (depth == 0)
                    return at;
            }
        }

        return source.Length;
    }

    private int SkipString(int at)
    {
        var isVerbatim = at > 0 && source[at - 1] == '@';
        if (source[at] == '$')
            at++;
        var quotes = 0;
        while (at + quotes < source.Length && source[at + quotes] == '"')
            quotes++;
        if (quotes >= 3)
            return source.IndexOf(new string('"', quotes), at + quotes, StringComparison.Ordinal) is var raw and >= 0 ? raw + quotes : source.Length;
        if (quotes == 2)
            return at + 2;
        for (at++; at < source.Length; at++)
        {
            if (source[at] == '\\' && !isVerbatim)
                at++;
            else if (source[at] == '"' && isVerbatim && at + 1 < source.Length && source[at + 1] == '"')
                at++;
            else if (source[at] == '"' || source[at] == '\n' && !isVerbatim)
                return at + 1;
        }

        return source.Length;
    }

    private int FillCode(int from, int to)
    {
        Fill(from, to, Code);
        return to;
    }

    /// <summary>Line breaks stay.</summary>
    private void Fill(int from, int to, char filler)
    {
        for (; from < to; from++)
        {
            if (html[from] is not ('\r' or '\n'))
                html[from] = filler;
        }
    }

    private bool IsLineStart(int at)
    {
        while (at > 0 && source[at - 1] is ' ' or '\t' or '\uFEFF')
            at--;
        return at == 0 || source[at - 1] is '\n' or '\r';
    }

    private int SkipSpace(int at)
    {
        while (at < source.Length && char.IsWhiteSpace(source[at]))
            at++;
        return at;
    }

    private int SkipIdentifier(int at)
    {
        while (at < source.Length && (char.IsLetterOrDigit(source[at]) || source[at] == '_'))
            at++;
        return at;
    }

    private static bool IsIdentifierStart(char c) => char.IsLetter(c) || c == '_';
}
