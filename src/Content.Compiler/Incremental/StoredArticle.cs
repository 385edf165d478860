using Content.Compiler.Articles;
using Content.Compiler.Sources;

namespace Content.Compiler.Incremental;

/// <summary>An article with what tells whether its facts still hold.</summary>
/// <param name="Stamp">The file as it was listed when it was read.</param>
/// <param name="Hash">Of its bytes; zero where they could not be read.</param>
/// <param name="Facts">Its facts as the state file has them: those of the last build are passed on as they are.</param>
/// <param name="Article">Its facts.</param>
/// <param name="BodyPlace">Where its body is stored; null where it was rendered by this build.</param>
internal sealed record StoredArticle(FileStamp Stamp, ContentHash Hash, ReadOnlyMemory<byte> Facts, Article Article, BodyPlace? BodyPlace);
