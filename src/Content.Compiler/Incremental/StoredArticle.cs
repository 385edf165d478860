using Content.Compiler.Articles;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>An article with what tells whether its facts still hold.</summary>
/// <param name="Source">The file as it was listed when it was read.</param>
/// <param name="Hash">XxHash128 of its bytes.</param>
/// <param name="Article">Its facts.</param>
/// <param name="BodyPlace">Where its body is stored; null where it was rendered by this build.</param>
internal sealed record StoredArticle(SourceFile Source, UInt128 Hash, Article Article, BodyPlace? BodyPlace);
