namespace Content.Compiler.Tests.Catalogs.Api;

/// <summary>The generated API, used by programs that the C# compiler of the SDK compiles for net8.0 with every warning an error.</summary>
public sealed class ApiTests : IDisposable
{
    private readonly ApiProject project = new();

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
