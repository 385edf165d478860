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

    public void Dispose() => folder.Dispose();

    public Diagnostic? Write(params Diagnostic[] diagnostics) => SarifReport.Write(
        new ReportRequest
        {
            File = File,
            ProjectFile = Project,
            SourceRoot = Root,
            Page = code => System.IO.File.ReadAllText(Path.Combine(DiagnosticPage.Folder, code + ".md")),
            PageAddress = code => new Uri(Path.Combine(DiagnosticPage.Folder, code + ".md")).AbsoluteUri,
        },
        diagnostics);

    /// <summary>The run of the report, after the whole was held against the published schema.</summary>
    public async Task<JsonElement> ReadAsync()
    {
        var text = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        Assert.Empty((await schema.Value).Validate(text));
        return JsonDocument.Parse(text).RootElement.GetProperty("runs")[0];
    }

    public static Diagnostic Diagnostic(string code, string file, TextRange range, string message = "Message.") =>
        new(code, DiagnosticCatalog.Find(code)!.DefaultSeverity, file, range, message);
}
