using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads enums, the shared ones and those of a single field.</summary>
internal static class EnumReader
{
    /// <summary>The shared ones; each is added to <paramref name="types"/>.</summary>
    public static ImmutableArray<EnumDefinition> ReadAll(ConfigurationInput input, MetadataNode node, GeneratedTypes names, TypeTable types)
    {
        if (input.Mapping(node, "'enums'") is not { } mapping)
            return [];
        var enums = ImmutableArray.CreateBuilder<EnumDefinition>(mapping.Properties.Length);
        foreach (var property in mapping.Properties)
        {
            names.Declare(property.Key, property.KeySpan, $"enum {Quoted.Text(property.Key)}");
            var definition = Read(input, property.Key, property.Value);
            enums.Add(definition);
            types.Add(property.Key, new EnumFieldType(definition));
        }

        return enums.ToImmutable();
    }

    /// <summary>One enum; without members where it declares none, which is reported.</summary>
    public static EnumDefinition Read(ConfigurationInput input, string typeName, MetadataNode node)
    {
        var name = $"Enum {Quoted.Text(typeName)}";
        var byName = new Dictionary<string, string>(StringComparer.Ordinal);
        var members = ImmutableArray.CreateBuilder<EnumMember>();
        foreach (var text in input.Texts(node, name, allowSingle: false))
        {
            if (string.IsNullOrWhiteSpace(text.Text))
            {
                input.Report(text.Span, $"{name} has a blank value. Write a word, or remove it.");
                continue;
            }

            var member = CSharpName.OfEnumValue(text.Text);
            if (byName.TryAdd(member, text.Text))
                members.Add(new EnumMember(text.Text, member));
            else if (byName[member] == text.Text)
                input.Report(text.Span, $"{name} has the value {Quoted.Text(text.Text)} twice. Remove one.");
            else
                input.Report(text.Span, $"{name}: {Quoted.Text(byName[member])} and {Quoted.Text(text.Text)} both make the C# member '{member}'. Write one of them differently.");
        }

        if (node is MetadataSequence { Items: [] })
            input.Report(node.Span, $"{name} has no values. List them, such as [\"beginner\", \"advanced\"].");
        return new EnumDefinition(typeName, members.ToImmutable());
    }
}
