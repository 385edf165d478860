using System.Text.Json.Nodes;
using Content.Compiler.Configuration.Parsing;
using Content.Compiler.Diagnostics;
using Content.Compiler.Dialects;
using static Content.Compiler.Configuration.JsonSchema.SchemaNode;

namespace Content.Compiler.Configuration.JsonSchema;

/// <summary>
/// The JSON Schema of content.json, by which editors complete and explain it. It is the same for every project, so that it is never out of date
/// with what an author is writing; what only the whole of the file can tell (that a field named in an order exists) is left to the compiler.
/// </summary>
internal static class ConfigurationSchema
{
    private const string Letter = @"[^\s\u0000-\u002F\u003A-\u0040\u005B-\u005E\u0060\u007B-\u00A9\u00AB-\u00B4\u00B6-\u00B9\u00BB-\u00BF]";
    private const string Identifier = "^(?![0-9])" + Letter + "+$";
    private const string TypeName = "^(?![0-9])(?![a-z]+$)" + Letter + "+$";
    private const string Folder = @"^(?![/~])(?!.:)[^\\*?]*$";
    private const string Glob = @"^!?(?!/)(?![A-Za-z]:)(?!(.*[/{,])?\.\.([/},]|$))[^\\]+$";
    private const string Site = @"^[Hh][Tt][Tt][Pp][Ss]?://[^/?#@\s\\]+(/[^?#\s\\]*)?$";
    private const string UrlTemplate = @"^/(?!/)([^?#\\{}]|\{[^{}]+\})*$";

    public static JsonObject Create()
    {
        var schema = Root("content.json", Mapping(
            new JsonObject
            {
                ["$schema"] = OfType("string").Described("Where this schema is, for editors."),
                ["dialect"] = OrNull(AnyOf(OneOf([.. DialectSet.Names]), List(OneOf([.. DialectSet.Names])))).Described("What the articles are written in besides Markdown: the tool that the site comes from, or several."),
                ["shortcodes"] = OrNull(Dictionary(OfType("string"), @"^[\p{L}\p{Nd}_./:-]+$")).Described("What short codes of Hugo and Zola, and tags and values of Liquid, stand for: HTML with {0} and {name} for what is given to them, and {inner} for what they hold."),
                ["root"] = OrNull(Matching(Folder)).Described("The folder of all articles, relative to the project; 'content' unless you say otherwise."),
                ["site"] = OrNull(Matching(Site)).Described("The address that the site is published at. Its path is the base path of all URLs."),
                ["static"] = OrNull(AnyOf(StaticFolder(), List(StaticFolder()))).Described("Folders whose files answer links that begin with '/'; 'wwwroot' unless you say otherwise."),
                ["index"] = OrNull(Strings(Matching(@"^[^/\\*?]+$"))).Described("The names of files, without extension, that are the index of their folder, such as ['index', '_index', 'readme']; 'index' unless you say otherwise."),
                ["slugs"] = OrNull(OneOf(["keep", "lower"])).Described("Whether the letters of a slug keep their case (the default), or all become small ones."),
                ["slugDates"] = OrNull(OneOf(["drop", "keep"])).Described("Whether the date that a file's name begins with stays in the slug; it does not unless you say so."),
                ["definitionIds"] = OrNull(OfType("boolean")).Described("Whether the terms of definition lists get ids made of their text, as headings do."),
                ["anchors"] = OrNull(OneOf(["github", "markdig", "words"])).Described("How the ids of headings are made: as on github.com (the default), as Markdig does, or of words with a hyphen between them."),
                ["html"] = OrNull(AnyOf(OneOf(["allow", "sanitize", "forbid"]), HtmlPolicy()))
                    .Described("What becomes of HTML in articles: it comes out as it is (the default), what could harm readers is taken out, or there is to be none."),
                ["headingLinks"] = AnyOf(OfType("boolean"), OfType("null"), Matching(@"\{text\}")).Described("Whether headings get a link to themselves; a text such as 'Link to {text}' is what screen readers call it."),
                ["images"] = OrNull(OneOf(["plain", "size", "lazy"])).Described("What images of a body get: nothing (the default), 'width' and 'height', or 'loading' as well."),
                ["lastModified"] = OrNull(OneOf(["none", "git"])).Described("Whether entries know when their file was last committed."),
                ["enums"] = OrNull(Dictionary(Reference("enum"), TypeName)).Described("Enums that fields share: the C# type, and its values."),
                ["collections"] = OrNull(Dictionary(Reference("collection"), ".")).Described("Sets of articles of one type. The name becomes a property of the catalog."),
                ["links"] = OrNull(Mapping(
                    new JsonObject
                    {
                        ["ignore"] = Strings(Matching(".")).Described("Links that are not checked, as written: '*' stays within a segment, '**' does not."),
                        ["map"] = Dictionary(Matching(@"^/(?!/)[^?#\\]*$"), ".").Described("Beginnings of links and the place that each stands for, such as \"@site/static/\": \"/\"."),
                        ["extensions"] = OneOf(["required", "optional"]).Described("Whether a link to an article has to have the extension of its file; it has to unless you say otherwise."),
                        ["lookup"] = OneOf(["path", "page"]).Described("What a link to an article is: a path (the default), or the name of a page that is looked up as Hugo's GetPage does: beside the article, then from the content root, in any case."),
                    },
                    []))
                    .Described("How links are checked."),
                ["routes"] = OrNull(Strings(Matching(@"^/(?!/)[^?#\\]*$"))).Described("Addresses that the program answers besides its pages, such as '/feed.xml' and '/api/**': links to them are right."),
                ["snippets"] = OrNull(Strings(Matching(Folder))).Described("Folders whose files code blocks may take code from, relative to the project, such as '../src'."),
                ["highlight"] = OrNull(OfType("boolean")).Described("Whether code blocks are coloured."),
                ["samples"] = OrNull(OneOf(["marked", "compile"])).Described("Which C# code blocks are compiled: those marked so (the default), or every one that is not marked 'ignore'."),
                ["api"] = OrNull(OneOf(["links", "check"])).Described("Which names of APIs are checked: those in links (the default), or those in code spans as well."),
                ["apiUrl"] = OrNull(Matching(@"\{uid\}")).Described("Where an API is documented, such as 'https://learn.microsoft.com/dotnet/api/{uid}'."),
                ["rules"] = OrNull(List(Reference("rule"))).Described("Rules of the house: over elements by a selector, over fields by a condition. What is found is reported."),
                ["style"] = OrNull(OneOf(["none", "recommended"])).Described("Rules that most would want: headings, 'click here', images without alt text, breaks, bare addresses."),
                ["severity"] = OrNull(Severities()).Described("What diagnostics are reported as. An error stays one."),
            },
            []));
        schema["definitions"] = new JsonObject
        {
            ["enum"] = Values(),
            ["collection"] = Collection(),
            ["type"] = AnyOf(OneOf(TypeExpressions()), Matching(@"^(?![0-9])(?![a-z]+(\[\])?\??$)" + Letter + @"+(\[\])?\??$"))
                .Described("A type as C# writes it: 'string', an enum or the type of a collection; T[] is a list, '?' makes it optional."),
            ["field"] = AnyOf(Reference("type"), Values(), Field()),
            ["fields"] = Dictionary(Reference("field"), "."),
            ["rule"] = Rule(),
        };
        return schema;
    }

