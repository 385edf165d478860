using System.Collections.Frozen;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Names the properties of one generated type: each name is used once, and none that the type already has.</summary>
/// <param name="input">What is read.</param>
/// <param name="typeName">The name of the type, which C# allows no member to have.</param>
/// <param name="isEntry">Whether it is an entry, which has members of its own.</param>
internal sealed class MemberNames(ConfigurationInput input, string typeName, bool isEntry)
{
    private static readonly FrozenSet<string> none = [];

    private readonly Dictionary<string, (string Key, TextSpan Span)> taken = new(StringComparer.Ordinal);

    /// <summary>Where the property is declared, or null.</summary>
    public TextSpan? Find(string propertyName) => taken.TryGetValue(propertyName, out var found) ? found.Span : null;

    /// <summary>The property that a key becomes: PascalCase, or what its option <c>name</c> says.</summary>
    public string Add(MetadataProperty field, MetadataNode? nameOption)
    {
        var span = field.KeySpan;
        var name = SymbolName.Of(field.Key);
        if (nameOption is not null && input.Text(nameOption, "'name'") is { } written)
        {
            span = written.Span;
            if (CSharpName.IsIdentifier(written.Text) && !CSharpName.IsKeyword(written.Text))
                name = UnicodeText.Compose(written.Text);
            else
                input.Report(span, $"{Quoted.Text(written.Text)} cannot be the name of a C# property.{Suggestion.Hint(SymbolName.Of(written.Text) is { Length: > 0 } legal ? legal : null)}");
        }

        else if (nameOption is null && isEntry && SpecialKeys.Fields.Any(special => special.Key == field.Key) && ReservedNames.EntryMembers.Contains(name))
        {
            name += "Value"; // the entry keeps its own, which every entry has
        }

        if (name.Length == 0)
        {
            input.Report(span, $"The key {Quoted.Text(field.Key)} has nothing that a C# name can be made of. Give the property a name: \"name\": \"…\".");
            return "_";
        }

        var key = Quoted.Text(field.Key);
        if (name == typeName)
            input.Report(span, $"{key} makes the property '{name}', but no member of the type '{typeName}' can have its name. {Propose(name + "Value")}");
        else if (ReservedNames.ObjectMembers.Contains(name) || (isEntry ? ReservedNames.EntryMembers : none).Contains(name))
            input.Report(span, $"{key} makes the property '{name}', which every {(isEntry ? "entry" : "object")} has already. {Propose(name + "Value")}");
        else if (!taken.TryAdd(name, (field.Key, field.KeySpan)))
            input.Report(span, $"{Quoted.Text(taken[name].Key)} and {key} both make the property '{name}'. {Propose(name + "2")}");
        return name;
    }

    private string Propose(string name)
    {
        while (taken.ContainsKey(name) || name == typeName)
            name += "2";
        return $"Give it another: \"name\": \"{name}\".";
    }
}
