using Content.Compiler.Entries;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Reading;

/// <summary>A field's type in a sentence.</summary>
internal static class FieldWords
{
    public static string Describe(FieldDefinition field)
    {
        var type = field.Type switch
        {
            ScalarFieldType scalar => TypeTable.NameOf(scalar.Kind),
            EnumFieldType { Enum.TypeName: var name } => name,
            ReferenceFieldType { TypeName: var name } => name,
            _ => TypeTable.Object,
        };
        return field.IsList ? $"a list of {type}" : FieldExpectation.WithArticle(type);
    }
}
