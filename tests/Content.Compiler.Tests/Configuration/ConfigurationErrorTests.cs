using Content.Compiler.Configuration;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Configuration;

/// <summary>In each text the mistake stands between « and »: that is where the diagnostic has to be.</summary>
public sealed class ConfigurationErrorTests
{
    [Theory]
    [InlineData("«»", "The file is empty. Write {} for the defaults, or delete it.")]
    [InlineData("«»  \n // nothing\n", "The file is empty. Write {} for the defaults, or delete it.")]
    [InlineData("«{» \"root\": \"content\"", "This '{' is never closed: add '}' after its last value.")]
    [InlineData("{ \"root\": «content» }", "'content' is not in quotes. Put text in double quotes.")]
    public void What_is_no_JSON_is_CONTENT0002_and_nothing_else(string marked, string message) => Fires("CONTENT0002", marked, message);

    [Theory]
    [InlineData("«[»]", "content.json must be an object, but is a list.")]
    [InlineData("«3»", "content.json must be an object, but is the number 3.")]
    [InlineData("""{ «"colections"»: {} }""", "content.json has no key 'colections'. Did you mean 'collections'?")]
    [InlineData("""{ «"zebra"»: {} }""", "content.json has no key 'zebra'. Write '$schema', 'dialect', 'shortcodes', 'root', 'site', 'static', 'index', 'slugs', 'slugDates', 'definitionIds', 'anchors', 'html', 'headingLinks', 'images', 'lastModified', 'enums', 'collections', 'links', 'routes', 'snippets', 'highlight', 'samples', 'api', 'apiUrl', 'rules', 'style' or 'severity'.")]
    [InlineData("""{ "root": «3» }""", "'root' must be a string, but is the number 3.")]
    [InlineData("""{ "root": «"/var/www"» }""", "'root' must be relative to the project folder, but is '/var/www'.")]
    [InlineData("""{ "root": «"C:/docs"» }""", "'root' must be relative to the project folder, but is 'C:/docs'.")]
    [InlineData("""{ "root": «"docs\\en"» }""", "'root' is written with '/' on every system. Did you mean 'docs/en'?")]
    [InlineData("""{ "static": [«true»] }""", "'static' must be a folder, or an object with 'folder' and 'at', or a list of them, but is true.")]
    [InlineData("""{ "static": «{»} }""", "A folder of 'static' has no 'folder': its path from the project folder.")]
    [InlineData("""{ "site": «"example.org"» }""", "'site' must be an absolute http or https address such as https://example.org/docs, but is 'example.org'.")]
    [InlineData("""{ "site": «"ftp://example.org"» }""", "'site' must be an absolute http or https address such as https://example.org/docs, but is 'ftp://example.org'.")]
    [InlineData("""{ "site": «"https://example.org/?a"» }""", "'site' cannot have a query or a fragment, but is 'https://example.org/?a'.")]
    [InlineData("""{ "anchors": «"gihub"» }""", "'anchors' must be 'github', 'markdig' or 'words', but is 'gihub'. Did you mean 'github'?")]
    [InlineData("""{ "links": { «"ignored"»: [] } }""", "'links' has no key 'ignored'. Did you mean 'ignore'?")]
    [InlineData("""{ "links": { "ignore": [«""»] } }""", "An empty pattern matches nothing. Write one such as '/api/**', or remove it.")]
    [InlineData("""{ "links": { "ignore": [«"{{ site.baseurl }}/**"»] } }""", "Braces are a choice in a glob, so that '{{ site.baseurl }}' matches the text between them. Write '[{]' for a brace. Did you mean '[{][{] site.baseurl }}/**'?")]
    [InlineData("""{ "links": { "extensions": «"none"» } }""", "'extensions' must be 'required' or 'optional', but is 'none'.")]
    [InlineData("""{ "links": { "map": «"/"» } }""", "'map' must be an object, but is the string '/'.")]
    [InlineData("""{ "links": { "map": { «""»: "/" } } }""", "An empty beginning would stand before every link. Write one such as \"@site/\", or remove it.")]
    [InlineData("""{ "links": { "map": { "~/": «"docs/"» } } }""", "What '~/' stands for must begin with one '/', which is the root of the site, but is 'docs/'. Did you mean '/docs/'?")]
    [InlineData("""{ "links": { "map": { "~/": «"https://example.org/"» } } }""", "What '~/' stands for must begin with one '/', which is the root of the site, but is 'https://example.org/'.")]
    [InlineData("""{ "links": { "map": { "~/": «"/a/../"» } } }""", "What '~/' stands for must be a path without '.' and '..', but is '/a/../'.")]
    [InlineData("""{ "links": { "map": { "~/": «"/a?b"» } } }""", "What '~/' stands for must be a path without '?', '#' and '\\', but is '/a?b'.")]
    [InlineData("""{ "links": { "map": { "~/": «"/docs"» } } }""", "'~/' ends with '/', and what it stands for has to as well. Did you mean '/docs/'?")]
    [InlineData("""{ "links": { "map": { "~/": «true» } } }""", "What '~/' stands for must be a string, but is true.")]
    [InlineData("""{ "slugs": «"upper"» }""", "'slugs' must be 'keep' or 'lower', but is 'upper'.")]
    [InlineData("""{ "index": [«"index.md"»] }""", "'index' names files without their extension. Did you mean 'index'?")]
    [InlineData("""{ "index": [«"a/index"»] }""", "'index' names files without folder and extension, such as \"index\", but has 'a/index'.")]
    [InlineData("""{ "index": ["readme", «"README"»] }""", "'index' has 'README' twice: capitals do not matter. Remove one.")]
    [InlineData("""{ "headingLinks": «"Link"» }""", "What 'headingLinks' calls a link has {text} where the heading's text is to stand, or all of them would be called the same, but is 'Link'.")]
    [InlineData("""{ "headingLinks": «3» }""", "'headingLinks' must be true, false or what a link is called, but is the number 3.")]
    [InlineData("""{ "images": «"large"» }""", "'images' must be 'plain', 'size' or 'lazy', but is 'large'.")]
    [InlineData("""{ "lastModified": «"gti"» }""", "'lastModified' must be 'none' or 'git', but is 'gti'. Did you mean 'git'?")]
    [InlineData("""{ "routes": [«"feed.xml"»] }""", "A route begins with one '/', which is the root of the site, but this one is 'feed.xml'. Did you mean '/feed.xml'?")]
    [InlineData("""{ "routes": «"https://example.org/x"» }""", "A route begins with one '/', which is the root of the site, but this one is 'https://example.org/x'.")]
    [InlineData("""{ "routes": [«"/search?q"»] }""", "A route is a path without '?', '#' and '\\', but this one is '/search?q'. '*' stands for whatever is in a segment.")]
    [InlineData("""{ "severity": { «"CONTENT2O10"»: "error" } }""", "There is no diagnostic 'CONTENT2O10'. Did you mean 'CONTENT2010'?")]
    [InlineData("""{ "severity": { "CONTENT2010": «"eror"» } }""", "The severity of 'CONTENT2010' must be 'none', 'info', 'warning' or 'error', but is 'eror'. Did you mean 'error'?")]
    [InlineData("""{ "severity": { "CONTENT2001": «"warning"» } }""", "CONTENT2001 is an error and cannot be lowered: what it tells of would break the catalog or its pages.")]
    [InlineData("""{ "root": "a", «"root"»: "b" }""", "Key 'root' is given twice: it is already on line 1. Remove one of the two.")]
    public void Settings_without_meaning_are_CONTENT0003(string marked, string message) => Fires("CONTENT0003", marked, message);