    private static JsonObject StaticFolder() => AnyOf(
        Matching(Folder),
        Mapping(
            new JsonObject
            {
                ["folder"] = Matching(Folder).Described("The folder, relative to the project."),
                ["at"] = Matching(@"^/(?!/)[^?#\\*]*$").Described("Where the site serves it, such as '/img/'; the root unless you say otherwise."),
            },
            ["folder"]));

    private static JsonObject HtmlPolicy() => Mapping(
        new JsonObject
        {
            ["mode"] = OneOf(["allow", "sanitize", "forbid"]).Described("What becomes of HTML; 'sanitize' unless you say otherwise."),
            ["elements"] = Strings(Matching(@"^[+-]?[A-Za-z][\w-]*$")).Described("The elements that stay; '+video' adds to the usual ones, '-form' takes from them."),
            ["attributes"] = Strings(Matching(@"^[+-]?[\w:.-]+$")).Described("The attributes that stay, likewise."),
            ["schemes"] = Strings(Matching(@"^[+-]?[A-Za-z][A-Za-z0-9+.-]*:?$")).Described("The schemes of addresses that stay, likewise."),
        },
        []);

    private static JsonObject Collection() => Mapping(
        new JsonObject
        {
            ["type"] = Matching(TypeName).Described("The C# type of an entry, such as 'Post'."),
            ["files"] = Strings(Matching(Glob)).Described("Globs below the content folder, such as 'posts/**/*.md'. One that begins with '!' excludes."),
            ["entries"] = OrNull(OneOf(["single", "list", "map"])).Described("How entries lie in a data file: the file is one (the default), a list of them, or an object with a key for each."),
            ["key"] = OrNull(Matching(@"\S")).Described("The field that is the slug of an entry in a list, such as 'id'; in a map, the field that gets the key."),
            ["url"] = OrNull(Matching(UrlTemplate)).Described("The URL of an entry, such as '/blog/{date:yyyy}/{slug}/'. Tokens are {slug}, {name} and any scalar field."),
            ["order"] = OrNull(Matching(".")).Described("The order of the entries, such as 'date desc, title'."),
            ["unknownFields"] = OrNull(OneOf(["warn", "ignore", "error"])).Described("What becomes of keys in front matter that are not fields; 'warn' unless you say otherwise."),
            ["symbols"] = OrNull(OneOf(["properties", "ids", "none"])).Described("How an article becomes a C# symbol: a property, a member of an enum (free to compile), or not at all."),
            ["body"] = OrNull(Matching(@"\S")).Described("A CSS selector: only the inner HTML of its first match is the body."),
            ["search"] = OrNull(OfType("boolean")).Described("Whether Catalog.Search finds the entries; it does not unless you say so, because the index has its size."),
            ["fields"] = OrNull(Reference("fields")).Described("What front matter holds: keys and their types."),
        },
        ["type", "files"]);

