using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>Reads the fields of a collection, or of an object within one.</summary>
internal sealed class FieldReader(
    ConfigurationInput input, TypeTable types, GeneratedTypes names, ImmutableArray<EnumDefinition>.Builder enums)
{
    /// <summary>The fields of the type <paramref name="typeName"/>.</summary>
    public ImmutableArray<FieldDefinition> ReadAll(MetadataMapping mapping, string typeName, MemberNames members, bool isNested)
    {
        var fields = ImmutableArray.CreateBuilder<FieldDefinition>(mapping.Properties.Length);
        foreach (var property in mapping.Properties)
            fields.Add(Read(property, typeName, members, isNested));

        return fields.ToImmutable();
    }

    private FieldDefinition Read(MetadataProperty property, string typeName, MemberNames members, bool isNested)
    {
        var options = property.Value as MetadataMapping;
        if (options is not null)
            input.CheckKeys(options, $"Field {Quoted.Text(property.Key)}", ConfigurationKeys.Field);
        var name = members.Add(property, options?.Find("name")?.Value);
        var field = new FieldDefinition { Key = property.Key, PropertyName = name, Type = new ScalarFieldType(ScalarKind.String) };
        var typeNode = options is null ? property.Value : options.Find("type")?.Value;
        if (typeNode is null && !ConfigurationInput.IsMisspelled(options!, "type", ConfigurationKeys.Field))
        {
            var example = options!.Find("fields") is null ? "string" : TypeTable.Object;
            input.Report(property.KeySpan, $"Field {Quoted.Text(property.Key)} has no 'type'. Write one, such as \"type\": \"{example}\".");
        }

        var typed = typeNode is null ? null : WithType(field, typeNode, options, property, typeName + name);
        if (typed is null)
            return field with { IsOptional = true };
        if (options is null)
            return typed;
        // Reason: a list of enum values cannot end with a '?', so a default of null is what makes it optional.
        if (typeNode is MetadataSequence && options.Find("default")?.Value is MetadataScalar { Kind: MetadataKind.Null })
            typed = typed with { IsOptional = true };
        typed = new ConstraintReader(input, isNested).Read(typed, options);
        if (options.Find("description")?.Value is { } description)
            typed = typed with { Description = input.Text(description, "'description'")?.Text };
        return options.Find("default") is { } given
            ? typed with { Default = DefaultReader.Read(input, typed, given), DefaultRange = input.Source.GetRange(given.Value.Span) }
            : typed;
    }

    /// <summary>The field with its type, or null where the type is wrong.</summary>
    private FieldDefinition? WithType(FieldDefinition field, MetadataNode node, MetadataMapping? options, MetadataProperty property, string ownTypeName)
    {
        if (node is MetadataSequence)
        {
            names.Take(ownTypeName, property.KeySpan, $"the values of {Quoted.Text(field.Key)}", "Give the field another \"name\".");
            var definition = EnumReader.Read(input, ownTypeName, node);
            enums.Add(definition);
            return field with { Type = new EnumFieldType(definition) };
        }

        if (node is not MetadataScalar { Kind: MetadataKind.String } text)
        {
            var isField = ReferenceEquals(node, property.Value);
            input.ReportShape(node, isField ? $"Field {Quoted.Text(field.Key)}" : "'type'", isField ? "a type, a list of values, or an object with options" : "a type or a list of values");
            return null;
        }

        var expression = TypeExpression.Parse(text.Text);
        if (expression.Problem is { } problem)
        {
            input.Report(text.Span, $"{problem}{Suggestion.Hint(expression.With(expression.Name))}");
            return null;
        }

        field = field with { IsList = expression.IsList, IsOptional = expression.IsOptional };
        if (expression.Name == TypeTable.Object)
            return WithObject(field, text, options, property, ownTypeName);
        if (types.Find(expression.Name) is { } type)
            return field with { Type = type };
        var near = types.Near(expression.Name);
        var advice = near is null ? $" Write {Quoted.Choice(TypeTable.BuiltIn)}, an enum or the type of a collection." : Suggestion.Hint(near);
        input.Report(
            JsonStringPosition.SpanOf(input.Source, text, 0, expression.Name.Length), $"There is no type {Quoted.Text(expression.Name)}.{advice}", expression.Name, near, types.Names);
        return null;
    }

    private FieldDefinition? WithObject(FieldDefinition field, MetadataScalar text, MetadataMapping? options, MetadataProperty property, string ownTypeName)
    {
        if (options?.Find("fields") is not { } fields)
        {
            input.Report(text.Span, $"An object needs its fields: write {{ \"type\": {'"'}{text.Text}{'"'}, \"fields\": {{ … }} }}.");
            return null;
        }

        if (input.Mapping(fields.Value, "'fields'") is not { } mapping)
            return null;
        names.Take(ownTypeName, property.KeySpan, $"the object {Quoted.Text(field.Key)}", "Give the field another \"name\".");
        var nested = ReadAll(mapping, ownTypeName, new MemberNames(input, ownTypeName, isEntry: false), isNested: true);
        return field with { Type = new ObjectFieldType(ownTypeName, nested) };
    }
}