    [Theory]
    [InlineData("""{ "enums": { "Tag": «[]» } }""", "Enum 'Tag' has no values. List them, such as [\"beginner\", \"advanced\"].")]
    [InlineData("""{ "enums": { "Tag": «"dotnet"» } }""", "Enum 'Tag' must be a list of strings, but is the string 'dotnet'.")]
    [InlineData("""{ "enums": { "Tag": ["a", «2»] } }""", "An item of Enum 'Tag' must be a string, but is the number 2.")]
    [InlineData("""{ "enums": { "Tag": ["a", «" "»] } }""", "Enum 'Tag' has a blank value. Write a word, or remove it.")]
    [InlineData("""{ "enums": { "Tag": ["a", «"a"»] } }""", "Enum 'Tag' has the value 'a' twice. Remove one.")]
    [InlineData("""{ "enums": { "Tag": ["c#", «"c sharp"»] } }""", "Enum 'Tag': 'c#' and 'c sharp' both make the C# member 'CSharp'. Write one of them differently.")]
    [InlineData("""{ "enums": { «"my-tag"»: ["a"] } }""", "'my-tag' cannot be the name of a C# type. Did you mean 'MyTag'?")]
    [InlineData("""{ "enums": { «"tag"»: ["a"] } }""", "'tag' cannot be the name of a C# type. Did you mean 'Tag'?")]
    [InlineData("""{ "enums": { «"date"»: ["a"] } }""", "'date' is a built-in type. Give enum 'date' another name.")]
    public void Enums_that_C_sharp_could_not_hold_are_CONTENT0003(string marked, string message) => Fires("CONTENT0003", marked, message);

