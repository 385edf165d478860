using Content.Package.Tests.Packages;

namespace Content.Package.Tests.Projects;

/// <summary>A project somewhere outside of the repository, that refers to the package and to nothing else of ours.</summary>
internal sealed class TestProject
{
    public const string Console = """
        foreach (var article in Catalog.Articles)
            System.Console.WriteLine($"{article.Date:yyyy-MM-dd} {article.Title} {article.Url}");
        """;

    /// <summary>A warning in every build that has this article.</summary>
    public const string EmptyLink = "---\ntitle: Loose\ndate: 2026-01-02\n---\n\n[nowhere]()\n";

    private static readonly string[] quiet = ["-nologo", "-tl:off", "-v:m", "-clp:NoSummary", DotNet.WithoutNodesThatStay];

    private readonly string file;

    /// <param name="feed">Where the package comes from.</param>
    /// <param name="properties">XML in the project's property group.</param>
    /// <param name="items">XML in its item group.</param>
    /// <param name="sdk">Which SDK it is made with.</param>
    /// <param name="framework">The target framework, or several.</param>
    /// <param name="type">The output type.</param>
    /// <param name="name">The name of the project, and of its folder.</param>
    /// <param name="folder">The folder, where it is not one of its own.</param>
    /// <param name="reference">How the package is referred to.</param>
    public TestProject(
        PackageFeed feed, string properties = "", string items = "", string sdk = "Microsoft.NET.Sdk", string framework = "net10.0",
        string type = "Exe", string name = "app", string? folder = null, string? reference = null)
    {
        Folder = folder ?? feed.NewFolder(name);
        Directory.CreateDirectory(Folder);
        Name = name;
        Framework = framework;
        file = name + ".csproj";
        var frameworks = framework.Contains(';', StringComparison.Ordinal) ? "TargetFrameworks" : "TargetFramework";
        Write(file, $"""
            <Project Sdk="{sdk}">
              <PropertyGroup>
                <OutputType>{type}</OutputType>
                <{frameworks}>{framework}</{frameworks}>
                <ImplicitUsings>enable</ImplicitUsings>
                <Nullable>enable</Nullable>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                {reference ?? $"""<PackageReference Include="Content.Build" Version="{feed.Version}" />"""}
                {items}
              </ItemGroup>
            </Project>
            """);
        if (type == "Exe")
            Write("Program.cs", Console);
    }

    public string Folder { get; }

    public string Name { get; }

    public string Framework { get; }

    /// <summary>What a Debug build leaves for the C# compiler.</summary>
    public string Generated => PathOf($"obj/Debug/{Framework}/content/Catalog.g.cs");

    public string Blob => PathOf($"obj/Debug/{Framework}/content/Content.Catalog");

    /// <summary>What the C# compiler makes of it; its time tells whether the compiler ran.</summary>
    public string Compiled => PathOf($"obj/Debug/{Framework}/{Name}.dll");

    public string PathOf(string path) => Path.Combine(Folder, path);

    public TestProject Write(string path, string text)
    {
        var full = PathOf(path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
        return this;
    }

    /// <summary>An article without a flaw.</summary>
    public TestProject Article(string path, string title, string date = "2026-11-23", string body = "Some prose.") =>
        Write("content/" + path, $"---\ntitle: {title}\ndate: {date}\n---\n\n{body}\n");

    /// <summary>Many articles, of some length and with a link each.</summary>
    public TestProject Articles(int count)
    {
        var prose = string.Concat(Enumerable.Repeat("Some *prose* with `code`, and more of it in every line.\n\n", 40));
        for (var number = 0; number < count; number++)
            Article($"{number:D5}.md", $"Number {number}", body: $"[next]({(number + 1) % count:D5}.md)\n\n{prose}");
        return this;
    }

    public Outcome Build(params string[] arguments) => Run("build", arguments);

    /// <summary>Any of the commands that take the arguments of a build.</summary>
    public Outcome Run(string command, params string[] arguments) => DotNet.Run(Folder, [command, file, .. quiet, .. arguments]);

    /// <summary>Runs what was built, and gives its lines.</summary>
    public string[] Output(string? assembly = null)
    {
        var outcome = DotNet.Run(Folder, assembly ?? PathOf($"bin/Debug/{Framework}/{Name}.dll"));
        Assert.True(outcome.ExitCode == 0, outcome.Output);
        return outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>Everything below a folder, relative to the project, sorted.</summary>
    public string[] FilesBelow(string folder) =>
        !Directory.Exists(PathOf(folder)) ? [] : [.. Directory.EnumerateFiles(PathOf(folder), "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];
}
