using System.Text;
using System.Text.Json;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Reports;

/// <summary>A report is SARIF 2.1.0 by the published schema, and by the rules that a schema cannot say.</summary>
public sealed class SarifReportTests : IDisposable
{
    private static readonly TextRange range = new(3, 7, 3, 15);

    private readonly ReportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_diagnostic_is_a_result_at_its_place()
    {
        Assert.Null(folder.Write(ReportFolder.Diagnostic("CONTENT1002", "content/posts/hello.md", range, "'date' must be a date.")));
        var result = Assert.Single((await folder.ReadAsync()).GetProperty("results").EnumerateArray());
        Assert.Equal("CONTENT1002", result.GetProperty("ruleId").GetString());
        Assert.Equal("error", result.GetProperty("level").GetString());
        Assert.Equal("'date' must be a date.", result.GetProperty("message").GetProperty("text").GetString());
        var place = result.GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal("site/content/posts/hello.md", Uri(place));
        Assert.Equal("%SRCROOT%", place.GetProperty("artifactLocation").GetProperty("uriBaseId").GetString());
        Assert.Equal("""{"startLine":3,"startColumn":7,"endLine":3,"endColumn":15}""", JsonSerializer.Serialize(place.GetProperty("region")));
    }

    [Theory]
    [InlineData("content/a b#c?d%e.md", "site/content/a%20b%23c%3Fd%25e.md")]
    [InlineData("content/über/日本.md", "site/content/%C3%BCber/%E6%97%A5%E6%9C%AC.md")]
    [InlineData("c:d.md", "site/c%3Ad.md")]
    [InlineData("../shared/x.md", "shared/x.md")]
    [InlineData("", "site/My%20Site.csproj")]
    public async Task A_file_is_named_by_a_relative_address_that_leads_back_to_it(string file, string uri)
    {
        folder.Write(ReportFolder.Diagnostic("CONTENT1011", file, TextRange.FileStart));
        var place = (await folder.ReadAsync()).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.Equal(uri, Uri(place));
        var written = file.Length == 0 ? folder.Project : Path.GetFullPath(file, Path.GetDirectoryName(folder.Project)!);
        Assert.Equal(written, Path.Combine(folder.Root, System.Uri.UnescapeDataString(uri)));
        Assert.True(System.Uri.IsWellFormedUriString(uri, UriKind.Relative));
    }

    [Fact]
    public async Task A_file_outside_of_the_root_has_an_absolute_address_and_no_base()
    {
        folder.Write(ReportFolder.Diagnostic("CONTENT1011", "../../elsewhere/x.md", TextRange.FileStart));
        var place = (await folder.ReadAsync()).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.StartsWith("file:///", Uri(place), StringComparison.Ordinal);
        Assert.False(place.GetProperty("artifactLocation").TryGetProperty("uriBaseId", out _));
    }

    [Fact]
    public async Task Every_code_is_a_rule_and_every_result_points_to_its_own()
    {
        Diagnostic[] all = [.. DiagnosticCatalog.All.Select(descriptor => ReportFolder.Diagnostic(descriptor.Code, "content/x.md", range))];
        folder.Write(all);
        var run = await folder.ReadAsync();
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        Assert.Equal(DiagnosticCatalog.All.Length, rules.GetArrayLength());
        Assert.Equal(all.Length, run.GetProperty("results").GetArrayLength());
        foreach (var result in run.GetProperty("results").EnumerateArray())
        {
            var rule = rules[result.GetProperty("ruleIndex").GetInt32()];
            Assert.Equal(result.GetProperty("ruleId").GetString(), rule.GetProperty("id").GetString());
            Assert.Equal(result.GetProperty("level").GetString(), rule.GetProperty("defaultConfiguration").GetProperty("level").GetString());
        }
    }