    [Theory]
    [InlineData("""{ "collections": { "posts": «"Post"» } }""", "Collection 'posts' must be an object, but is the string 'Post'.")]
    [InlineData("""{ "collections": { «"posts"»: { "files": "*.md" } } }""", "Collection 'posts' has no 'type': the C# type of an entry, such as \"Post\".")]
    [InlineData("""{ "collections": { «"posts"»: { "type": "Post" } } }""", "Collection 'posts' has no 'files': globs below the content root, such as \"posts/**/*.md\".")]
    [InlineData("""{ "collections": { "posts": { "type": «"blog-post"», "files": "*.md" } } }""", "'blog-post' cannot be the name of a C# type. Did you mean 'BlogPost'?")]
    [InlineData("""{ "collections": { "a": { "type": "Post", "files": "a/*.md" }, "b": { "type": «"Post"», "files": "b/*.md" } } }""", "'Post' is the type of collection 'a' and of collection 'b'. Give one of them another name.")]
    [InlineData("""{ "collections": { "my-posts": { "type": "A", "files": "a/*.md" }, «"my posts"»: { "type": "B", "files": "b/*.md" } } }""", "Collections 'my-posts' and 'my posts' both make the property 'MyPosts'. Give one of them another name.")]
    [InlineData("""{ "collections": { «"find"»: { "type": "A", "files": "a/*.md" } } }""", "Collection 'find' makes the property 'Find', which the catalog has already. Give the collection another name.")]
    [InlineData("""{ "collections": { «"!"»: { "type": "A", "files": "a/*.md" } } }""", "The name '!' has nothing that a C# name can be made of. Give the collection another name.")]
    public void Collections_that_do_not_hold_together_are_CONTENT0003(string marked, params string[] messages) => Fires("CONTENT0003", marked, messages);

