using Content.Compiler.Text;

namespace Content.Compiler.Code;

/// <summary>
/// A block of C# taken apart at its top level: what goes in front of a method, what into it, and what beside it. What could break out of the place that
/// it is put into is a fault: brackets that do not match, strings and comments that do not end, directives that reach beyond the block.
/// </summary>
internal sealed class SampleParts
{
    private const int DeepestBrackets = 256;

    private static readonly string[] memberWords = ["public", "private", "protected", "internal", "abstract", "sealed", "override", "virtual", "volatile"];
    private static readonly string[] contextualWords = ["partial", "file", "required", "readonly"];
    private static readonly string[] statementWords = ["static", "async", "unsafe", "extern", "const", "new", "ref", "scoped"];
    private static readonly string[] typeWords = ["class", "struct", "interface", "enum", "namespace", "delegate", "record"];

    private readonly string text;
    private readonly List<CSharpToken> tokens;

    private SampleParts(string text, List<CSharpToken> tokens)
    {
        this.text = text;
        this.tokens = tokens;
    }

    /// <summary>The <c>using</c> directives at its head.</summary>
    public List<TextSpan> Usings { get; } = [];

    /// <summary>Declarations of types and namespaces.</summary>
    public List<TextSpan> Types { get; } = [];

    /// <summary>Declarations that only a type can hold: methods with an access modifier.</summary>
    public List<TextSpan> Members { get; } = [];

    /// <summary>Whether there is anything else.</summary>
    public bool HasStatements { get; private set; }

    /// <summary>Whether a statement awaits.</summary>
    public bool Awaits { get; private set; }

    /// <summary>Whether it gives a value back, as the statements of a program can.</summary>
    public bool Returns { get; private set; }

    /// <summary>Whether it is statements alone, which need nothing around their method.</summary>
    public bool IsPlain => Fault is null && Usings.Count + Types.Count + Members.Count == 0;

    /// <summary>The semicolon of a namespace for the whole file, which becomes a brace; -1 where there is none.</summary>
    public int FileNamespace { get; private set; } = -1;

    /// <summary>Lines that are left out: regions, which are for editors.</summary>
    public List<TextSpan> Omitted { get; } = [];

    /// <summary>Whether it changes what the compiler says of code behind it, which then has to be put right.</summary>
    public bool HasPragma { get; private set; }

    /// <summary>Strings and comments that go over lines, in which no directive can stand.</summary>
    public List<TextSpan> LongTokens { get; } = [];

    /// <summary>What is wrong; null where nothing is.</summary>
    public CSharpFault? Fault { get; private set; }

    /// <summary>Takes a block apart.</summary>
    public static SampleParts Of(string text)
    {
        var (tokens, fault) = CSharpScanner.Scan(text, withComments: true);
        var parts = new SampleParts(text, tokens) { Fault = fault };
        parts.LongTokens.AddRange(tokens.Where(token => text.AsSpan(token.Span.Start, token.Span.Length).Contains('\n')).Select(token => token.Span));
        tokens.RemoveAll(token => token.Kind == CSharpTokenKind.Comment);
        parts.Fault ??= parts.CheckDirectives() ?? parts.CheckBrackets();
        tokens.RemoveAll(token => token.Kind == CSharpTokenKind.Directive);
        if (parts.Fault is null)
            parts.Divide();
        return parts;
    }

    private CSharpFault? CheckDirectives()
    {
        var regions = new Stack<TextSpan>();
        foreach (var token in tokens)
        {
            if (token.Kind != CSharpTokenKind.Directive)
                continue;
            var line = token.Of(text);
            var word = line[1..].TrimStart();
            var end = 0;
            while (end < word.Length && char.IsAsciiLetter(word[end]))
                end++;
            switch (word[..end])
            {
                case "region":
                    regions.Push(token.Span);
                    Omitted.Add(token.Span);
                    break;
                case "endregion":
                    if (!regions.TryPop(out _))
                        return new CSharpFault(token.Span, "this '#endregion' ends nothing");
                    Omitted.Add(token.Span);
                    break;
                case "nullable" or "error" or "warning":
                    HasPragma = true;
                    break;
                case "pragma" when word[end..].TrimStart().StartsWith("warning"):
                    HasPragma = true;
                    break;
                default:
                    return new CSharpFault(token.Span, $"a sample cannot have '#{word[..end]}', which reaches beyond it");
            }
        }

        return regions.TryPop(out var open) ? new CSharpFault(open, "this '#region' never ends") : null;
    }

