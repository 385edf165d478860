using System.Collections.Immutable;

namespace Content.Compiler.Articles;

/// <summary>What only the catalog and the fragments of links ask of a text.</summary>
internal interface IArticleOutline
{
    /// <summary>See <see cref="ArticleContent.Anchors"/>.</summary>
    ImmutableArray<string> Anchors { get; }

    /// <summary>See <see cref="ArticleContent.Headings"/>.</summary>
    ImmutableArray<ArticleHeading> Headings { get; }

    /// <summary>See <see cref="ArticleContent.Excerpt"/>.</summary>
    string Excerpt { get; }
}
