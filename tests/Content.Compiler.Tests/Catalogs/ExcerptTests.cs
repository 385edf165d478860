using static Content.Compiler.Tests.Catalogs.CompiledSite;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>Where the excerpt of an article ends.</summary>
public sealed class ExcerptTests
{
    [Theory]
    [InlineData("One.\n\nTwo.", "One.")]
    [InlineData("# Title\n\nOne.\n\nTwo.\n\n<!-- more -->\n\nThree.", "One. Two.")]
    [InlineData("One <!--more--> two.", "One")]
    [InlineData("One.\n\n<!-- MORE -->\n\nTwo.\n\n<!-- more -->\n\nThree.", "One.")]
    [InlineData("- A list.\n\n<!-- more -->\n\nTwo.", "A list.")]
    [InlineData("<!-- more -->\n\nOne.", "")]
    [InlineData("One.\n\n<!-- more or less -->\n\nTwo.", "One.")]
    [InlineData("One.\n\n`<!-- more -->` Two.", "One.")]
    [InlineData("One.\n\n```\n<!-- more -->\n```\n\nTwo.", "One.")]
    public void Is_what_stands_before_the_mark_or_else_the_first_paragraph(string body, string excerpt)
    {
        using var site = new CompiledSite(
            """{ "collections": { "docs": { "type": "Doc", "files": "*.md", "fields": { "title": "string" } } } }""", Article("a.md", "A", body));
        Assert.Equal(excerpt, site[0]["a"].Excerpt);
    }
}
