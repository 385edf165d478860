using System.Globalization;
using Content.Compiler.Schema;

namespace Content.Compiler.Navigation;

/// <summary>Types and values as content.json writes them.</summary>
internal static class TypeText
{
    /// <summary>A field's type, such as <c>Tag[]?</c>.</summary>
    public static string Of(FieldDefinition field)
    {
        var name = field.Type switch
        {
            ScalarFieldType scalar => scalar.Kind.ToString().ToLowerInvariant(),
            EnumFieldType type => type.Enum.TypeName,
            ReferenceFieldType reference => reference.TypeName,
            ObjectFieldType => "object",
            _ => "",
        };
        return name + (field.IsList ? "[]" : "") + (field.IsOptional ? "?" : "");
    }

    /// <summary>A value.</summary>
    public static string Show(FieldType type, FieldValue value) => value switch
    {
        TextValue text => text.Value,
        IntegerValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        NumberValue number => number.Value.ToString("R", CultureInfo.InvariantCulture),
        DecimalValue number => number.Value.ToString(CultureInfo.InvariantCulture),
        BooleanValue boolean => boolean.Value ? "true" : "false",
        DateValue date => date.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeValue date => date.Value.ToString("O", CultureInfo.InvariantCulture),
        EnumValue member when type is EnumFieldType { Enum: var definition } => definition.Members[member.Member].Value,
        ReferenceValue reference => reference.Written,
        ResolvedReferenceValue reference => reference.Slug,
        FileValue file => file.Written,
        ResolvedFileValue file => file.Url,
        ListValue list => "[" + string.Join(", ", list.Items.Select(item => Show(type, item))) + "]",
        _ => "{ }",
    };
}
