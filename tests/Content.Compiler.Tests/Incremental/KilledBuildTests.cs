namespace Content.Compiler.Tests.Incremental;

/// <summary>A build that is killed leaves nothing that the next one trips over.</summary>
public sealed class KilledBuildTests : IDisposable
{
    private const int Articles = 300;
    private const int Kills = 25;

    private readonly TemporaryProject project = new();

    public KilledBuildTests()
    {
        for (var index = 0; index < Articles; index++)
            project.Write($"content/a{index}.md", Text(index, "first"));
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void The_build_after_a_killed_one_is_right()
    {
        var random = new Random(5);
        for (var kill = 0; kill < Kills; kill++)
        {
            for (var edit = 0; edit < 40; edit++)
                project.Write($"content/a{random.Next(Articles)}.md", Text(edit, $"kill {kill} " + new string('x', random.Next(20_000))));
            using (var process = CompilerProcess.Start("compile", project.Path))
            {
                Thread.Sleep(random.Next(100, 500));
                process.Kill();
                process.WaitForExit();
            }

            var result = project.Compile();
            Assert.True(result.Succeeded, string.Join('\n', result.Diagnostics.Take(3)));
            Assert.Equal(project.FromScratch(), project.Outputs());
            Assert.Equal(
                ["Catalog.g.cs", "Content.Catalog", "content.bodies", "content.lock", "content.state"],
                Directory.GetFiles(project.Output).Select(Path.GetFileName).Order(StringComparer.Ordinal));
        }
    }

    private static string Text(int index, string text) =>
        $"---\ntitle: Article {index}\ndate: 2026-11-23\n---\n\n# Heading\n\n{text} [next](./a{(index + 1) % Articles}.md)\n";
}
