using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Catalogs;
using Content.Compiler.Entries;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;
using CsCheck;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>Sites whose every name and text does its worst to C# and to XML.</summary>
internal static class HostileSites
{
    private static readonly string[] nastyTexts =
    [
        "", "*/", "</summary>", "\"", "\\", "{0}", "\u2028", "\u2029", "\u0085", "\r\n", "\n#if X", "\r#error", "\ud800", "\udc00x", "\U0001F600", "&lt;", "&", "<!--",
        "]]>", "\0", "\u0001", "\u202E", "\uFFFE", "\uFFFF", "$\"{x}\"", "\"\"\"", "@class", "//", "/*", "-->", "<script>", "é日本", "\u200d", " ", "'", "%2F", "?", new('x', 3000),
    ];

    private static readonly string[] nastyNames =
    [
        "System", "Catalog", "Object", "String", "Task", "Content", "Post", "Find", "All", "Slug", "Url", "Body", "Next", "Title", "Headings", "Excerpt", "Equals", "ToString",
        "GetType", "Finalize", "MemberwiseClone", "get_Title", "set_Slug", "Item", "Count", "TryGet", "GetByRank", "GetEnumerator", "_record", "_data", "_title", "record", "var", "class",
        "value", "field", "dynamic", "nint", "file", "required", "scoped", "partial", "where", "global", "Value", "value__", "Tag", "Index", "PostCollection", "PostId", "TagValues", "Type",
        "Attribute", "Func", "Enum", "Int32", "Nullable", "Exception", "Runtime", "Microsoft", "ContentRecord", "IContentEntry", "Title_", "Title_2", "_", "__", "A\u0301", "Ünï", "日本", "İ", "post", "await",
        "args", "catalog", "item", "nested", "member", "written", "index", "Main", "TryParse", "ToValue", "lambda", "with", "and", "or", "not", "init", "unmanaged", "notnull", "extension", "allows",
    ];

    /// <summary>A site of a seed: what counts is the mixture, not how it shrinks.</summary>
    public static Gen<(Site Site, CatalogOptions Options)> Any { get; } = Gen.Int.Select(Build);

