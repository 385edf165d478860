using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using Content.Compiler.Sources;
using CsCheck;

namespace Content.Compiler.Tests.Sources;

public sealed class GlobTests
{
    [Theory]
    [InlineData("posts/**/*.md", "posts/a.md", true)]
    [InlineData("posts/**/*.md", "posts/2026/11/a.md", true)]
    [InlineData("posts/**/*.md", "posts/a.MD", false)]
    [InlineData("posts/**/*.md", "Posts/a.md", false)]
    [InlineData("posts/**/*.md", "other/posts/a.md", false)]
    [InlineData("posts/**/*.md", "posts.md", false)]
    [InlineData("posts/*.md", "posts/2026/a.md", false)]
    [InlineData("authors/*.{md,yml,json,toml}", "authors/jane.yml", true)]
    [InlineData("authors/*.{md,yml,json,toml}", "authors/jane.yaml", false)]
    [InlineData("**/*.{md,markdown,html,htm}", "a.htm", true)]
    [InlineData("**/*.{md,markdown,html,htm}", "a/b/c.markdown", true)]
    [InlineData("**/index.md", "index.md", true)]
    [InlineData("**/index.md", "a/b/index.md", true)]
    [InlineData("**/index.md", "a/my-index.md", false)]
    [InlineData("posts/**", "posts/a/b.md", true)]
    [InlineData("posts/**", "posts", false)]
    [InlineData("**/drafts/**", "a/drafts/b/c.md", true)]
    [InlineData("**/drafts/**", "drafts/b", true)]
    [InlineData("**/drafts/**", "a/mydrafts/b", false)]
    [InlineData("?.md", "a.md", true)]
    [InlineData("?.md", "ab.md", false)]
    [InlineData("a?b", "a/b", false)]
    [InlineData("{a,b{c,d}}/*", "bd/x", true)]
    [InlineData("{a,b{c,d}}/*", "b/x", false)]
    [InlineData("{a,}x", "x", true)]
    [InlineData("posts/{**/a,b}/*.md", "posts/a/x.md", true)]
    [InlineData("posts/{**/a,b}/*.md", "posts/y/a/x.md", true)]
    [InlineData("{*.md,*.html}", "x.html", true)]
    [InlineData("a{b", "a{b", true)]
    [InlineData("a}b,c", "a}b,c", true)]
    [InlineData("{a{b}*", "{abc", true)]
    [InlineData("[ab].md", "[ab].md", true)]
    [InlineData("[ab].md", "a.md", false)]
    [InlineData("a.md", "a.md", true)]
    [InlineData("a.md", "a.mdx", false)]
    [InlineData("aa*aa", "aaa", false)]
    [InlineData("", "", true)]
    [InlineData("", "a", false)]
    public void A_path_matches_as_the_glob_reads(string glob, string path, bool matches) =>
        Assert.Equal(matches, GlobPattern.Parse(glob).IsMatch(path));

    [Theory]
    [InlineData("/dotnet/**", "/dotnet/api/system.string?view=net-10.0#a", true)]
    [InlineData("/dotnet/**", "/dotnets/api", false)]
    [InlineData("~/**", "~/includes/a/b.md", true)]
    [InlineData("~/*", "~/includes/a.md", false)]
    [InlineData("https://intranet.example/**", "https://intranet.example/a//b", true)]
    [InlineData("https://**.example/**", "https://a.b.example/x", true)]
    [InlineData("http*://x/*", "https://x/y", true)]
    public void Destinations_of_links_match_as_written(string glob, string destination, bool matches) =>
        Assert.Equal(matches, GlobPattern.Parse(glob).IsMatch(destination));

    [Theory]
    [InlineData("posts/**/*.md", "posts")]
    [InlineData("a/b/*.md", "a/b")]
    [InlineData("a/b*/c.md", "a")]
    [InlineData("{a,b}/*.md", "")]
    [InlineData("*.md", "")]
    [InlineData("**/*.md", "")]
    [InlineData("a/hello.md", "a")]
    [InlineData("hello.md", "")]
    [InlineData("[{]a[}]/b/*.md", "{a}/b")]
    [InlineData("[a]/*.md", "[a]")]
    public void The_base_folder_is_the_part_without_wildcards(string glob, string folder) =>
        Assert.Equal(folder, new GlobSet(["!x/y.md", glob, "z/*.md"]).BaseFolder);

    [Fact]
    public void Exclusions_win_wherever_they_stand()
    {
        var set = new GlobSet(["!posts/_*", "posts/*.md", "!**/secret.md"]);
        Assert.True(set.IsMatch("posts/a.md"));
        Assert.False(set.IsMatch("posts/_a.md"));
        Assert.False(set.IsMatch("posts/secret.md"));
        Assert.False(set.IsMatch("other/a.md"));
    }

    [Fact]
    public void Any_glob_agrees_with_the_expression_that_it_stands_for() =>
        Gen.Select(Gen.String[Gen.Char["ab/*?{},*/"], 0, 9], Gen.String[Gen.Char["ab/"], 0, 7])
            .Sample(
                (glob, path) => GlobPattern.Parse(glob).IsMatch(path) == Regex.IsMatch(path, Expression(glob), RegexOptions.NonBacktracking),
                iter: 3_000);

