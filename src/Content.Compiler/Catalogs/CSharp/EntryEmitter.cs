using Content.Compiler.Schema;

namespace Content.Compiler.Catalogs.CSharp;

/// <summary>Writes the class of a collection's entries.</summary>
internal sealed class EntryEmitter(CSharpText text, CatalogSchema schema, CatalogNames names, string access)
{
    private const string Interface = "global::Content.Runtime.IContentEntry";
    private const string Lists = "global::System.Collections.Generic.IReadOnlyList<";
    private readonly FieldEmitter fields = new(text, names, access);

    /// <summary>Writes the class of the entries of a collection, and those of its nested objects.</summary>
    public void Write(int collection)
    {
        var definition = schema.Collections[collection].Definition;
        var type = names.Collections[collection].Entry;
        var members = EntryNames.OfEntry(type, definition.Fields);
        var record = members.TakeField("record");
        text.Blank();
        text.Line($"/// <summary>An entry of the collection <c>{XmlDoc.Text(definition.Name)}</c>.</summary>");
        text.Line("[global::System.Diagnostics.DebuggerDisplay(\"{" + record + ".Slug,nq}\")]");
        text.Line($"{access} sealed partial class {CSharpIdentifier.Mark(type)} : {Interface}");
        text.Open();
        text.Line($"private readonly global::Content.Runtime.ContentRecord {record};");
        text.Blank();
        text.Line($"internal {CSharpIdentifier.Mark(type)}(global::Content.Runtime.ContentRecord record) => this.{record} = record;");
        WriteOwn(members, record);
        fields.WriteProperties(schema.Collections[collection].Layout, members, record);
        WriteDerived(members, record, names.Qualify(type));
        WriteTitle(definition, members);
        WriteReferrers(collection, members, record);
        text.Close();
        fields.WriteObjects(schema.Collections[collection].Layout);
    }

    private void WriteOwn(EntryNames members, string record)
    {
        WriteMember(members, record, EntryMember.Slug, "string", "The name of the entry in its collection.", isKept: true);
        WriteMember(members, record, EntryMember.Url, "string", "The address of the entry, base path applied.", isKept: true);
        WriteMember(members, record, EntryMember.Body, "global::Content.Runtime.ContentBody", "The rendered HTML; empty for a data entry.", isKept: false);
    }

    private void WriteDerived(EntryNames members, string record, string type)
    {
        WriteMember(members, record, EntryMember.Aliases, Lists + "string>", "Other addresses that lead to the entry.", isKept: true);
        WriteMember(members, record, EntryMember.Headings, Lists + "global::Content.Runtime.Heading>", "The headings of the body in order.", isKept: true);
        // A page shows it once; kept, it would be most of the memory that a catalog takes.
        WriteMember(members, record, EntryMember.Excerpt, "string", "The text of the first paragraph, decoded whenever it is asked for.", isKept: false);
        WriteMember(members, record, EntryMember.WordCount, "int", "The words of the body.", isKept: false);
        WriteMember(members, record, EntryMember.ReadingTime, "global::System.TimeSpan", "The time to read the body at 200 words a minute.", isKept: false);
        WriteMember(members, record, EntryMember.SourceFile, "string", "The file the entry was made of, relative to the project folder; of one among many with its line.", isKept: true);
        WriteMember(members, record, EntryMember.IsPublished, "bool", "False for a draft, and for an entry that was outside its publishing dates when the catalog was built.", isKept: false);
        WriteMember(members, record, EntryMember.LastModified, "global::System.DateTimeOffset?", "When the file was last changed; null where the build does not say.", isKept: false);
        WriteTyped(members, record, EntryMember.Breadcrumbs, Lists, "global::Content.Runtime.IContentNode<", type, "The way from the root of the collection's tree to this entry, which is the last.");
        WriteTyped(members, record, EntryMember.Related, Lists, "", type, "Entries that share tags with this one, the nearest first.");
        WriteNeighbour(members, record, EntryMember.Next, type, "The entry after this one in the declared order; null for the last.");
        WriteNeighbour(members, record, EntryMember.Previous, type, "The entry before this one in the declared order; null for the first.");
    }

    /// <summary>A member that <see cref="Interface"/> asks for: public under its name where that is free, else on the interface alone.</summary>
    private void WriteMember(EntryNames members, string record, string member, string type, string description, bool isKept)
    {
        var name = members.Of(member);
        if (name is not null)
            fields.WriteProperty(name, type, $"{record}.{member}", description, isKept ? members.TakeField(name) : null);
        if (name != member)
            WriteExplicit(type, member, $"{record}.{member}");
    }

    private void WriteNeighbour(EntryNames members, string record, string member, string type, string description)
    {
        if (members.Of(member) is { } name)
            fields.WriteProperty(name, type + "?", $"{record}.Get{member}<{type}>()", description, kept: null);
        WriteExplicit(Interface + "?", member, $"{record}.Get{member}<{type}>()");
    }

    /// <summary>A list of entries or nodes: of their own class in public, of any on the interface.</summary>
    private void WriteTyped(EntryNames members, string record, string member, string before, string generic, string type, string description)
    {
        var end = generic.Length == 0 ? ">" : ">>";
        if (members.Of(member) is { } name)
            fields.WriteProperty(name, $"{before}{generic}{type}{end}", $"{record}.Get{member}<{type}>()", description, kept: null);
        WriteExplicit($"{before}{generic}{Interface}{end}", member, $"{record}.Get{member}<{type}>()");
    }

    private void WriteTitle(CollectionDefinition definition, EntryNames members)
    {
        var index = CatalogTitle.FieldOf(definition);
        var name = index < 0 ? null : members.Fields[index];
        // A property called Title implements the interface as it is, if it is text.
        if (name != "Title")
            WriteExplicit("string?", "Title", name is null ? "null" : $"this.{CSharpIdentifier.Mark(name)}");
    }

    private void WriteExplicit(string type, string member, string read)
    {
        text.Blank();
        text.Line($"{type} {Interface}.{member} => {read};");
    }

    private void WriteReferrers(int referred, EntryNames members, string record)
    {
        for (var collection = 0; collection < schema.Collections.Length; collection++)
        {
            var isFirst = true;
            var lookups = schema.Collections[collection].Lookups;
            for (var index = 0; index < lookups.Length; index++)
            {
                if (lookups[index] is not ReferenceLookup lookup || lookup.Referred != referred)
                    continue;
                var type = names.Qualify(names.Collections[collection].Entry);
                var name = members.TakeReferrers(names.Collections[collection].Property, lookup.KeyName, isFirst);
                fields.WriteProperty(
                    name, $"{Lists}{type}>", $"{record}.GetReferrers<{type}>({collection}, {index})",
                    $"The entries of <c>{XmlDoc.Text(schema.Collections[collection].Definition.Name)}</c> whose field <c>{XmlDoc.Text(lookup.Field.Key)}</c> refers to this one, in the declared order.",
                    members.TakeField(name));
                isFirst = false;
            }
        }
    }
}
