using System.Text;
using Content.Compiler.Configuration;
using Content.Compiler.Sources;

namespace Content.Compiler.Articles;

/// <summary>Reads HTML articles. Made once for a configuration; any number of threads can read with it.</summary>
public sealed class HtmlArticleReader
{
    /// <summary>A reader for articles of <paramref name="configuration"/>.</summary>
    public HtmlArticleReader(ContentConfiguration configuration) => ArgumentNullException.ThrowIfNull(configuration);

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
#pragma warning disable CA1822 // Reason: reading will depend on the configuration.
    public ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection) =>
#pragma warning restore CA1822
        new(new ArticleContent { Body = new ArticleBody(Encoding.UTF8.GetBytes(source.Text[bodyStart..]), []) }, TextMetadata.None);
}
