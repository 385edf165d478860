using System.Text.Json;
using System.Text.RegularExpressions;
using Content.Package.Tests.Packages;

namespace Content.Package.Tests.PackedFiles;

public sealed partial class ContentBuildPackage(PackageFeed feed)
{
    private static readonly string[] ownFiles =
    [
        "Content.Build.nuspec", "LICENSE", "README.md", "THIRD-PARTY-NOTICES.txt", "build/Content.Build.Readme.targets", "build/Content.Build.props", "build/Content.Build.targets",
        "buildMultiTargeting/Content.Build.targets", "icon.png",
    ];

    private static readonly string[] taskFiles =
    [
        "AngleSharp.Css.dll", "AngleSharp.dll", "Content.Build.deps.json", "Content.Build.dll", "Content.Compiler.dll", "Content.Runtime.dll", "Content.Server.deps.json",
        "Content.Server.dll", "Content.Server.runtimeconfig.json", "HtmlSanitizer.dll", "Markdig.dll",
        "MessagePack.Annotations.dll", "MessagePack.dll", "Microsoft.NET.StringTools.dll", "Microsoft.VisualStudio.Threading.dll", "Microsoft.VisualStudio.Validation.dll",
        "Nerdbank.MessagePack.dll", "Nerdbank.Streams.dll", "Newtonsoft.Json.dll", "PolyType.dll",
        "SharpYaml.dll", "StreamJsonRpc.dll", "System.IO.Hashing.dll", "Tomlyn.dll",
    ];

    /// <summary>What colours code, once for every machine, with the native library for each.</summary>
    private static readonly string[] highlightingFiles =
    [
        "Content.Highlighting.deps.json", "Content.Highlighting.dll", "Content.Highlighting.runtimeconfig.json", "Onigwrap.dll", "TextMateSharp.Grammars.dll", "TextMateSharp.dll",
        "runtimes/linux-arm64/native/libonigwrap.so", "runtimes/linux-musl-arm64/native/libonigwrap.so", "runtimes/linux-musl-x64/native/libonigwrap.so",
        "runtimes/linux-x64/native/libonigwrap.so", "runtimes/osx-arm64/native/libonigwrap.dylib", "runtimes/osx-x64/native/libonigwrap.dylib",
        "runtimes/win-arm64/native/libonigwrap.dll", "runtimes/win-x64/native/libonigwrap.dll",
    ];

    /// <summary>Of these there is one for every system besides.</summary>
    private static readonly string[] compiledHighlightingFiles = ["Content.Highlighting.dll", "Onigwrap.dll", "TextMateSharp.dll"];

    /// <summary>The portable task, and the same compiled ahead of time for the machines that most builds run on.</summary>
    private static readonly string[] taskFolders = ["", "linux-x64/", "osx-arm64/", "win-x64/"];

    [Fact]
    public void Holds_the_targets_the_task_its_libraries_the_pages_and_nothing_else()
    {
        var tasks = taskFolders.SelectMany(folder => taskFiles.Select(file => $"tasks/net10.0/{folder}{file}"));
        var pages = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "example-site/content/diagnostics"), "CONTENT*.md")
            .Select(page => "docs/" + Path.GetFileName(page));

        var highlighting = highlightingFiles.Select(file => "tasks/net10.0/highlighting/" + file)
            .Concat(taskFolders.Skip(1).SelectMany(folder => compiledHighlightingFiles.Select(file => $"tasks/net10.0/{folder}highlighting/{file}")));
        Assert.Equal(ownFiles.Concat(tasks).Concat(highlighting).Concat(pages).Order(StringComparer.Ordinal), feed.FilesOf("Content.Build"));
    }

    [Fact]
    public void The_runtime_holds_one_assembly() => Assert.Equal(
        ["Content.Runtime.nuspec", "LICENSE", "README.md", "buildTransitive/Content.Runtime.targets", "icon.png", "lib/net8.0/Content.Runtime.dll", "lib/net8.0/Content.Runtime.xml"],
        feed.FilesOf("Content.Runtime"));

    [Fact]
    public void Has_a_notice_with_the_licence_of_each_library_that_it_carries()
    {
        var notices = feed.ReadText("Content.Build", "THIRD-PARTY-NOTICES.txt");
        var named = NoticeHeading().Matches(notices).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["licence"].Value);
        Assert.Equal(
            taskFiles.Concat(highlightingFiles.Where(file => !file.Contains('/', StringComparison.Ordinal))).Where(file => file.EndsWith(".dll", StringComparison.Ordinal) && !file.StartsWith("Content.", StringComparison.Ordinal)).Select(file => file[..^".dll".Length]).Order(StringComparer.Ordinal),
            named.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, licence) in named)
            Assert.Equal(LicenceOf(name), licence);
    }

    /// <summary>What the library's own package says, from where it was restored to when this was packed.</summary>
    private static string LicenceOf(string library)
    {
        // The server's own libraries and the task's are both among what the server was restored with.
        var project = library.StartsWith("TextMateSharp", StringComparison.Ordinal) || library == "Onigwrap" ? "Content.Highlighting" : "Content.Server";
        var assets = File.ReadAllText(Path.Combine(RepositoryRoot.Path, $"src/{project}/obj/project.assets.json"));
        using var document = JsonDocument.Parse(assets);
        var folder = document.RootElement.GetProperty("packageFolders").EnumerateObject().First().Name;
        var package = library == "Microsoft.VisualStudio.Threading" ? library + ".Only" : library;
        var path = document.RootElement.GetProperty("libraries").EnumerateObject()
            .Single(entry => entry.Name.StartsWith(package + "/", StringComparison.OrdinalIgnoreCase)).Value.GetProperty("path").GetString()!;
        return Regex.Match(File.ReadAllText(Path.Combine(folder, path, package.ToLowerInvariant() + ".nuspec")), "<license type=\"expression\">(?<id>[^<]*)<").Groups["id"].Value;
    }

    [GeneratedRegex("^=+\n(?<name>[\\w.]+): (?<licence>\\S+)\n=+$", RegexOptions.Multiline)]
    private static partial Regex NoticeHeading();

    [Fact]
    public void Packing_warns_of_nothing() => feed.PackOutcome.Passes();
}
