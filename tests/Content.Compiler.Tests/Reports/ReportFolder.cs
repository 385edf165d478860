using System.Text.Json;
using Content.Compiler.Diagnostics;
using Content.Compiler.Reports;
using Content.Compiler.Tests.Pages;
using Content.Compiler.Text;
using NJsonSchema;

namespace Content.Compiler.Tests.Reports;

/// <summary>A project in a folder of its own, and the report on it.</summary>
internal sealed class ReportFolder : IDisposable
{
    private static readonly Lazy<Task<JsonSchema>> schema = new(() => JsonSchema.FromFileAsync(
        Path.Combine(RepositoryRoot.Path, "tests", "Content.Compiler.Tests", "Reports", "sarif-schema-2.1.0.json")));

    private readonly TemporaryFolder folder = new();

    public string File => folder.Full("reports/content.sarif");

    public string Project => folder.Full("site/My Site.csproj");

    public string Root => folder.Path;

    /// <summary>Where pages are published; nowhere unless a test says otherwise.</summary>
    public Func<string, string?> PageAddress { get; init; } = _ => null;

    /// <summary>Writes a source, relative to the project.</summary>
    public void WriteSource(string path, string text) => folder.Write("site/" + path, text);

    public void Dispose() => folder.Dispose();

    public Diagnostic? Write(params Diagnostic[] diagnostics) => SarifReport.Write(
        new ReportRequest
        {
            File = File,
            ProjectFile = Project,
            TargetFramework = "net10.0",
            SourceRoot = Root,
            Page = code => System.IO.File.ReadAllText(Path.Combine(DiagnosticPage.Folder, code + ".md")),
            PageAddress = PageAddress,
        },
        diagnostics);

    /// <summary>The run of the report, after the whole was held against the published schema.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        var text = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        Assert.Empty((await schema.Value).Validate(text));
        return Parse(text);
    }

    /// <summary>The run of a report that is too large to be held against the schema in a test's time.</summary>
    public JsonElement ReadLarge() => Parse(System.IO.File.ReadAllText(File));

    private static JsonElement Parse(string text) => JsonDocument.Parse(text).RootElement.GetProperty("runs")[0];

    public static Diagnostic Diagnostic(string code, string file, TextRange range, string message = "Message.") =>
        new(code, DiagnosticCatalog.Find(code)!.DefaultSeverity, file, range, message);
}
