namespace Content.Compiler.Tests.Incremental;

/// <summary>A project folder of its own for one test.</summary>
internal sealed class TemporaryProject : IDisposable
{
    public string Directory { get; } = System.IO.Directory.CreateTempSubdirectory("content-project-").FullName;

    public string Output => Path.Combine(Directory, "obj", "content");

    /// <summary>Writes a file that is old enough for its time to be trusted.</summary>
    public void Write(string path, string text)
    {
        var full = Path.Combine(Directory, path);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        Age(path, TimeSpan.FromMinutes(5));
    }

    public void Age(string path, TimeSpan age) => File.SetLastWriteTimeUtc(Path.Combine(Directory, path), DateTime.UtcNow - age);

    public void Delete(string path) => File.Delete(Path.Combine(Directory, path));

    public CompilationRequest Request(int threads = 2) => new()
    {
        ProjectDirectory = Directory,
        ConfigurationFile = Path.Combine(Directory, "content.json"),
        OutputDirectory = Output,
        Namespace = "Incremental",
        BuildDate = new DateOnly(2026, 11, 23),
        MaxParallelism = threads,
    };

    public CompilationResult Compile(int threads = 2) => ContentCompiler.Compile(Request(threads), TestContext.Current.CancellationToken);

    /// <summary>Both outputs: the code, and the blob in hexadecimal.</summary>
    public (string Source, string Blob) Outputs() =>
        (File.ReadAllText(Path.Combine(Output, "Catalog.g.cs")), Convert.ToHexString(File.ReadAllBytes(Path.Combine(Output, "Content.Catalog"))));

    /// <summary>What a build without any state makes of the same files.</summary>
    public (string Source, string Blob) FromScratch()
    {
        if (System.IO.Directory.Exists(Output))
            System.IO.Directory.Move(Output, Output + ".kept");
        var result = Compile(threads: 1);
        Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics.Take(5)));
        var outputs = Outputs();
        System.IO.Directory.Delete(Output, recursive: true);
        if (System.IO.Directory.Exists(Output + ".kept"))
            System.IO.Directory.Move(Output + ".kept", Output);
        return outputs;
    }

    public void Dispose() => System.IO.Directory.Delete(Directory, recursive: true);
}
