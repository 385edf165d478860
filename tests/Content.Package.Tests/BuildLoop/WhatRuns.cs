using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.BuildLoop;

public sealed class WhatRuns(PackageFeed feed)
{
    [Fact]
    public void The_task_once_and_on_the_second_build_without_the_parsers()
    {
        var project = new TestProject(feed).Article("a.md", "A", body: "<p>Raw <a href=\"b.md\">HTML</a>.</p>").Article("b.md", "B");

        var first = project.Build("-v:diag").Output;
        var second = project.Build("--no-restore", "-v:diag").Output;

        Assert.Equal((1, 1), (Executions(first), Executions(second)));
        // Whatever task runs meanwhile is said to have loaded what the first of ours warms up with.
        Assert.Contains("): Content.Compiler,", second, StringComparison.Ordinal);
        Assert.DoesNotContain("): Markdig,", second, StringComparison.Ordinal);
        Assert.DoesNotContain("): AngleSharp,", second, StringComparison.Ordinal);
        Assert.Contains("Skipping target \"CoreCompile\" because all output files are up-to-date", second, StringComparison.Ordinal);
    }

    private static int Executions(string output) => output.Split("Done executing task \"CompileContent\"").Length - 1;
}
