using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;

namespace Content.Compiler.Configuration.Parsing;

/// <summary>
/// Reads one collection, in two steps: first what others need to know of it, so that types can name each other in any order; then the rest.
/// </summary>
internal sealed class CollectionReader
{
    private readonly ConfigurationInput input;
    private readonly MetadataProperty property;
    private readonly MetadataMapping mapping;

    public CollectionReader(ConfigurationInput input, MetadataProperty property, MetadataMapping mapping, GeneratedTypes names)
    {
        this.input = input;
        this.property = property;
        this.mapping = mapping;
        var owner = $"collection {Quoted.Text(property.Key)}";
        input.CheckKeys(mapping, "A collection", ConfigurationKeys.Collection);
        PropertyName = SymbolName.Of(property.Key);
        Symbols = Choice("symbols", ("properties", SymbolStyle.Properties), ("ids", SymbolStyle.Ids), ("none", SymbolStyle.None));
        TypeName = PropertyName + "Entry";
        if (Required("type", "the C# type of an entry, such as \"Post\"") is { } node && input.Text(node, "'type'") is { } text)
        {
            TypeName = text.Text;
            var isOwn = names.Declare(TypeName, text.Span, owner)
                && names.Take(TypeName + "Collection", text.Span, owner + " as a whole", "Give one of them another name.");
            if (isOwn && Symbols == SymbolStyle.Ids)
                names.Take(TypeName + "Id", text.Span, owner + "'s symbols", "Give one of them another name.");
        }

        Members = new MemberNames(input, TypeName, isEntry: true);
    }

    /// <summary>The C# type of an entry.</summary>
    public string TypeName { get; }

    /// <summary>The property of the catalog.</summary>
    public string PropertyName { get; }

    public SymbolStyle Symbols { get; }

    /// <summary>The properties of an entry.</summary>
    public MemberNames Members { get; }

    /// <summary>The name as written.</summary>
    public MetadataProperty Declaration => property;

    /// <summary>The whole definition.</summary>
    public CollectionDefinition Read(FieldReader fieldReader)
    {
        var files = Required("files", "globs below the content root, such as \"posts/**/*.md\"") is { } globs
            ? GlobReader.Read(input, globs)
            : new Sources.GlobSet([]);
        ImmutableArray<FieldDefinition> fields = Optional("fields") is { } node && input.Mapping(node, "'fields'") is { } declared
            ? fieldReader.ReadAll(declared, TypeName, Members, isNested: false)
            : [];
        var layout = Choice("entries", ("single", EntryLayout.Single), ("list", EntryLayout.List), ("map", EntryLayout.Map));
        return new CollectionDefinition
        {
            Name = property.Key,
            TypeName = TypeName,
            PropertyName = PropertyName,
            Range = input.Source.GetRange(property.KeySpan),
            Files = files,
            BaseFolder = files.BaseFolder,
            Layout = layout,
            EntryKey = ReadKey(layout),
            Url = (Text("url") is { } url ? new UrlTemplateReader(input, fields).Read(url) : null) ?? UrlTemplateReader.Default(property.Key),
            Order = Text("order") is { } order ? OrderReader.Read(input, order, fields) : [],
            UnknownFields = Choice("unknownFields", ("warn", UnknownFieldPolicy.Warn), ("ignore", UnknownFieldPolicy.Ignore), ("error", UnknownFieldPolicy.Error)),
            Symbols = Symbols,
            BodySelector = Optional("body") is { } body ? SelectorReader.Read(input, body, "'body'") : null,
            IsSearched = Optional("search") is { } search && input.Flag(search, "'search'"),
            Fields = fields,
        };
    }

    /// <summary>The field that names an entry among many, which a list cannot do without.</summary>
    private string? ReadKey(EntryLayout layout)
    {
        if (Text("key") is not { } key)
        {
            if (layout == EntryLayout.List && Optional("key") is null && !ConfigurationInput.IsMisspelled(mapping, "key", ConfigurationKeys.Collection))
                input.Report(Optional("entries")!.Span, "A list of entries needs the 'key' that names each: the field that is its slug, such as \"id\".");
            return layout == EntryLayout.List ? "" : null;
        }

        if (layout == EntryLayout.Single)
            input.Report(key.Span, "'key' names an entry among many. Set 'entries' to 'list' or 'map', or remove it.");
        else if (string.IsNullOrWhiteSpace(key.Text))
            input.Report(key.Span, "'key' must be a field, but is empty.");
        return key.Text;
    }

    private MetadataNode? Required(string key, string what)
    {
        if (mapping.Find(key) is { } found)
            return found.Value;
        if (!ConfigurationInput.IsMisspelled(mapping, key, ConfigurationKeys.Collection))
            input.Report(property.KeySpan, $"Collection {Quoted.Text(property.Key)} has no '{key}': {what}.");
        return null;
    }

    /// <summary>The value of a key that is there and not null.</summary>
    private MetadataNode? Optional(string key) =>
        mapping.Find(key)?.Value is { } node and not MetadataScalar { Kind: MetadataKind.Null } ? node : null;

    private MetadataScalar? Text(string key) => Optional(key) is { } node ? input.Text(node, $"'{key}'") : null;

    private T Choice<T>(string key, params (string Written, T Value)[] choices) =>
        Optional(key) is { } node ? input.Choice(node, $"'{key}'", choices) : choices[0].Value;
}
