using System.Collections.Immutable;
using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Entries;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>A site made by hand: what routing and linking would give.</summary>
internal sealed class SiteBuilder
{
    private readonly List<CollectionDefinition> definitions = [];
    private readonly List<EnumDefinition> enums = [];
    private readonly List<List<Entry>> entries = [];

    public static FieldDefinition Field(string key, FieldType type) => new() { Key = key, PropertyName = SymbolName.Of(key), Type = type };

    public static FieldDefinition Field(string key, ScalarKind kind) => Field(key, new ScalarFieldType(kind));

    public static TextValue String(string value) => new(TextRange.FileStart, value);

    public static ListValue List(params FieldValue[] items) => new(TextRange.FileStart, [.. items]);

    public EnumDefinition Enum(string type, params string[] values)
    {
        var definition = new EnumDefinition(type, [.. values.Select(value => new EnumMember(value, SymbolName.Of(value)))]);
        enums.Add(definition);
        return definition;
    }

    public int Collection(string name, string type, params FieldDefinition[] fields) => Collection(name, type, SymbolStyle.Properties, fields);

    public int Collection(string name, string type, SymbolStyle symbols, params FieldDefinition[] fields)
    {
        definitions.Add(new CollectionDefinition
        {
            Name = name,
            TypeName = type,
            PropertyName = SymbolName.Of(name),
            Files = new GlobSet([name + "/**/*.md"]),
            BaseFolder = name,
            Url = new UrlTemplate("/{slug}/", []),
            Symbols = symbols,
            Fields = [.. fields],
        });
        entries.Add([]);
        return definitions.Count - 1;
    }

    public SiteBuilder Add(int collection, string slug, params FieldValue?[] fields) => Add(collection, slug, "<p>" + slug + "</p>", fields);

    public SiteBuilder Add(int collection, string slug, string html, params FieldValue?[] fields) =>
        Add(collection, slug, new ArticleContent { Body = new ArticleBody(Encoding.UTF8.GetBytes(html), []) }, fields);

    public SiteBuilder Add(int collection, string slug, ArticleContent? content, params FieldValue?[] fields) =>
        Add(collection, slug, entry => entry with { Article = entry.Article with { Content = content } }, fields);

    /// <summary>Adds an entry, made special by <paramref name="change"/>.</summary>
    public SiteBuilder Add(int collection, string slug, Func<Entry, Entry> change, params FieldValue?[] fields)
    {
        var definition = definitions[collection];
        ImmutableArray<FieldValue?> values = [.. fields, .. Enumerable.Repeat<FieldValue?>(null, definition.Fields.Length - fields.Length)];
        var file = $"{definition.Name}/{slug}.md";
        entries[collection].Add(change(new Entry
        {
            Article = new Article
            {
                Path = file,
                File = "content/" + file,
                Collection = collection,
                Format = ArticleFormat.Markdown,
                Metadata = new EntryMetadata { Fields = values },
            },
            Collection = definition,
            Slug = slug,
            Url = $"/{definition.Name}/{slug}/",
            Symbol = SymbolName.OfSlug(slug),
            IsPublished = true,
            Fields = values,
        }));
        return this;
    }

    public Site Build() => new()
    {
        Configuration = new ContentConfiguration { Root = "content", Collections = [.. definitions], Enums = [.. enums] },
        Collections = [.. definitions.Zip(entries, (definition, own) => new SiteCollection(definition, [.. own]))],
    };
}
