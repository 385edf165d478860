using System.Collections.Concurrent;
using Content.Compiler.Articles.Markdown;
using Content.Compiler.Articles.Markdown.Budget;
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
    private readonly ConcurrentBag<MarkdownReading> readings = [];

    /// <summary>A reader for articles of <paramref name="configuration"/>.</summary>
    public MarkdownArticleReader(ContentConfiguration configuration)
    {
        this.configuration = configuration;
        pipeline = MarkdownPipelines.Create(configuration.Anchors, MarkdownPipelines.UsualNesting);
    }

    /// <summary>Reads the body of <paramref name="source"/>, which starts at <paramref name="bodyStart"/>.</summary>
    public ArticleReading Read(SourceText source, int bodyStart, CollectionDefinition collection)
    {
        if (OpenDestinations.AreTooMany(source.Text.AsSpan(bodyStart)))
            return DeepReading.GiveUp(source, bodyStart);
        if (!readings.TryTake(out var reading))
            reading = new MarkdownReading(pipeline, configuration);
        try
        {
            var read = reading.Read(source, bodyStart, collection);
            readings.Add(reading);
            return read;
        }
        catch (BudgetExceededException tooMuch)
        {
            return DeepReading.GiveUp(source, bodyStart, tooMuch);
        }
        catch (ArgumentException)
        {
            // The parser refuses deep nesting with this exception and no other. What was begun is in an unknown state and not used again.
            return DeepReading.Read(source, bodyStart, configuration, collection);
        }
    }
}
