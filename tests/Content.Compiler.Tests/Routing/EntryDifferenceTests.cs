using Content.Compiler.Routing;

namespace Content.Compiler.Tests.Routing;

/// <summary>Whether an entry is another one to those that link to it: then they have to be linked again.</summary>
public sealed class EntryDifferenceTests : IDisposable
{
    private readonly TemporaryProject project = new();
    private readonly Entry entry;

    public EntryDifferenceTests()
    {
        project.Write("content.json", """{ "collections": { "pages": { "type": "Page", "files": "*.md", "fields": { "title": "string" } } } }""");
        project.Write("content/a.md", "---\ntitle: A\naliases: [/old/]\n---\n\nText.\n");
        entry = project.Compile().Site!.Collections[0].Entries[0];
    }

    public void Dispose() => project.Dispose();

    [Fact]
    public void One_that_reads_differently_is_the_same_to_others() =>
        Assert.True(entry.DiffersInContentAlone(entry with { Article = entry.Article with { Content = null } }));

    [Fact]
    public void Whatever_others_can_see_makes_it_another()
    {
        Assert.False(entry.DiffersInContentAlone(entry with { Slug = "b" }));
        Assert.False(entry.DiffersInContentAlone(entry with { Url = "/b/" }));
        Assert.False(entry.DiffersInContentAlone(entry with { Aliases = [] }));
        Assert.False(entry.DiffersInContentAlone(entry with { Symbol = "B" }));
        Assert.False(entry.DiffersInContentAlone(entry with { IsPublished = false }));
        Assert.False(entry.DiffersInContentAlone(entry with { Fields = [null] }));
    }
}