    [Theory]
    [InlineData("\"files\": «\"../x/*.md\"»", "'../x/*.md' leaves the content root. Move the files below it, or set 'root' to a folder that holds them all.")]
    [InlineData("\"files\": [\"a.md\", «\"!{a,..}/*.md\"»]", "'{a,..}/*.md' leaves the content root. Move the files below it, or set 'root' to a folder that holds them all.")]
    [InlineData("\"files\": «\"/posts/*.md\"»", "Globs are relative to the content root, but '/posts/*.md' starts outside of it. Did you mean 'posts/*.md'?")]
    [InlineData("\"files\": «\"D:/posts/*.md\"»", "Globs are relative to the content root, but 'D:/posts/*.md' starts outside of it.")]
    [InlineData("\"files\": «\"posts\\\\*.md\"»", "Globs are written with '/' on every system. Did you mean 'posts/*.md'?")]
    [InlineData("\"files\": «\"{{ a }}/*.md\"»", "Braces are a choice in a glob, so that '{{ a }}' matches the text between them. Write '[{]' for a brace. Did you mean '[{][{] a }}/*.md'?")]
    [InlineData("\"files\": «\"\"»", "An empty glob matches nothing. Write one such as 'posts/**/*.md'.")]
    [InlineData("\"files\": «[\"!a/*.md\"]»", "'files' includes nothing: add a glob that does not start with '!', such as \"posts/**/*.md\".")]
    [InlineData("\"files\": «[]»", "'files' includes nothing: add a glob that does not start with '!', such as \"posts/**/*.md\".")]
    [InlineData("\"files\": «7»", "'files' must be a string or a list of strings, but is the number 7.")]
    [InlineData("\"url\": «\"blog/{slug}\"»", "'url' must start with one '/', such as \"/blog/{slug}/\", but is 'blog/{slug}'.")]
    [InlineData("\"url\": \"/{«slugg»}/\"", "There is no field 'slugg' to make URLs of. Did you mean 'slug'?")]
    [InlineData("\"url\": \"/\\u007b«dat»:yyyy}/\"", "There is no field 'dat' to make URLs of. Did you mean 'date'?")]
    [InlineData("\"url\": \"/{«tags»}/\"", "'tags' is a list of string: only a single scalar can be part of a URL.")]
    [InlineData("\"url\": \"/{«title:yyyy»}/\"", "A format is for dates, but 'title' is a string.")]
    [InlineData("\"url\": \"/{«date:HH»}/\"", "'HH' is not a .NET format for a date. Write one such as 'yyyy' or 'yyyy-MM-dd'.")]
    [InlineData("\"url\": \"/{«date:»}/\"", "'' is not a .NET format for a date. Write one such as 'yyyy' or 'yyyy-MM-dd'.")]
    [InlineData("\"url\": \"/«{slug»\"", "This '{' is never closed: add '}' after the token.")]
    [InlineData("\"url\": \"/{slug}«}»/\"", "'}' cannot be in a URL template: it makes the path of a page.")]
    [InlineData("\"url\": \"/{slug}/«?»a\"", "'?' cannot be in a URL template: it makes the path of a page.")]
    [InlineData("\"order\": \"«dat» desc\"", "There is no field 'dat' to order by. Did you mean 'date'?")]
    [InlineData("\"order\": \"date desc, «titel»\"", "There is no field 'titel' to order by. Did you mean 'title'?")]
    [InlineData("\"order\": \"date «dsc»\"", "'dsc' is not a direction. Did you mean 'desc'?")]
    [InlineData("\"order\": \"«tags»\"", "Entries cannot be ordered by 'tags', which is a list of string.")]
    [InlineData("\"order\": \"date,«date desc»\"", "'date desc' is in the order already. Remove it.")]
    [InlineData("\"order\": \"«»\"", "'order' names the fields that entries are ordered by, such as \"date desc, title\".")]
    [InlineData("\"unknownFields\": «\"warning\"»", "'unknownFields' must be 'warn', 'ignore' or 'error', but is 'warning'.")]
    [InlineData("\"symbols\": «\"property\"»", "'symbols' must be 'properties', 'ids' or 'none', but is 'property'. Did you mean 'properties'?")]
    [InlineData("\"body\": «\"div >\"»", "'body' must be a CSS selector such as \"article > .body\", but 'div >' is not one.")]
    [InlineData("«\"fieldz\"»: {}", "A collection has no key 'fieldz'. Did you mean 'fields'?")]
    public void Wrong_options_of_a_collection_are_CONTENT0003(string marked, string message)
    {
        var files = marked.Contains("\"files\"", StringComparison.Ordinal) ? "" : "\"files\": \"*.md\", ";
        Fires("CONTENT0003", $$"""{ "collections": { "posts": { "type": "Post", {{files}}"fields": { "title": "string", "date": "date", "tags": "string[]" }, {{marked}} } } }""", message);
    }

