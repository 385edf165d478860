using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>What a field is in C#, and how it is read.</summary>
internal sealed class FieldCode(CatalogNames names)
{
    private const string Lists = "global::System.Collections.Generic.IReadOnlyList<";

    /// <summary>The type of the property, with <c>?</c> as declared.</summary>
    public string TypeOf(FieldDefinition field)
    {
        var item = TypeOf(field.Type);
        var type = field.IsList ? Lists + item + ">" : item;
        return field.IsOptional ? type + "?" : type;
    }

    /// <summary>Whether the value is an object that is worth keeping once it was read.</summary>
    public static bool IsKept(FieldDefinition field) => field.IsList || field.Type switch
    {
        ScalarFieldType { Kind: var kind } => kind
            is ScalarKind.String or ScalarKind.Email or ScalarKind.Uri or ScalarKind.Image or ScalarKind.File,
        ObjectFieldType => true,
        // An entry is kept by its collection.
        _ => false,
    };

    /// <summary>The expression that reads the property out of <paramref name="record"/>.</summary>
    public string Read(FieldLayout field, string record)
    {
        var suffix = field.Definition.IsOptional ? "OrNull" : "";
        if (field.Definition is { IsList: true, Type: ScalarFieldType { Kind: ScalarKind.String or ScalarKind.Email } })
            return $"{record}.GetTexts{suffix}({field.Slot})";
        return field.Definition.IsList
            ? $"{record}.GetList{suffix}({field.Slot}, {field.ItemSize}, static item => {ReadItem(field.Definition.Type, "item", 0, "")})"
            : ReadItem(field.Definition.Type, record, field.Slot, suffix);
    }

    private string ReadItem(FieldType type, string record, int slot, string suffix) => type switch
    {
        EnumFieldType { Enum.Members.Length: var members } => $"{record}.GetEnum{suffix}<{TypeOf(type)}>({slot}, {members})",
        ReferenceFieldType { CollectionIndex: var referred } => $"{record}.GetEntry{suffix}<{TypeOf(type)}>({slot}, {referred})",
        ObjectFieldType => $"{record}.GetObject{suffix}({slot}, static nested => new {TypeOf(type)}(nested))",
        ScalarFieldType { Kind: var kind } => $"{record}.Get{NameOf(kind)}{suffix}({slot})",
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private string TypeOf(FieldType type) => type switch
    {
        EnumFieldType { Enum: var definition } => names.Qualify(names.Of(definition)),
        ReferenceFieldType { CollectionIndex: var referred } => names.Qualify(names.Collections[referred].Entry),
        ObjectFieldType nested => names.Qualify(names.Of(nested)),
        ScalarFieldType { Kind: var kind } => TypeOf(kind),
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private static string TypeOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int => "int",
        ScalarKind.Number => "double",
        ScalarKind.Decimal => "decimal",
        ScalarKind.Bool => "bool",
        ScalarKind.Date => "global::System.DateOnly",
        ScalarKind.DateTime => "global::System.DateTimeOffset",
        ScalarKind.Uri => "global::System.Uri",
        ScalarKind.Image => "global::Content.Runtime.ContentImage",
        ScalarKind.File => "global::Content.Runtime.ContentFile",
        _ => "string",
    };

    private static string NameOf(ScalarKind kind) => kind switch
    {
        ScalarKind.Int => "Int32",
        ScalarKind.Number => "Double",
        ScalarKind.Decimal => "Decimal",
        ScalarKind.Bool => "Boolean",
        ScalarKind.Date => "Date",
        ScalarKind.DateTime => "DateTime",
        ScalarKind.Uri => "Uri",
        ScalarKind.Image => "Image",
        ScalarKind.File => "File",
        _ => "Text",
    };
}
