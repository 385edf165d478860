using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Diagnostics;
using Content.Compiler.Entries;
using Content.Compiler.Schema;
using Content.Compiler.Sites;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Diagnostics;

public sealed class DiagnosticPolicyTests
{
    private const string File = "content/a.md";

    private static readonly TextRange comment = new(1, 1, 1, 9);

    [Fact]
    public void A_suppression_silences_its_code_on_its_line_and_nothing_else()
    {
        var reported = Apply([new("CONTENT2001", 2, comment)], At("CONTENT2001", 2), At("CONTENT2001", 3), At("CONTENT2002", 2));
        Assert.Equal(["CONTENT2002 2", "CONTENT2001 3"], reported);
    }

    [Fact]
    public void A_suppression_for_the_file_silences_its_code_on_every_line() =>
        Assert.Empty(Apply([new("CONTENT1003", 0, comment)], At("CONTENT1003", 2), At("CONTENT1003", 9)));

    [Fact]
    public void A_suppression_that_suppresses_nothing_is_reported_at_the_comment() =>
        Assert.Equal(["CONTENT2020 1", "CONTENT2001 3"], Apply([new("CONTENT2001", 2, comment)], At("CONTENT2001", 3)));

    [Fact]
    public void A_suppression_of_another_file_does_not_count() =>
        Assert.Equal(["CONTENT2020 1", "CONTENT2001 2"], Apply([new("CONTENT2001", 2, comment)], At("CONTENT2001", 2) with { File = "content/b.md" }));

    [Fact]
    public void A_suppression_of_a_code_that_is_off_needs_no_reason()
    {
        Assert.Empty(Apply([new("CONTENT3002", 2, comment)]));
        Assert.Empty(Apply([new("CONTENT2101", 2, comment)]));
        Assert.Equal(["CONTENT2020 1"], Apply([new("CONTENT9999", 2, comment)]));
        Assert.Empty(Apply([new("CONTENT2010", 2, comment), new("CONTENT2020", 0, comment)]));
    }

    [Fact]
    public void Severities_raise_warnings_and_drop_them_but_leave_errors()
    {
        var configuration = DefaultConfiguration.Instance with
        {
            Severities = new Dictionary<string, DiagnosticSeverity>
            {
                ["CONTENT2010"] = DiagnosticSeverity.Error,
                ["CONTENT2009"] = DiagnosticSeverity.None,
                ["CONTENT2001"] = DiagnosticSeverity.Info,
                ["CONTENT3002"] = DiagnosticSeverity.Info,
            },
        };
        var reported = DiagnosticPolicy.Apply(
            configuration, [], [At("CONTENT2010", 1), At("CONTENT2009", 2), At("CONTENT2001", 3), At("CONTENT3002", 4), At("CONTENT2013", 5)], judgeSuppressions: true).Reported;
        Assert.Equal(
            [("CONTENT2010", DiagnosticSeverity.Error), ("CONTENT2001", DiagnosticSeverity.Error), ("CONTENT3002", DiagnosticSeverity.Info)],
            reported.Select(diagnostic => (diagnostic.Code, diagnostic.Severity)));
    }

    [Fact]
    public void What_is_said_twice_is_reported_once() => Assert.Single(Apply([], At("CONTENT2001", 2), At("CONTENT2001", 2)));

    private static Diagnostic At(string code, int line) => DiagnosticCatalog.Find(code)!.At(File, new TextRange(line, 1, line, 2), "message");

    private static IEnumerable<string> Apply(ImmutableArray<Suppression> suppressions, params Diagnostic[] found)
    {
        return DiagnosticPolicy.Apply(DefaultConfiguration.Instance, [(File, suppressions)], found, judgeSuppressions: true).Reported
            .Where(diagnostic => diagnostic.File == File || diagnostic.Code == "CONTENT2001")
            .Select(diagnostic => $"{diagnostic.Code} {diagnostic.Range.StartLine}");
    }
}
