namespace Content.Compiler.Links;

/// <summary>What a destination is, by its look alone.</summary>
internal enum LinkKind
{
    /// <summary>Nothing at all.</summary>
    Empty,

    /// <summary>A fragment or a query only: this article.</summary>
    ThisArticle,

    /// <summary>A path that counts from the article's folder.</summary>
    Relative,

    /// <summary>A path that counts from the site's root.</summary>
    RootRelative,

    /// <summary>An absolute address below the configured site: the rest is a root-relative path.</summary>
    OwnSite,

    /// <summary>What begins as <c>links.map</c> says: the rest is a path from the place that this stands for.</summary>
    Mapped,

    /// <summary>The name of a page, or the end of its path, in a dialect's own notation.</summary>
    Named,

    /// <summary><c>http:</c>, <c>https:</c> or <c>//host</c>.</summary>
    External,

    /// <summary><c>mailto:</c></summary>
    Mail,

    /// <summary><c>tel:</c></summary>
    Telephone,

    /// <summary><c>javascript:</c>, <c>vbscript:</c>, <c>file:</c>, or <c>data:</c> that is no image.</summary>
    Unsafe,

    /// <summary>A path that begins with a drive's letter.</summary>
    LocalPath,

    /// <summary>What looks like <c>http://</c> or <c>https://</c> and is neither: <c>htps://</c>, <c>https;//</c>.</summary>
    MisspelledScheme,

    /// <summary>Any other scheme, such as <c>xref:</c>: none of our business.</summary>
    Other,
}
