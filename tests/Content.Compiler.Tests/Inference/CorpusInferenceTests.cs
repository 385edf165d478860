using Content.Compiler.Inference;
using Content.Compiler.Tests.CaseRunner;

namespace Content.Compiler.Tests.Inference;

/// <summary>Real sites: what is inferred from their articles is what their articles keep.</summary>
public sealed class CorpusInferenceTests : IDisposable
{
    private readonly TemporaryFolder project = new();

    [Theory]
    [InlineData("rust-blog/content")]
    [InlineData("desktop-docs/docs")]
    public void The_inferred_file_makes_the_build_free_of_metadata_errors(string corpus)
    {
        var inferred = Infer(corpus);
        Assert.Empty(inferred.Diagnostics);

        var result = Compile(corpus);

        Assert.Equal([], result.Diagnostics.Where(found => found.Code is [.., '0' or '1', _, _, _]).Select(CaseFolder.Format));
        Assert.True(result.Articles.Total > 700);
    }

    public void Dispose() => project.Dispose();

    private InferenceResult Infer(string corpus) => ContentCompiler.Infer(
        new InferenceRequest
        {
            ProjectDirectory = project.Path,
            ConfigurationFile = project.Full("content.json"),
            Root = Corpus.Folder(corpus),
        },
        TestContext.Current.CancellationToken);

    private CompilationResult Compile(string corpus) => ContentCompiler.Compile(
        new CompilationRequest
        {
            ProjectDirectory = project.Path,
            ConfigurationFile = project.Full("content.json"),
            ConfigurationIsRequired = true,
            Root = Corpus.Folder(corpus),
            OutputDirectory = project.Full("obj"),
            BuildDate = new DateOnly(2026, 11, 23),
            MaxParallelism = 2,
        },
        TestContext.Current.CancellationToken);
}
