using Content.Compiler.Diagnostics;
using Content.Compiler.Tests.Corpora;

namespace Content.Compiler.Tests.Incremental;

/// <summary>Real documentation goes through the whole compiler.</summary>
public sealed class CorpusTests
{
    [Theory]
    [InlineData("example-site", "content")]
    [InlineData("rust-blog", "content")]
    [InlineData("desktop-docs", "docs")]
    [InlineData("inherited", "content")]
    public void A_corpus_compiles_without_a_defect_and_twice_the_same(string corpus, string root)
    {
        var directory = Corpus.Locate(corpus);
        using var output = new TemporaryFolder();
        var request = new CompilationRequest
        {
            ProjectDirectory = directory,
            ConfigurationFile = Path.Combine(directory, "content.json"),
            Root = root,
            OutputDirectory = output.Path,
            Namespace = "Corpus",
            BuildDate = new DateOnly(2026, 11, 23),
            MaxParallelism = 2,
        };
        var first = ContentCompiler.Compile(request, TestContext.Current.CancellationToken);
        var second = ContentCompiler.Compile(request, TestContext.Current.CancellationToken);
        Assert.DoesNotContain(first.Diagnostics, diagnostic => diagnostic.Code.StartsWith("CONTENT9", StringComparison.Ordinal));
        Assert.NotEqual(0, first.Articles.Total);
        Assert.Equal(first.Diagnostics, second.Diagnostics);
        Assert.Equal(first.Diagnostics.Order(), first.Diagnostics);
        Assert.DoesNotContain(first.Diagnostics, diagnostic => diagnostic.Severity == DiagnosticSeverity.None);
    }
}
