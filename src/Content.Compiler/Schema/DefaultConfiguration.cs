using System.Collections.Immutable;
using Content.Compiler.Sources;
using Content.Compiler.Text;

namespace Content.Compiler.Schema;

/// <summary>What holds without a content.json: one more configuration, as if somebody had written it.</summary>
public static class DefaultConfiguration
{
    /// <summary>The content folder where none is named.</summary>
    public const string Root = "content";

    /// <summary>Folders whose files answer root-relative links where none are named.</summary>
    public static ImmutableArray<StaticFolder> StaticFolders { get; } = ["wwwroot"];

    /// <summary>One collection <c>articles</c> over everything that is Markdown or HTML.</summary>
    public static ContentConfiguration Instance { get; } = new()
    {
        Root = Root,
        StaticFolders = StaticFolders,
        Collections = [Articles()],
    };

    private static CollectionDefinition Articles()
    {
        ImmutableArray<FieldDefinition> fields =
        [
            Field("title", "Title", ScalarKind.String),
            Field("date", "Date", ScalarKind.Date),
            Field("description", "Description", ScalarKind.String) with { IsOptional = true },
            Field("author", "Author", ScalarKind.String) with { IsOptional = true },
            Field("tags", "Tags", ScalarKind.String) with { IsList = true, Default = new ListValue(TextRange.Nowhere, []) },
        ];
        return new CollectionDefinition
        {
            Name = "articles",
            TypeName = "Article",
            PropertyName = "Articles",
            Files = new GlobSet(["**/*.{md,markdown,html,htm}"]),
            BaseFolder = "",
            Url = new UrlTemplate("/{slug}/", [new UrlLiteral("/"), new UrlSlug(), new UrlLiteral("/")]),
            Order = [new OrderKey(1, Descending: true)],
            UnknownFields = UnknownFieldPolicy.Ignore,
            Fields = fields,
        };
    }

    private static FieldDefinition Field(string key, string propertyName, ScalarKind kind) =>
        new() { Key = key, PropertyName = propertyName, Type = new ScalarFieldType(kind) };
}
