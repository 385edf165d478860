using Content.Compiler.Text;

namespace Content.Compiler.Code;

/// <summary>A declaration in a C# file.</summary>
/// <param name="Path">Namespace, types and name.</param>
/// <param name="Parameters">The types of its parameters without white space; null of what has none to write.</param>
/// <param name="Span">From its first attribute or modifier to its end.</param>
internal sealed record CSharpMember(string[] Path, string[]? Parameters, TextSpan Span)
{
    /// <summary>Whether it is a namespace.</summary>
    public bool IsNamespace { get; init; }

    /// <summary>Whether it is a type that may have members which are not written in it: it derives from another, is partial, or is a record.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The last two parts of the path, with the parameters: as authors would write it.</summary>
    public string Signature => string.Join('.', Path.TakeLast(2)) + (Parameters is null ? "" : $"({string.Join(", ", Parameters)})");
}

/// <summary>Finds the declarations of a C# file by braces and words, without understanding them: types, methods, properties, fields, events.</summary>
internal sealed class CSharpMembers
{
    private const int DeepestType = 64;

    private readonly string text;
    private readonly List<CSharpToken> tokens;
    private readonly List<CSharpMember> found = [];

    private CSharpMembers(string text, List<CSharpToken> tokens)
    {
        this.text = text;
        this.tokens = tokens;
    }

    /// <summary>The declarations of <paramref name="text"/> in its order.</summary>
    public static List<CSharpMember> Find(string text)
    {
        var tokens = CSharpScanner.Scan(text).Tokens;
        tokens.RemoveAll(token => token.Kind == CSharpTokenKind.Directive);
        var members = new CSharpMembers(text, tokens);
        members.ReadBody([], 0, tokens.Count, 0);
        return members.found;
    }

    /// <summary>Those of <paramref name="members"/> that <paramref name="written"/> names: <c>Type.Method</c>, with or without parameters.</summary>
    public static List<CSharpMember> Select(List<CSharpMember> members, string written)
    {
        var open = written.IndexOf('(', StringComparison.Ordinal);
        var path = StripTypeArguments(open < 0 ? written : written[..open]).Split('.', StringSplitOptions.TrimEntries);
        // One parenthesis closes the list; another is that of a tuple in it.
        var list = open < 0 ? "" : written[(open + 1)..].TrimEnd();
        var parameters = open < 0 ? null : Split(list.EndsWith(')') ? list[..^1] : list);
        return members.FindAll(member => !member.IsNamespace && EndsWith(member.Path, path) && (parameters is null || (member.Parameters is { } own && AreSame(own, parameters))));
    }

    private static bool EndsWith(string[] path, string[] end) =>
        end.Length <= path.Length && path.AsSpan(path.Length - end.Length).SequenceEqual(end);

    private static bool AreSame(string[] own, string[] written) =>
        own.Length == written.Length && own.Zip(written).All(pair => pair.First == pair.Second || LastName(pair.First) == LastName(pair.Second));

    /// <summary>A type without the namespaces that either side may leave out.</summary>
    private static string LastName(string type)
    {
        var bracket = type.IndexOfAny(['<', '[', '?', '(']);
        var dot = (bracket < 0 ? type : type[..bracket]).LastIndexOf('.');
        return type[(dot + 1)..];
    }

    private static string StripTypeArguments(string path)
    {
        var depth = 0;
        return string.Concat(path.Where(character =>
        {
            depth += character == '<' ? 1 : 0;
            var isKept = depth == 0;
            depth -= character == '>' ? 1 : 0;
            return isKept;
        }));
    }

    private static string[] Split(string list)
    {
        if (string.IsNullOrWhiteSpace(list))
            return [];
        var parts = new List<string>();
        var (depth, start) = (0, 0);
        for (var index = 0; index <= list.Length; index++)
        {
            if (index == list.Length || (list[index] == ',' && depth == 0))
            {
                parts.Add(string.Concat(list[start..index].Where(character => !char.IsWhiteSpace(character))));
                start = index + 1;
            }
            else
            {
                depth += list[index] is '<' or '(' or '[' ? 1 : list[index] is '>' or ')' or ']' ? -1 : 0;
            }
        }

        return [.. parts];
    }

