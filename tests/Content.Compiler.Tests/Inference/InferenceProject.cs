using Content.Compiler.Inference;

namespace Content.Compiler.Tests.Inference;

/// <summary>A project without a content.json.</summary>
internal sealed class InferenceProject(string? root = null) : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string ConfigurationFile => folder.Full("content.json");

    /// <summary>A copy of the folder <paramref name="source"/>.</summary>
    public static InferenceProject Copy(string source)
    {
        var project = new InferenceProject();
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
            project.Write(Path.GetRelativePath(source, file), File.ReadAllText(file));
        return project;
    }

    public InferenceProject Write(string path, string text)
    {
        folder.Write(path, text);
        return this;
    }

    public InferenceResult Infer() => ContentCompiler.Infer(
        new InferenceRequest { ProjectDirectory = folder.Path, ConfigurationFile = ConfigurationFile, Root = root },
        TestContext.Current.CancellationToken);

    public CompilationResult Compile() => ContentCompiler.Compile(
        new CompilationRequest
        {
            ProjectDirectory = folder.Path,
            ConfigurationFile = ConfigurationFile,
            ConfigurationIsRequired = true,
            Root = root,
            OutputDirectory = folder.Full("obj/content"),
            IncludeUnpublished = true,
            BuildDate = new DateOnly(2026, 11, 23),
            MaxParallelism = 2,
        },
        TestContext.Current.CancellationToken);

    public void Dispose() => folder.Dispose();
}