    private CSharpFault? CheckBrackets()
    {
        var open = new Stack<CSharpToken>();
        foreach (var token in tokens)
        {
            if (token.Kind != CSharpTokenKind.Sign)
                continue;
            var sign = text[token.Span.Start];
            if (sign == '*' && token.Span.End < text.Length && text[token.Span.End] == '/')
                return new CSharpFault(new TextSpan(token.Span.Start, 2), "nothing opens this '*/'");
            if (sign is '(' or '[' or '{')
            {
                open.Push(token);
                if (open.Count > DeepestBrackets)
                    return new CSharpFault(token.Span, "brackets are nested too deeply");
            }
            else if (sign is ')' or ']' or '}' && (!open.TryPop(out var opened) || text[opened.Span.Start] != Opening(sign)))
            {
                return new CSharpFault(token.Span, $"nothing opens this '{sign}'");
            }
        }

        return open.TryPop(out var left) ? new CSharpFault(left.Span, $"the '{text[left.Span.Start]}' never closes") : null;
    }

    private static char Opening(char sign) => sign switch { ')' => '(', ']' => '[', _ => '{' };

    private void Divide()
    {
        var index = 0;
        while (index < tokens.Count)
        {
            var start = index;
            if (!HasStatements && Members.Count == 0 && Types.Count == 0 && EndOfUsing(index) is var end and > 0)
            {
                Usings.Add(SpanOf(start, end));
                index = end;
                continue;
            }

            index = SkipAttributes(index);
            var declaration = Classify(index);
            if (declaration is null)
            {
                HasStatements = true;
                index = EndOfStatement(start);
                continue;
            }

            index = EndOfDeclaration(index, declaration == "namespace");
            (declaration == "member" ? Members : Types).Add(SpanOf(start, index));
        }
    }

    /// <summary>What begins here: "type", "namespace" or "member"; null for a statement.</summary>
    private string? Classify(int index)
    {
        var isMember = false;
        for (; index < tokens.Count && tokens[index].Kind == CSharpTokenKind.Word; index++)
        {
            var word = tokens[index].Of(text);
            var isBeforeWord = index + 1 < tokens.Count && tokens[index + 1].Kind == CSharpTokenKind.Word;
            if (IsOneOf(word, memberWords) || (IsOneOf(word, contextualWords) && isBeforeWord))
                isMember = true;
            else if (IsOneOf(word, typeWords) && isBeforeWord)
                return word is "namespace" ? "namespace" : "type";
            else if (!IsOneOf(word, statementWords))
                break;
        }

        return isMember ? "member" : null;
    }

    private static bool IsOneOf(ReadOnlySpan<char> word, string[] words)
    {
        foreach (var other in words)
        {
            if (word.SequenceEqual(other))
                return true;
        }

        return false;
    }

    private int SkipAttributes(int index)
    {
        while (index < tokens.Count && tokens[index].Is(text, '['))
        {
            var end = EndOfBrackets(index);
            // What begins with brackets is a list, unless a declaration follows.
            if (end >= tokens.Count || (tokens[end].Kind != CSharpTokenKind.Word && !tokens[end].Is(text, '[')))
                return index;
            index = end;
        }

        return index;
    }

