namespace Content.Compiler.Configuration.Parsing;

/// <summary>A type as C# writes it: a name, <c>[]</c> for a list, <c>?</c> for optional.</summary>
/// <param name="Name">Without the rest.</param>
/// <param name="IsList">Whether <c>[]</c> follows.</param>
/// <param name="IsOptional">Whether <c>?</c> follows.</param>
/// <param name="Problem">What is wrong with the rest, or null.</param>
internal sealed record TypeExpression(string Name, bool IsList, bool IsOptional, string? Problem)
{
    public static TypeExpression Parse(string written)
    {
        var name = written.AsSpan();
        var isOptional = name.EndsWith('?');
        if (isOptional)
            name = name[..^1];
        var isList = name.EndsWith("[]");
        if (isList)
            name = name[..^2];
        string? problem = null;
        if (name.EndsWith('?'))
            problem = isList ? "An item of a list cannot be optional: the '?' goes to the end." : "One '?' is enough.";
        else if (name.EndsWith("[]"))
            problem = isList ? "A list of lists is not supported." : "The '[]' goes before the '?', and once.";
        return new TypeExpression(name.TrimEnd("?[]").ToString(), isList, isOptional, problem);
    }

    /// <summary>The expression with another name.</summary>
    public string With(string name) => string.Concat(name, IsList ? "[]" : "", IsOptional ? "?" : "");
}
