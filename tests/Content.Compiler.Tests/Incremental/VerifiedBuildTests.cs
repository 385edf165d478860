namespace Content.Compiler.Tests.Incremental;

/// <summary>What kept its length and its time is noticed by a build that looks at bytes, and small outputs by every build.</summary>
public sealed class VerifiedBuildTests : IDisposable
{
    private const string Good = "---\ntitle: One\ndate: 2026-11-23\n---\n\n# One\n\nText.\n";

    private readonly TemporaryProject project = new();

    public VerifiedBuildTests()
    {
        project.Write("content/one.md", Good);
        project.Write("content/two.md", Good.Replace("One", "Two", StringComparison.Ordinal));
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void An_edit_that_keeps_length_and_time_is_noticed()
    {
        project.Compile();
        Change(project.Full("content/one.md"), bytes => bytes[^3] = (byte)'s');
        Assert.Equal((2, 0), project.Compile().Articles); // documented: no build looks into every file
        Assert.Equal((2, 1), Verify().Articles);
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Theory]
    [InlineData("Catalog.g.cs")]
    [InlineData("Content.Catalog")]
    public void A_small_output_that_was_changed_is_written_again_by_every_build(string name)
    {
        project.Compile();
        var expected = project.Outputs();
        Change(Path.Combine(project.Output, name), static bytes => bytes[^1] ^= 1);
        Assert.NotEqual(expected, project.Outputs());
        project.Compile();
        Assert.Equal(expected, project.Outputs());
    }

    [Fact]
    public void A_large_output_that_was_changed_is_written_again()
    {
        // Together more than is compared at every build, each less than an article may have.
        foreach (var name in new[] { "x", "y", "z" })
            project.Write($"content/{name}.md", Good + string.Concat(Enumerable.Repeat("Words, words.\n\n", 200_000)));
        project.Compile();
        var blob = Path.Combine(project.Output, "Content.Catalog");
        var expected = File.ReadAllBytes(blob);
        Change(blob, static bytes => bytes[^1] ^= 1);
        project.Compile();
        Assert.NotEqual(expected, File.ReadAllBytes(blob)); // documented
        Assert.Equal((5, 0), Verify().Articles);
        Assert.Equal(expected, File.ReadAllBytes(blob));
    }

    [Fact]
    public void The_state_of_another_project_with_the_same_names_lengths_and_times_is_found_out()
    {
        var time = DateTime.UtcNow.AddDays(-1);
        using var other = new TemporaryProject();
        other.Write("content/one.md", Good.Replace("Text.", "Test.", StringComparison.Ordinal));
        other.Write("content/two.md", Good.Replace("One", "Two", StringComparison.Ordinal));
        foreach (var each in new[] { project, other })
        {
            File.SetLastWriteTimeUtc(each.Full("content/one.md"), time);
            File.SetLastWriteTimeUtc(each.Full("content/two.md"), time);
            Directory.SetLastWriteTimeUtc(each.Full("content"), time);
        }

        other.Compile();
        Directory.Move(other.Full("obj"), project.Full("obj"));
        Assert.Equal((2, 1), Verify().Articles);
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void An_image_that_kept_its_length_and_time_is_looked_into()
    {
        const string picture = """<svg xmlns="http://www.w3.org/2000/svg" width="10" height="20"/>""";
        project.Write("content.json", """{ "collections": { "posts": { "type": "Post", "files": "*.md", "fields": { "title": "string", "date": "date", "cover": "image?" } } } }""");
        project.Write("content/one.md", Good.Replace("---\n\n", "cover: a.svg\n---\n\n", StringComparison.Ordinal));
        project.Write("content/a.svg", picture);
        project.Compile();
        Change(project.Full("content/a.svg"), static bytes => bytes[^4] = (byte)'9');
        Verify();
        Assert.Equal(project.FromScratch(), project.Outputs());
    }

    [Fact]
    public void Where_nothing_changed_nothing_is_made_anew_and_the_next_build_reads_nothing()
    {
        project.Compile();
        var before = File.GetLastWriteTimeUtc(Path.Combine(project.Output, "Content.Catalog"));
        Assert.Equal((2, 0), Verify().Articles);
        Assert.Equal(before, File.GetLastWriteTimeUtc(Path.Combine(project.Output, "Content.Catalog")));
        Assert.Null(project.Compile().Site);
    }

    private CompilationResult Verify() => project.Compile(request => request with { Verify = true });

    /// <summary>Changes bytes in place; length and time stay.</summary>
    private static void Change(string path, Action<byte[]> change)
    {
        var time = File.GetLastWriteTimeUtc(path);
        var bytes = File.ReadAllBytes(path);
        change(bytes);
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, time);
    }
}
