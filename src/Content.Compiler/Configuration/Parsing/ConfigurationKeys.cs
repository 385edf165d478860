namespace Content.Compiler.Configuration.Parsing;

/// <summary>Every key of content.json, in the order of its documentation.</summary>
internal static class ConfigurationKeys
{
    public static readonly string[] Root =
        ["$schema", "dialect", "shortcodes", "root", "site", "static", "index", "slugs", "slugDates", "definitionIds", "anchors", "html", "headingLinks", "images", "lastModified", "enums", "collections", "links", "routes", "snippets", "highlight", "samples", "api", "apiUrl", "rules", "style", "severity"];

    public static readonly string[] Collection =
        ["type", "files", "entries", "key", "url", "order", "unknownFields", "symbols", "body", "search", "fields"];

    public static readonly string[] Field =
        ["type", "default", "min", "max", "minLength", "maxLength", "pattern", "maxAge", "unique", "description", "name", "from", "match", "format", "fields"];

    public static readonly string[] Rule = ["select", "where", "message", "severity", "collections"];

    public static readonly string[] StaticFolder = ["folder", "at"];

    public static readonly string[] Html = ["mode", "elements", "attributes", "schemes"];

    public static readonly string[] Links = ["ignore", "map", "extensions", "lookup"];
}
