using System.Collections.Immutable;
using Content.Compiler.Diagnostics;
using Content.Compiler.Packages;
using Content.Compiler.Tests.CaseRunner;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Pages;

/// <summary>
/// The pages tell the truth: there is one for each code, and what an example shows is what the compiler says.
/// To take over changed messages, run with CONTENT_UPDATE_CASES=1 and read what it wrote.
/// </summary>
public sealed class DiagnosticPageTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)];

    /// <summary>What takes more than files and the compiler: an old SDK, another site, a defect, a full disk. Each has a test that brings it about.</summary>
    private static readonly string[] broughtAboutElsewhere = ["CONTENT0001", "CONTENT2101", "CONTENT2102", "CONTENT2103", "CONTENT5006", "CONTENT9001", "CONTENT9002"];

    public static TheoryData<string> CodesOfFiles => [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Except(broughtAboutElsewhere)];

    [Fact]
    public void Every_page_is_of_a_code() => Assert.Equal(
        DiagnosticCatalog.All.Select(descriptor => descriptor.Code),
        Directory.EnumerateFiles(DiagnosticPage.Folder).Select(file => Path.GetFileNameWithoutExtension(file)).Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_page_has_the_title_and_the_severity_of_its_code(string code)
    {
        var (page, descriptor) = (new DiagnosticPage(code), DiagnosticCatalog.Find(code)!);
        Assert.Equal(code, page.Field("code"));
        Assert.Equal(descriptor.Title, page.Field("title"));
        Assert.Equal(descriptor.DefaultSeverity == DiagnosticSeverity.None ? "off" : descriptor.DefaultSeverity.ToString().ToLowerInvariant(), page.Field("severity"));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void Every_page_shows_what_is_said_and_how_to_fix_it(string code)
    {
        var page = new DiagnosticPage(code);
        Assert.NotNull(page.Console);
        Assert.Contains(code, page.Console, StringComparison.Ordinal);
        Assert.True(page.HasAdvice);
    }

    [Theory]
    [MemberData(nameof(CodesOfFiles))]
    public void Following_the_advice_of_messages_and_page_leaves_nothing_to_say(string code)
    {
        var page = new DiagnosticPage(code);
        using var folder = new TemporaryFolder();
        foreach (var file in page.Files)
            file.WriteTo(folder);
        foreach (var diagnostic in Say(page, folder).Reverse())
        {
            if (diagnostic.Corrections is [var first, ..])
                Apply(first, folder.Full(diagnostic.File));
        }

        foreach (var file in page.FixedFiles)
            file.WriteTo(folder);
        var left = Say(page, folder)
            // A configuration that is shown without articles has none.
            .Where(diagnostic => page.Files.Any(file => file.Path != "content.json") || diagnostic.Code is not ("CONTENT0004" or "CONTENT0005"));
        Assert.Equal("", string.Concat(left.Select(diagnostic => CaseFolder.Format(diagnostic) + "\n")));
    }

    [Fact]
    public void A_defect_says_what_its_page_says() => Assert.Equal(
        new DiagnosticPage("CONTENT9001").Console,
        CaseFolder.Format(InternalErrors.Defect(new InvalidOperationException("Sequence contains no elements"), "content/hello.md")) + "\n");

    [Fact]
    public void An_output_that_cannot_be_written_says_what_its_page_says()
    {
        using var folder = new TemporaryFolder();
        folder.Write("content/hello.md", "---\ntitle: Hello\ndate: 2026-11-23\n---\n");
        folder.Write("obj/content", "in the way");
        var diagnostics = new CaseFolder(folder.Path).Compile(folder.Full("obj/content")).Diagnostics;
        Assert.Equal(
            new DiagnosticPage("CONTENT9002").Console,
            string.Concat(diagnostics.Select(diagnostic => CaseFolder.Format(diagnostic).Replace(folder.Path, "/work/site", StringComparison.Ordinal) + "\n")));
    }

    /// <summary>What is said of the example's files: of a README or a changelog when it is packed, of all else when it is built.</summary>
    private static ImmutableArray<Diagnostic> Say(DiagnosticPage page, TemporaryFolder folder)
    {
        if (!page.Files.Any(file => file.Path is "README.md" or "CHANGELOG.md"))
            return new CaseFolder(folder.Path).Compile(folder.Full("obj")).Diagnostics;
        string? Full(string name) => File.Exists(folder.Full(name)) ? folder.Full(name) : null;
        return ContentCompiler.CheckPackage(new PackageTextRequest
        {
            ProjectDirectory = folder.Path,
            SourceRoot = folder.Path,
            Readme = Full("README.md"),
            Changelog = Full("CHANGELOG.md"),
            Version = "1.2.0",
            RepositoryUrl = "https://github.com/example/library",
            RepositoryCommit = "0123456789abcdef",
        }).Diagnostics;
    }

    private static void Apply(Correction correction, string file)
    {
        var text = File.ReadAllText(file);
        var lines = new LineMap(text);
        var (start, end) = (lines.GetOffset(correction.Range.StartLine, correction.Range.StartColumn), lines.GetOffset(correction.Range.EndLine, correction.Range.EndColumn));
        File.WriteAllText(file, string.Concat(text.AsSpan(0, start), correction.Text, text.AsSpan(end)));
    }

    [Theory]
    [MemberData(nameof(CodesOfFiles))]
    public void The_example_of_a_page_gives_what_the_page_says(string code)
    {
        var page = new DiagnosticPage(code);
        using var folder = new TemporaryFolder();
        foreach (var file in page.Files)
            file.WriteTo(folder);
        var diagnostics = Say(page, folder);
        var actual = string.Concat(diagnostics.Select(diagnostic => CaseFolder.Format(diagnostic) + "\n"));
        if (Environment.GetEnvironmentVariable("CONTENT_UPDATE_CASES") == "1")
            page.Update(actual);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == code);
        Assert.Equal(page.Console, actual);
    }
}
