using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Content.Fuzzing.Targets;

namespace Content.Fuzzing;

/// <summary>Everything that reads what somebody else wrote.</summary>
public static class FuzzTargets
{
    private static readonly string[] metadataTokens =
        ["---\n", "+++\n", "...\n", ": ", "- ", "? ", "\"", "'", "\\u", "\\ud800", "&a", "*a", "<<: ", "!!", "|\n", ">-\n", "[", "]", "{", "}", "[[", "]]", "=", "\"\"\"", "'''", "#", ",", "\t", "\r\n", "\uFEFF", "\0", "2026-02-30"];

    private static readonly string[] textTokens =
        ["# ", "](", "![", "[^", "]: ", "[x][y]", "<a href=\"", "<img srcset='", "</a>", "<!--", "-->", "<!-- content-ignore CONTENT2001 -->", "```", "<pre>", "<script>", "</", "&#0;", "&amp;", "%zz", "..\\", "javascript:", "//", "#", "?", "|", "---", "> ", "* ", "{#id}", "\\", "$$", "\r\n", "\0", "\u2028"];

    private static readonly string[] configurationTokens =
        ["\"collections\": {", "\"fields\": {", "\"type\": ", "\"files\": ", "\"url\": \"/{", "\"match\": \"(", "\"pattern\": \"", "\"from\": \"", "\"enums\": ", "?\"", "[]\"", "\"default\": ", "//", "/*", ",", "}", "]", "\"\\ud800\"", "1e999", "null"];

    private static readonly string[] destinationTokens =
        ["https://", "http:", "//", "example.org", "/docs", "/docs/a/", "a.md", "../", "b.md", "#top-1", "#", "?", "%2F", "%2e%2e", "%", "\\", "xn--", ":443", "@", "[::1]", "mailto:", "tel:", "javascript:", "data:", "https;//", "\u04C0", "\u0301", "\u00AD", "\u200B", "\u0378", "\uFFFD", "user-content-", ":~:text=", "\n", "\t", "\0"];

    /// <summary>In the order of the pipeline.</summary>
    public static IReadOnlyList<FuzzTarget> All { get; } =
    [
        new("glob", [".json", ".txt"], ["*", "**", "?", "{", "}", ",", "/", "!", "\n"], GlobTarget.Run),
        new("image", [".png", ".svg", ".gif", ".jpg", ".webp"], ["<svg", " viewBox=\"", "width=\"", "\u00FF", "RIFF", "WEBPVP8", "GIF89a", "<!ENTITY"], ImageTarget.Run),
        new("configuration", [".json"], configurationTokens, ConfigurationTarget.Run),
        new("yaml", [".yml", ".yaml"], metadataTokens, static bytes => MetadataTarget.Run(bytes, MetadataLanguage.Yaml)),
        new("toml", [".toml"], metadataTokens, static bytes => MetadataTarget.Run(bytes, MetadataLanguage.Toml)),
        new("json", [".json"], metadataTokens, static bytes => MetadataTarget.Run(bytes, MetadataLanguage.Json)),
        new("front-matter", [".md"], metadataTokens, static bytes => MetadataTarget.Run(bytes, MetadataLanguage.None)),
        new("markdown", [".md"], textTokens, new ArticleTarget("a.md", DefaultConfiguration.Instance).Run),
        new("html", [".html", ".md"], textTokens, new ArticleTarget("a.html", DefaultConfiguration.Instance).Run),
        new("extraction", [".md", ".html"], textTokens, new ArticleTarget("a.md", ArticleTarget.Extracting).Run),
        new("destination", [".md"], destinationTokens, DestinationTarget.Run),
        new("state", [".md"], metadataTokens, StateTarget.Run),
        new("catalog", [".md"], metadataTokens, CatalogTarget.Run),
    ];
}
