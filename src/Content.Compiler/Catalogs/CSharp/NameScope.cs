namespace Content.Compiler.Catalogs.CSharp;

/// <summary>The names of one scope. Each is given once, and the same names asked for in the same order are given the same.</summary>
internal sealed class NameScope(params IEnumerable<string> reserved)
{
    /// <summary>What no member of a class may be called, because every class has it.</summary>
    public static readonly IReadOnlyList<string> OfObject =
        ["Equals", "Finalize", "GetHashCode", "GetType", "MemberwiseClone", "ReferenceEquals", "ToString"];

    private readonly HashSet<string> taken = new(reserved, StringComparer.Ordinal);
    private Dictionary<string, int>? repeats;

    /// <summary>The first of the names that is free; where none is, the last with a <c>_</c> and a number.</summary>
    public string Take(params ReadOnlySpan<string> names)
    {
        var name = "";
        foreach (var candidate in names)
        {
            name = Tidy(candidate);
            if (taken.Add(name))
                return name;
        }

        if (taken.Add(name + "_"))
            return name + "_";
        repeats ??= new Dictionary<string, int>(StringComparer.Ordinal);
        var number = repeats.GetValueOrDefault(name, 1);
        string numbered;
        do
            numbered = $"{name}_{++number}";
        while (!taken.Add(numbered));
        repeats[name] = number;
        return numbered;
    }

    /// <summary>The name if it is free, otherwise null.</summary>
    public string? TakeIfFree(string name) => taken.Add(Tidy(name)) ? Tidy(name) : null;

    /// <summary>Legal, and not what an accessor of another property is called.</summary>
    private static string Tidy(string name)
    {
        name = CSharpIdentifier.Legalize(name);
        return name.StartsWith("get_", StringComparison.Ordinal) || name.StartsWith("set_", StringComparison.Ordinal) ? "_" + name : name;
    }
}
