namespace Content.Compiler.Tests.Incremental;

/// <summary>Parsers cost more to load than a build without changes takes.</summary>
public sealed class LoadedAssembliesTests
{
    [Fact]
    public void A_build_without_changes_loads_no_parser()
    {
        using var project = new TemporaryProject();
        project.Write("content/one.md", "---\ntitle: One\ndate: 2026-11-23\n---\n\nText with <b>HTML</b>.\n");
        var first = CompilerProcess.Run("loaded", project.Path).Split('\n');
        var second = CompilerProcess.Run("loaded", project.Path).Split('\n');
        Assert.Contains("Markdig", first);
        Assert.Contains("Content.Compiler", second);
        foreach (var parser in new[] { "Markdig", "AngleSharp", "SharpYaml", "Tomlyn", "System.Text.Json", "System.Text.RegularExpressions" })
            Assert.DoesNotContain(parser, second);
    }
}