    private void ReadBody(string[] path, int from, int to, int depth)
    {
        var index = from;
        while (index < to)
        {
            if (IsWord(index, "using") || (IsWord(index, "global") && IsWord(index + 1, "using")))
            {
                index = SkipStatement(index, to);
                continue;
            }

            var start = index;
            var isType = false;
            string? name = null;
            string[]? parameters = null;
            var names = new List<string>();
            var isNamed = false;
            // Up to the body, the initializer or the end of the declaration.
            while (index < to && !(IsSign(index, ';') || IsSign(index, '{') || IsSign(index, '=') || IsSign(index, '}')))
            {
                if (IsSign(index, '['))
                {
                    index = SkipBrackets(index, to);
                    continue;
                }

                if (IsSign(index, '(') && !isType)
                {
                    var close = SkipBrackets(index, to);
                    // A tuple is a type; a method has its name before the parenthesis.
                    if (name is not null && !isNamed && index > start && (tokens[index - 1].Kind == CSharpTokenKind.Word || IsSign(index - 1, '>')))
                    {
                        parameters = ReadParameters(index + 1, close - 1);
                        isNamed = true;
                    }

                    index = close;
                    continue;
                }

                if (IsSign(index, '(') || (IsSign(index, '<') && (isType || IsTypeArguments(index, to))))
                {
                    index = IsSign(index, '(') ? SkipBrackets(index, to) : SkipTypeArguments(index, to);
                    continue;
                }

                if (IsWord(index, "where") && (isNamed || isType))
                {
                    while (index < to && !IsSign(index, '{') && !IsSign(index, ';') && !IsSign(index, '='))
                        index++;
                    break;
                }

                if (!isNamed && !isType && tokens[index].Kind == CSharpTokenKind.Word)
                {
                    if (IsTypeWord(index, to))
                    {
                        var named = index + 1;
                        if (IsWord(named, "struct") || IsWord(named, "class"))
                            named++;
                        isType = true;
                        var isNamespace = IsWord(index, "namespace");
                        name = NameAt(named, to);
                        index = named + 1;
                        while (isNamespace && index + 1 < to && IsSign(index, '.'))
                        {
                            name += "." + NameAt(index + 1, to);
                            index += 2;
                        }

                        continue;
                    }

                    name = NameAt(index, to);
                }

                if (IsSign(index, ',') && !isNamed && name is not null)
                    names.Add(name);
                index++;
            }

            if (index >= to)
            {
                // The last value of an enum has nothing behind it.
                foreach (var value in name is null ? names : [.. names, name])
                    found.Add(new CSharpMember([.. path, value], null, TextSpan.FromBounds(tokens[start].Span.Start, tokens[to - 1].Span.End)));
                return;
            }

            if (IsSign(index, '}'))
            {
                index++;
                continue;
            }

            var ownPath = name is null ? path : [.. path, .. isType ? name.Split('.') : [name]];
            if (IsSign(index, ';') && isType && IsWord(start, "namespace"))
            {
                found.Add(new CSharpMember(ownPath, null, TextSpan.FromBounds(tokens[start].Span.Start, tokens[index].Span.End)) { IsNamespace = true });
                path = ownPath;
                index++;
                continue;
            }

            var isOpen = isType && IsOpen(start, index);
            index = ReadRest(index, to, isType && depth < DeepestType ? ownPath : null, depth);
            if (name is null)
                continue;
            var span = TextSpan.FromBounds(tokens[start].Span.Start, tokens[index - 1].Span.End);
            found.Add(new CSharpMember(ownPath, parameters, span) { IsNamespace = isType && IsWord(start, "namespace"), IsOpen = isOpen });
            foreach (var other in names)
                found.Add(new CSharpMember([.. path, other], null, span));
        }
    }

    private bool IsOpen(int from, int to)
    {
        for (var index = from; index < to; index++)
        {
            if (IsWord(index, "partial") || IsWord(index, "record") || IsSign(index, ':'))
                return true;
        }

        return false;
    }

