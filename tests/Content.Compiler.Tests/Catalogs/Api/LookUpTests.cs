namespace Content.Compiler.Tests.Catalogs.Api;

/// <summary>How a program finds entries by the generated API: in order, by slug, URL, symbol and value.</summary>
public sealed class LookUpTests : IDisposable
{
    private readonly ApiProject project = new();

    [Fact]
    public void Entries_come_in_the_declared_order_and_know_their_neighbours() => Assert.Equal(
        "third second hello-world\nnull third hello-world\nsecond null\nthird",
        project.Evaluate(
            """string.Join(" ", Catalog.Posts.Select(post => post.Slug))""",
            """Catalog.Posts.Second.Previous!.Previous?.Slug + "null " + Catalog.Posts.Second.Previous!.Slug + " " + Catalog.Posts.Second.Next!.Slug""",
            """Catalog.Posts.HelloWorld.Previous!.Slug + " " + (Catalog.Posts.HelloWorld.Next is null ? "null" : "?")""",
            """((IContentEntry)Catalog.Posts.Second).Previous!.Slug"""));

    [Fact]
    public void An_entry_is_found_by_slug_or_not_at_all() => Assert.Equal(
        """
        True True False
        'posts' has no entry with the slug 'helo-world'. Did you mean 'hello-world'?
        'posts' has no entry with the slug 'x'.
        """.ReplaceLineEndings("\n"),
        project.Run("""
            public static class Probe
            {
                public static string Run() => string.Join("\n",
                    ReferenceEquals(Catalog.Posts["hello-world"], Catalog.Posts.HelloWorld) + " "
                    + (Catalog.Posts.TryGet("second", out Post? second) && second.Slug == "second") + " " + Catalog.Posts.TryGet("Hello-World", out _),
                    Miss("helo-world"), Miss("x"));

                private static string Miss(string slug)
                {
                    try { return Catalog.Posts[slug].Slug; }
                    catch (KeyNotFoundException miss) { return miss.Message; }
                }
            }
            """));

    [Fact]
    public void An_entry_is_found_by_url_and_by_alias_however_they_are_written()
    {
        string[] urls =
        [
            "/docs/blog/2026/hello-world/", "/docs/blog/2026/hello-world", "/docs/blog/2026/hello-world/?page=2#a-heading", "/docs/blog/2026/hello%2Dworld/",
            "/docs/old/hello/", "/docs/old/hello", "/docs/älter/", "/docs/%C3%A4lter", "/docs/", "/docs", "/docs/about-us/",
            "/blog/2026/hello-world/", "/docs/blog/2026/HELLO-world/", "/docs/blog/2026/", "", "/",
        ];

        var found = project.Evaluate([.. urls.Select(url => $"Catalog.Find(\"{url}\")?.SourceFile")]).Split('\n');

        const string Hello = "content/posts/hello-world.md";
        const string Home = "content/index.md";
        Assert.Equal([Hello, Hello, Hello, Hello, Hello, Hello, Hello, Hello, Home, Home, "content/about-us.md", "null", "null", "null", "null", "null"], found);
    }

    [Fact]
    public void Look_ups_lead_from_values_and_from_references_to_entries() => Assert.Equal(
        "second,hello-world\nhello-world\n\nthird,second\nhello-world\nabout-us\nc#",
        project.Evaluate(
            """string.Join(",", Catalog.Posts.ByTag(Tag.Msbuild).Select(post => post.Slug))""",
            """string.Join(",", Catalog.Posts.ByTag(Tag.CSharp).Select(post => post.Slug))""",
            """string.Join(",", Catalog.Posts.ByTag(Tag.Dotnet).Select(post => post.Slug))""",
            """string.Join(",", Catalog.Authors.Emil.Posts.Select(post => post.Slug))""",
            """string.Join(",", Catalog.Authors.JaneDoe.Posts.Select(post => post.Slug))""",
            """string.Join(",", Catalog.Pages.ByLabel("b").Select(page => page.Slug))""",
            """Tag.CSharp.ToValue()"""));

    [Fact]
    public void Symbols_can_be_members_of_an_enum_or_nothing() => Assert.Equal(
        "One Two True\nFirst,_2nd\nCount,Item,Tree\nSlug of no entry",
        project.Run("""
            public static class Probe
            {
                public static string Run() => string.Join("\n",
                    Catalog.Notes[NoteId.First].Title + " " + Catalog.Notes[NoteId._2nd].Title + " " + ReferenceEquals(Catalog.Notes[NoteId.First], Catalog.Notes["first"]),
                    string.Join(",", Enum.GetNames<NoteId>().Reverse()),
                    string.Join(",", typeof(PageCollection).GetProperties().Select(property => property.Name).Distinct().Order()),
                    NoNumber());

                private static string NoNumber()
                {
                    try { return Catalog.Notes[(NoteId)2].Slug; }
                    catch (ArgumentOutOfRangeException) { return "Slug of no entry"; }
                }
            }
            """));

    public void Dispose() => project.Dispose();
}
