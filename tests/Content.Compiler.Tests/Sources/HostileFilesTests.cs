using System.Diagnostics;

namespace Content.Compiler.Tests.Sources;

/// <summary>Files that are no articles although they are called so, and articles that are hard to read: a coded error or the right result, and soon.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private const string Good = "---\ntitle: One\ndate: 2026-11-23\n---\n\n# One\n\nText.\n";

    private static readonly TimeSpan patience = TimeSpan.FromSeconds(60);

    private readonly TemporaryProject project = new();

    public HostileFilesTests() => project.Write("content/good.md", Good);

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("content/pipe.md")]
    [InlineData("content.json")]
    public async Task A_pipe_does_not_hang(string path)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have no names here.");
        using (var made = Process.Start("mkfifo", project.Full(path)))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        var result = await Compile();
        Assert.False(result.Succeeded);
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal(path, diagnostic.File));
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Code.StartsWith("CONTENT9", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_pipe_for_an_image_does_not_hang()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have no names here.");
        project.Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "title": "string", "date": "date", "cover": "image?" } } } }""");
        project.Write("content/good.md", Good.Replace("---\n\n", "cover: a.png\n---\n\n", StringComparison.Ordinal));
        using (var made = Process.Start("mkfifo", project.Full("content/a.png")))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("CONTENT1012", Assert.Single((await Compile()).Diagnostics).Code);
    }

    [Fact]
    public async Task A_link_to_itself_cannot_be_read()
    {
        Link("content/loop.md", "loop.md");
        Assert.Equal(("content/loop.md", "CONTENT1011"), await OnlyDiagnostic());
    }

    [Fact]
    public async Task Folders_in_a_circle_end()
    {
        Link("content/circle", ".");
        Assert.True((await Compile()).Succeeded);
    }

    [Fact]
    public async Task A_link_out_of_the_root_is_not_followed()
    {
        project.Write("secret.txt", Good);
        Link("content/out.md", "../secret.txt");
        Assert.Equal(("content/out.md", "CONTENT2006"), await OnlyDiagnostic());
    }

    [Fact]
    public async Task A_device_behind_a_link_is_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /dev/zero here.");
        Link("content/zero.md", "/dev/zero");
        Assert.Equal(("content/zero.md", "CONTENT2006"), await OnlyDiagnostic());
    }

    [Fact]
    public async Task A_folder_called_like_an_article_is_a_folder()
    {
        project.Write("content/x.md/y.md", Good);
        var result = await Compile();
        Assert.True(result.Succeeded);
        Assert.Equal(2, result.Articles.Total);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_pointed_at()
    {
        File.WriteAllBytes(project.Full("content/bad.md"), [.. "a\nb"u8, 0xFF, (byte)'c']);
        var result = await Compile();
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("CONTENT1011", diagnostic.Code);
        Assert.Equal((2, 2), (diagnostic.Range.StartLine, diagnostic.Range.StartColumn));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public async Task Ten_thousand_levels_are_too_deep_or_read(string level)
    {
        project.Write("content/deep.md", "---\ntitle: Deep\ndate: 2026-11-23\n---\n\n" + string.Concat(Enumerable.Repeat(level, 10_000)) + "x\n");
        var result = await Compile();
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("CONTENT1011", diagnostic.Code));
    }

    [Fact]
    public async Task Fifty_megabytes_are_read()
    {
        project.Write("content/large.md", "---\ntitle: Large\ndate: 2026-11-23\n---\n\n" + string.Concat(Enumerable.Repeat("A line of *text* in a paragraph.\n\n", 1_500_000)));
        Assert.True((await Compile()).Succeeded);
    }

    [Fact]
    public async Task A_path_as_long_as_most_systems_allow_is_read()
    {
        var folder = string.Join('/', Enumerable.Repeat(new string('d', 40), 5));
        project.Write($"content/{folder}/{new string('n', 42)}.md", Good);
        Assert.True((await Compile()).Succeeded);
    }

    [Fact]
    public void A_file_that_vanishes_while_files_are_read_is_reported()
    {
        var read = Compiler.Sources.SourceReader.Read(project.Full("content/gone.md"), "content/gone.md");
        Assert.Null(read.Text);
        Assert.Equal("CONTENT1011", read.Failure!.Code);
    }

    private async Task<CompilationResult> Compile()
    {
        var cancellation = TestContext.Current.CancellationToken;
        return await Task.Run(() => project.Compile(), cancellation).WaitAsync(patience, cancellation);
    }

    private async Task<(string File, string Code)> OnlyDiagnostic()
    {
        var diagnostic = Assert.Single((await Compile()).Diagnostics);
        return (diagnostic.File, diagnostic.Code);
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(project.Full(path), target);
}
