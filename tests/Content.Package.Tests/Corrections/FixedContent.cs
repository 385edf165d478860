using Content.Package.Tests.Packages;
using Content.Package.Tests.Projects;

namespace Content.Package.Tests.Corrections;

public sealed class FixedContent(PackageFeed feed)
{
    private const string Fix = "-t:FixContent";

    private const string Before = "---\ntitle: A\ndate: 2026-11-23\n---\n\n[case](Begin.md), [typo](begn.md), [mail](jane@example.org), [none](nowhere/at-all.md)\n";
    private const string After = "---\ntitle: A\ndate: 2026-11-23\n---\n\n[case](begin.md), [typo](begin.md), [mail](mailto:jane@example.org), [none](nowhere/at-all.md)\n";

    [Fact]
    public void Is_said_file_by_file_and_gone_from_the_next_build()
    {
        var project = Site();

        var outcome = project.Build(Fix).Passes();

        Assert.Equal(After, File.ReadAllText(project.PathOf("content/a.md")));
        Assert.Contains(
            """
              content/a.md
                (6,8,6,16) CONTENT2005: 'Begin.md' -> 'begin.md'
                (6,26,6,33) CONTENT2001: 'begn.md' -> 'begin.md'
                (6,43,6,59) CONTENT2018: 'jane@example.org' -> 'mailto:jane@example.org'
              FixContent: 3 corrections written in 1 file.
            """.ReplaceLineEndings("\n"), outcome.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(project.Generated), "Nothing is compiled.");
        Assert.Equal(["CONTENT2001"], project.Build().Codes);
    }

    [Fact]
    public void Is_only_listed_where_that_is_asked_for()
    {
        var project = Site();

        var outcome = project.Build(Fix, "-p:ContentFixMode=list").Passes();

        Assert.Contains("(6,8,6,16) CONTENT2005: 'Begin.md' -> 'begin.md'", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("FixContent: 3 corrections in 1 file; nothing is written with ContentFixMode 'list'.", outcome.Output, StringComparison.Ordinal);
        Assert.Equal(Before, File.ReadAllText(project.PathOf("content/a.md")));
    }

    [Theory]
    [InlineData("content2005", "[case](begin.md), [typo](begn.md), [mail](jane@example.org)")]
    [InlineData("CONTENT2005%3BCONTENT2018", "[case](begin.md), [typo](begn.md), [mail](mailto:jane@example.org)")]
    public void Is_limited_to_codes(string codes, string links)
    {
        var project = Site();

        project.Build(Fix, "-p:ContentFix=" + codes).Passes();

        Assert.Contains(links, File.ReadAllText(project.PathOf("content/a.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_what_nobody_wants_to_hear_of()
    {
        var project = Site();

        project.Build(Fix, "-p:NoWarn=CONTENT2018").Passes();

        Assert.Contains("[case](begin.md), [typo](begin.md), [mail](jane@example.org)", File.ReadAllText(project.PathOf("content/a.md")), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_no_property_for_another()
    {
        var project = Site();

        project.Build(Fix, "-p:ContentFix=CONTENT205", "-p:ContentFixMode=lst").Fails(
            "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentFix' must be codes such as CONTENT2005, with ';' between them, but has 'CONTENT205'. Did you mean 'CONTENT2005'?",
            "app.csproj(1,1,1,1): error CONTENT0003: The property 'ContentFixMode' must be 'write' or 'list', but is 'lst'. Did you mean 'list'?");

        Assert.Equal(Before, File.ReadAllText(project.PathOf("content/a.md")));
    }

    [Fact]
    public void Is_written_once_for_several_frameworks()
    {
        var project = Site("net8.0;net10.0");

        var outcome = project.Build(Fix).Passes();

        Assert.Equal(1, outcome.Output.Split("3 corrections written").Length - 1);
        Assert.Equal(After, File.ReadAllText(project.PathOf("content/a.md")));
    }

    private TestProject Site(string framework = "net10.0") => new TestProject(feed, framework: framework)
        .Write("content/a.md", Before)
        .Article("begin.md", "Begin");
}
