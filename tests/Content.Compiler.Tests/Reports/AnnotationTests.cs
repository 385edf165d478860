using Content.Compiler.Diagnostics;
using Content.Compiler.Reports;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Reports;

/// <summary>What the machines of code hosts are told: each fault at its line, and no more than that, whatever an article is called or says.</summary>
public sealed class AnnotationTests
{
    private static readonly string root = OperatingSystem.IsWindows() ? @"C:\work" : "/work";
    private static readonly string project = Path.Combine(root, "site", "Site.csproj");

    [Fact]
    public void GitHub_gets_file_line_columns_and_code() => Assert.Equal(
        ["::error file=site/content/a.md,line=3,endLine=3,col=7,endColumn=14,title=CONTENT2001::No 'b'.", "::warning file=site/Site.csproj,line=1,endLine=1,col=1,endColumn=1,title=CONTENT2010::Empty."],
        Annotations.Of(
            AnnotationPlatform.GitHub,
            [At("CONTENT2010", "", "Empty.") with { Range = TextRange.FileStart }, At("CONTENT2001", "content/a.md", "No 'b'.")],
            project,
            root));

    [Fact]
    public void Azure_gets_the_same_as_a_log_issue() => Assert.Equal(
        ["##vso[task.logissue type=error;sourcepath=site/content/a.md;linenumber=3;columnnumber=7;code=CONTENT2001]No 'b'."],
        Annotations.Of(AnnotationPlatform.Azure, [At("CONTENT2001", "content/a.md", "No 'b'.")], project, root));

    [Theory]
    [InlineData("content/a,line=1::b%0A.md", "100% of x\r\n::error::owned")]
    [InlineData("content/a;x]##vso[task.setvariable variable=A]b.md", "text\n##vso[task.complete result=Succeeded]%")]
    public void No_name_and_no_message_says_more_than_one_command(string file, string message)
    {
        foreach (var platform in new[] { AnnotationPlatform.GitHub, AnnotationPlatform.Azure })
        {
            var line = Assert.Single(Annotations.Of(platform, [DiagnosticCatalog.Find("CONTENT2001")!.At(file, new TextRange(1, 1, 1, 2), message)], project, root));
            Assert.DoesNotContain('\n', line);
            Assert.DoesNotContain('\r', line);
            if (platform == AnnotationPlatform.GitHub)
            {
                Assert.Matches(@"^::error file=[^,:]*,line=1,endLine=1,col=1,endColumn=1,title=CONTENT2001::", line);
            }
            else
            {
                Assert.Equal(0, line.LastIndexOf("##vso[", StringComparison.OrdinalIgnoreCase));
                Assert.Matches(@"^##vso\[task\.logissue type=error;sourcepath=[^;\]]*;linenumber=1;columnnumber=1;code=CONTENT2001\]", line);
            }
        }
    }

    [Fact]
    public void What_is_accepted_or_suppressed_is_nobodys_business()
    {
        var accepted = At("CONTENT2001", "content/a.md", "x") with { Severity = DiagnosticSeverity.Info, Suppression = new DiagnosticSuppression(false, "", IsBaseline: true) };
        Assert.Empty(Annotations.Of(AnnotationPlatform.GitHub, [accepted], project, root));
        Assert.Contains("**0 errors, 0 warnings**. 1 fault accepted in the baseline.", new StepSummary("Site", "net10.0", 0, 0).ToMarkdown([accepted]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_summary_counts_by_code_and_by_file()
    {
        var text = new StepSummary("Site", "net10.0", Unreached: 2, Unused: 1).ToMarkdown(
            [At("CONTENT2001", "content/a.md", "x"), At("CONTENT2001", "content/b.md", "x"), At("CONTENT2010", "content/b.md", "x")]);
        Assert.Equal(
            """
            ## Content: Site (net10.0)

            **2 errors, 1 warning**. Nothing leads to 2 articles (CONTENT2201). Nothing uses 1 file (CONTENT2202).

            | Diagnostic | errors | warnings | messages |
            |---|---:|---:|---:|
            | CONTENT2001 Link to an article or page that does not exist | 2 | 0 | 0 |
            | CONTENT2010 Empty destination | 0 | 1 | 0 |

            | Files with most | errors | warnings | messages |
            |---|---:|---:|---:|
            | content/b.md | 1 | 1 | 0 |
            | content/a.md | 1 | 0 | 0 |


            """.ReplaceLineEndings("\n"),
            text);
    }

    [Fact]
    public void A_name_in_a_summary_is_text() => Assert.Contains(
        "| a&#124;&#60;b&#62;&#91;x&#93;(y) | 1 |",
        new StepSummary("Site", "", 0, 0).ToMarkdown([At("CONTENT2001", "a|<b>[x](y)", "x")]),
        StringComparison.Ordinal);

    private static Diagnostic At(string code, string file, string message) => DiagnosticCatalog.Find(code)!.At(file, new TextRange(3, 7, 3, 15), message);
}
