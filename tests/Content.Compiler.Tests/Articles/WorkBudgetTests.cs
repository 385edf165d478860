using System.Reflection;
using Content.Compiler.Articles.Markdown;
using Content.Compiler.Articles.Markdown.Budget;
using Content.Compiler.Schema;
using Content.Compiler.Tests.Corpora;
using Markdig.Parsers;

namespace Content.Compiler.Tests.Articles;

/// <summary>What people write takes next to nothing of the work that an article may take.</summary>
public sealed class WorkBudgetTests
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
            var budget = new WorkBudget(text);
            MarkdownParser.Parse(text, pipeline, budget);
            Assert.InRange(budget.Spent, 0, WorkBudget.Most / 1000);
        });
    }

    [Fact]
    public void Steps_were_measured_against_the_parser_that_is_used()
    {
        var version = typeof(Markdig.Markdown).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];
        Assert.True(
            version == WorkBudget.MeasuredAgainst,
            $"Markdig is {version}, the budgets were measured against {WorkBudget.MeasuredAgainst}. Run 'tests/Content.Fuzzing grow', look at what became slower, and then change the version.");
    }
}
