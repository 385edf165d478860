using Content.Compiler.Diagnostics;

namespace Content.Compiler.Tests.Corpora;

/// <summary>
/// Real articles, copied into a project of their own. The large corpora are no part of the repository: where they are not on the machine, a test
/// that needs them is skipped and says so. CONTENT_CORPORA names their folder; otherwise it is looked for above the repository. The articles of
/// the example site are their small twin, which is always there.
/// </summary>
internal sealed class Corpus : IDisposable
{
    private static readonly string[] staticFolders = ["static", "wwwroot"];

    /// <summary>The one that is part of the repository.</summary>
    private const string OwnSite = "example-site";

    private readonly TemporaryFolder project = new();

    /// <param name="name">Which.</param>
    /// <param name="configuration">The content.json; null for the corpus's own, which only names its articles and leaves out what is not for us.</param>
    public Corpus(string name, string? configuration = null)
    {
        var source = Locate(name);
        var content = Directory.Exists(Path.Combine(source, "content")) ? "content" : "docs";
        Copy(Path.Combine(source, content), project.Full("content"));
        foreach (var folder in staticFolders.Where(folder => Directory.Exists(Path.Combine(source, folder))))
            Copy(Path.Combine(source, folder), project.Full(folder));
        var ownConfiguration = name == OwnSite ? Path.Combine(source, "content.json") : Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Corpora", name + ".json");
        project.Write("content.json", configuration ?? File.ReadAllText(ownConfiguration));
        Files = [.. Directory.EnumerateFiles(project.Full("content"), "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(project.Full("content"), file).Replace('\\', '/')).Order(StringComparer.Ordinal)];
    }

    /// <summary>A corpus whose content.json raises nothing: the example site, as strict with itself as it can be, would be told more than is planted.</summary>
    public static Corpus WithUsualSeverities(string name)
    {
        var corpus = new Corpus(name);
        var configuration = File.ReadAllText(corpus.project.Full("content.json"));
        var severity = configuration.IndexOf("\"severity\": {", StringComparison.Ordinal);
        if (severity >= 0)
            corpus.project.Write("content.json", configuration.Remove(severity, configuration.IndexOf('}', severity) + 1 - severity).Insert(severity, "\"severity\": {}"));
        return corpus;
    }

    public static TheoryData<string> Names => [OwnSite, "rust-blog", "desktop-docs"];

    /// <summary>All files, relative to the content folder.</summary>
    public IReadOnlyList<string> Files { get; }

    public string Read(string file) => File.ReadAllText(project.Full("content/" + file));

    public void Write(string file, string text) => File.WriteAllText(project.Full("content/" + file), text);

    public CompilationResult Compile(bool withConfiguration = true)
    {
        using var output = new TemporaryFolder();
        return ContentCompiler.Compile(
            new CompilationRequest
            {
                ProjectDirectory = project.Path,
                ConfigurationFile = project.Full(withConfiguration ? "content.json" : "none.json"),
                OutputDirectory = output.Path,
                BuildDate = new DateOnly(2026, 11, 23),
                MaxParallelism = 2,
            },
            TestContext.Current.CancellationToken);
    }

    /// <summary>The text at the range of a diagnostic.</summary>
    public string At(Diagnostic diagnostic) => Articles.Reading.At(Read(diagnostic.File["content/".Length..]), diagnostic.Range);

    public void Dispose() => project.Dispose();

    /// <summary>The folder of a corpus; or the test is skipped.</summary>
    public static string Locate(string name)
    {
        if (name == OwnSite)
            return Path.Combine(RepositoryRoot.Path, OwnSite);
        if (Environment.GetEnvironmentVariable("CONTENT_CORPORA") is { Length: > 0 } given)
            return Path.Combine(given, name);
        for (var folder = new DirectoryInfo(RepositoryRoot.Path); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "corpora", name);
            if (Directory.Exists(candidate))
                return candidate;
        }

        Assert.Skip($"The corpus '{name}' is not on this machine: set CONTENT_CORPORA to the folder that holds it.");
        return "";
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
