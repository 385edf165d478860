using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>The names of all types that are going to be generated, each once.</summary>
internal sealed class GeneratedTypes(ConfigurationInput input, string ownNamespace)
{
    private readonly Dictionary<string, string> owners = new(StringComparer.Ordinal);

    /// <summary>Takes a name that an author chose, if C# allows it and nothing else has it.</summary>
    /// <returns>Whether the name was free; where it was not, names derived from it are not worth checking.</returns>
    public bool Declare(string name, TextSpan span, string owner)
    {
        if (TypeTable.IsBuiltIn(name))
            input.Report(span, $"{Quoted.Text(name)} is a built-in type. Give {owner} another name.");
        else if (!CSharpName.IsTypeName(name))
            input.Report(span, $"{Quoted.Text(name)} cannot be the name of a C# type.{Suggestion.Hint(Legal(name))}");
        else
            return Take(name, span, owner, "Give one of them another name.");
        return false;
    }

    /// <summary>Takes a name that is derived from another.</summary>
    public bool Take(string name, TextSpan span, string owner, string advice)
    {
        if (CSharpName.HidesNamespace(name, ownNamespace))
        {
            input.Report(span, $"{Quoted.Text(name)}, the type of {owner}, and the namespace of that name would hide each other. {advice}");
            return false;
        }

        if (owners.TryAdd(name, owner))
            return true;
        input.Report(span, $"{Quoted.Text(name)} is the type of {owners[name]} and of {owner}. {advice}");
        return false;
    }

    /// <summary>A legal name made from this one, or null.</summary>
    private static string? Legal(string name) =>
        SymbolName.Of(name) is { Length: > 0 } legal && CSharpName.IsTypeName(legal) && legal != name ? legal : null;
}
