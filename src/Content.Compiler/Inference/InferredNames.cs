using System.Collections.Immutable;
using System.Globalization;
using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Schema;

namespace Content.Compiler.Inference;

/// <summary>
/// Resolves clashes of names, and decides where an enum is declared: in the field itself where one field uses it and always has a value,
/// at the top of the file where several fields, a list or an optional field use it.
/// </summary>
internal sealed class InferredNames
{
    private readonly HashSet<string> types = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Key, string List), InferredEnum> enums = [];
    private readonly ImmutableArray<InferredCollection> collections;

    private InferredNames(ImmutableArray<InferredCollection> collections)
    {
        this.collections = collections;
        foreach (var collection in collections)
        {
            types.Add(collection.TypeName);
            types.Add(collection.TypeName + "Collection");
            types.Add(collection.TypeName + "Id");
        }
    }

    /// <summary>The collections with every name settled, and the enums that they share.</summary>
    public static (ImmutableArray<InferredCollection> Collections, ImmutableArray<InferredEnum> Enums) Settle(ImmutableArray<InferredCollection> collections)
    {
        var names = new InferredNames(collections);
        names.ShareEnums();
        ImmutableArray<InferredCollection> settled =
        [
            .. collections.Select(collection => collection with { Fields = names.Settle(collection.Fields, collection.TypeName, isEntry: true) }),
        ];
        return (settled, [.. names.enums.Values]);
    }

    /// <summary>Declares an enum at the top of the file where several fields use it or a field cannot declare it itself.</summary>
    private void ShareEnums()
    {
        foreach (var key in collections.SelectMany(AllEnums).GroupBy(found => found.Field.Key, StringComparer.Ordinal))
        {
            var lists = key.GroupBy(found => ListOf(found.Field), StringComparer.Ordinal).ToArray();
            foreach (var list in lists)
            {
                var (owner, field) = list.First();
                if (list.Count() > 1 || field is { IsRequired: false } or { IsList: true })
                    enums.Add((field.Key, list.Key), new InferredEnum(TypeName(field.Key, lists.Length == 1 ? "" : owner), field.Members));
            }
        }
    }

    private string TypeName(string key, string prefix)
    {
        var wanted = prefix + EnglishSingular.Of(SymbolName.Of(key));
        if (!CSharpName.IsTypeName(wanted))
            wanted = "Value";
        var name = wanted;
        for (var number = 1; !types.Add(name); number++)
            name = number == 1 ? wanted + "Kind" : string.Create(CultureInfo.InvariantCulture, $"{wanted}Kind{number}");
        return name;
    }

    private static string ListOf(InferredField field) => string.Join('\n', field.Members);

    private static IEnumerable<(string Owner, InferredField Field)> AllEnums(InferredCollection collection) =>
        Enums(collection.Fields).Select(field => (collection.TypeName, field));

    private static IEnumerable<InferredField> Enums(ImmutableArray<InferredField> fields) =>
        fields.SelectMany(field => field.Members.IsEmpty ? Enums(field.Fields) : [field]);

    private ImmutableArray<InferredField> Settle(ImmutableArray<InferredField> fields, string typeName, bool isEntry)
    {
        var taken = new HashSet<string>(ReservedNames.ObjectMembers, StringComparer.Ordinal) { typeName };
        if (isEntry)
        {
            taken.UnionWith(ReservedNames.EntryMembers);
            // An entry that others refer to has a property that leads back to them.
            taken.UnionWith(collections.Where(collection => RefersTo(collection.Fields, typeName)).Select(collection => SymbolName.Of(collection.Name)));
        }

        var settled = ImmutableArray.CreateBuilder<InferredField>(fields.Length);
        foreach (var field in fields)
            settled.Add(field.Type is null ? field : Settle(field, typeName, taken));
        return settled.MoveToImmutable();
    }

    private InferredField Settle(InferredField field, string typeName, HashSet<string> taken)
    {
        if (enums.TryGetValue((field.Key, ListOf(field)), out var shared))
            field = field with { Members = [], Type = shared.Name };
        var isType = !field.Members.IsEmpty || !field.Fields.IsEmpty;
        var symbol = SymbolName.Of(field.Key);
        var name = symbol;
        for (var number = 1; name.Length == 0 || taken.Contains(name) || (isType && types.Contains(typeName + name)); number++)
            name = number == 1 ? symbol + "Value" : string.Create(CultureInfo.InvariantCulture, $"{symbol}Value{number}");
        taken.Add(name);
        if (isType)
            types.Add(typeName + name);
        return field with
        {
            Name = name == symbol ? null : name,
            Fields = field.Fields.IsEmpty ? [] : Settle(field.Fields, typeName + name, isEntry: false),
        };
    }

    private static bool RefersTo(ImmutableArray<InferredField> fields, string typeName) =>
        fields.Any(field => field.Type == typeName || RefersTo(field.Fields, typeName));
}

/// <summary>An enum that fields share.</summary>
internal sealed record InferredEnum(string Name, ImmutableArray<string> Members);
