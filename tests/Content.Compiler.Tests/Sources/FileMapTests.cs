using Content.Compiler.Sources;

namespace Content.Compiler.Tests.Sources;

public sealed class FileMapTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private FileMap Enumerate(string root = "content", params string[] statics) =>
        FileMap.Enumerate(folder.Path, root, [.. statics], TestContext.Current.CancellationToken);

    [Fact]
    public void A_missing_root_is_a_state_and_not_an_exception()
    {
        var map = Enumerate();
        Assert.False(map.RootExists);
        Assert.False(map.FolderExists(""));
        Assert.Empty(map.Files);
    }

    [Fact]
    public void Lists_every_file_once_with_length_time_and_both_paths()
    {
        folder.Write("content/b.md", "12345");
        folder.Write("content/a/c d.md");
        folder.Write("content/.hidden/obj/x.md");
        File.SetLastWriteTimeUtc(folder.Full("content/b.md"), new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc));
        var map = Enumerate();
        Assert.Equal([".hidden/obj/x.md", "a/c d.md", "b.md"], map.Files.Select(file => file.Path));
        var found = map.Find("b.md")!;
        Assert.Equal("content/b.md", found.File);
        Assert.Equal(5, found.Length);
        Assert.Equal(new DateTime(2001, 2, 3, 0, 0, 0, DateTimeKind.Utc).Ticks, found.LastWriteTicks);
        Assert.Equal(folder.Full("content/b.md"), map.GetFullPath(found));
        Assert.True(map.FolderExists("a"));
        Assert.True(map.FolderExists(".hidden/obj"));
        Assert.False(map.FolderExists("b.md"));
    }

    [Fact]
    public void A_folder_named_like_an_article_is_a_folder()
    {
        Directory.CreateDirectory(folder.Full("content/x.md"));
        var map = Enumerate();
        Assert.Null(map.Find("x.md"));
        Assert.True(map.FolderExists("x.md"));
    }

    [Fact]
    public void Look_up_is_by_ordinal_and_other_spellings_are_found_apart()
    {
        folder.Write("content/Guide/Stra\u00DFe.md");
        folder.Write("content/caf\u00E9.md");
        var map = Enumerate();
        Assert.Null(map.Find("guide/stra\u00DFe.md"));
        Assert.Equal("Guide/Stra\u00DFe.md", map.FindOtherSpelling("guide/STRA\u00DFE.md"));
        Assert.Equal("Guide", map.FindOtherSpelling("guide"));
        Assert.Equal("caf\u00E9.md", map.FindOtherSpelling("cafe\u0301.md"));
        Assert.Null(map.FindOtherSpelling("caf\u00E9.md"));
        Assert.Null(map.FindOtherSpelling("cafe.md"));
        Assert.Null(map.FindOtherSpelling("\uD800.md"));
    }

    [Fact]
    public void The_project_itself_as_root_leaves_out_what_builds_leave_there()
    {
        folder.Write("obj/a.md");
        folder.Write("bin/a.md");
        folder.Write(".git/a.md");
        folder.Write("docs/obj/a.md");
        var map = Enumerate(".");
        Assert.Equal("", map.Root);
        Assert.Equal(["docs/obj/a.md"], map.Files.Select(file => file.File));
    }

    [Fact]
    public void A_root_outside_of_the_project_is_named_relative_to_it()
    {
        folder.Write("shared/a.md");
        Directory.CreateDirectory(folder.Full("project"));
        var map = FileMap.Enumerate(folder.Full("project"), folder.Full("shared"), [], TestContext.Current.CancellationToken);
        Assert.Equal("../shared/a.md", map.Find("a.md")!.File);
    }

    [Fact]
    public void Static_folders_answer_below_themselves_and_the_first_wins()
    {
        folder.Write("wwwroot/img/a.png", "1");
        folder.Write("static/img/a.png", "22");
        folder.Write("static/b.txt");
        var map = Enumerate("content", "missing", "wwwroot", "static/");
        Assert.Equal(["wwwroot", "static"], map.StaticFolders);
        Assert.Equal("wwwroot/img/a.png", map.FindStatic("img/a.png")!.File);
        Assert.Equal("static/b.txt", map.FindStatic("b.txt")!.File);
        Assert.Equal("b.txt", map.FindOtherStaticSpelling("B.txt"));
    }

    [Fact]
    public void Links_that_stay_inside_are_followed_once_and_circles_end()
    {
        folder.Write("content/v2/a.md", "abc");
        Link("content/latest", "v2");
        Link("content/v2/up", "..");
        Link("content/v2/self", "self");
        Link("content/b.md", "v2/a.md");
        var map = Enumerate();
        Assert.Equal(["b.md", "latest/a.md", "latest/self", "v2/a.md", "v2/self"], map.Files.Select(file => file.Path));
        Assert.Equal(3, map.Find("b.md")!.Length);
        Assert.Equal(FileReach.Inside, map.Find("b.md")!.Reach);
        Assert.Equal(FileReach.Nowhere, map.Find("v2/self")!.Reach);
    }

    [Fact]
    public void Links_that_lead_out_are_recorded_and_not_followed()
    {
        folder.Write("outside/secret.md");
        folder.Write("content-of-others/x.md");
        Directory.CreateDirectory(folder.Full("content/deep"));
        Link("content/out", "../outside");
        Link("content/deep/file.md", "../../outside/secret.md");
        Link("content/deep/sibling", "../../content-of-others");
        var map = Enumerate();
        Assert.Equal(["deep/sibling", "out"], map.FoldersThatLeadOut);
        Assert.Equal(FileReach.LeadsOut, Assert.Single(map.Files).Reach);
        Assert.True(map.IsBehindLinkOut("out/secret.md"));
        Assert.True(map.IsBehindLinkOut("out"));
        Assert.False(map.IsBehindLinkOut("outside/secret.md"));
    }

    [Fact]
    public void A_folder_that_cannot_be_listed_is_recorded()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() || Environment.IsPrivilegedProcess, "Everything is readable here.");
        folder.Write("content/locked/a.md");
        var locked = new DirectoryInfo(folder.Full("content/locked"));
        if (!OperatingSystem.IsWindows())
            locked.UnixFileMode = UnixFileMode.None;
        try
        {
            Assert.Equal("locked", Assert.Single(Enumerate().UnreadableFolders).Path);
        }
        finally
        {
            if (!OperatingSystem.IsWindows())
                locked.UnixFileMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        }
    }

    [Fact]
    public void A_folder_deeper_than_the_system_takes_a_path_is_recorded()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Paths have no such end here.");
        // Two halves that can be made, and together cannot be named: 4,096 bytes is the end on Linux, fewer elsewhere.
        var half = string.Join('/', Enumerable.Repeat(new string('d', 200), 12));
        Directory.CreateDirectory(folder.Full("content/" + half));
        Directory.CreateDirectory(folder.Full("other/" + half));
        var inner = folder.Full("content/" + half + "/other");
        Directory.Move(folder.Full("other"), inner);
        try
        {
            Assert.StartsWith(half + "/other/ddd", Assert.Single(Enumerate().UnreadableFolders).Path, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Move(inner, folder.Full("other"));
        }
    }

    private void Link(string path, string target)
    {
        try
        {
            File.CreateSymbolicLink(folder.Full(path), target);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Assert.Skip("Symbolic links cannot be made here: " + exception.Message);
        }
    }
}
