using Content.Compiler.FrontMatter;

namespace Content.Compiler.Articles;

/// <summary>What a file is, by its extension.</summary>
public static class ArticleFormats
{
    /// <summary>The format of the file at <paramref name="path"/>, or null where it is no entry but an asset.</summary>
    /// <param name="path">The file.</param>
    /// <param name="readsMdx">Whether <c>.mdx</c> is Markdown here.</param>
    public static ArticleFormat? Of(string path, bool readsMdx) => Extension(path) switch
    {
        ".md" or ".markdown" => ArticleFormat.Markdown,
        ".mdx" => readsMdx ? ArticleFormat.Markdown : null,
        ".html" or ".htm" => ArticleFormat.Html,
        ".yml" or ".yaml" or ".json" or ".toml" => ArticleFormat.Data,
        _ => null,
    };

    /// <summary>The language of a data file.</summary>
    public static MetadataLanguage LanguageOf(string path) => Extension(path) switch
    {
        ".yml" or ".yaml" => MetadataLanguage.Yaml,
        ".toml" => MetadataLanguage.Toml,
        ".json" => MetadataLanguage.Json,
        _ => MetadataLanguage.None,
    };

    private static string Extension(string path)
    {
        var dot = path.LastIndexOf('.');
        return dot > path.LastIndexOf('/') ? path[dot..].ToLowerInvariant() : "";
    }
}
