using Content.Compiler.Articles;
using Content.Compiler.Catalogs;
using Content.Compiler.Schema;
using Content.Compiler.Text;

using static Content.Compiler.Tests.Catalogs.SiteBuilder;

namespace Content.Compiler.Tests.Catalogs;

public sealed class GeneratedCodeTests
{
    [Fact]
    public void A_site_is_used_as_the_front_page_shows_it()
    {
        var output = Run(Blog(), """
            using System;
            using System.Linq;
            using MySite;
            using Content.Runtime;
            public static class Probe
            {
                public static string Run()
                {
                    Post hello = Catalog.Posts.HelloWorld;
                    IContentEntry? e = Catalog.Find("/posts/hello-world/");
                    string?[] said =
                    {
                        string.Join(" | ", Catalog.Posts.Select(post => $"{post.Date:yyyy-MM-dd} {post.Title} by {post.Author.Name} at {post.Url}")),
                        ReferenceEquals(hello, Catalog.Posts["hello-world"]) + " " + ReferenceEquals(hello, e) + " " + Catalog.Posts.TryGet("nope", out _),
                        hello.Body.Html + hello.Body.Text + hello.Excerpt + hello.WordCount + hello.ReadingTime,
                        string.Join(",", hello.Headings.Select(heading => heading.ToString())),
                        hello.Next?.Slug + "/" + hello.Previous?.Slug,
                        string.Join(",", Catalog.Authors.JaneDoe.Posts.Select(post => post.Slug)),
                        string.Join(",", Catalog.Posts.ByTag(Tag.CSharp).Select(post => post.Slug)),
                        string.Join(",", hello.Tags.Select(tag => tag.ToValue())) + TagValues.TryParse("c#", out var tag) + tag,
                        hello.Summary ?? "(null)",
                        hello.Level?.ToString() ?? "(null)",
                        string.Join(",", Catalog.All.Select(entry => entry.Title ?? entry.Slug)),
                        hello.SourceFile + hello.IsPublished,
                    };
                    return string.Join("\n", said);
                }
            }
            """);
        Assert.Equal("""
            2026-11-24 Second by Jane Doe at /posts/second/ | 2026-11-23 Hello "World" by Jane Doe at /posts/hello-world/
            True True False
            <h2 id="a">A</h2><p>Hi &amp; ho</p>A
            Hi & hoHi & ho30000:01:30
            Heading { Level = 2, Text = A, Id = a }
            /second
            second,hello-world
            hello-world
            dotnet,c#TrueCSharp
            (null)
            (null)
            Second,Hello "World",jane-doe
            content/posts/hello-world.mdTrue
            """, output, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void A_site_without_entries_compiles_and_runs()
    {
        var site = new SiteBuilder();
        site.Collection("posts", "Post", Field("title", ScalarKind.String));
        Assert.Equal("0 True", Run(site, """
            using MySite;
            public static class Probe { public static string Run() => Catalog.Posts.Count + " " + (Catalog.Find("/") is null); }
            """));
    }

    [Fact]
    public void A_site_without_collections_compiles_and_runs() =>
        Assert.Equal("True", Run(new SiteBuilder(), """public static class Probe { public static string Run() => (MySite.Catalog.Find("/x/") is null).ToString(); }"""));

    internal static SiteBuilder Blog()
    {
        var site = new SiteBuilder();
        var tags = site.Enum("Tag", "dotnet", "msbuild", "c#");
        var level = new EnumDefinition("PostLevel", [new("beginner", "Beginner"), new("advanced", "Advanced")]);
        var posts = site.Collection(
            "posts", "Post",
            Field("title", ScalarKind.String),
            Field("date", ScalarKind.Date),
            Field("author", new ReferenceFieldType(1, "Author")),
            Field("tags", new EnumFieldType(tags)) with { IsList = true },
            Field("level", new EnumFieldType(level)) with { IsOptional = true },
            Field("summary", ScalarKind.String) with { IsOptional = true });
        var authors = site.Collection("authors", "Author", Field("name", ScalarKind.String));
        var jane = new ResolvedReferenceValue(TextRange.FileStart, authors, "jane-doe");
        site.Add(posts, "second", "<p>2</p>", String("Second"), new DateValue(TextRange.FileStart, new DateOnly(2026, 11, 24)), jane, List(), null, String("sum"));
        site.Add(
            posts, "hello-world",
            new ArticleContent
            {
                Body = new ArticleBody("<h2 id=\"a\">A</h2><p>Hi &amp; ho</p>"u8.ToArray(), []),
                Headings = [new ArticleHeading(2, "A", "a")],
                Excerpt = "Hi & ho",
                WordCount = 300,
            },
            String("Hello \"World\""), new DateValue(TextRange.FileStart, new DateOnly(2026, 11, 23)), jane,
            List(new EnumValue(TextRange.FileStart, 0), new EnumValue(TextRange.FileStart, 2)));
        site.Add(authors, "jane-doe", (ArticleContent?)null, String("Jane Doe"));
        return site;
    }

    internal static string Run(SiteBuilder site, string probe)
    {
        using var compiler = new CSharpCompiler();
        // The probe stands for a user's code: it has no documentation.
        return compiler.Add(site.Build(), new CatalogOptions("MySite")).Add("#pragma warning disable CS1591\n" + probe).Run();
    }
}
