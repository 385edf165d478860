namespace Content.Compiler.Tests.Incremental;

/// <summary>A state only ever saves time: whatever became of it, the result is that of a build without one, and nobody hears of it.</summary>
public sealed class DamagedStateTests : IDisposable
{
    private readonly TemporaryProject project = new();
    private readonly (string Source, string Blob) expected;

    public DamagedStateTests()
    {
        project.Write("content/one.md", "---\ntitle: One\ndate: 2026-11-23\n---\n\n# One\n\nText, [two](two.md#two) and []().\n");
        project.Write("content/two.md", "---\ntitle: Two\ndate: 2026-11-22\n---\n\n# Two\n\nText.\n");
        project.Compile();
        project.Write("content/one.md", "---\ntitle: One\ndate: 2026-11-23\n---\n\n# One\n\nMore text, [two](two.md#two) and []().\n");
        expected = project.FromScratch();
    }

    public void Dispose() => project.Dispose();

    [Theory]
    [InlineData("content.state")]
    [InlineData("content.bodies")]
    public void Cut_off_at_any_byte(string name)
    {
        var (state, bodies) = Keep();
        for (var length = 0; length < Math.Max(state.Length, bodies.Length); length++)
        {
            Restore(state, bodies);
            var file = Path.Combine(project.Output, name);
            if (length >= new FileInfo(file).Length)
                break;
            using (var stream = File.OpenWrite(file))
                stream.SetLength(length);
            AssertIsRight();
        }
    }

    [Theory]
    [InlineData("content.state")]
    [InlineData("content.bodies")]
    public void Changed_at_any_byte(string name)
    {
        var (state, bodies) = Keep();
        for (var place = 0; place < (name == "content.state" ? state : bodies).Length; place++)
        {
            Restore(state, bodies);
            var file = Path.Combine(project.Output, name);
            var bytes = File.ReadAllBytes(file);
            bytes[place] ^= (byte)(1 << place % 8);
            File.WriteAllBytes(file, bytes);
            AssertIsRight();
        }
    }

    [Fact]
    public void Of_another_project_in_the_same_place()
    {
        using var other = new TemporaryProject();
        other.Write("content/one.md", "---\ntitle: Uno\ndate: 2026-11-23\n---\n\nOther text, of another length.\n");
        other.Compile();
        foreach (var name in new[] { "content.state", "content.bodies" })
            File.Copy(Path.Combine(other.Output, name), Path.Combine(project.Output, name), overwrite: true);
        AssertIsRight();
    }

    [Fact]
    public void Carried_to_another_folder_with_its_project()
    {
        var moved = project.Path + ".moved";
        Directory.Move(project.Path, moved);
        try
        {
            var result = ContentCompiler.Compile(
                project.Request() with { ProjectDirectory = moved, ConfigurationFile = Path.Combine(moved, "content.json"), OutputDirectory = Path.Combine(moved, "obj", "content") },
                TestContext.Current.CancellationToken);
            Assert.True(result.Succeeded);
            Assert.Equal((2, 1), result.Articles);
            Assert.Equal(expected.Source, File.ReadAllText(result.SourceFile));
        }
        finally
        {
            Directory.Move(moved, project.Path);
        }
    }

    private void AssertIsRight()
    {
        var result = project.Compile(threads: 1);
        Assert.Equal("CONTENT2010", Assert.Single(result.Diagnostics).Code);
        Assert.Equal(expected, project.Outputs());
    }

    private (byte[] State, byte[] Bodies) Keep() =>
        (File.ReadAllBytes(Path.Combine(project.Output, "content.state")), File.ReadAllBytes(Path.Combine(project.Output, "content.bodies")));

    private void Restore(byte[] state, byte[] bodies)
    {
        File.WriteAllBytes(Path.Combine(project.Output, "content.state"), state);
        File.WriteAllBytes(Path.Combine(project.Output, "content.bodies"), bodies);
    }
}
