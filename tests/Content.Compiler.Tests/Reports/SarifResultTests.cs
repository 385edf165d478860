using System.Text.Json;
using Content.Compiler.Diagnostics;
using Content.Compiler.Reports;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Reports;

/// <summary>What code hosts do with results: know them again, leave out what is suppressed, offer corrections.</summary>
public sealed class SarifResultTests : IDisposable
{
    private const string Text = "# A\n\n[a](b.md) and [b](b.md)\n\n[a](b.md)\n\n[a](b.md) and [b](b.md)\n";

    private readonly ReportFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_fingerprint_stays_when_lines_come_and_go_above_and_when_the_message_changes()
    {
        folder.WriteSource("content/a.md", Text);
        folder.Write(At(3, 5, "File 'b.md' does not exist."), At(5, 5));
        var before = await FingerprintsAsync();
        folder.WriteSource("content/a.md", "New\r\n\r\n\n" + Text);
        folder.Write(At(6, 5, "File 'b.md' does not exist. Did you mean 'c.md'?"), At(8, 5));
        Assert.Equal(before, await FingerprintsAsync());
    }

    [Fact]
    public async Task Every_result_of_a_report_has_a_fingerprint_of_its_own()
    {
        folder.WriteSource("content/a.md", Text);
        folder.WriteSource("content/b.md", Text);
        Diagnostic[] results = [At(3, 5), At(3, 19), At(5, 5), At(7, 5), At(7, 19)];
        folder.Write([.. results, .. results.Select(result => result with { File = "content/b.md" }), At(3, 5) with { Code = "CONTENT2002" }]);
        var fingerprints = await FingerprintsAsync();
        Assert.Equal(11, fingerprints.Distinct().Count());
        // The same text at four places of one file is told apart by its number.
        Assert.Equal(
            ["1", "2", "3", "4"],
            fingerprints.Select(fingerprint => fingerprint.Split(':')).Where(parts => fingerprints[0].StartsWith(parts[0], StringComparison.Ordinal)).Select(parts => parts[1]));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_has_fingerprints_too()
    {
        folder.Write(At(3, 5), At(900, 1));
        Assert.Equal(2, (await FingerprintsAsync()).Distinct().Count());
    }

    [Fact]
    public async Task What_is_suppressed_says_where_and_why_and_all_others_say_that_they_are_not()
    {
        folder.Write(
            At(1, 1),
            At(2, 1) with { Suppression = new DiagnosticSuppression(IsInSource: true, "made by\nanother team") },
            At(3, 1) with { Suppression = new DiagnosticSuppression(IsInSource: false, "") });
        var suppressions = (await ResultsAsync()).Select(result => JsonSerializer.Serialize(result.GetProperty("suppressions")));
        Assert.Equal(
            ["[]", """[{"kind":"inSource","status":"accepted","justification":"made by\\u000Aanother team"}]""", """[{"kind":"external","status":"accepted"}]"""],
            suppressions);
    }

    [Fact]
    public async Task Corrections_are_fixes_of_the_file_that_the_result_is_in()
    {
        folder.Write(At(3, 5) with
        {
            Corrections =
            [
                Correction.Replace(new TextRange(3, 5, 3, 9), "./c.md", isCertain: false),
                new Correction("Insert a key", new TextRange(2, 1, 2, 1), "title: \"\"\n", IsCertain: false),
            ],
        });
        var result = Assert.Single(await ResultsAsync());
        var fixes = result.GetProperty("fixes");
        Assert.Equal(["Replace with './c.md'", "Insert a key"], fixes.EnumerateArray().Select(fix => fix.GetProperty("description").GetProperty("text").GetString()));
        var change = fixes[0].GetProperty("artifactChanges")[0];
        Assert.Equal("site/content/a.md", change.GetProperty("artifactLocation").GetProperty("uri").GetString());
        Assert.Equal(
            """{"deletedRegion":{"startLine":3,"startColumn":5,"endLine":3,"endColumn":9},"insertedContent":{"text":"./c.md"}}""",
            JsonSerializer.Serialize(change.GetProperty("replacements")[0]));
        folder.Write(At(3, 5));
        Assert.False((await ResultsAsync()).Single().TryGetProperty("fixes", out _));
    }

    [Fact]
    public void Of_too_many_results_the_worst_are_there_first_and_a_notification_counts_the_rest()
    {
        var warnings = Enumerable.Range(1, SarifReport.MostResults - 1).Select(line => At(line, 1) with { Severity = DiagnosticSeverity.Warning });
        var suppressed = At(1, 1) with { File = "content/0.md", Suppression = new DiagnosticSuppression(IsInSource: true, "") };
        Diagnostic[] all = [suppressed, .. warnings, At(70_000, 1), At(70_001, 1) with { Severity = DiagnosticSeverity.Info }];
        folder.Write(all);
        var run = folder.ReadLarge();
        var results = run.GetProperty("results");
        Assert.Equal(SarifReport.MostResults, results.GetArrayLength());
        Assert.Equal("error", results[0].GetProperty("level").GetString());
        Assert.DoesNotContain(results.EnumerateArray(), result => result.GetProperty("level").GetString() == "note");
        var notification = Assert.Single(run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray());
        Assert.Equal(
            "2 results are left out: a report holds at most 25000, the worst first. The log of the build has them all.",
            notification.GetProperty("message").GetProperty("text").GetString());

        folder.Write(all[..SarifReport.MostResults]);
        run = folder.ReadLarge();
        Assert.Equal(SarifReport.MostResults, run.GetProperty("results").GetArrayLength());
        Assert.False(run.TryGetProperty("invocations", out _));
    }

    private static Diagnostic At(int line, int column, string message = "Message.") =>
        ReportFolder.Diagnostic("CONTENT2001", "content/a.md", new TextRange(line, column, line, column + 4), message);

    private async Task<JsonElement[]> ResultsAsync() => [.. (await folder.ReadAsync()).GetProperty("results").EnumerateArray()];

    private async Task<string[]> FingerprintsAsync() =>
        [.. (await ResultsAsync()).Select(result => result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!)];
}