    /// <summary>Behind a using directive that begins here; 0 where none does.</summary>
    private int EndOfUsing(int index)
    {
        if (tokens[index].Is(text, "global") && index + 1 < tokens.Count && tokens[index + 1].Is(text, "using"))
        {
            Omitted.Add(tokens[index].Span);
            index++;
        }

        if (!tokens[index].Is(text, "using"))
            return 0;
        var isAfterWord = false;
        for (var next = index + 1; next < tokens.Count; next++)
        {
            var token = tokens[next];
            if (token.Is(text, ';'))
                return next + 1;
            if (token.Is(text, '(') && next == index + 1)
                return 0;
            // Two words in a row declare a variable: using var x = ...;
            var isWord = token.Kind == CSharpTokenKind.Word && !token.Is(text, "static") && !token.Is(text, "unsafe");
            if ((isWord && isAfterWord) || token.Is(text, '{'))
                return 0;
            if (token.Is(text, '='))
                return EndOfStatement(next);
            isAfterWord = isWord;
        }

        return 0;
    }

    private int EndOfStatement(int index)
    {
        for (; index < tokens.Count; index++)
        {
            if (tokens[index].Is(text, "await"))
                Awaits = true;
            if (tokens[index].Is(text, "return") && index + 1 < tokens.Count && !tokens[index + 1].Is(text, ';'))
                Returns = true;
            if (tokens[index].Is(text, ';'))
                return index + 1;
            if (!(tokens[index].Is(text, '{') || tokens[index].Is(text, '(') || tokens[index].Is(text, '[')))
                continue;
            var isBlock = tokens[index].Is(text, '{');
            var end = EndOfBrackets(index);
            for (; index < end; index++)
                Awaits |= tokens[index].Is(text, "await");
            if (isBlock)
                return end;
            index = end - 1;
        }

        return index;
    }

    private int EndOfDeclaration(int index, bool isNamespace)
    {
        while (index < tokens.Count)
        {
            if (tokens[index].Is(text, ';'))
            {
                if (!isNamespace || FileNamespace >= 0)
                    return index + 1;
                // Up to the end everything belongs to it.
                FileNamespace = tokens[index].Span.Start;
                return tokens.Count;
            }

            // The sign of an operator is no initializer: 'operator ==(A a, A b)'.
            if (tokens[index].Is(text, "operator"))
            {
                while (index < tokens.Count && !tokens[index].Is(text, '('))
                    index++;
                continue;
            }

            if (tokens[index].Is(text, '{'))
            {
                var end = EndOfBrackets(index);
                var isInitialized = end < tokens.Count && tokens[end].Is(text, '=');
                if (isInitialized)
                {
                    index = end;
                    continue;
                }

                return end < tokens.Count && tokens[end].Is(text, ';') ? end + 1 : end;
            }

            index = tokens[index].Is(text, '(') || tokens[index].Is(text, '[') ? EndOfBrackets(index) : index + 1;
            if (tokens[index - 1].Is(text, '=') && (index < 2 || !tokens[index - 2].Is(text, '=')))
                return EndOfExpression(index);
        }

        return index;
    }

    private int EndOfExpression(int index)
    {
        while (index < tokens.Count && !tokens[index].Is(text, ';'))
            index = tokens[index].Is(text, '{') || tokens[index].Is(text, '(') || tokens[index].Is(text, '[') ? EndOfBrackets(index) : index + 1;
        return Math.Min(index + 1, tokens.Count);
    }

    private int EndOfBrackets(int index)
    {
        var depth = 0;
        for (; index < tokens.Count; index++)
        {
            if (tokens[index].Kind != CSharpTokenKind.Sign)
                continue;
            var sign = text[tokens[index].Span.Start];
            depth += sign is '(' or '[' or '{' ? 1 : sign is ')' or ']' or '}' ? -1 : 0;
            if (depth == 0)
                return index + 1;
        }

        return index;
    }

    private TextSpan SpanOf(int from, int to) => TextSpan.FromBounds(tokens[from].Span.Start, to == tokens.Count ? text.Length : tokens[to - 1].Span.End);
}
