namespace Content.Compiler.Tests.Catalogs;

/// <summary>The generated API is what content.json declares: the types, and null where a '?' stands and nowhere else.</summary>
public sealed class DeclaredApiTests : IDisposable
{
    private readonly DeclaredSite site = new();

    [Fact]
    public void Every_type_is_the_one_that_is_promised_and_null_only_where_it_may_be()
    {
        // An assignment of a nullable value to one that is not is a warning, and warnings are errors here.
        var said = site.Run("""
            using System;
            using System.Collections.Generic;
            using System.Linq;
            using Content.Runtime;
            using MySite;
            public static class Probe
            {
                public static string Run()
                {
                    Post post = Catalog.Posts.Full;
                    string title = post.Title;
                    DateOnly date = post.Date;
                    DateTimeOffset moment = post.Moment;
                    DateTimeOffset? later = post.Later;
                    int n = post.N;
                    double ratio = post.Ratio;
                    decimal price = post.Price;
                    bool flag = post.Flag;
                    Uri home = post.Home;
                    string mail = post.Mail;
                    ContentImage cover = post.Cover;
                    ContentFile slides = post.Slides;
                    Tag tag = post.Tag;
                    PostLevel level = post.Level;
                    Author author = post.Author;
                    IReadOnlyList<string> words = post.Words;
                    IReadOnlyList<Tag> tags = post.Tags;
                    IReadOnlyList<DateOnly>? days = post.Days;
                    IReadOnlyList<Author>? editors = post.Editors;
                    PostExtra extra = post.Extra;
                    IReadOnlyList<PostSteps>? steps = post.Steps;
                    string? summary = post.Summary;
                    int? rank = post.Rank;
                    int score = post.Score;
                    DateOnly? msDate = post.MsDate;
                    bool? isNamespace = post.Namespace;
                    IReadOnlyList<Post> back = Catalog.Authors[AuthorId.IdaIı].Posts;
                    IEnumerable<Post> byTag = Catalog.Posts.ByTag(Tag.CPlusPlus);
                    Page count = Catalog.Pages["count"];
                    IContentEntry? found = Catalog.Find(post.Url);
                    return string.Join(" ", ReferenceEquals(found, post), back.Count, byTag.Count(), post.Class, post.Count, count.Slug, extra.Class, extra.Source,
                        steps!.Count, Tag.AAndB, Tag._9, tags.Count, words.Count, rank, score, later is null, editors!.Count, days!.Count);
                }
            }
            """);
        Assert.Equal("True 2 1 c 1 count 1 https://example.org/ 2 AAndB _9 4 2 1 5 False 1 1", said);
    }

    [Fact]
    public void What_is_absent_is_null()
    {
        var said = site.Run("""
            using MySite;
            public static class Probe
            {
                public static string Run()
                {
                    var post = Catalog.Posts.Bare;
                    object?[] absent = { post.Later, post.Days, post.Editors, post.Steps, post.Summary, post.Rank, post.Class, post.Count, post.Namespace, post.MsDate, post.Extra.Source, post.Extra.Class };
                    return System.Array.TrueForAll(absent, value => value is null) + " " + post.Score + " " + post.Words.Count + " " + post.Tags.Count;
                }
            }
            """);
        Assert.Equal("True 3 0 0", said);
    }

    public void Dispose() => site.Dispose();
}