    [Theory]
    [InlineData("\"x\": \"«Tagg»[]?\"", "There is no type 'Tagg'. Did you mean 'Tag'?")]
    [InlineData("\"x\": \"«String»\"", "There is no type 'String'. Did you mean 'string'?")]
    [InlineData("\"x\": \"«boolean»\"", "There is no type 'boolean'. Did you mean 'bool'?")]
    [InlineData("\"x\": \"«Zebra»\"", "There is no type 'Zebra'. Write 'string', 'int', 'number', 'decimal', 'bool', 'date', 'datetime', 'uri', 'email', 'image', 'file' or 'object', an enum or the type of a collection.")]
    [InlineData("\"x\": \"«»\"", "There is no type ''. Write 'string', 'int', 'number', 'decimal', 'bool', 'date', 'datetime', 'uri', 'email', 'image', 'file' or 'object', an enum or the type of a collection.")]
    [InlineData("\"x\": «\"string?[]\"»", "An item of a list cannot be optional: the '?' goes to the end. Did you mean 'string[]'?")]
    [InlineData("\"x\": «\"string[][]\"»", "A list of lists is not supported. Did you mean 'string[]'?")]
    [InlineData("\"x\": «3»", "Field 'x' must be a type, a list of values, or an object with options, but is the number 3.")]
    [InlineData("\"x\": { \"type\": «3» }", "'type' must be a type or a list of values, but is the number 3.")]
    [InlineData("«\"x\"»: { \"min\": 3 }", "Field 'x' has no 'type'. Write one, such as \"type\": \"string\".")]
    [InlineData("\"x\": { \"type\": \"int\", «\"minimum\"»: 3 }", "Field 'x' has no key 'minimum'. Write 'type', 'default', 'min', 'max', 'minLength', 'maxLength', 'pattern', 'maxAge', 'unique', 'description', 'name', 'from', 'match', 'format' or 'fields'.")]
    [InlineData("\"x\": { \"type\": \"int\", «\"uniq\"»: true }", "Field 'x' has no key 'uniq'. Did you mean 'unique'?")]
    [InlineData("\"x\": «\"object\"»", "An object needs its fields: write { \"type\": \"object\", \"fields\": { … } }.")]
    [InlineData("\"x\": { \"type\": \"object\", \"fields\": { \"y\": \"«strin»\" } }", "There is no type 'strin'. Did you mean 'string'?")]
    [InlineData("\"x\": { \"type\": \"string\", «\"fields\"»: {} }", "'fields' is for fields of type 'object', but 'x' is a string.")]
    [InlineData("\"x\": { \"type\": \"object\", \"fields\": { \"a b\": \"int\", «\"a-b\"»: \"int\" } }", "'a b' and 'a-b' both make the property 'AB'. Give it another: \"name\": \"AB2\".")]
    [InlineData("\"a.b\": \"int\", «\"a-b\"»: \"int\"", "'a.b' and 'a-b' both make the property 'AB'. Give it another: \"name\": \"AB2\".")]
    [InlineData("\"a\": \"int\", \"b\": { \"type\": \"int\", \"name\": \"A\" }, «\"A\"»: \"int\"", "'a' and 'b' both make the property 'A'. Give it another: \"name\": \"A2\".", "'a' and 'A' both make the property 'A'. Give it another: \"name\": \"A2\".")]
    [InlineData("«\"Post\"»: \"int\"", "'Post' makes the property 'Post', but no member of the type 'Post' can have its name. Give it another: \"name\": \"PostValue\".")]
    [InlineData("«\"body\"»: \"string\"", "'body' makes the property 'Body', which every entry has already. Give it another: \"name\": \"BodyValue\".")]
    [InlineData("«\"to string\"»: \"string\"", "'to string' makes the property 'ToString', which every entry has already. Give it another: \"name\": \"ToStringValue\".")]
    [InlineData("«\"!\"»: \"string\"", "The key '!' has nothing that a C# name can be made of. Give the property a name: \"name\": \"…\".")]
    [InlineData("\"x\": { \"type\": \"int\", \"name\": «\"class\"» }", "'class' cannot be the name of a C# property. Did you mean 'Class'?")]
    [InlineData("\"x\": { \"type\": \"int\", \"name\": «\"2nd\"» }", "'2nd' cannot be the name of a C# property. Did you mean '_2nd'?")]
    [InlineData("\"x\": [\"a\"], «\"X\"»: [\"a\"]", "'x' and 'X' both make the property 'X'. Give it another: \"name\": \"X2\".", "'PostX' is the type of the values of 'x' and of the values of 'X'. Give the field another \"name\".")]
    [InlineData("«\"own\"»: [\"a\"]", "'PostOwn' is the type of enum 'PostOwn' and of the values of 'own'. Give the field another \"name\".")]
    [InlineData("«\"posts\"»: \"int\", \"related\": \"Post[]?\"", "'Posts' is also the way back from 'Post' to the 'posts' that refer to it. Give the field another: \"name\": \"OwnPosts\".")]
    public void Wrong_fields_are_CONTENT0003(string marked, params string[] messages) => Fires("CONTENT0003", Fields(marked), messages);