    private static (Site, CatalogOptions) Build(int seed)
    {
        var random = new Random(seed);
        string[] texts = [.. Enumerable.Range(0, 60).Select(_ => AnyText())];
        string[] names = [.. Enumerable.Range(0, 60).Select(_ => AnyName())];
        string[] types = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => AnyName())];
        EnumDefinition[] definitions = [.. Enumerable.Range(0, random.Next(4)).Select(_ => AnyName()).Distinct().Select(type =>
            new EnumDefinition(type, [.. Enumerable.Range(0, random.Next(6)).Select(_ => new EnumMember(AnyText(), AnyName()))]))];
        var options = new CatalogOptions(random.Next(2) == 0 ? "" : AnyName(), AnyName(), random.Next(2) == 0);
        var counts = types.Select(_ => random.Next(4)).ToArray();
        var collections = types.Select((type, index) => new CollectionDefinition
        {
            Name = index + Pick(texts),
            TypeName = type,
            PropertyName = Pick(names),
            Files = new GlobSet([]),
            BaseFolder = "",
            Url = new UrlTemplate("", []),
            Symbols = (SymbolStyle)random.Next(3),
            Fields = [.. Enumerable.Range(0, random.Next(9)).Select(_ => Field(0))],
        }).ToImmutableArray();
        return (new Site
        {
            Configuration = new ContentConfiguration { Root = "content", Collections = collections, Enums = [.. definitions] },
            Collections = [.. collections.Select((definition, index) => new SiteCollection(definition, [.. Enumerable.Range(0, counts[index]).Select(entry => Entry(definition, index, entry))]))],
        }, options);

        FieldDefinition Field(int depth)
        {
            FieldType type = random.Next(depth > 1 ? 3 : 4) switch
            {
                0 when definitions.Length > 0 => new EnumFieldType(definitions[random.Next(definitions.Length)]),
                1 when random.Next(types.Length) is var referred => new ReferenceFieldType(referred, types[referred]),
                3 => new ObjectFieldType(Pick(names), [.. Enumerable.Range(0, random.Next(4)).Select(_ => Field(depth + 1))]),
                _ => new ScalarFieldType((ScalarKind)random.Next(11)),
            };
            return new()
            {
                Key = Pick(texts),
                PropertyName = Pick(names),
                Description = random.Next(2) == 0 ? Pick(texts) : null,
                IsList = random.Next(3) == 0,
                // A required reference that no entry can fulfill is an error of the article: no catalog is written, so none is made here.
                IsOptional = type is ReferenceFieldType reference && counts[reference.CollectionIndex] == 0 || random.Next(2) == 0,
                Type = type,
            };
        }

        Entry Entry(CollectionDefinition definition, int collection, int index)
        {
            ImmutableArray<FieldValue?> fields = [.. definition.Fields.Select(Value)];
            return new Entry
            {
                Article = new Article
                {
                    Path = "",
                    File = Pick(texts),
                    Collection = collection,
                    Format = ArticleFormat.Markdown,
                    Metadata = new EntryMetadata { Fields = fields },
                    Content = random.Next(3) == 0 ? null : new ArticleContent { Body = ArticleBody.Empty, Excerpt = Pick(texts), Headings = [new ArticleHeading(1, Pick(texts), Pick(texts))] },
                },
                Collection = definition,
                Slug = SlugOf(index),
                Url = index + Pick(texts),
                Aliases = [.. Enumerable.Range(0, random.Next(3)).Select(_ => Pick(texts))],
                Symbol = Pick(names),
                IsPublished = random.Next(2) == 0,
                Fields = fields,
            };
        }

        FieldValue? Value(FieldDefinition field) => field.IsOptional && random.Next(3) == 0
            ? null
            : field.IsList ? new ListValue(default, [.. Enumerable.Range(0, random.Next(4)).Select(_ => Item(field)).OfType<FieldValue>()]) : Item(field);

        FieldValue? Item(FieldDefinition field) => field.Type switch
        {
            EnumFieldType { Enum.Members.Length: var members } => members == 0 ? null : new EnumValue(default, random.Next(members)),
            ReferenceFieldType { CollectionIndex: var referred } => counts[referred] == 0 ? null : new ResolvedReferenceValue(default, referred, SlugOf(random.Next(counts[referred]))),
            ObjectFieldType { Fields: var nested } => new ObjectValue(default, [.. nested.Select(Value)]),
            ScalarFieldType { Kind: var kind } => Scalar(kind),
            _ => null,
        };

        FieldValue Scalar(ScalarKind kind) => kind switch
        {
            ScalarKind.Int => new IntegerValue(default, Pick([0, -1, int.MinValue, int.MaxValue, random.Next()])),
            ScalarKind.Number => new NumberValue(default, Pick([0, -0.0, double.MaxValue, double.Epsilon, double.MinValue, 0.1, random.NextDouble()])),
            ScalarKind.Decimal => new DecimalValue(default, Pick([0m, 1.10m, -0.0m, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 79228162514264.337593543950335m])),
            ScalarKind.Bool => new BooleanValue(default, random.Next(2) == 0),
            ScalarKind.Date => new DateValue(default, Pick([DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2026, 11, 23)])),
            ScalarKind.DateTime => new DateTimeValue(default, Pick<DateTimeOffset>(
                [DateTimeOffset.MinValue, DateTimeOffset.MaxValue, new(2026, 11, 23, 1, 2, 3, 4, 5, TimeSpan.FromMinutes(-570)), new(1, 1, 2, 0, 0, 0, TimeSpan.FromHours(14))])),
            ScalarKind.Uri => new TextValue(default, "https://example.org/" + random.Next()),
            ScalarKind.Image or ScalarKind.File => new ResolvedFileValue(
                default, Pick(texts), random.Next(2) == 0 ? null : Pick(texts), random.Next(), random.Next(), random.NextInt64()),
            _ => new TextValue(default, Pick(texts)),
        };

        T Pick<T>(IReadOnlyList<T> choices) => choices[random.Next(choices.Count)];

        // Past ten the order of numbers and the ordinal order of text part ways, as do UTF-8 and UTF-16 past U+FFFF.
        static string SlugOf(int index) => new[] { "b", "\uFF21", "\U00010000", "a/b" }[index];

        string AnyName() => random.Next(7) switch
        {
            0 => SymbolName.Of(AnyText()),
            1 => AnyText(),
            _ => Pick(nastyNames),
        };

        string AnyText() => string.Concat(Enumerable.Range(0, random.Next(4)).Select(_ =>
            random.Next(3) == 0 ? ((char)random.Next(0x10000)).ToString() : Pick(nastyTexts)));
    }
}
