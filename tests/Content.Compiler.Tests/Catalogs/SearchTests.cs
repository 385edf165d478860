using static Content.Compiler.Tests.Catalogs.CompiledSite;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>What a search finds, in which order, and where in an article.</summary>
public sealed class SearchTests : IDisposable
{
    private const string Configuration = """
        { "collections": {
            "docs": { "type": "Doc", "files": "docs/**/*.md", "url": "/{slug}/", "search": true, "fields": { "title": "string" } },
            "hidden": { "type": "Hidden", "files": "hidden/*.md", "fields": { "title": "string" } }
        } }
        """;

    private readonly CompiledSite site = new(
        Configuration,
        Article("docs/controls.md", "Controls", "A control shows something.\n\n## Buttons\n\nA button is pressed. Éclair and STRASSE.\n\n## Text boxes\n\nType words into them, such as catalogue."),
        Article("docs/layout.md", "Layout of pages", "How controls are laid out: grids, panels and docks. Controls again."),
        Article("docs/naming.md", "Names in C#", "C# and C++ have names.\n\n### Größe & \"Quotes\"\n\nStraße, don't."),
        Article("docs/cjk.md", "日本語の文書", "東京都は日本の首都です。"),
        Article("hidden/secret.md", "Secret", "Nobody finds zebras."));

    [Theory]
    [InlineData("controls", "/controls/ /layout/")]
    [InlineData("CONTROLS", "/controls/ /layout/")]
    [InlineData("contr", "/controls/ /layout/")]
    [InlineData("contorls", "/controls/ /layout/")]
    [InlineData("contrls", "/controls/ /layout/")]
    [InlineData("conttrols", "/controls/ /layout/")]
    [InlineData("xontrols", "/controls/ /layout/")]
    [InlineData("layout pages", "/layout/")]
    [InlineData("eclair", "/controls/")]
    [InlineData("strasse", "/naming/ /controls/")]
    [InlineData("grosse", "/naming/")]
    [InlineData("c#", "/naming/")]
    [InlineData("dont", "/naming/")]
    [InlineData("東京", "/cjk/")]
    [InlineData("日本語", "/cjk/")]
    [InlineData("日", "/cjk/")]
    [InlineData("zebras", "")]
    [InlineData("xyzzy", "")]
    [InlineData("pag", "/layout/")]
    [InlineData("", "")]
    [InlineData("   ", "")]
    [InlineData("AND OR NOT * \" ( ) : ^", "/naming/ /layout/ /controls/")]
    [InlineData("\ud800 button \udfff", "/controls/")]
    public void Finds_what_is_meant(string query, string urls) =>
        Assert.Equal(urls, string.Join(" ", site.Catalog.Search(query).Select(hit => hit.Entry.Url)));

    [Fact]
    public void A_hit_names_the_heading_and_shows_the_words()
    {
        var hit = site.Catalog.Search("text catalogue")[0];
        Assert.Equal(("Text boxes", "/controls/#text-boxes"), (hit.Heading?.Text, hit.Url));
        Assert.Equal("Type words into them, such as catalogue.", hit.Snippet);
        Assert.Equal("catalogue", string.Join(",", hit.Matches.Select(match => hit.Snippet.Substring(match.Start, match.Length))));
        Assert.True(hit.Score > 0);
    }

    [Fact]
    public void What_stands_before_the_first_heading_is_the_articles_own_place()
    {
        var hit = site.Catalog.Search("something")[0];
        Assert.Equal((null, "/controls/", "A control shows something."), (hit.Heading?.Text, hit.Url, hit.Snippet));
    }

    [Fact]
    public void The_limit_is_the_most() => Assert.Equal(
        [1, 0, 2],
        [site.Catalog.Search("controls", 1).Count, site.Catalog.Search("controls", 0).Count, site.Catalog.Search("controls", int.MaxValue).Count]);

    [Fact]
    public void A_query_of_a_megabyte_costs_what_its_beginning_does()
    {
        Assert.Equal("/controls/", site.Catalog.Search("button" + new string(' ', 1 << 20) + "東")[0].Url[..10]);
        Assert.Empty(site.Catalog.Search(new string('x', 1 << 20)));
        Assert.NotEmpty(site.Catalog.Search(string.Concat(Enumerable.Repeat("controls ", 1 << 17))));
    }

    [Fact]
    public void What_cannot_be_asked_is_an_argument_error()
    {
        Assert.Throws<ArgumentNullException>(() => site.Catalog.Search(null!));
        Assert.Throws<ArgumentOutOfRangeException>(() => site.Catalog.Search("a", -1));
    }

    [Fact]
    public void The_same_articles_make_the_same_bytes_whatever_the_threads()
    {
        using var again = new CompiledSite(Configuration, Article("docs/a.md", "A", "one two"), Article("docs/b.md", "B", "two three"));
        using var other = new CompiledSite(Configuration, Article("docs/b.md", "B", "two three"), Article("docs/a.md", "A", "one two"));
        Assert.Equal(again.Blob, other.Blob);
    }

    [Fact]
    public void Where_nothing_is_searched_there_is_no_index()
    {
        using var other = new CompiledSite(Configuration.Replace("\"search\": true, ", "", StringComparison.Ordinal), Article("docs/a.md", "A", "one two"));
        Assert.Empty(other.Catalog.Search("one"));
        Assert.Empty(other.Catalog.ExportSearch());
    }

    [Fact]
    public void The_export_has_an_index_a_shard_and_the_text_of_each_article()
    {
        var files = site.Catalog.ExportSearch().ToList();
        Assert.Equal(["index.json", "terms/0.bin", "entries/0.json", "entries/1.json", "entries/2.json", "entries/3.json"], files.Select(file => file.Path));
        Assert.Equal(
            """{"url":"/layout/","title":"Layout of pages","excerpt":"How controls are laid out: grids, panels and docks. Controls again.","sections":[{"text":"How controls are laid out: grids, panels and docks. Controls again."}]}""",
            System.Text.Encoding.UTF8.GetString(files[4].Content.Span));
    }

    public void Dispose() => site.Dispose();
}