    [Theory]
    [InlineData("\"x\": { \"type\": \"string\", «\"min\"»: 3 }", "'min' is for numbers and dates, but 'x' is a string. Did you mean 'minLength'?")]
    [InlineData("\"x\": { \"type\": \"int\", «\"maxLength\"»: 3 }", "'maxLength' is for text and lists, but 'x' is an int. Did you mean 'max'?")]
    [InlineData("\"x\": { \"type\": \"bool\", «\"min\"»: 3 }", "'min' is for numbers and dates, but 'x' is a bool.")]
    [InlineData("\"x\": { \"type\": \"int\", «\"pattern\"»: \"a\" }", "'pattern' is for text (string, uri and email), but 'x' is an int.")]
    [InlineData("\"x\": { \"type\": \"string\", «\"format\"»: \"yyyy\" }", "'format' is for dates, but 'x' is a string.")]
    [InlineData("\"x\": { \"type\": \"string[]\", «\"unique\"»: true }", "'unique' is for single values of the entry itself, but 'x' is a list of string.")]
    [InlineData("\"x\": { \"type\": \"string\", \"unique\": «1» }", "'unique' must be true or false, but is the number 1.")]
    [InlineData("\"x\": { \"type\": \"int\", \"min\": 3, \"max\": «1» }", "'max' is less than 'min', so that no value is right. Swap them, or remove one.")]
    [InlineData("\"x\": { \"type\": \"string\", \"minLength\": 3, \"maxLength\": «1» }", "'maxLength' is less than 'minLength', so that no value is right. Swap them, or remove one.")]
    [InlineData("\"x\": { \"type\": \"int\", \"min\": «0.5» }", "'min' must be a whole number, but is the number 0.5.")]
    [InlineData("\"x\": { \"type\": \"int\", \"min\": «99999999999» }", "'min' is 99999999999, which is more than an int can hold.")]
    [InlineData("\"x\": { \"type\": \"number\", \"max\": «1e99» }", "'max' is 1e99, which is more than a bound can hold.")]
    [InlineData("\"x\": { \"type\": \"string\", \"maxLength\": «-1» }", "'maxLength' must be a whole number from 0 on, but is the number -1.")]
    [InlineData("\"x\": { \"type\": \"string\", \"pattern\": «\"(\"» }", "'pattern' must be a regular expression that runs without backtracking, but is '('. Wrong at offset 1. Not enough )'s.")]
    [InlineData("\"x\": { \"type\": \"string\", \"pattern\": «\"(a)\\\\1\"» }", "'pattern' must be a regular expression that runs without backtracking, but is '(a)\\1'. RegexOptions.NonBacktracking is not supported in conjunction with expressions containing: 'backreference (\\ number)'.")]
    [InlineData("\"x\": { \"type\": \"string\", \"match\": «\"[\"» }", "'match' must be a regular expression that runs without backtracking, but is '['. Wrong at offset 1. Unterminated [] set.")]
    [InlineData("\"x\": { \"type\": \"string\", \"from\": «\"h1 >\"» }", "'from' must be a CSS selector such as \"h1\" or \"meta[name=author]@content\", but 'h1 >' is not one.")]
    [InlineData("\"x\": { \"type\": \"string\", \"from\": «\":has(:has(:has(z)))\"» }", "'from' has a ':has' within a ':has', which CSS does not allow: ':has(:has(:has(z)))'. Select by the innermost one alone.")]
    [InlineData("\"x\": { \"type\": \"string\", \"from\": «\"p:has(a:not(b:HAS(c)))@src\"» }", "'from' has a ':has' within a ':has', which CSS does not allow: 'p:has(a:not(b:HAS(c)))@src'. Select by the innermost one alone.")]
    [InlineData("\"x\": { \"type\": \"string\", \"from\": «\"@src\"» }", "'from' must be a CSS selector such as \"h1\" or \"meta[name=author]@content\", but '@src' is not one.")]
    [InlineData("\"x\": { \"type\": \"date\", \"format\": «\"HH:mm\"» }", "'format' must be a .NET format for a date such as 'MM/dd/yyyy', but 'HH:mm' is not one.")]
    [InlineData("\"x\": { \"type\": \"date\", \"format\": «\"MM/dd\"» }", "'format' must be a .NET format for a date such as 'MM/dd/yyyy', but 'MM/dd' has no year.")]
    [InlineData("\"x\": { \"type\": \"datetime\", \"format\": «\"yyyy-MM-dd HH:mm\"» }", "'format' must be a .NET format for a datetime such as 'yyyy-MM-dd HH:mm zzz', but 'yyyy-MM-dd HH:mm' has no offset from UTC.")]
    [InlineData("\"x\": { \"type\": \"int\", \"description\": «4» }", "'description' must be a string, but is the number 4.")]
    [InlineData("\"x\": { \"type\": \"int\", \"default\": «null» }", "The default of 'x' is null, but its type has no '?'. Add one, or give a value.")]
    public void Constraints_are_checked_against_their_own_types(string marked, string message) => Fires("CONTENT0003", Fields(marked), message);

