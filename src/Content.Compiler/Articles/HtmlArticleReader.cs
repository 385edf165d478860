using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>
/// Reads HTML articles in the same pass that goes over what Markdown renders, only that here everything is written by the author.
/// Made once for a configuration; any number of threads can read with it.
/// </summary>
public sealed class HtmlArticleReader(ContentConfiguration configuration)
{
    private readonly ReaderPool<HtmlBodyReader> readers = new(() => new HtmlBodyReader(configuration));

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
    public ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection) =>
        readers.Read(reader => reader.Read(source, bodyStart, collection));
}
