using Content.Compiler.Configuration;
using Content.Compiler.Diagnostics;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Configuration;

public sealed class ConfigurationReaderTests
{
    [Fact]
    public void The_sample_of_the_documentation_reads_as_it_says()
    {
        var configuration = Read(ConfigurationSample.Text);
        Assert.Equal("content", configuration.Root);
        Assert.Equal("/docs", configuration.BasePath);
        Assert.Equal(["wwwroot"], configuration.StaticFolders);
        Assert.Equal(["Tag", "PostLevel"], configuration.Enums.Select(definition => definition.TypeName));
        Assert.Equal(["Dotnet", "Msbuild", "CSharp"], configuration.Enums[0].Members.Select(member => member.Name));
        Assert.Equal(["/dotnet/**", "~/**", "https://intranet.example/**"], configuration.IgnoredLinks.Select(ignored => ignored.Pattern.Text));
        Assert.Equal(DiagnosticSeverity.Error, configuration.Severities["CONTENT2010"]);
        Assert.Equal("content.json", configuration.File);

        var posts = configuration.Collections[0];
        Assert.Equal(("posts", "Post", "Posts", "posts"), (posts.Name, posts.TypeName, posts.PropertyName, posts.BaseFolder));
        Assert.Equal([new UrlLiteral("/blog/"), new UrlField(1, "yyyy"), new UrlLiteral("/"), new UrlSlug(), new UrlLiteral("/")], posts.Url.Parts);
        Assert.Equal([new OrderKey(1, true), new OrderKey(0, false)], posts.Order);
        Assert.Equal(["Title", "Date", "Author", "Tags", "Level", "Summary", "Cover", "Rating", "Extra"], posts.Fields.Select(field => field.PropertyName));
        Assert.Equal(new ReferenceFieldType(1, "Author"), posts.Fields[2].Type);
        Assert.True(posts.Fields[3] is { IsList: true, IsRequired: true, Type: EnumFieldType { Enum.TypeName: "Tag" } });
        Assert.True(posts.Fields[5] is { IsOptional: true, MaxLength: 160 });
        Assert.True(posts.Fields[7] is { Min: 1, Max: 5 });
        Assert.True(posts.Fields[8] is { IsOptional: true, Type: ObjectFieldType { TypeName: "PostExtra", Fields: [{ Key: "source" }] } });
        Assert.Equal(new UrlTemplate("/authors/{slug}/", []) with { Parts = configuration.Collections[1].Url.Parts }, configuration.Collections[1].Url);
    }

    [Fact]
    public void An_empty_object_is_the_defaults()
    {
        var configuration = Read("{}");
        Assert.Equal(DefaultConfiguration.Instance with { File = "content.json" }, configuration);
    }

    [Fact]
    public void Settings_alone_keep_the_default_collection()
    {
        var configuration = Read("""{ "root": "./docs/", "static": ["../shared", "a//b/"], "site": "https://example.org/" }""");
        Assert.Equal(("docs", ""), (configuration.Root, configuration.BasePath));
        Assert.Equal(["../shared", "a/b"], configuration.StaticFolders);
        Assert.Equal("articles", configuration.Collections.Single().Name);
    }

    [Theory]
    [InlineData("ms.date", "MsDate")]
    [InlineData("online version", "OnlineVersion")]
    [InlineData("class", "Class")]
    [InlineData("dev_langs", "DevLangs")]
    [InlineData("c#", "CSharp")]
    [InlineData("标题", "标题")]
    public void A_key_becomes_a_property_in_PascalCase(string key, string property) =>
        Assert.Equal(property, Read(Fields($$"""{ "{{key}}": "string" }""")).Collections[0].Fields[0].PropertyName);

