using Content.Compiler.Articles;
using Content.Compiler.Routing;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Sources;

namespace Content.Compiler.Tests.Sources;

/// <summary>Files that change after they were listed and before they are read: a coded error, or what the file says by then.</summary>
public sealed class ChangingFilesTests : IDisposable
{
    private const string Good = "---\ntitle: One\ndate: 2026-11-23\n---\n\n# One\n\nText. [b](b.md#one)\n";
    private const string Large = "---\ntitle: Large\ndate: 2026-11-23\n---\n\n";

    private readonly TemporaryProject project = new();

    public ChangingFilesTests()
    {
        project.Write("content/a.md", Good);
        project.Write("content/b.md", Good);
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void What_stays_is_read() => Assert.Equal("", After(_ => { }));

    [Fact]
    public void A_file_that_vanishes_cannot_be_read() => Assert.Equal("content/b.md CONTENT1011", After(File.Delete));

    [Fact]
    public void A_file_that_becomes_a_folder_cannot_be_read() => Assert.Equal(
        "content/b.md CONTENT1011",
        After(file =>
        {
            File.Delete(file);
            Directory.CreateDirectory(file);
        }));

    [Fact]
    public void A_file_that_becomes_a_link_to_itself_cannot_be_read() => Assert.Equal(
        "content/b.md CONTENT1011",
        After(file =>
        {
            File.Delete(file);
            File.CreateSymbolicLink(file, "b.md");
        }));

    [Fact]
    public void A_file_that_becomes_a_pipe_is_not_waited_for()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Pipes have no names here.");
        Assert.Equal(
            "content/b.md CONTENT1011",
            After(file =>
            {
                File.Delete(file);
                using var made = System.Diagnostics.Process.Start("mkfifo", file);
                made.WaitForExit();
            }));
    }

    [Fact]
    public void A_file_that_is_emptied_is_read_as_empty() => Assert.Equal(
        "content/a.md CONTENT2003, content/b.md CONTENT1001, content/b.md CONTENT1001", After(file => File.WriteAllText(file, "")));

    [Fact]
    public void A_file_that_is_cut_off_is_read_up_to_there() => Assert.Equal(
        "content/a.md CONTENT2003, content/b.md CONTENT1009", After(file => File.WriteAllText(file, Good[..15])));

    [Fact]
    public void A_file_that_is_cut_off_within_a_character_is_no_text() => Assert.Equal(
        "content/b.md CONTENT1011", After(file => File.WriteAllBytes(file, [.. "---\ntitle: "u8, 0xC3])));

    [Fact]
    public void A_file_that_grows_is_read_to_its_end() => Assert.Equal(
        "content/b.md CONTENT2004",
        After(file => File.WriteAllText(file, Large + string.Concat(Enumerable.Repeat("Words.\n\n", 500_000)) + "# One\n\n[x](#two)\n")));

    [Fact]
    public void A_file_that_had_nothing_in_it_is_read_when_it_has() => Assert.Equal(
        "content/b.md CONTENT2004",
        After(file => File.WriteAllText(file, Good + "[x](#two)\n"), listed: () => File.WriteAllText(project.Full("content/b.md"), "")));

    [Fact]
    public void A_folder_that_vanishes_takes_its_files_with_it()
    {
        project.Write("content/sub/c.md", Good.Replace("b.md", "../b.md", StringComparison.Ordinal));
        Assert.Equal("content/sub/c.md CONTENT1011", After(_ => Directory.Delete(project.Full("content/sub"), recursive: true)));
    }

    [Fact]
    public async Task A_build_among_people_who_edit_is_right_or_says_why_not_and_the_next_one_is_right()
    {
        for (var number = 0; number < 30; number++)
            project.Write($"content/sub/{number}.md", Good.Replace("b.md", "../b.md", StringComparison.Ordinal));
        using var over = new CancellationTokenSource();
        var editing = Task.Run(() => Edit(over.Token), TestContext.Current.CancellationToken);

        for (var build = 0; build < 40; build++)
            Assert.DoesNotContain(project.Compile().Diagnostics, diagnostic => diagnostic.Code.StartsWith("CONTENT9", StringComparison.Ordinal));
        await over.CancelAsync();
        Assert.NotEqual(0, await editing);

        Assert.Empty(project.Compile().Diagnostics);
        Assert.Equal(project.Outputs(), project.FromScratch());
    }

    /// <summary>Deletes, cuts off, lengthens and moves files and their folder as fast as it can, and leaves all as good as it was; how often.</summary>
    private int Edit(CancellationToken over)
    {
        var random = new Random(20261124);
        var rounds = 0;
        for (; !over.IsCancellationRequested || rounds == 0; rounds++)
        {
            var path = project.Full($"content/sub/{random.Next(30)}.md");
            var text = File.ReadAllText(path);
            File.WriteAllText(path, text[..random.Next(text.Length)]);
            File.Delete(path);
            Directory.CreateDirectory(path);
            Directory.Delete(path);
            File.WriteAllText(path, text + string.Concat(Enumerable.Repeat("More.\n\n", random.Next(20_000))));
            Directory.Move(project.Full("content/sub"), project.Full("content/moved"));
            Directory.Move(project.Full("content/moved"), project.Full("content/sub"));
            File.WriteAllText(path, text);
        }

        return rounds;
    }

    /// <summary>Lists the files, lets <paramref name="change"/> change b.md, and then goes on as a build does; what is wrong by then.</summary>
    private string After(Action<string> change, Action? listed = null)
    {
        listed?.Invoke();
        var configuration = DefaultConfiguration.Instance;
        var files = FileMap.Enumerate(project.Path, configuration.Root, configuration.StaticFolders, TestContext.Current.CancellationToken);
        change(project.Full("content/b.md"));
        var reader = new ArticleReader(configuration);
        Article[] articles = [.. files.Files.Select(file => reader.Read(file, SourceReader.Read(files.GetFullPath(file), file.File), 0))];
        var routed = SiteRouter.Route(configuration, [.. articles], files, includeUnpublished: false, new DateOnly(2026, 11, 23));
        return string.Join(", ", SiteLinker.Link(routed, files, checkLinks: true).Diagnostics.Select(diagnostic => $"{diagnostic.File} {diagnostic.Code}"));
    }
}
