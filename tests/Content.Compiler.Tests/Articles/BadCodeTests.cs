using System.Diagnostics;
using System.Text;
using Content.Compiler.Diagnostics;

namespace Content.Compiler.Tests.Articles;

/// <summary>Fences that nobody writes by hand, and files to take in that are no text.</summary>
public sealed class BadCodeTests
{
    private const string Configuration = """{ "snippets": ["src"], "highlight": true, "collections": { "a": { "type": "A", "files": "**/*.md" } } }""";

    [Theory]
    [InlineData("x ")]
    [InlineData("x=1 ")]
    [InlineData("title=\"a\" ")]
    [InlineData("\"")]
    [InlineData("{")]
    [InlineData("{1} ")]
    [InlineData("=")]
    [InlineData("member=A(")]
    [InlineData("<")]
    public void A_fence_of_a_megabyte_ends_in_its_block(string repeated)
    {
        var body = Body(string.Concat(Enumerable.Repeat(repeated, 1_000_000 / repeated.Length)), "var kept = 1;", out var diagnostics);

        Assert.Contains("kept", body, StringComparison.Ordinal);
        Assert.All(diagnostics, diagnostic => Assert.Equal("CONTENT5005", diagnostic.Code));
    }

    [Fact]
    public void Marks_far_behind_the_end_cost_nothing_and_mark_what_is_there()
    {
        var body = Body("{2-999999999}", "one\ntwo\nthree", out var diagnostics);

        Assert.Equal(2, body.Split("<span class=\"line marked\">").Length - 1);
        Assert.Empty(diagnostics);
    }

    [Theory]
    [InlineData(500_000, 250)]
    [InlineData(3, 2)]
    public void No_more_lines_are_taken_than_a_file_has(int lines, int ranges)
    {
        using var project = new TemporaryProject();
        project.Write("src/a.cs", string.Concat(Enumerable.Repeat("int x;\n", lines)));

        Assert.Equal("CONTENT5002", Take(project, "lines=" + string.Join(',', Enumerable.Repeat("1-", ranges))).Code);
    }

    [Theory]
    [InlineData(new byte[] { 0xFF, 0xFE, 0x41, 0x00 })]
    [InlineData(new byte[] { 0x41, 0xC3, 0x28, 0x0A })]
    [InlineData(new byte[] { 0x7F, 0x45, 0x4C, 0x46, 0x02, 0x01, 0x00, 0x80, 0x90 })]
    public void A_file_that_is_no_utf8_is_one_error_where_it_is_named(byte[] bytes)
    {
        using var project = new TemporaryProject();
        project.Write("src/a.cs");
        File.WriteAllBytes(project.Full("src/a.cs"), bytes);

        AssertNamed(Take(project, ""));
    }

    [Fact]
    public void A_file_of_two_gigabytes_is_not_read()
    {
        using var project = new TemporaryProject();
        project.Write("src/a.cs");
        using (var file = File.OpenHandle(project.Full("src/a.cs"), FileMode.Open, FileAccess.Write))
            RandomAccess.SetLength(file, 2L << 30);

        AssertNamed(Take(project, ""));
    }

    [Fact]
    public void A_folder_is_no_file()
    {
        using var project = new TemporaryProject();
        Directory.CreateDirectory(project.Full("src/a.cs"));

        AssertNamed(Take(project, ""));
    }

    [Fact]
    public void Nobody_waits_for_who_writes_into_a_pipe()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "There are no such files.");
        using var project = new TemporaryProject();
        Directory.CreateDirectory(project.Full("src"));
        using (var process = Process.Start("mkfifo", project.Full("src/a.cs")))
            process.WaitForExit();

        AssertNamed(Take(project, ""));
    }

    [Fact]
    public async Task A_file_that_comes_and_goes_is_taken_in_or_missed()
    {
        using var project = new TemporaryProject();
        project.Write("content.json", Configuration);
        project.Write("content/a.md", "```csharp file=../src/a.cs\n```\n");
        project.Write("src/a.cs", "var kept = 1;");
        using var isOver = new CancellationTokenSource();
        var other = Task.Run(
            () =>
            {
                while (!isOver.IsCancellationRequested)
                {
                    File.Delete(project.Full("src/a.cs"));
                    File.WriteAllText(project.Full("src/a.cs"), "var kept = 1;");
                }
            },
            TestContext.Current.CancellationToken);
        for (var round = 0; round < 40; round++)
            Assert.All(project.Compile().Diagnostics, diagnostic => Assert.Equal("CONTENT5001", diagnostic.Code));

        await isOver.CancelAsync();
        await other;
        project.Age("src/a.cs", TimeSpan.FromMinutes(5));
        Assert.Empty(project.Compile().Diagnostics);
    }

    [Fact]
    public void A_sample_of_ten_thousand_lines_is_one_method_whose_lines_are_those_of_the_article()
    {
        using var project = new TemporaryProject();
        project.Write("content.json", """{ "collections": { "a": { "type": "A", "files": "**/*.md" } } }""");
        project.Write("content/a.md", "```csharp compile\n" + string.Concat(Enumerable.Range(0, 10_000).Select(number => $"var x{number} = {number};\n")) + "```\n");

        Assert.Empty(project.Compile(request => request with { CompilesSamples = true }).Diagnostics);
        var samples = File.ReadAllLines(Path.Combine(project.Output, "Samples.g.cs"));

        var first = Array.IndexOf(samples, "var x0 = 0;");
        Assert.StartsWith("#line 2 ", samples[first - 1], StringComparison.Ordinal);
        Assert.Equal("var x9999 = 9999;", samples[first + 9_999]);
    }

    private static string Body(string info, string code, out IReadOnlyList<Diagnostic> diagnostics)
    {
        using var project = new TemporaryProject();
        project.Write("content.json", Configuration);
        project.Write("content/a.md", $"~~~csharp {info}\n{code}\n~~~\n\n# Behind\n");
        var result = project.Compile();
        diagnostics = result.Diagnostics;
        var body = Encoding.UTF8.GetString(result.Site!.Collections[0].Entries[0].Article.Content!.Body.Utf8.Span);
        Assert.Contains("<h1 id=\"behind\">Behind</h1>", body, StringComparison.Ordinal);
        return body;
    }

    private static Diagnostic Take(TemporaryProject project, string options)
    {
        project.Write("content.json", Configuration);
        project.Write("content/a.md", $"```csharp file=../src/a.cs {options}\n```\n");
        return Assert.Single(project.Compile().Diagnostics);
    }

    private static void AssertNamed(Diagnostic diagnostic)
    {
        Assert.Equal("CONTENT5001", diagnostic.Code);
        Assert.Equal(("content/a.md", 1, 16, 27), (diagnostic.File, diagnostic.Range.StartLine, diagnostic.Range.StartColumn, diagnostic.Range.EndColumn));
    }
}