    [Fact]
    public void Types_may_name_each_other_in_any_order()
    {
        var collections = Read("""
            { "collections": {
              "posts": { "type": "Post", "files": "p/*.md", "fields": { "next one": "Post?", "author": "Author", "tags": "Tag[]?" } },
              "authors": { "type": "Author", "files": "a/*.md", "fields": { "favourite": "Post?" } } },
              "enums": { "Tag": ["★", "c++", "3d", "a&b"] } }
            """).Collections;
        Assert.Equal(new ReferenceFieldType(0, "Post"), collections[0].Fields[0].Type);
        Assert.Equal(new ReferenceFieldType(1, "Author"), collections[0].Fields[1].Type);
        Assert.Equal(["U2605", "CPlusPlus", "_3d", "AAndB"], ((EnumFieldType)collections[0].Fields[2].Type).Enum.Members.Select(member => member.Name));
    }

    [Fact]
    public void Slugs_indexes_and_links_are_read()
    {
        var configuration = Read("""
            { "slugs": "lower", "index": ["index", "_index", "readme"],
              "links": { "map": { "~/": "/", "{{ site.baseurl }}/": "/", "@site/static/": "/", "/docs": "/" }, "extensions": "optional", "ignore": "{{a,b},c}" } }
            """);
        Assert.True(configuration.Slugs.IsLower);
        Assert.Equal((0, 1, 2, -1), (configuration.Slugs.IndexRank("Index"), configuration.Slugs.IndexRank("_index"), configuration.Slugs.IndexRank("README"), configuration.Slugs.IndexRank("indexes")));
        Assert.Equal(["{{ site.baseurl }}/", "@site/static/", "/docs", "~/"], configuration.LinkMappings.Select(mapping => mapping.Prefix));
        Assert.All(configuration.LinkMappings, mapping => Assert.Equal("/", mapping.Target));
        Assert.True(configuration.LinksMayOmitExtensions);
        Assert.Empty(Read("""{ "index": [] }""").Slugs.IndexNames);
    }

    [Fact]
    public void A_collection_takes_a_key_for_itself_by_declaring_it()
    {
        var fields = Read(Fields("""
            { "slug": "string?", "url": "uri?", "aliases": { "type": "string[]", "name": "CmdletAliases" }, "draft": "int", "publishDate": "datetime?", "expiryDate": "date", "title": "string" }
            """)).Collections[0].Fields;
        Assert.Equal(["SlugValue", "UrlValue", "CmdletAliases", "Draft", "PublishDate", "ExpiryDate", "Title"], fields.Select(field => field.PropertyName));
    }

    [Fact]
    public void A_token_of_a_url_may_hold_a_colon_of_its_own()
    {
        var url = Read("""
            { "collections": { "p": { "type": "P", "files": "*.md", "url": "/{og:type}/{a:b:yyyy}/{name}", "fields": { "og:type": "string", "a:b": "date" } } } }
            """).Collections[0].Url;
        Assert.Equal([new UrlLiteral("/"), new UrlField(0, null), new UrlLiteral("/"), new UrlField(1, "yyyy"), new UrlLiteral("/"), new UrlName()], url.Parts);
    }

    [Fact]
    public void Metadata_out_of_the_text_is_read()
    {
        var fields = Read(Fields("""
            {
              "title": { "type": "string", "from": "h3" },
              "date": { "type": "date", "from": "[itemprop=articleBody]", "match": "\\d{4}年\\d{2}月\\d{2}日", "format": "yyyy年MM月dd日" },
              "cover": { "type": "image", "from": "img.a@src" },
              "mail": { "type": "string?", "from": "a[href='x@y']" },
            }
            """)).Collections[0].Fields;
        Assert.Equal(new FieldExtraction("h3", "h3", null), fields[0].From);
        Assert.Equal("yyyy年MM月dd日", fields[1].Format);
        Assert.Equal(new FieldExtraction("img.a@src", "img.a", "src"), fields[2].From);
        Assert.Equal("a[href='x@y']", fields[3].From!.Selector);
    }

    private static string Fields(string fields) =>
        $$"""{ "collections": { "posts": { "type": "Post", "files": "posts/*.md", "fields": {{fields}} } } }""";

    private static ContentConfiguration Read(string text)
    {
        var reading = ConfigurationReader.Read(new SourceText("content.json", text));
        Assert.Empty(reading.Diagnostics.Select(diagnostic => $"{diagnostic.Range} {diagnostic.Message}"));
        return reading.Configuration;
    }
}
