using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Content.Compiler.Code;
using Content.Compiler.Tests.Catalogs;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Samples;

/// <summary>What the C# compiler says of a sample stands in the article, at the line and the column of the code, wherever that is written.</summary>
public sealed partial class PlantedErrorTests
{
    private const string Configuration = """{ "collections": { "a": { "type": "A", "files": "**/*.md", "fields": { "title": "string?" } } } }""";

    private static readonly (string Opening, string Following)[] containers =
        [("", ""), ("> ", "> "), ("- ", "  "), ("1. ", "   "), ("> - ", ">   "), ("   ", "   "), ("-\t", "\t"), (">\t", ">\t")];

    private static readonly string[] bodies =
    [
        "var x = $0;",
        "using System.Text;\n\nvar b = new StringBuilder();\nb.Append($0);",
        "\tif (true)\n\t{\n\t\tSystem.Console.Write($0);\n\t}",
        "var ü = \"€𝄞\"; System.Console.Write(ü + $0);",
        "var raw = \"\"\"\n    a {\n    \"\"\";\nvar y = raw + $0;",
        "var verbatim = @\"a\n{ \"\"b\n\";\nvar z = verbatim + $0;",
        "/* a {\n b */ var c = '{' + $0;",
        "#region r\nvar w = $0;\n#endregion",
        "record Point(int X);\nvar p = new Point(1); System.Console.Write(p + $\"{1 + $0:N} {{\");",
        "public static int Twice(int v) => v * $0;",
        "await System.Threading.Tasks.Task.Delay($0);",
        "if (System.Environment.ProcessorCount > 1)\n    return 1;\nreturn $0;",
        "System.Func<int, int> f = x => { return x + $0; };\nSystem.Console.Write(f(1));",
        "void Local() { return; }\nLocal();\n#pragma warning disable CS0618\nvar d = $0;",
    ];

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void An_error_in_a_sample_stands_where_it_is_written(string lineEnd)
    {
        var text = new StringBuilder("# Samples\n\n");
        var count = 0;
        foreach (var container in containers)
        {
            foreach (var body in bodies)
            {
                var code = body.Replace("$0", FormattableString.Invariant($"missing{count++}"), StringComparison.Ordinal);
                var lines = ("```csharp compile\n" + code + "\n```").Split('\n');
                text.Append(container.Opening).Append(lines[0]).Append('\n');
                foreach (var line in lines.Skip(1))
                    text.Append(container.Following).Append(line).Append('\n');
                text.Append("\n***\n\n");
            }
        }

        var article = text.ToString().Replace("\n", lineEnd, StringComparison.Ordinal);
        var expected = Enumerable.Range(0, count).Select(number => Place(article, FormattableString.Invariant($"missing{number}")));
        Assert.Equal(expected, Compile(article).Where(error => error.Code == "CS0103").Select(error => error.Place).Order());
    }

    [Fact]
    public void A_sample_that_cannot_be_compiled_is_one_error_and_leaves_the_others_alone()
    {
        string[] broken =
        [
            "if (true) {", "}", "var x = (1;", "/* never", "*/", "var s = \"never;", "var s = \"\"\"\nnever", "#if DEBUG\nint x;\n#endif", "#endif", "#else",
            "#line 1 \"elsewhere.cs\"", "#define X", "#endregion", "#region x", "} } class X { void M() {", "#pragma checksum \"x\" \"{406EA660-64CF-4C82-B6F0-42D48172A799}\" \"ab\"",
            "var s = $\"{a\";", "'", "]", "#r \"x.dll\"",
        ];
        var text = new StringBuilder("# Samples\n\n");
        for (var index = 0; index < broken.Length; index++)
        {
            text.Append(CultureInfo.InvariantCulture, $"```csharp compile\n{broken[index]}\n```\n\n");
            text.Append(CultureInfo.InvariantCulture, $"```csharp compile\nvar good = missing{index};\n```\n\n");
        }

        text.Append("```csharp compile\n#pragma warning disable CS0618\n#nullable disable\nstring s = null;\n```\n\n```csharp compile\n#error told\n```\n");
        var errors = Compile(text.ToString());
        Assert.Equal(["CS1029"], errors.Select(error => error.Code).Distinct());

        var withoutError = text.Replace("#error told", "").ToString();
        errors = Compile(withoutError);
        Assert.Equal(broken.Length, errors.Count(error => error.Code == "CS0619"));
        Assert.Equal(Enumerable.Range(0, broken.Length).Select(index => Place(withoutError, FormattableString.Invariant($"missing{index};"))), errors.Where(error => error.Code == "CS0103").Select(error => error.Place).Order());
        Assert.Equal(2 * broken.Length, errors.Count);
    }

    [Theory]
    [InlineData("using System.Text; using static System.Math;\nusing var x = new System.IO.MemoryStream();", 2)]
    [InlineData("using X = System.Collections.Generic.List<int>;\nvar x = new X();", 1)]
    [InlineData("using (var x = new System.IO.MemoryStream()) { }", 0)]
    [InlineData("global using System.Text;", 1)]
    public void Using_directives_at_the_head_are_told_from_statements(string code, int count) => Assert.Equal(count, SampleParts.Of(code).Usings.Count);

    [Fact]
    public void Prose_above_a_sample_changes_nothing_but_directives()
    {
        using var project = new TemporaryProject();
        project.Write("content.json", Configuration);
        project.Write("content/a.md", "# A\n\n```csharp run\nSystem.Console.WriteLine(1);\n```\n");
        Assert.Empty(project.Compile(request => request with { CompilesComments = false }).Diagnostics);
        var file = Path.Combine(project.Output, "Samples.g.cs");
        var (before, time) = (File.ReadAllText(file), File.GetLastWriteTimeUtc(file));

        project.Write("content/a.md", "# A\n\nMore.\n\n```csharp run\nSystem.Console.WriteLine(1);\n```\n");
        Assert.Empty(project.Compile(request => request with { CompilesComments = false }).Diagnostics);
        Assert.NotEqual(before, File.ReadAllText(file));
        Assert.Equal(time, File.GetLastWriteTimeUtc(file));

        project.Write("content/a.md", "# A\n\nMore, and no sample.\n");
        Assert.Empty(project.Compile().Diagnostics);
        Assert.False(File.Exists(file));
    }

    private static List<(string Code, (int Line, int Column) Place)> Compile(string article)
    {
        using var project = new TemporaryProject();
        project.Write("content.json", Configuration);
        project.Write("content/a.md", article);
        var result = project.Compile(request => request with { Nullable = "enable" });
        Assert.Empty(result.Diagnostics);
        using var compiler = new CSharpCompiler();
        compiler.Add(result.Site!, new Compiler.Catalogs.CatalogOptions("MySite"));
        compiler.Add(File.ReadAllText(Path.Combine(project.Output, "Samples.g.cs")));
        return [.. ErrorExpression().Matches(compiler.Compile()).Select(match => (match.Groups["code"].Value, (Number(match, "line"), Number(match, "column"))))];
    }

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture);

    private static (int Line, int Column) Place(string text, string sought) => new LineMap(text).GetPosition(text.IndexOf(sought, StringComparison.Ordinal));

    [GeneratedRegex(@"content/a\.md\((?<line>\d+),(?<column>\d+)\): error (?<code>CS\d+)")]
    private static partial Regex ErrorExpression();
}
