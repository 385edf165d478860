using Content.Compiler.Diagnostics;
using Content.Compiler.Tests.CaseRunner;

namespace Content.Compiler.Tests.Pages;

/// <summary>
/// The pages tell the truth: there is one for each code, and what an example shows is what the compiler says.
/// To take over changed messages, run with CONTENT_UPDATE_CASES=1 and read what it wrote.
/// </summary>
public sealed class DiagnosticPageTests
{
    public static TheoryData<string> Codes => [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code)];

    public static TheoryData<string> CodesWithExample =>
        [.. DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Where(code => new DiagnosticPage(code).Console is not null)];

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

    [Fact]
    public void Only_codes_that_files_alone_cannot_bring_about_have_no_example_that_runs() => Assert.Equal(
        // An old SDK, a folder that is missing, bytes that are not UTF-8, the network, a defect, and a full disk.
        ["CONTENT0001", "CONTENT0005", "CONTENT1011", "CONTENT2101", "CONTENT2102", "CONTENT2103", "CONTENT9001", "CONTENT9002"],
        DiagnosticCatalog.All.Select(descriptor => descriptor.Code).Where(code => new DiagnosticPage(code).Console is null));

    [Theory]
    [MemberData(nameof(CodesWithExample))]
    public void The_example_of_a_page_gives_what_the_page_says(string code)
    {
        var page = new DiagnosticPage(code);
        using var folder = new TemporaryFolder();
        foreach (var (path, text) in page.Files)
            folder.Write(path, text);
        var diagnostics = new CaseFolder(folder.Path).Compile(folder.Full("obj")).Diagnostics;
        var actual = string.Concat(diagnostics.Select(diagnostic => CaseFolder.Format(diagnostic) + "\n"));
        if (Environment.GetEnvironmentVariable("CONTENT_UPDATE_CASES") == "1")
            page.Update(actual);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Code == code);
        Assert.Equal(page.Console, actual);
    }
}
