using System.Diagnostics;
using System.Net.Sockets;

namespace Content.Compiler.Tests.Sources;

/// <summary>Files that are no articles although they are called so, and articles that are hard to read: a coded error or the right result. What hangs, <c>HangWatch</c> ends.</summary>
public sealed class HostileFilesTests : IDisposable
{
    private const string Good = "---\ntitle: One\ndate: 2026-11-23\n---\n\n# One\n\nText.\n";

    private readonly TemporaryProject project = new();

    public HostileFilesTests() => project.Write("content/good.md", Good);

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("content/pipe.md")]
    [InlineData("content/pipe.yml")]
    [InlineData("content.json")]
    public void A_pipe_is_not_a_regular_file(string path)
    {
        if (path.EndsWith(".yml", StringComparison.Ordinal))
            project.Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "**/*", "fields": {}, "unknownFields": "ignore" } } }""");
        Make("mkfifo", path);
        Assert.Equal((path, "CONTENT1011", "The file cannot be read: It is not a regular file, but a pipe."), OnlyMessage());
    }

    [Fact]
    public void A_pipe_behind_a_link_is_not_a_regular_file()
    {
        Make("mkfifo", "content/pipe");
        Link("content/x.md", "pipe");
        Assert.Equal(("content/x.md", "CONTENT1011", "The file cannot be read: It is not a regular file, but a pipe."), OnlyMessage());
    }

    [Fact]
    public void A_socket_is_not_a_regular_file()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Sockets have no names here.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(project.Full("content/x.md")));
        Assert.Equal(("content/x.md", "CONTENT1011", "The file cannot be read: It is not a regular file, but a socket or a device."), OnlyMessage());
    }

    [Fact]
    public void A_device_is_not_a_regular_file()
    {
        Make("mknod", "content/null.md", "c", "1", "3");
        Assert.SkipUnless(File.Exists(project.Full("content/null.md")), "Only root makes devices.");
        Assert.Equal(("content/null.md", "CONTENT1011", "The file cannot be read: It is not a regular file, but a device."), OnlyMessage());
    }

    [Fact]
    public void A_pipe_that_an_article_links_to_does_not_exist_as_an_asset()
    {
        Make("mkfifo", "content/data.bin");
        project.Write("content/good.md", Good + "\n[data](data.bin)\n");
        Assert.Equal(("content/good.md", "CONTENT2002"), OnlyDiagnostic());
    }

    [Fact]
    public void A_folder_for_the_configuration_is_not_taken_for_none()
    {
        Directory.CreateDirectory(project.Full("content.json"));
        Assert.Equal(("content.json", "CONTENT1011"), OnlyDiagnostic());
    }

    [Fact]
    public void A_link_to_nothing_for_the_configuration_is_not_taken_for_none()
    {
        Link("content.json", "nowhere.json");
        Assert.Equal(("content.json", "CONTENT1011"), OnlyDiagnostic());
    }

    [Theory]
    [InlineData("content.state")]
    [InlineData("content.bodies")]
    [InlineData("content.state.tmp")]
    [InlineData("Catalog.g.cs")]
    [InlineData("Content.Catalog")]
    [InlineData("Content.Catalog.tmp")]
    public void A_pipe_where_the_state_or_an_output_was_makes_way(string name)
    {
        Assert.True(Compile().Succeeded);
        var expected = project.Outputs();
        File.Delete(Path.Combine(project.Output, name));
        Make("mkfifo", "obj/content/" + name);
        Assert.True(Compile().Succeeded);
        Assert.Equal(expected, project.Outputs());
        project.Write("content/good.md", Good + "\nMore.\n");
        Assert.True(Compile().Succeeded);
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void A_pipe_for_the_lock_is_a_coded_error()
    {
        Directory.CreateDirectory(project.Output);
        Make("mkfifo", "obj/content/content.lock");
        var diagnostic = Assert.Single(Compile().Diagnostics);
        Assert.Equal("CONTENT9002", diagnostic.Code);
        Assert.Contains("'content.lock' in it is not a regular file", diagnostic.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("content.state")]
    [InlineData("content.bodies")]
    [InlineData("content.lock")]
    [InlineData("Catalog.g.cs")]
    public void A_folder_for_the_state_or_an_output_is_a_coded_error(string name)
    {
        Directory.CreateDirectory(Path.Combine(project.Output, name));
        Assert.Equal("CONTENT9002", Assert.Single(Compile().Diagnostics).Code);
    }

    [Fact]
    public void A_hundred_megabytes_of_nothing_are_too_many()
    {
        using (var file = File.Create(project.Full("content/nul.md")))
            file.SetLength(100 * 1024 * 1024);
        Assert.Equal(
            ("content/nul.md", "CONTENT1011", "The file has 104857600 bytes, more than the 4194304 that an article may have. Split it, or exclude it with a '!' glob."),
            OnlyMessage());
    }

    [Fact]
    public void A_pipe_for_an_image_does_not_hang()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have no names here.");
        project.Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "title": "string", "date": "date", "cover": "image?" } } } }""");
        project.Write("content/good.md", Good.Replace("---\n\n", "cover: a.png\n---\n\n", StringComparison.Ordinal));
        Make("mkfifo", "content/a.png");
        Assert.Equal(("content/good.md", "CONTENT1012"), OnlyDiagnostic());
        File.Delete(project.Full("content/a.png"));
        Make("mkfifo", "content/pipe");
        Link("content/a.png", "pipe");
        Assert.Equal(("content/good.md", "CONTENT1012"), OnlyDiagnostic());
    }

    [Fact]
    public void A_link_to_itself_cannot_be_read()
    {
        Link("content/loop.md", "loop.md");
        Assert.Equal(("content/loop.md", "CONTENT1011"), OnlyDiagnostic());
    }

    [Fact]
    public void Folders_in_a_circle_end()
    {
        Link("content/circle", ".");
        Assert.True(Compile().Succeeded);
    }

    [Fact]
    public void A_link_out_of_the_root_is_not_followed()
    {
        project.Write("secret.txt", Good);
        Link("content/out.md", "../secret.txt");
        Assert.Equal(("content/out.md", "CONTENT2006"), OnlyDiagnostic());
    }

    [Fact]
    public void A_device_behind_a_link_is_not_opened()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "There is no /dev/zero here.");
        Link("content/zero.md", "/dev/zero");
        Assert.Equal(("content/zero.md", "CONTENT2006"), OnlyDiagnostic());
    }

    [Fact]
    public void A_folder_called_like_an_article_is_a_folder()
    {
        project.Write("content/x.md/y.md", Good);
        var result = Compile();
        Assert.True(result.Succeeded);
        Assert.Equal(2, result.Articles.Total);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_pointed_at()
    {
        File.WriteAllBytes(project.Full("content/bad.md"), [.. "a\nb"u8, 0xFF, (byte)'c']);
        var result = Compile();
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal("CONTENT1011", diagnostic.Code);
        Assert.Equal((2, 2), (diagnostic.Range.StartLine, diagnostic.Range.StartColumn));
    }

    [Theory]
    [InlineData("> ")]
    [InlineData("- ")]
    [InlineData("1. ")]
    public void Ten_thousand_levels_are_too_deep_or_read(string level)
    {
        project.Write("content/deep.md", "---\ntitle: Deep\ndate: 2026-11-23\n---\n\n" + string.Concat(Enumerable.Repeat(level, 10_000)) + "x\n");
        var result = Compile();
        Assert.All(result.Diagnostics, diagnostic => Assert.Equal("CONTENT1011", diagnostic.Code));
    }

    [Fact]
    public void Four_megabytes_are_read()
    {
        project.Write("content/large.md", "---\ntitle: Large\ndate: 2026-11-23\n---\n\n" + string.Concat(Enumerable.Repeat("A line of *text* in a paragraph.\n\n", 122_000)));
        Assert.True(Compile().Succeeded);
    }

    [Fact]
    public void A_path_as_long_as_most_systems_allow_is_read()
    {
        var folder = string.Join('/', Enumerable.Repeat(new string('d', 40), 5));
        project.Write($"content/{folder}/{new string('n', 42)}.md", Good);
        Assert.True(Compile().Succeeded);
    }

    [Fact]
    public void A_file_that_vanishes_while_files_are_read_is_reported()
    {
        var read = Compiler.Sources.SourceReader.Read(project.Full("content/gone.md"), "content/gone.md");
        Assert.Null(read.Text);
        Assert.Equal("CONTENT1011", read.Failure!.Code);
    }

    private CompilationResult Compile() => project.Compile();

    private (string File, string Code) OnlyDiagnostic()
    {
        var diagnostic = Assert.Single(Compile().Diagnostics);
        return (diagnostic.File, diagnostic.Code);
    }

    private (string File, string Code, string Message) OnlyMessage()
    {
        var diagnostic = Assert.Single(Compile().Diagnostics);
        return (diagnostic.File, diagnostic.Code, diagnostic.Message);
    }

    private void Make(string tool, string path, params string[] arguments)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes and devices have no names here.");
        using var made = Process.Start(new ProcessStartInfo(tool, [project.Full(path), .. arguments]) { RedirectStandardError = true })!;
        made.WaitForExit();
    }

    private void Link(string path, string target) => File.CreateSymbolicLink(project.Full(path), target);
}
