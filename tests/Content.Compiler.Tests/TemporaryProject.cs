namespace Content.Compiler.Tests;

/// <summary>A project of a test's own: written, compiled, edited, and gone when the test is.</summary>
internal sealed class TemporaryProject : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public string Path => folder.Path;

    public string Output => Full("obj/content");

    /// <summary>Writes a file that is old enough for its time to be trusted.</summary>
    public void Write(string path, string text = "")
    {
        folder.Write(path, text);
        Age(path, TimeSpan.FromMinutes(5));
    }

    public void Age(string path, TimeSpan age) => File.SetLastWriteTimeUtc(Full(path), DateTime.UtcNow - age);

    public void Delete(string path) => File.Delete(Full(path));

    public string Full(string path) => folder.Full(path);

    public CompilationRequest Request(int threads = 2) => new()
    {
        ProjectDirectory = Path,
        ConfigurationFile = Full("content.json"),
        OutputDirectory = Output,
        Namespace = "MySite",
        BuildDate = new DateOnly(2026, 11, 23),
        MaxParallelism = threads,
    };

    public CompilationResult Compile(int threads = 2) => Compile(request => request with { MaxParallelism = threads });

    public CompilationResult Compile(Func<CompilationRequest, CompilationRequest> change) =>
        ContentCompiler.Compile(change(Request()), TestContext.Current.CancellationToken);

    /// <summary>Both outputs: the code, and the blob in hexadecimal.</summary>
    public (string Source, string Blob) Outputs() =>
        (File.ReadAllText(System.IO.Path.Combine(Output, "Catalog.g.cs")), Convert.ToHexString(File.ReadAllBytes(System.IO.Path.Combine(Output, "Content.Catalog"))));

    /// <summary>What a build without any state makes of the same files.</summary>
    public (string Source, string Blob) FromScratch()
    {
        if (Directory.Exists(Output))
            Directory.Move(Output, Output + ".kept");
        var result = Compile(threads: 1);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics.Take(5)));
        var outputs = Outputs();
        Directory.Delete(Output, recursive: true);
        if (Directory.Exists(Output + ".kept"))
            Directory.Move(Output + ".kept", Output);
        return outputs;
    }

    public void Dispose() => folder.Dispose();
}
