namespace Content.Compiler.Tests.Incremental;

/// <summary>A build with a state says and writes what a build without one does.</summary>
public sealed class StateTests : IDisposable
{
    private const string Good = "---\ntitle: One\ndate: 2026-11-23\n---\n\n# One\n\nText.\n";

    private readonly TemporaryProject project = new();

    public StateTests()
    {
        project.Write("content/one.md", Good);
        project.Write("content/two.md", Good.Replace("One", "Two", StringComparison.Ordinal) + "\n[one](./one.md)\n");
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void A_second_build_reads_nothing_and_rewrites_nothing()
    {
        project.Compile();
        var before = File.GetLastWriteTimeUtc(Path.Combine(project.Output, "Content.Catalog"));
        var result = project.Compile();
        Assert.True(result.Succeeded);
        Assert.Equal((2, 0), result.Articles);
        Assert.Null(result.Site);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(project.Output, "Content.Catalog")));
    }

    [Fact]
    public void A_failed_build_fails_again_until_it_is_fixed()
    {
        project.Write("content/bad.md", "---\ntitle: \"Bad\n---\n");
        var first = project.Compile();
        var second = project.Compile();
        Assert.False(first.Succeeded);
        Assert.Equal(first.Diagnostics, second.Diagnostics);
        project.Write("content/bad.md", Good);
        Assert.True(project.Compile().Succeeded);
    }

    [Fact]
    public void A_prose_edit_changes_the_blob_and_not_the_code()
    {
        project.Compile();
        var before = project.Outputs();
        project.Write("content/one.md", Good + "\nMore text.\n");
        Assert.Equal((2, 1), project.Compile().Articles);
        var after = project.Outputs();
        Assert.Equal(before.Source, after.Source);
        Assert.NotEqual(before.Blob, after.Blob);
        Assert.Equal(project.FromScratch(), after);
    }

    [Fact]
    public void A_deleted_article_is_noticed()
    {
        project.Compile();
        project.Delete("content/two.md");
        Assert.Equal(1, project.Compile().Articles.Total);
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void A_new_article_with_an_old_time_is_noticed()
    {
        project.Compile();
        project.Write("content/three.md", Good);
        project.Age("content/three.md", TimeSpan.FromDays(3000));
        Assert.Equal((3, 1), project.Compile().Articles);
    }

    [Fact]
    public void Swapped_files_are_noticed()
    {
        project.Write("content/two.md", Good.Replace("Text.", "Test.", StringComparison.Ordinal));
        project.Age("content/one.md", TimeSpan.FromDays(2));
        project.Compile();
        File.Move(project.Full("content/one.md"), project.Full("content/x"));
        File.Move(project.Full("content/two.md"), project.Full("content/one.md"));
        File.Move(project.Full("content/x"), project.Full("content/two.md"));
        project.Compile();
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void A_file_written_within_the_tick_of_its_time_is_noticed()
    {
        var file = project.Full("content/one.md");
        File.WriteAllText(file, Good);
        var time = File.GetLastWriteTimeUtc(file);
        project.Compile();
        File.WriteAllText(file, Good.Replace("Text.", "Test.", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);
        project.Compile();
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void A_file_that_could_not_be_read_is_tried_again()
    {
        project.Write("content/three.md", Good);
        using (new FileStream(project.Full("content/three.md"), FileMode.Open, FileAccess.Read, FileShare.None))
        {
            var failed = project.Compile();
            Assert.Equal("CONTENT1011", Assert.Single(failed.Diagnostics).Code);
        }

        Assert.True(project.Compile().Succeeded);
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void A_configuration_that_is_missing_is_missed_after_a_build_without_one()
    {
        project.Compile();
        var request = project.Request() with { ConfigurationIsRequired = true };
        Assert.Equal("CONTENT0002", Assert.Single(ContentCompiler.Compile(request, TestContext.Current.CancellationToken).Diagnostics).Code);
    }

    [Fact]
    public void A_content_folder_that_becomes_a_file_is_noticed()
    {
        Directory.Delete(project.Full("content"), recursive: true);
        Assert.Contains("does not exist", Assert.Single(project.Compile().Diagnostics).Message, StringComparison.Ordinal);
        project.Write("content");
        Assert.Contains("is a file", Assert.Single(project.Compile().Diagnostics).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Warnings_are_said_again()
    {
        project.Write("content/one.md", Good + "\n[empty]()\n");
        var first = project.Compile();
        var second = project.Compile();
        Assert.Equal("CONTENT2010", Assert.Single(second.Diagnostics).Code);
        Assert.Equal(first.Diagnostics, second.Diagnostics);
        Assert.Equal((2, 0), second.Articles);
    }

    [Fact]
    public void A_clock_that_jumped_back_hides_no_edit()
    {
        project.Age("content/one.md", TimeSpan.FromDays(-2));
        project.Compile();
        project.Write("content/one.md", Good.Replace("Text.", "Test.", StringComparison.Ordinal));
        project.Age("content/one.md", TimeSpan.FromDays(5));
        project.Compile();
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void An_output_that_was_deleted_comes_back()
    {
        project.Compile();
        var before = project.Outputs();
        File.Delete(Path.Combine(project.Output, "Catalog.g.cs"));
        project.Compile();
        Assert.Equal(before, project.Outputs());
    }

    [Fact]
    public void A_second_build_at_the_same_time_gives_the_same_outputs()
    {
        var expected = project.FromScratch();
        Parallel.For(0, 4, _ => Assert.True(project.Compile().Succeeded));
        Assert.Equal(expected, project.Outputs());
    }

    [Fact]
    public void A_file_replaced_by_one_of_equal_length_and_time_is_noticed()
    {
        project.Write("other.md", Good.Replace("Text.", "Test.", StringComparison.Ordinal));
        var time = DateTime.UtcNow.AddDays(-3);
        File.SetLastWriteTimeUtc(project.Full("other.md"), time);
        File.SetLastWriteTimeUtc(project.Full("content/one.md"), time);
        project.Compile();
        File.Move(project.Full("other.md"), project.Full("content/one.md"), overwrite: true);
        Assert.Equal((2, 1), project.Compile().Articles);
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void Bodies_that_no_article_has_any_more_are_dropped_in_time()
    {
        const int length = 600_000;
        for (var edit = 0; edit < 12; edit++)
        {
            project.Write("content/one.md", Good + "\n" + new string((char)('a' + edit), length) + "\n");
            Assert.True(project.Compile().Succeeded);
            Assert.InRange(new FileInfo(Path.Combine(project.Output, "content.bodies")).Length, length, (4 * length) + (1 << 20));
        }

        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void An_edit_appends_its_body_and_leaves_the_others_where_they_are()
    {
        project.Compile();
        var store = Path.Combine(project.Output, "content.bodies");
        var before = File.ReadAllBytes(store);
        project.Write("content/one.md", Good + "\nMore text.\n");
        project.Compile();
        var after = File.ReadAllBytes(store);
        Assert.True(after.Length > before.Length);
        Assert.Equal(before, after[..before.Length]);
    }

    [Fact]
    public void Temporaries_of_a_killed_build_go_and_those_of_a_running_one_stay()
    {
        Directory.CreateDirectory(project.Output);
        var killed = Path.Combine(project.Output, "Content.Catalog.tmp");
        var running = Path.Combine(project.Output, $"Content.Catalog.{Guid.NewGuid():N}.tmp");
        File.WriteAllText(killed, "half");
        File.WriteAllText(running, "half");
        project.Compile();
        Assert.False(File.Exists(killed));
        Assert.True(File.Exists(running));
    }

    [Fact]
    public void Every_file_that_a_build_leaves_is_named()
    {
        var named = project.Compile().FilesWritten.Order(StringComparer.Ordinal);
        Assert.Equal(Directory.GetFiles(project.Output).Order(StringComparer.Ordinal), named);
    }

    [Fact]
    public void An_output_folder_that_cannot_be_made_is_a_diagnostic()
    {
        project.Write("obj", "a file where the folder should be");
        Assert.Equal("CONTENT9002", Assert.Single(project.Compile().Diagnostics).Code);
    }
}
