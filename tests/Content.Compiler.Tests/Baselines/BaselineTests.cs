using Content.Compiler.Baselines;
using Content.Compiler.Diagnostics;
using Content.Compiler.Text;
using Content.Compiler.Workspaces;

namespace Content.Compiler.Tests.Baselines;

/// <summary>Only new faults fail: what was accepted stays a message whatever moves around it, and nothing else becomes one.</summary>
public sealed class BaselineTests : IDisposable
{
    private const string Configuration = """{ "collections": { "articles": { "type": "Article", "files": "**/*.md", "fields": { "title": "string" } } } }""";

    private readonly TemporaryProject project = new();

    public BaselineTests() => project.Write("content.json", Configuration);

    public void Dispose() => project.Dispose();

    private string BaselineFile => project.Full(Baseline.FileName);

    [Fact]
    public void What_is_accepted_is_a_message_and_what_is_new_fails()
    {
        project.Write("content/a.md", Article("[x](./gone.md)"));
        Assert.False(project.Compile().Succeeded);
        Assert.Equal(1, Accept().Accepted);
        var result = project.Compile();
        Assert.True(result.Succeeded);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(result.Diagnostics).Severity);
        project.Write("content/a.md", Article("[x](./gone.md) and [y](./gone.md)"));
        Assert.Equal([DiagnosticSeverity.Info, DiagnosticSeverity.Error], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Severity));
    }

    [Fact]
    public void The_file_is_sorted_and_the_same_whenever_it_is_written()
    {
        project.Write("content/b.md", Article("[x](./gone.md)\n\n![](no.png) [x](./gone.md)"));
        project.Write("content/a b.md", "---\ndate: x\n---\n");
        Accept();
        var lines = File.ReadAllLines(BaselineFile);
        Assert.Equal(Baseline.Header, lines[0]);
        Assert.Equal(lines.Order(StringComparer.Ordinal), lines);
        Assert.Equal(6, lines.Length);
        var written = File.ReadAllText(BaselineFile);
        Accept();
        Assert.Equal(written, File.ReadAllText(BaselineFile));
    }

    [Fact]
    public void Fifty_files_renamed_and_lines_added_keep_it_true()
    {
        for (var index = 0; index < 50; index++)
            project.Write($"content/old/page-{index}.md", Article($"[x](./gone.md) and [y](./gone-{index}.md)"));
        Assert.Equal(100, Accept().Accepted);
        var accepted = File.ReadAllText(BaselineFile);
        Directory.Move(project.Full("content/old"), project.Full("content/new"));
        for (var index = 0; index < 50; index++)
        {
            var text = File.ReadAllText(project.Full($"content/new/page-{index}.md"));
            project.Delete($"content/new/page-{index}.md");
            project.Write($"content/new/renamed-{index}.md", text.Replace("Before", "More\n\nlines\n\nbefore", StringComparison.Ordinal) + "\nAnd after.\n");
        }

        var result = project.Compile();
        Assert.Equal(100, result.Diagnostics.Length);
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal(DiagnosticSeverity.Info, diagnostic.Severity));
        Assert.Equal(accepted, File.ReadAllText(BaselineFile));
    }

    /// <summary>By any of these what was to stay hidden is published, or what was to be read is not.</summary>
    [Theory]
    [InlineData("draft: maybe", "")]
    [InlineData("publishDate: some day", "")]
    [InlineData("expiryDate: 2026-13-01", "")]
    [InlineData("draft: false\ndraft: true", "")]
    [InlineData("x: y", "Before <template> hidden")]
    [InlineData("x: y", "Before <script> hidden")]
    [InlineData("x: y", "Before <title/> hidden")]
    public void Drafts_that_are_published_and_lost_text_are_never_accepted(string field, string body)
    {
        project.Write("content.json", Configuration.Replace("\"fields\"", "\"unknownFields\": \"ignore\", \"fields\"", StringComparison.Ordinal));
        project.Write("content/a.md", $"---\ntitle: A\n{field}\n---\n\n{body}\n");
        var before = Assert.Single(project.Compile().Diagnostics);
        var accepted = Accept();
        Assert.Equal((0, 1), (accepted.Accepted, accepted.Unacceptable.Length));
        Assert.Equal([before], project.Compile().Diagnostics);
    }

    /// <summary>The near misses: text that is shown all the same, and a key that the collection has taken for itself.</summary>
    [Theory]
    [InlineData("x: y", "Before <b> shown")]
    [InlineData("slug: a b", "")]
    [InlineData("x: y\nx: z", "")]
    public void Faults_beside_them_are_accepted(string field, string body)
    {
        project.Write("content.json", Configuration.Replace("\"fields\"", "\"unknownFields\": \"ignore\", \"fields\"", StringComparison.Ordinal));
        project.Write("content/a.md", $"---\ntitle: A\n{field}\n---\n\n{body}\n");
        Assert.Equal(1, Accept().Accepted);
        Assert.Equal(DiagnosticSeverity.Info, Assert.Single(project.Compile().Diagnostics).Severity);
    }

    [Fact]
    public void A_key_that_the_collection_declares_holds_nothing_back_and_is_accepted()
    {
        project.Write("content.json", Configuration.Replace("\"title\"", "\"publishDate\": \"date?\", \"title\"", StringComparison.Ordinal));
        project.Write("content/a.md", "---\ntitle: A\npublishDate: some day\n---\n");
        Assert.Equal(1, Accept().Accepted);
    }

    [Fact]
    public void A_renamed_file_is_the_one_that_has_most_of_its_faults()
    {
        project.Write("content/old.md", Article("[x](./gone.md) and [y](./lost.md)"));
        Assert.Equal(2, Accept().Accepted);
        project.Delete("content/old.md");
        project.Write("content/another.md", Article("[x](./gone.md)"));
        project.Write("content/renamed.md", Article("[x](./gone.md) and [y](./lost.md)"));
        Assert.Equal(["another", "renamed", "renamed"], project.Compile().Diagnostics.Select(diagnostic => Path.GetFileNameWithoutExtension(diagnostic.File)));
        Assert.Equal(
            [DiagnosticSeverity.Error, DiagnosticSeverity.Info, DiagnosticSeverity.Info], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Severity));
    }

    [Fact]
    public void A_folder_in_its_place_is_called_one()
    {
        project.Write("content/a.md", Article("Text."));
        Directory.CreateDirectory(BaselineFile);
        var diagnostic = Assert.Single(project.Compile().Diagnostics);
        Assert.Equal("CONTENT1011 The file cannot be read: It is not a regular file, but a folder.", $"{diagnostic.Code} {diagnostic.Message}");
    }

    [Fact]
    public void A_file_of_which_hardly_a_line_is_an_entry_is_one_mistake_after_a_hundred()
    {
        var lines = string.Concat(Enumerable.Repeat("CONTENT2001 content/a.md\n", 1_000_000));
        var baseline = Baseline.Parse(new SourceText(Baseline.FileName, Baseline.Header + "\n" + lines));
        Assert.Equal(Baseline.MostMalformed + 1, baseline.Diagnostics.Length);
        Assert.Equal(Baseline.MostMalformed + 2, baseline.Diagnostics[^1].Range.StartLine);
    }

    [Fact]
    public void What_was_corrected_is_outdated_and_shrinking_takes_it_out_and_lets_nothing_in()
    {
        project.Write("content/a.md", Article("[x](./gone.md)"));
        project.Write("content/b.md", Article("[x](./gone.md)"));
        Accept();
        project.Write("content/a.md", Article("Fixed, but [new](./other.md)."));
        Assert.Equal(
            ["CONTENT2022 Warning", "CONTENT2001 Error", "CONTENT2001 Info"],
            project.Compile().Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Severity}"));
        var shrunk = Accept(shrinks: true);
        Assert.Equal((1, 2), (shrunk.Accepted, shrunk.Before));
        Assert.Equal(["CONTENT2001 Error", "CONTENT2001 Info"], project.Compile().Diagnostics.Select(diagnostic => $"{diagnostic.Code} {diagnostic.Severity}"));
    }

    [Fact]
    public void A_build_that_shrinks_it_takes_out_what_is_outdated_by_itself()
    {
        project.Write("content/a.md", Article("[x](./gone.md)"));
        project.Write("content/b.md", Article("[x](./gone.md)"));
        Accept();
        project.Write("content/a.md", Article("Fixed."));
        Assert.Equal(["CONTENT2001"], project.Compile(request => request with { ShrinksBaseline = true }).Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(2, File.ReadAllLines(BaselineFile).Length);
        Assert.Equal(["CONTENT2001"], project.Compile().Diagnostics.Select(diagnostic => diagnostic.Code));
    }

    [Fact]
    public void A_build_without_changes_says_the_same_and_notices_an_edit_of_the_baseline()
    {
        project.Write("content/a.md", Article("[x](./gone.md)"));
        Accept();
        var first = project.Compile();
        var second = project.Compile();
        Assert.Equal((1, 0), second.Articles);
        Assert.Null(second.Site);
        Assert.Equal(first.Diagnostics, second.Diagnostics);
        File.WriteAllText(BaselineFile, Baseline.Header + "\n");
        Assert.False(project.Compile().Succeeded);
        File.Delete(BaselineFile);
        Assert.False(project.Compile().Succeeded);
    }

    [Fact]
    public void What_publishes_or_loses_something_is_never_accepted()
    {
        project.Write("content/draft.md", "---\ntitle: A\ndraft: true\n---\n");
        project.Write("content/a.md", Article("[x](./draft.md) [y](./gone.md)"));
        project.Write("content/b.md", "---\ntitle: never closed\n");
        project.Write("content/c.md", " \n---\ntitle: text\n---\n");
        var result = Accept();
        Assert.Equal(["CONTENT1009", "CONTENT1014", "CONTENT2007"], result.Unacceptable.Select(fault => fault.Code).Where(code => code != "CONTENT1001").Order(StringComparer.Ordinal).Distinct());
        Assert.Equal(
            ["CONTENT1009", "CONTENT1014", "CONTENT2007"],
            project.Compile().Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error).Select(diagnostic => diagnostic.Code).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_million_lines_are_an_error_at_the_first_that_is_not_read()
    {
        project.Write("content/a.md", Article("Fine."));
        File.WriteAllText(BaselineFile, Baseline.Header + "\n" + string.Concat(Enumerable.Repeat("#\n", 1_000_000)));
        var diagnostic = Assert.Single(project.Compile().Diagnostics);
        Assert.Equal(("CONTENT0003", Baseline.MostLines + 1), (diagnostic.Code, diagnostic.Range.StartLine));
    }

    [Fact]
    public void A_damaged_baseline_is_not_shrunk_away()
    {
        project.Write("content/a.md", Article("[x](./gone.md)"));
        Accept();
        File.WriteAllText(BaselineFile, File.ReadAllText(BaselineFile).Replace("baseline 1", "baseline 2", StringComparison.Ordinal));
        var damaged = File.ReadAllText(BaselineFile);
        Assert.Equal(["CONTENT0003"], Accept(shrinks: true).Diagnostics.Select(diagnostic => diagnostic.Code));
        Assert.Equal(damaged, File.ReadAllText(BaselineFile));
    }

    [Fact]
    public void Folders_are_judged_by_an_editorconfig_as_it_is_at_each_build()
    {
        project.Write("content/a.md", Article("[x](./gone.md)"));
        Assert.False(project.Compile().Succeeded);
        File.WriteAllText(project.Full(".editorconfig"), "root = true\n[content/**]\ndotnet_diagnostic.CONTENT2001.severity = warning\n");
        Assert.True(project.Compile().Succeeded);
        Directory.CreateDirectory(project.Full("content/sub"));
        File.WriteAllText(project.Full("content/.editorconfig"), "[*.md]\ndotnet_diagnostic.CONTENT2001.severity = error\n");
        Assert.False(project.Compile().Succeeded);
        File.Delete(project.Full("content/.editorconfig"));
        Assert.True(project.Compile().Succeeded);
    }

    [Fact]
    public void An_editorconfig_of_ten_megabytes_is_an_error_and_nothing_else()
    {
        project.Write("content/a.md", Article("Fine."));
        File.WriteAllText(project.Full(".editorconfig"), "root = true\n" + new string('#', 10 * 1024 * 1024));
        var diagnostic = Assert.Single(project.Compile().Diagnostics);
        Assert.Equal(("CONTENT1011", ".editorconfig"), (diagnostic.Code, diagnostic.File));
    }

    [Fact]
    public void A_workspace_says_what_a_build_says_after_an_edit_of_the_baseline()
    {
        project.Write("content/a.md", Article("[x](./gone.md)"));
        var workspace = new Workspace(project.Request());
        Assert.False(workspace.Update(TestContext.Current.CancellationToken).Succeeded);
        Accept();
        var snapshot = workspace.Update(TestContext.Current.CancellationToken);
        Assert.Equal(project.Compile().Diagnostics, snapshot.Diagnostics);
        Assert.True(snapshot.Succeeded);
    }

    [Fact]
    public void A_fault_is_known_by_its_text_and_not_by_its_place()
    {
        var fault = DiagnosticCatalog.Find("CONTENT2001")!.At("a.md", new TextRange(1, 5, 1, 9), "Link target './x' does not exist.");
        var prints = new FaultFingerprints(file => new SourceText(file, file == "a.md" ? "[x](./xy) [z](./xy)\n" : "new\n\nline [x](./xy)"));
        var moved = fault with { File = "b.md", Range = new TextRange(3, 10, 3, 14), Message = "Link target './x' does not exist. Did you mean './y'?" };
        Assert.Equal(prints.Of(fault), prints.Of(moved));
        Assert.NotEqual(prints.Of(fault), prints.Of(fault with { Code = "CONTENT2002" }));
        Assert.NotEqual(prints.Of(fault), prints.Of(fault with { Range = new TextRange(1, 5, 1, 8) }));
    }

    private AcceptedBaseline Accept(bool shrinks = false) =>
        ContentCompiler.AcceptBaseline(project.Request() with { ShrinksBaseline = shrinks }, _ => true, TestContext.Current.CancellationToken);

    private static string Article(string text) => $"---\ntitle: A\n---\n\nBefore.\n\n{text}\n";
}