    [Fact]
    public void Everything_wrong_is_told_in_one_run_in_the_order_of_the_file()
    {
        var reading = ConfigurationReader.Read(new SourceText("content.json", """
            { "rot": 1,
              "collections": { "posts": { "type": "Post", "files": "../*.md", "order": "nothing",
                "fields": { "a": "strin", "b": { "type": "int", "min": "x" } } } },
              "anchors": "x" }
            """));
        Assert.Equal([1, 2, 2, 3, 3, 4], reading.Diagnostics.Select(diagnostic => diagnostic.Range.StartLine));
        Assert.Equal(["a", "b"], reading.Configuration.Collections[0].Fields.Select(field => field.Key));
    }

    private static string Fields(string fields) =>
        $$"""{ "enums": { "Tag": ["a"], "PostOwn": ["a"] }, "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { {{fields}} } } } }""";

    private static void Fires(string code, string marked, params string[] messages)
    {
        var start = marked.IndexOf('«', StringComparison.Ordinal);
        var end = marked.IndexOf('»', StringComparison.Ordinal) - 1;
        var source = new SourceText("content.json", marked.Replace("«", "", StringComparison.Ordinal).Replace("»", "", StringComparison.Ordinal));
        var expected = source.GetRange(TextSpan.FromBounds(start, end));
        var found = ConfigurationReader.Read(source).Diagnostics;
        Assert.Equal(messages.Order(), found.Select(diagnostic => diagnostic.Message).Order());
        Assert.All(found, diagnostic => Assert.Equal(code, diagnostic.Code));
        Assert.Contains(expected, found.Select(diagnostic => diagnostic.Range));
    }
}