    [Theory]
    [InlineData("**/*.md", ".cache/a.md", false)]
    [InlineData("**/*.md", "a/.cache/b/c.md", false)]
    [InlineData("**/*.md", ".a.md", false)]
    [InlineData("**/*.md", "a.b/.c.d/e.md", false)]
    [InlineData("**/*.md", "a.b/c..d/e.md", true)]
    [InlineData("**/*.md", "node_modules/a.md", false)]
    [InlineData("**/*.md", "a/bin/b.md", false)]
    [InlineData("**/*.md", "obj/b.md", false)]
    [InlineData("**/*.md", "bin.md", true)]
    [InlineData("**/*.md", "bins/objects/node_modules2/b.md", true)]
    [InlineData("?in/*.md", "bin/a.md", false)]
    [InlineData("b*/*.md", "bin/a.md", false)]
    [InlineData("node_modul?s/*.md", "node_modules/a.md", false)]
    [InlineData("?cache/*.md", ".cache/a.md", false)]
    [InlineData("**", "bin", false)]
    [InlineData("bin/**/*.md", "bin/a.md", true)]
    [InlineData("bin/**/*.md", "bin/obj/a.md", false)]
    [InlineData("{src,bin}/*.md", "bin/a.md", true)]
    [InlineData(".cache/*.md", ".cache/a.md", true)]
    [InlineData(".*/*.md", ".cache/a.md", true)]
    [InlineData("{a,.b}/*.md", ".b/a.md", true)]
    [InlineData("a/.b/*.md", "a/.b/.c.md", false)]
    public void No_wildcard_matches_a_hidden_name(string glob, string path, bool matches) =>
        Assert.Equal(matches, new GlobSet([glob]).IsMatch(path));

    [Fact]
    public void An_exclusion_reaches_hidden_names_by_wildcards()
    {
        var set = new GlobSet([".github/**/*.md", "!**/secret.md"]);
        Assert.True(set.IsMatch(".github/a.md"));
        Assert.False(set.IsMatch(".github/secret.md"));
    }

    [Theory]
    [InlineData("[{][{] site.baseurl }}/**", "{{ site.baseurl }}/a/b", true)]
    [InlineData("[{][{] site.baseurl }}/**", " site.baseurl }}/a", false)]
    [InlineData("[{]% link [*]* %}", "{% link *x.md %}", true)]
    [InlineData("[{]% link [*]* %}", "{% link x.md %}", false)]
    [InlineData("{a[,]b,c[}]}/*", "a,b/x", true)]
    [InlineData("{a[,]b,c[}]}/*", "c}/x", true)]
    [InlineData("{a[,]b,c[}]}/*", "b/x", false)]
    [InlineData("[?].md", "?.md", true)]
    [InlineData("[?].md", "a.md", false)]
    [InlineData("[[]slug[]].md", "[slug].md", true)]
    [InlineData("[slug].md", "[slug].md", true)]
    [InlineData("[[slug]].md", "[[slug]].md", true)]
    [InlineData("[**]", "[ab/c]", true)]
    [InlineData("[*", "[a", true)]
    public void Brackets_take_the_meaning_of_a_character_away(string glob, string path, bool matches) =>
        Assert.Equal(matches, GlobPattern.Parse(glob).IsMatch(path));

    [Fact]
    public void Hostile_globs_take_linear_time()
    {
        foreach (var glob in (ImmutableArray<string>)
        [
            string.Concat(Enumerable.Repeat("*a", 100)),
            string.Concat(Enumerable.Repeat("**/a", 100)),
            string.Concat(Enumerable.Repeat("{a,aa,**}", 100)),
            string.Concat(Enumerable.Repeat("[*]*", 100)),
            new string('{', 100_000) + new string('}', 100_000),
            new string('{', 100_000),
        ])
        {
            Assert.False(GlobPattern.Parse(glob + "c").IsMatch(new string('a', 2_000) + "/b"));
        }
    }

    private static string Expression(string glob)
    {
        var expression = new StringBuilder("\\A");
        var depth = 0;
        for (var index = 0; index < glob.Length; index++)
        {
            var rest = glob.AsSpan(index);
            if (rest.StartsWith("**/") && (index == 0 || glob[index - 1] == '/' || (depth > 0 && glob[index - 1] is '{' or ',')))
            {
                expression.Append("(?:(?s:.*)/)?");
                index += 2;
            }
            else if (rest.StartsWith("**"))
            {
                expression.Append("(?s:.*)");
                index++;
            }
            else if (rest[0] == '{' && Closes(rest))
            {
                depth++;
                expression.Append("(?:");
            }
            else if (rest[0] == '}' && depth > 0)
            {
                depth--;
                expression.Append(')');
            }
            else
            {
                expression.Append(rest[0] switch
                {
                    '*' => "[^/]*",
                    '?' => "[^/]",
                    ',' when depth > 0 => "|",
                    var other => Regex.Escape(other.ToString()),
                });
            }
        }

        return expression.Append("\\z").ToString();
    }

    private static bool Closes(ReadOnlySpan<char> rest)
    {
        var depth = 0;
        foreach (var unit in rest)
        {
            depth += unit == '{' ? 1 : unit == '}' ? -1 : 0;
            if (depth == 0)
                return true;
        }

        return false;
    }
}
