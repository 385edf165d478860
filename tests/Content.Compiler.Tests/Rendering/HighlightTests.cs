using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Content.Compiler.Code;
using Content.Compiler.Sites;
using Content.Compiler.Tests.Corpora;

namespace Content.Compiler.Tests.Rendering;

/// <summary>Coloured code says what plain code says, and can be read.</summary>
public sealed partial class HighlightTests
{
    private const string Collections = "\"collections\": { \"a\": { \"type\": \"A\", \"files\": \"**/*.md\", \"unknownFields\": \"ignore\" } }";

    [Theory]
    [InlineData("desktop-docs")]
    [InlineData("rust-blog")]
    public void Coloured_code_of_a_corpus_has_the_text_of_plain_code(string corpus)
    {
        var folder = Corpus.Locate(corpus);
        using var project = new TemporaryProject();
        foreach (var file in Directory.EnumerateFiles(folder, "*.md", SearchOption.AllDirectories))
            project.Write("content/" + Path.GetRelativePath(folder, file).Replace(Path.DirectorySeparatorChar, '/'), File.ReadAllText(file));
        Check(project);
    }

    [Fact]
    public void Coloured_code_has_the_text_of_plain_code()
    {
        using var project = new TemporaryProject();
        string[] languages = ["csharp", "html", "js", "python", "yaml", "sql", "sh", "css", "json", "xml", "diff", "rust", "nobody"];
        string[] codes = ["a < b && c > \"d\" // e", "/* never closed", "\"never closed", "\t<p>&amp; &</p>\r\n  x: 'y'", "€𝄞 ü\u2028 \0 x", new string('(', 300), new string('a', 5000), "+x\n-y\n z", ""];
        var text = new StringBuilder();
        foreach (var language in languages)
        {
            foreach (var code in codes)
            {
                foreach (var options in (string[])["", " {1} lines diff focus=1 title=\"x\""])
                    text.Append(CultureInfo.InvariantCulture, $"~~~{language}{options}\n{code}\n~~~\n\n");
            }
        }

        project.Write("content/a.md", text.ToString());
        Check(project);
    }

    [Theory]
    [InlineData("highlight.light.css")]
    [InlineData("highlight.dark.css")]
    public void Every_colour_can_be_read_on_the_block_and_on_marked_lines(string name)
    {
        var css = Encoding.UTF8.GetString(HighlightStyles.Read(name));
        var grounds = GroundExpression().Matches(css).Select(match => match.Groups["colour"].Value).ToArray();
        var colours = ColourExpression().Matches(css).Select(match => match.Groups["colour"].Value).Distinct().ToArray();
        Assert.Equal(4, grounds.Length);
        Assert.True(colours.Length > 5);
        foreach (var ground in grounds)
            Assert.All(colours, colour => Assert.True(Contrast(colour, ground) >= 4.5, $"{colour} on {ground}: {Contrast(colour, ground):0.00}"));
    }

    private static void Check(TemporaryProject project)
    {
        var plain = Bodies(project, "false");
        var coloured = Bodies(project, "true");
        Assert.Equal(plain.Keys, coloured.Keys);
        foreach (var (path, body) in plain)
        {
            var blocks = BlockExpression().Matches(body).Select(match => Text(match.Groups["code"].Value)).ToArray();
            Assert.Equal(blocks, BlockExpression().Matches(coloured[path]).Select(match => Text(match.Groups["code"].Value)));
        }

        Assert.Contains(coloured.Values, body => body.Contains("<span class=\"hl-", StringComparison.Ordinal));
    }

    private static SortedDictionary<string, string> Bodies(TemporaryProject project, string highlight)
    {
        project.Write("content.json", $$"""{ "highlight": {{highlight}}, {{Collections}} }""");
        var site = project.Compile().Site!;
        return new(site.Collections[0].Entries.ToDictionary(entry => entry.Article.Path, entry => Encoding.UTF8.GetString(entry.Article.Content!.Body.Utf8.Span)), StringComparer.Ordinal);
    }

    private static string Text(string html) => WebUtility.HtmlDecode(TagExpression().Replace(html, ""));

    private static double Contrast(string left, string right)
    {
        var (one, other) = (Luminance(left), Luminance(right));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Part(int start)
        {
            var value = int.Parse(colour.AsSpan(start, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Part(1)) + (0.7152 * Part(3)) + (0.0722 * Part(5));
    }

    [GeneratedRegex(@"<pre[^>]*><code[^>]*>(?<code>.*?)</code></pre>", RegexOptions.Singleline)]
    private static partial Regex BlockExpression();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex TagExpression();

    [GeneratedRegex("background: (?<colour>#[0-9a-f]{6})")]
    private static partial Regex GroundExpression();

    [GeneratedRegex("[ ;{]color: (?<colour>#[0-9a-f]{6})")]
    private static partial Regex ColourExpression();

    [Fact]
    public void Colours_do_not_depend_on_what_was_coloured_before_or_on_the_thread()
    {
        string[][] blocks =
        [
            ["/* not closed", "int x = 1;"], ["int x = 1;", "}", "", "int x = 1;"], ["var s = $\"{x:N} {1 + y}\";"], ["#if A", "class B<T> where T : new() { }", "#endif"],
            ["int x = 1;", "*/", "int x = 1;"], ["@\"a", "int x = 1;", "\";"],
        ];
        string Colours(string[] lines) => string.Join('\n', Highlighter.Create(out _)!.Run("csharp", lines, out _)!.Select(line => string.Join(' ', line)));
        var first = blocks.Select(Colours).ToArray();
        Assert.Equal(6, first.Distinct().Count());

        Parallel.For(0, 600, number => Assert.Equal(first[number % 6], Colours(blocks[number % 6])));
    }
}