    [Fact]
    public async Task A_rule_brings_its_page_along()
    {
        folder.Write();
        var driver = (await folder.ReadAsync()).GetProperty("tool").GetProperty("driver");
        Assert.Matches(@"^\d+\.\d+\.\d+", driver.GetProperty("semanticVersion").GetString());
        foreach (var rule in driver.GetProperty("rules").EnumerateArray())
        {
            Assert.NotEqual("", rule.GetProperty("shortDescription").GetProperty("text").GetString());
            Assert.NotEqual("", rule.GetProperty("fullDescription").GetProperty("text").GetString());
            Assert.False(rule.TryGetProperty("helpUri", out _));
            Assert.Equal(rule.GetProperty("help").GetProperty("text").GetString(), rule.GetProperty("help").GetProperty("markdown").GetString());
            var help = rule.GetProperty("help").GetProperty("markdown").GetString()!;
            Assert.Contains("\n## Cause\n", help, StringComparison.Ordinal);
            Assert.DoesNotContain("CONTENT9002.md)", help, StringComparison.Ordinal);
        }

        var dead = driver.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "CONTENT2101");
        Assert.Contains("reported as CONTENT2103, not as dead", dead.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.Contains("[somebody wrote](https://", dead.GetProperty("help").GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.False(
            driver.GetProperty("rules").EnumerateArray().Single(rule => rule.GetProperty("id").GetString() == "CONTENT2103")
                .GetProperty("defaultConfiguration").GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public async Task A_rule_has_an_address_where_its_page_is_published_and_only_there()
    {
        using var published = new ReportFolder { PageAddress = code => code == "CONTENT2001" ? "https://docs.example/diagnostics/CONTENT2001/" : null };
        published.Write();
        var rules = (await published.ReadAsync()).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray();
        var addressed = Assert.Single(rules, rule => rule.TryGetProperty("helpUri", out _));
        Assert.Equal("CONTENT2001", addressed.GetProperty("id").GetString());
        Assert.Equal("https://docs.example/diagnostics/CONTENT2001/", addressed.GetProperty("helpUri").GetString());
    }

    [Fact]
    public async Task A_run_is_named_by_project_and_framework()
    {
        folder.Write();
        Assert.Equal("content/site/My Site/net10.0/", (await folder.ReadAsync()).GetProperty("automationDetails").GetProperty("id").GetString());
    }

    [Fact]
    public async Task Nothing_wrong_makes_a_report_without_results()
    {
        folder.Write();
        Assert.Equal(0, (await folder.ReadAsync()).GetProperty("results").GetArrayLength());
    }

    [Fact]
    public void The_same_diagnostics_in_any_order_make_the_same_bytes_in_utf8_without_a_mark()
    {
        Diagnostic[] diagnostics =
        [
            ReportFolder.Diagnostic("CONTENT2001", "content/b.md", range, "„Ü“ \uD800 {0} <b>"),
            ReportFolder.Diagnostic("CONTENT2001", "content/a.md", range),
            ReportFolder.Diagnostic("CONTENT1001", "content/a.md", range),
        ];
        folder.Write(diagnostics);
        var first = File.ReadAllBytes(folder.File);
        File.Delete(folder.File);
        folder.Write([.. diagnostics.Reverse()]);
        Assert.Equal(first, File.ReadAllBytes(folder.File));
        Assert.Equal((byte)'{', first[0]);
        Assert.DoesNotContain((byte)'\r', first);
        Assert.Contains("„Ü“ \\uFFFD {0} <b>", new UTF8Encoding(false, true).GetString(first), StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_that_would_be_the_same_is_left_alone_and_nothing_else_is_left_behind()
    {
        folder.Write();
        var old = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        File.SetLastWriteTimeUtc(folder.File, old);
        folder.Write();
        Assert.Equal(old, File.GetLastWriteTimeUtc(folder.File));
        folder.Write(ReportFolder.Diagnostic("CONTENT2001", "content/b.md", range));
        Assert.NotEqual(old, File.GetLastWriteTimeUtc(folder.File));
        Assert.Equal([folder.File], Directory.EnumerateFiles(Path.GetDirectoryName(folder.File)!));
    }

    [Fact]
    public async Task Builds_that_write_it_at_the_same_time_leave_one_whole_report()
    {
        var diagnostics = Enumerable.Range(1, 50).Select(line => ReportFolder.Diagnostic("CONTENT2001", "content/b.md", new TextRange(line, 1, line, 2))).ToArray();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, 16), TestContext.Current.CancellationToken, (_, _) =>
            {
                Assert.Null(folder.Write(diagnostics));
                return ValueTask.CompletedTask;
            });
        Assert.Equal(50, (await folder.ReadAsync()).GetProperty("results").GetArrayLength());
        Assert.Single(Directory.EnumerateFiles(Path.GetDirectoryName(folder.File)!));
    }

    [Fact]
    public void A_path_that_cannot_be_written_is_an_error_with_a_code()
    {
        Directory.CreateDirectory(folder.File);
        var error = folder.Write();
        Assert.NotNull(error);
        Assert.Equal(("CONTENT9002", DiagnosticSeverity.Error), (error.Code, error.Severity));
        Assert.Contains(folder.File, error.Message, StringComparison.Ordinal);
    }

    private static string? Uri(JsonElement place) => place.GetProperty("artifactLocation").GetProperty("uri").GetString();
}
