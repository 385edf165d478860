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
    public void A_failed_build_fails_again_until_it_is_mended()
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
        Assert.Equal(FromScratch(), after);
    }

    [Fact]
    public void A_deleted_article_is_noticed()
    {
        project.Compile();
        project.Delete("content/two.md");
        Assert.Equal(1, project.Compile().Articles.Total);
        Assert.Equal(FromScratch(), project.Outputs());
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
        File.Move(Path.Combine(project.Directory, "content/one.md"), Path.Combine(project.Directory, "content/x"));
        File.Move(Path.Combine(project.Directory, "content/two.md"), Path.Combine(project.Directory, "content/one.md"));
        File.Move(Path.Combine(project.Directory, "content/x"), Path.Combine(project.Directory, "content/two.md"));
        project.Compile();
        Assert.Equal(FromScratch(), project.Outputs());
    }

    [Fact]
    public void A_file_written_within_the_tick_of_its_time_is_noticed()
    {
        var file = Path.Combine(project.Directory, "content/one.md");
        File.WriteAllText(file, Good);
        var time = File.GetLastWriteTimeUtc(file);
        project.Compile();
        File.WriteAllText(file, Good.Replace("Text.", "Test.", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(file, time);
        project.Compile();
        Assert.Equal(FromScratch(), project.Outputs());
    }

    [Theory]
    [InlineData("content.state", 0)]
    [InlineData("content.state", 20)]
    [InlineData("content.state", 300)]
    [InlineData("content.bodies", 0)]
    [InlineData("content.bodies", 5)]
    public void A_state_that_is_cut_off_is_thrown_away(string name, int length)
    {
        project.Compile();
        using (var stream = File.OpenWrite(Path.Combine(project.Output, name)))
            stream.SetLength(length);
        project.Write("content/one.md", Good + "\nMore.\n");
        Assert.True(project.Compile().Succeeded);
        Assert.Equal(FromScratch(), project.Outputs());
    }

    [Theory]
    [InlineData("content.state")]
    [InlineData("content.bodies")]
    public void A_state_of_garbage_is_thrown_away(string name)
    {
        project.Compile();
        var file = Path.Combine(project.Output, name);
        var bytes = File.ReadAllBytes(file);
        new Random(1).NextBytes(bytes.AsSpan(bytes.Length / 3));
        File.WriteAllBytes(file, bytes);
        project.Write("content/one.md", Good + "\nMore.\n");
        Assert.True(project.Compile().Succeeded);
        Assert.Equal(FromScratch(), project.Outputs());
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
        var expected = FromScratch();
        Parallel.For(0, 4, _ => Assert.True(project.Compile().Succeeded));
        Assert.Equal(expected, project.Outputs());
    }

    [Fact]
    public void An_output_folder_that_cannot_be_made_is_a_diagnostic()
    {
        project.Write("obj", "a file where the folder should be");
        Assert.Equal("CONTENT9002", Assert.Single(project.Compile().Diagnostics).Code);
    }

    /// <summary>What a build without any state makes of the same files.</summary>
    private (string Source, string Blob) FromScratch()
    {
        if (Directory.Exists(project.Output))
            Directory.Move(project.Output, project.Output + ".kept");
        project.Compile(threads: 1);
        var outputs = project.Outputs();
        Directory.Delete(project.Output, recursive: true);
        if (Directory.Exists(project.Output + ".kept"))
            Directory.Move(project.Output + ".kept", project.Output);
        return outputs;
    }
}
