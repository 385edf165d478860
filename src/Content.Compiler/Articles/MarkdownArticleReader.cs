using Content.Compiler.Articles.Markdown;
using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Diagnostics;
using Content.Compiler.Dialects;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Content.Compiler.Text;
using Markdig;

namespace Content.Compiler.Articles;

/// <summary>
/// Reads Markdown articles: one parse, one rendering, and from them everything that the text says. Made once for a configuration;
/// any number of threads can read with it.
/// </summary>
public sealed class MarkdownArticleReader
{
    private readonly ContentConfiguration configuration;
    private readonly MarkdownPipeline pipeline;
    private readonly InclusionComposer composer;
    private readonly ReaderPool<MarkdownBodyReader> readers;

    /// <summary>A reader for articles of <paramref name="configuration"/>.</summary>
    public MarkdownArticleReader(ContentConfiguration configuration)
    {
        this.configuration = configuration;
        var dialects = new DialectSet(configuration);
        pipeline = MarkdownPipelines.Create(configuration.Anchors, MarkdownPipelines.UsualNesting, dialects);
        readers = new ReaderPool<MarkdownBodyReader>(() => new MarkdownBodyReader(pipeline, configuration));
        composer = new InclusionComposer(pipeline, configuration.Anchors, [new CommentInclusions(), .. dialects.Inclusions]);
    }

    /// <summary>The article with what it takes in, each part of which knows its own file.</summary>
    /// <param name="source">As it is written.</param>
    /// <param name="bodyStart">Where its text begins.</param>
    /// <param name="inputs">Where other files are looked up.</param>
    /// <param name="diagnostics">What cannot be taken in.</param>
    internal SourceText TakeIn(SourceText source, int bodyStart, ArticleInputs inputs, out IReadOnlyList<Diagnostic> diagnostics)
    {
        diagnostics = [];
        if (!composer.MayBeIn(source.Text.AsSpan(bodyStart)) || OpenDestinations.AreTooMany(source.Text.AsSpan(bodyStart)))
            return source;
        try
        {
            var found = new List<Diagnostic>();
            var composed = composer.Compose(source, bodyStart, inputs, found);
            diagnostics = found;
            return composed;
        }
        catch (Exception failure) when (failure is BudgetExceededException or ArgumentException)
        {
            // The article is read without what it takes in; where the text that is too much is its own, that is then told.
            diagnostics = [SourceErrors.TooMuch(source.File, source.GetRange(new TextSpan(bodyStart, 0)), "or too deeply nested parts in what it takes in")];
            return source;
        }
    }

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
    public ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection) => Read(source, bodyStart, collection, null);

    /// <summary>Reads an article that may take in code from other files.</summary>
    /// <inheritdoc cref="Read(SourceText, int, CollectionDefinition)"/>
    internal ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection, ArticleInputs? inputs)
    {
        if (OpenDestinations.AreTooMany(source.Text.AsSpan(bodyStart)))
            return DeepMarkdown.GiveUp(source, bodyStart);
        try
        {
            return readers.Read(reader => reader.Read(source, bodyStart, collection, inputs));
        }
        catch (BudgetExceededException tooMuch)
        {
            return DeepMarkdown.GiveUp(source, bodyStart, tooMuch);
        }
        catch (ArgumentException)
        {
            // The parser refuses deep nesting with this exception and no other.
            return DeepMarkdown.Read(source, bodyStart, configuration, collection, inputs);
        }
    }
}
