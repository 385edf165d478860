namespace Content.Compiler.Tests;

/// <summary>A project of a test's own: written, compiled, and gone when the test is.</summary>
internal sealed class TemporaryProject : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.Path;

    public void Write(string path, string text = "") => folder.Write(path, text);

    public string Full(string path) => folder.Full(path);

    public CompilationResult Compile(Func<CompilationRequest, CompilationRequest>? change = null)
    {
        var request = new CompilationRequest
        {
            ProjectDirectory = Path,
            ConfigurationFile = Full("content.json"),
            OutputDirectory = Full("obj/Debug/content"),
            Namespace = "MySite",
            BuildDate = new DateOnly(2026, 11, 23),
        };
        return ContentCompiler.Compile(change?.Invoke(request) ?? request, TestContext.Current.CancellationToken);
    }

    public void Dispose() => folder.Dispose();
}
