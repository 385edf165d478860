using Content.Compiler.Tests.CaseRunner;

namespace Content.Compiler.Tests.Corpora;

/// <summary>A blog of another generator with its metadata typed, and its addresses made of a field: the links between its posts are checked by address.</summary>
public sealed class TypedBlogTests
{
    private const string Configuration = """
        {
          "site": "https://blog.rust-lang.org",
          "static": ["static"],
          "collections": {
            "posts": {
              "type": "Post",
              "files": ["**/*.md", "!**/_index.md", "!releases/latest.md"],
              "url": "/{path}/",
              "order": "path desc",
              "unknownFields": "error",
              "fields": {
                "title": "string",
                "authors": "string[]",
                "path": { "type": "string", "unique": true },
                "description": "string?",
                "extra": {
                  "type": "object?",
                  "fields": { "team": "string?", "team_url": "string?", "release": { "type": "bool", "default": false } }
                }
              }
            },
            "documents": { "type": "Document", "files": "**/*.html" }
          },
          "links": { "ignore": ["@/**"] }
        }
        """;

    [Fact]
    public void Every_post_is_of_its_type_and_has_its_address()
    {
        using var corpus = new Corpus("rust-blog", Configuration);

        var result = corpus.Compile();

        Assert.Equal([], result.Diagnostics.Where(found => found.Code is not ['C', 'O', 'N', 'T', 'E', 'N', 'T', '2' or '3', ..]).Select(CaseFolder.Format));
        var post = result.Site!.Collections[0].Entries.Single(entry => entry.Article.Path == "Rust-1.12/index.md");
        Assert.Equal("/2016/09/29/Rust-1.12/", post.Url);
        Assert.Equal(["/2016/09/29/Rust-1.12.html", "/releases/1.12.0"], post.Aliases);
        Assert.Equal(750, result.Site.Collections[0].Entries.Length);
    }

    [Fact]
    public void A_root_relative_link_to_a_post_is_held_against_the_addresses()
    {
        const string Linked = "Rust-1.88.0.md";
        using var corpus = new Corpus("rust-blog", Configuration);
        var before = corpus.Compile().Diagnostics;
        corpus.Write(Linked, corpus.Read(Linked).Replace("path = \"2025/06/26/Rust-1.88.0\"", "path = \"2025/06/26/Rust-1.88\"", StringComparison.Ordinal));

        var broken = corpus.Compile().Diagnostics.Except(before).ToList();

        var root = broken.Where(found => corpus.At(found).StartsWith('/')).ToList();
        Assert.NotEmpty(root);
        Assert.All(broken, found => Assert.Equal("CONTENT2001", found.Code));
        Assert.All(root, found =>
        {
            Assert.StartsWith("/2025/06/26/Rust-1.88.0", corpus.At(found), StringComparison.Ordinal);
            Assert.Contains("Did you mean '/2025/06/26/Rust-1.88/", found.Message, StringComparison.Ordinal);
        });
    }
}