    /// <summary>From the body, initializer or semicolon at <paramref name="index"/> to behind the declaration.</summary>
    private int ReadRest(int index, int to, string[]? path, int depth)
    {
        if (IsSign(index, '{'))
        {
            var close = SkipBrackets(index, to);
            if (path is not null)
                ReadBody(path, index + 1, close - 1, depth + 1);
            // A property may have an initializer behind its accessors.
            if (path is null && close < to && IsSign(close, '='))
                return SkipStatement(close, to);
            return close < to && IsSign(close, ';') ? close + 1 : close;
        }

        return IsSign(index, ';') ? index + 1 : SkipStatement(index, to);
    }

    private int SkipStatement(int index, int to)
    {
        while (index < to && !IsSign(index, ';'))
            index = IsSign(index, '{') || IsSign(index, '(') || IsSign(index, '[') ? SkipBrackets(index, to) : index + 1;
        return Math.Min(index + 1, to);
    }

    private string[] ReadParameters(int from, int to)
    {
        var types = new List<string>();
        var index = from;
        while (index < to)
        {
            var parts = new List<string>();
            var isDefault = false;
            while (index < to && !IsSign(index, ','))
            {
                if (IsSign(index, '[') && parts.Count == 0)
                {
                    index = SkipBrackets(index, to);
                    continue;
                }

                if (IsSign(index, '='))
                    isDefault = true;
                var end = IsSign(index, '(') || IsSign(index, '[') || IsSign(index, '{')
                    ? SkipBrackets(index, to)
                    : IsSign(index, '<') && IsTypeArguments(index, to) ? SkipTypeArguments(index, to) : index + 1;
                if (!isDefault)
                    parts.Add(string.Concat(text.Substring(tokens[index].Span.Start, tokens[end - 1].Span.End - tokens[index].Span.Start).Where(character => !char.IsWhiteSpace(character))));
                index = end;
            }

            index++;
            // The last word is the name.
            if (parts.Count > 0)
                types.Add(string.Concat(parts.SkipLast(1).SkipWhile(part => part is "ref" or "out" or "in" or "this" or "params" or "scoped" or "readonly")));
        }

        return [.. types];
    }

    private string? NameAt(int index, int to) => index < to && tokens[index].Kind == CSharpTokenKind.Word ? tokens[index].Of(text).TrimStart('@').ToString() : null;

    private bool IsTypeWord(int index, int to) =>
        (IsWord(index, "class") || IsWord(index, "struct") || IsWord(index, "interface") || IsWord(index, "enum") || IsWord(index, "namespace")
            || (IsWord(index, "record") && index + 1 < to && tokens[index + 1].Kind == CSharpTokenKind.Word))
        && index + 1 < to && tokens[index + 1].Kind == CSharpTokenKind.Word;

    private bool IsTypeArguments(int index, int to) => SkipTypeArguments(index, to) > index + 1;

    /// <summary>Behind the bracket that closes the one at <paramref name="index"/>; right behind it where none does.</summary>
    private int SkipTypeArguments(int index, int to)
    {
        var depth = 0;
        for (var next = index; next < to; next++)
        {
            if (IsSign(next, '<'))
                depth++;
            else if (IsSign(next, '>') && --depth == 0)
                return next + 1;
            else if (IsSign(next, ';') || IsSign(next, '{') || IsSign(next, '}') || next - index > 256)
                break;
        }

        return index + 1;
    }

    private int SkipBrackets(int index, int to)
    {
        var depth = 0;
        for (; index < to; index++)
        {
            if (IsSign(index, '{') || IsSign(index, '(') || IsSign(index, '['))
                depth++;
            else if ((IsSign(index, '}') || IsSign(index, ')') || IsSign(index, ']')) && --depth == 0)
                return index + 1;
        }

        return to;
    }

    private bool IsSign(int index, char sign) => index < tokens.Count && tokens[index].Is(text, sign);

    private bool IsWord(int index, string word) => index < tokens.Count && tokens[index].Is(text, word);
}
