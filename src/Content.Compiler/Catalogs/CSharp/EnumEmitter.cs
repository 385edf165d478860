using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>Writes an enum, and how its members are written in front matter.</summary>
internal sealed class EnumEmitter(CSharpText text, CatalogNames names, string access)
{
    public void Write(EnumDefinition definition)
    {
        var name = names.Of(definition);
        var scope = new NameScope("value__");
        text.Blank();
        text.Line($"/// <summary>The values of <c>{XmlDoc.Text(definition.TypeName)}</c>.</summary>");
        text.Line($"{access} enum {CSharpIdentifier.Mark(name)}");
        text.Open();
        for (var index = 0; index < definition.Members.Length; index++)
        {
            var member = definition.Members[index];
            text.Line($"/// <summary>Written <c>{XmlDoc.Text(member.Value)}</c>.</summary>");
            text.Line($"{CSharpIdentifier.Mark(scope.Take(member.Name))} = {index},");
        }

        text.Close();
        WriteValues(definition, names.Qualify(name));
    }

    private void WriteValues(EnumDefinition definition, string type)
    {
        text.Blank();
        text.Line($"/// <summary>How the members of <c>{XmlDoc.Text(definition.TypeName)}</c> are written in front matter.</summary>");
        text.Line($"{access} static class {CSharpIdentifier.Mark(names.OfValues(definition))}");
        text.Open();
        text.Line("private static readonly string[] written = new string[]");
        text.Open();
        foreach (var member in definition.Members)
            text.Line($"{CSharpLiteral.Of(member.Value)},");
        text.Close(";");
        text.Blank();
        text.Line("/// <summary>The value as it is written in front matter.</summary>");
        text.Line($"public static string ToValue(this {type} value) => written[(int)value];");
        text.Blank();
        text.Line("/// <summary>The member that is written so, compared ordinally; false where there is none.</summary>");
        text.Line($"public static bool TryParse(string? value, out {type} member)");
        text.Open();
        text.Line("int index = global::System.Array.IndexOf(written, value);");
        text.Line($"member = ({type})global::System.Math.Max(index, 0);");
        text.Line("return index >= 0;");
        text.Close();
        text.Close();
    }
}