    private static JsonObject Rule() => Mapping(
        new JsonObject
        {
            ["select"] = Matching(@"\S").Described("A CSS selector over the rendered elements, such as \"a[href^='http:']\"."),
            ["where"] = Matching(@"\S").Described("A condition over fields, such as 'publishDate >= expiryDate' or \"not exists(summary)\": comparisons, and, or, not, exists, matches; 'today' is the date of the build."),
            ["message"] = OfType("string").Described("What is wrong, and what to do."),
            ["severity"] = OneOf(["error", "warning", "info", "none"]).Described("How it is reported; 'error' unless you say otherwise."),
            ["collections"] = Strings(Matching(".")).Described("The collections that the rule is for; all unless you say otherwise."),
        },
        ["message"]);

    private static JsonObject Field() => Mapping(
        new JsonObject
        {
            ["type"] = AnyOf(OneOf(ObjectExpressions()), Reference("type"), Values()),
            ["default"] = new JsonObject().Described("The value where an article has none. A field with a default is not required."),
            ["min"] = AnyOf(OfType("number"), OfType("string")).Described("The least number, or the earliest date."),
            ["max"] = AnyOf(OfType("number"), OfType("string")).Described("The greatest number, or the latest date."),
            ["minLength"] = Length().Described("The fewest characters of a text, or items of a list."),
            ["maxLength"] = Length().Described("The most characters of a text, or items of a list."),
            ["pattern"] = OfType("string").Described("A .NET regular expression that a text must match somewhere. It runs without backtracking."),
            ["maxAge"] = Matching(@"^ *[0-9]+ +(day|week|month|year)s? *$").Described("How old a date may be on the day of the build, such as '12 months'; what is older is a warning."),
            ["unique"] = OfType("boolean").Described("Whether no two entries may have the same value."),
            ["description"] = OfType("string").Described("What the field is for: the documentation of the property."),
            ["name"] = Matching(Identifier).Described("The C# property, where the key makes none or another."),
            ["from"] = Matching(@"\S").Described("A CSS selector over the article, such as 'h1' or 'meta[name=author]@content', where front matter has no value."),
            ["match"] = OfType("string").Described("A .NET regular expression: its group 'value', else its first group, else the match, is the value."),
            ["format"] = Matching(".").Described("The .NET format of a date, such as 'MM/dd/yyyy'."),
            ["fields"] = Reference("fields").Described("The fields of an object."),
        },
        ["type"]);

    private static JsonObject Values() => new()
    {
        ["type"] = "array", ["minItems"] = 1, ["uniqueItems"] = true, ["items"] = Matching(@"\S"),
    };

    private static JsonObject Length() => new() { ["type"] = "integer", ["minimum"] = 0 };

    private static JsonObject Strings(JsonObject text) => AnyOf(text, List(text.DeepClone()));

    private static JsonObject Severities()
    {
        var codes = new JsonObject();
        foreach (var descriptor in DiagnosticCatalog.All)
        {
            codes[descriptor.Code] = OneOf(descriptor.DefaultSeverity == DiagnosticSeverity.Error ? ["error"] : ["none", "info", "warning", "error"])
                .Described(descriptor.Title);
        }

        return Mapping(codes, []);
    }

    private static IEnumerable<string> TypeExpressions() => TypeTable.BuiltIn.Where(name => name != TypeTable.Object).SelectMany(Forms);

    private static string[] ObjectExpressions() => Forms(TypeTable.Object);

    private static string[] Forms(string name) => [name, name + "?", name + "[]", name + "[]?"];
}
