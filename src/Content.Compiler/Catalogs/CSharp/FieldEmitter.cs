using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>Writes the properties of fields, and the classes of nested objects.</summary>
internal sealed class FieldEmitter(CSharpText text, CatalogNames names, string access)
{
    private readonly FieldCode code = new(names);

    /// <summary>Writes a property for each field.</summary>
    public void WriteProperties(RecordLayout layout, EntryNames members, string record)
    {
        for (var index = 0; index < layout.Fields.Length; index++)
        {
            var (field, name) = (layout.Fields[index], members.Fields[index]);
            WriteProperty(name, code.TypeOf(field.Definition), code.Read(field, record), Describe(field.Definition),
                FieldCode.IsKept(field.Definition) ? members.TakeField(name) : null);
        }
    }

    /// <summary>Writes a property; with <paramref name="kept"/> its value is kept in a private field of that name.</summary>
    public void WriteProperty(string name, string type, string read, string description, string? kept)
    {
        text.Blank();
        text.Line($"/// <summary>{description}</summary>");
        if (kept is null)
        {
            text.Line($"public {type} {CSharpIdentifier.Mark(name)} => {read};");
            return;
        }

        text.Line($"public {type} {CSharpIdentifier.Mark(name)} => {kept} ??= {read};");
        text.Blank();
        text.Line($"private {type.TrimEnd('?')}? {kept};");
    }

    /// <summary>Writes the classes of the nested objects among <paramref name="layout"/>, and theirs.</summary>
    public void WriteObjects(RecordLayout layout)
    {
        foreach (var field in layout.Fields)
        {
            if (field.Definition.Type is not ObjectFieldType type)
                continue;
            WriteObject(type, field);
            WriteObjects(field.Nested!);
        }
    }

    private void WriteObject(ObjectFieldType type, FieldLayout field)
    {
        var name = names.Of(type);
        var members = EntryNames.OfObject(name, type.Fields);
        var record = members.TakeField("record");
        text.Blank();
        text.Line($"/// <summary>The object in the field <c>{XmlDoc.Text(field.Definition.Key)}</c>.</summary>");
        text.Line($"{access} sealed partial class {CSharpIdentifier.Mark(name)}");
        text.Open();
        text.Line($"private readonly global::Content.Runtime.ContentRecord {record};");
        text.Blank();
        text.Line($"internal {CSharpIdentifier.Mark(name)}(global::Content.Runtime.ContentRecord record) => this.{record} = record;");
        WriteProperties(field.Nested!, members, record);
        text.Close();
    }

    private static string Describe(FieldDefinition field) => string.IsNullOrWhiteSpace(field.Description)
        ? $"The field <c>{XmlDoc.Text(field.Key)}</c>."
        : XmlDoc.Text(field.Description);
}
