using Content.Compiler.Tests.CaseRunner;
using Content.Compiler.Tests.Corpora;

namespace Content.Compiler.Tests.Inference;

/// <summary>Real sites: what is inferred from their articles is what their articles keep.</summary>
public sealed class CorpusInferenceTests
{
    [Theory]
    [InlineData("rust-blog", "content", 755)]
    [InlineData("desktop-docs", "docs", 1620)]
    public void The_inferred_file_makes_the_build_free_of_all_but_broken_links(string corpus, string folder, int articles)
    {
        using var project = new InferenceProject(Path.Combine(Corpus.Locate(corpus), folder));
        Assert.Empty(project.Infer().Diagnostics);

        var result = project.Compile();

        Assert.Equal([], result.Diagnostics.Where(found => found.Code is not ['C', 'O', 'N', 'T', 'E', 'N', 'T', '2' or '3', ..]).Select(CaseFolder.Format));
        Assert.Equal(articles, result.Articles.Total);
    }
}
