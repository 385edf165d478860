using Content.Compiler.Articles.Markdown;
using Content.Compiler.Articles.Markdown.Effort;
using Content.Compiler.Schema;
using Content.Compiler.Tests.Corpora;
using Markdig.Parsers;

namespace Content.Compiler.Tests.Articles;

/// <summary>What people write takes next to nothing of the effort that an article may take.</summary>
public sealed class ParsingEffortTests
{
    public static TheoryData<string> Corpora => Corpus.Names;

    [Theory]
    [MemberData(nameof(Corpora))]
    public void No_article_takes_a_thousandth_of_what_it_may(string name)
    {
        using var corpus = new Corpus(name);
        var pipeline = MarkdownPipelines.Create(AnchorStyle.Markdig, MarkdownPipelines.UsualNesting);
        var articles = corpus.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)).Select(corpus.Read).ToList();

        Assert.NotEmpty(articles);
        Assert.All(articles, text =>
        {
            var effort = new ParsingEffort(text);
            MarkdownParser.Parse(text, pipeline, effort);
            Assert.InRange(effort.Spent, 0, ParsingEffort.Most / 1000);
        });
    }
}
