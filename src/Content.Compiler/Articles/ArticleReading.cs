using Content.Compiler.Entries;

namespace Content.Compiler.Articles;

/// <summary>What came of reading an article's text.</summary>
/// <param name="Content">The facts and the rendered body.</param>
/// <param name="Text">What the text offers as metadata.</param>
public sealed record ArticleReading(ArticleContent Content, TextMetadata Text);
