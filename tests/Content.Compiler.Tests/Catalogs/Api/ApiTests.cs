namespace Content.Compiler.Tests.Catalogs.Api;

/// <summary>The generated API, used by programs that the C# compiler of the SDK compiles for net8.0 with every warning an error.</summary>
public sealed class ApiTests : IDisposable
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
    public void Values_have_the_types_that_are_declared() => Assert.Equal(
        """
        Hello "World" & {0}|2026-11-23|Jane Doe|Emil,Jane Doe|Msbuild,CSharp|Advanced|null
        640 x 480 at /docs/posts/cover.svg of 66 bytes in content/posts/cover.svg
        5|12.50|1.5|null|2026-11-24T10:00:00.0000000+05:30|https://example.org/a%20b|first
        null 12|read,write
        3|null|null|0
        """.ReplaceLineEndings("\n"),
        project.Run("""
            public static class Probe
            {
                public static string Run()
                {
                    Post post = Catalog.Posts.HelloWorld;
                    string title = post.Title;
                    DateOnly date = post.Date;
                    Author author = post.Author;
                    IReadOnlyList<Author> reviewers = post.Reviewers;
                    IReadOnlyList<Tag> tags = post.Tags;
                    PostLevel level = post.Level;
                    string? summary = post.Summary;
                    ContentImage? cover = post.Cover;
                    ContentFile? handout = post.Handout;
                    int rating = post.Rating;
                    decimal? price = post.Price;
                    double? weight = post.Weight;
                    bool? pinned = post.Pinned;
                    DateTimeOffset? updated = post.Updated;
                    Uri? source = post.Source;
                    PostExtra? extra = post.Extra;
                    Uri? nested = extra!.Source;
                    IReadOnlyList<PostSteps>? steps = post.Steps;
                    return string.Join("\n",
                        FormattableString.Invariant($"{title}|{date:yyyy-MM-dd}|{author.Name}|{string.Join(",", reviewers.Select(one => one.Name))}|{string.Join(",", tags)}|{level}|{summary ?? "null"}"),
                        $"{cover!.Width} x {cover.Height} at {cover.Url} of {handout!.Length} bytes in {handout.SourceFile}",
                        FormattableString.Invariant($"{rating}|{price}|{weight}|{pinned?.ToString() ?? "null"}|{updated:O}|{source!.OriginalString}|{post.Class}"),
                        $"{nested?.ToString() ?? "null"} {extra.Pages}|{string.Join(",", steps!.Select(step => step.What))}",
                        $"{Catalog.Posts.Second.Rating}|{Catalog.Posts.Second.Cover?.Url ?? "null"}|{Catalog.Posts.Second.Extra?.ToString() ?? "null"}|{Catalog.Posts.Second.Reviewers.Count}");
                }
            }
            """));

    [Fact]
    public void A_body_is_html_bytes_and_text() => Assert.Equal(
        "True True\nFirst paragraph.\nA heading\nSecond\n2 A heading a-heading\nFirst paragraph.\n5 00:00:02\n/docs/blog/2026/second/",
        project.Run("""
            public static class Probe
            {
                public static string Run()
                {
                    Post post = Catalog.Posts.HelloWorld;
                    var buffer = new ArrayBufferWriter<byte>();
                    post.Body.WriteTo(buffer);
                    byte[] html = System.Text.Encoding.UTF8.GetBytes(post.Body.Html);
                    return string.Join("\n",
                        html.AsSpan().SequenceEqual(post.Body.Utf8.Span) + " " + html.AsSpan().SequenceEqual(buffer.WrittenSpan),
                        post.Body.Text,
                        string.Join(",", post.Headings.Select(one => one.Level + " " + one.Text + " " + one.Id)),
                        post.Excerpt,
                        post.WordCount + " " + post.ReadingTime,
                        post.Body.Html.Split("href=\"")[1].Split('"')[0]);
                }
            }
            """));

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
        "One Two True\nFirst,_2nd\nCount,Item\nSlug of no entry",
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

    [Fact]
    public void Generated_types_are_partial_so_that_a_site_adds_its_own_members() => Assert.Equal(
        "HELLO first 5",
        project.Run("""
            namespace MySite
            {
                public partial class Post { public string Shout => Title[..5].ToUpperInvariant(); }
                public partial class PostExtra { public int Twice => Pages * 2; }
                public partial class NoteCollection { public Note Newest => this[NoteId.First]; }
                public static partial class Catalog { public static int Total => All.Count() - 4; }
            }
            public static class Probe
            {
                public static string Run() => Catalog.Posts.HelloWorld.Shout + " " + Catalog.Notes.Newest.Slug + " " + Catalog.Total;
            }
            """));

    [Fact]
    public void A_program_can_use_the_catalog_of_another_assembly_beside_its_own()
    {
        using var library = new CSharpCompiler("Library");
        Assert.Equal("", project.Add(library, "Library").Compile());
        using var program = new CSharpCompiler("Program");
        project.Add(program).Reference(library).Add(ApiProject.Program("""
            public static class Probe
            {
                public static string Run() =>
                    Catalog.Posts.Second.Title + Library.Catalog.Posts.Second.Title + (Catalog.Posts.Second.GetType() == Library.Catalog.Posts.Second.GetType());
            }
            """));

        Assert.Equal("BBFalse", program.Run());
    }

    [Fact]
    public void Writing_a_body_allocates_nothing() => Assert.Equal("0", project.Run("""
        public static class Probe
        {
            public static string Run()
            {
                var buffer = new ArrayBufferWriter<byte>(4096);
                Post post = Catalog.Posts.HelloWorld;
                long allocated = 0;
                // The first times what is allocated is the runtime's: it compiles the method.
                for (var round = 0; round < 3; round++)
                {
                    long before = GC.GetAllocatedBytesForCurrentThread();
                    for (var index = 0; index < 1000; index++)
                    {
                        buffer.ResetWrittenCount();
                        post.Body.WriteTo(buffer);
                        if (post.Body.Utf8.Length != buffer.WrittenCount)
                            return "not written";
                    }
                    allocated = GC.GetAllocatedBytesForCurrentThread() - before;
                }
                return allocated.ToString();
            }
        }
        """));

    [Fact]
    public void The_documentation_of_a_symbol_shows_the_article()
    {
        using var compiler = new CSharpCompiler();
        Assert.Equal("", project.Add(compiler).Compile());

        Assert.Contains(
            "Hello \"World\" &amp; {0}<para><c>/docs/blog/2026/hello-world/</c></para><para><c>content/posts/hello-world.md</c></para>", compiler.Documentation, StringComparison.Ordinal);
    }

    public void Dispose() => project.Dispose();
}
