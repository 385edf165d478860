using Content.Compiler.FrontMatter;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.FrontMatter;

public sealed class FrontMatterReaderTests
{
    [Theory]
    [InlineData("---\na: 1\n---\nbody", MetadataLanguage.Yaml, "{a: Integer(1) }", "body")]
    [InlineData("---\r\na: 1\r\n---\r\nbody", MetadataLanguage.Yaml, "{a: Integer(1) }", "body")]
    [InlineData("---\ra: 1\r---\rbody", MetadataLanguage.Yaml, "{a: Integer(1) }", "body")]
    [InlineData("--- \t\na: 1\n...  \nbody", MetadataLanguage.Yaml, "{a: Integer(1) }", "body")]
    [InlineData("---\na: 1\n---", MetadataLanguage.Yaml, "{a: Integer(1) }", "")]
    [InlineData("---\n---\nbody", MetadataLanguage.Yaml, "{}", "body")]
    [InlineData("---\n# nothing\n---\nbody", MetadataLanguage.Yaml, "{}", "body")]
    [InlineData("---\n\n---\nbody", MetadataLanguage.Yaml, "{}", "body")]
    [InlineData("---\n\na: 1\n---\nbody", MetadataLanguage.Yaml, "{a: Integer(1) }", "body")]
    [InlineData("---\na: --- b\n---\nbody", MetadataLanguage.Yaml, "{a: \"--- b\" }", "body")]
    [InlineData("---\na: 1\n---\n---\nb: 2\n---\n", MetadataLanguage.Yaml, "{a: Integer(1) }", "---\nb: 2\n---\n")]
    [InlineData("+++\na = 1\n+++\nbody", MetadataLanguage.Toml, "{a: Integer(1) }", "body")]
    [InlineData("+++\r\na = 1\r\n+++ \r\nbody", MetadataLanguage.Toml, "{a: Integer(1) }", "body")]
    [InlineData("+++\ra = 1\r[b]\rc = 2\r+++\rbody", MetadataLanguage.Toml, "{a: Integer(1) b: {c: Integer(2) } }", "body")]
    [InlineData("+++\n+++\n", MetadataLanguage.Toml, "{}", "")]
    [InlineData("{\"a\": 1}\nbody", MetadataLanguage.Json, "{a: Integer(1) }", "body")]
    [InlineData("{\r\n  \"a\": \"}\"\r\n}  \r\nbody", MetadataLanguage.Json, "{a: \"}\" }", "body")]
    [InlineData("{}", MetadataLanguage.Json, "{}", "")]
    public void Front_matter_ends_where_its_language_says(string text, MetadataLanguage language, string fields, string body)
    {
        var block = FrontMatterReader.Read(new SourceText("a.md", text));
        Assert.Empty(block.Diagnostics);
        Assert.False(block.IsBroken);
        Assert.Equal((language, fields, body), (block.Language, MetadataText.Of(block.Root), text[block.BodyStart..]));
        Assert.Equal(language == MetadataLanguage.Json ? new TextSpan(0, 1) : new TextSpan(0, 3), block.FenceSpan);
    }

    [Theory]
    [InlineData("")]
    [InlineData("text")]
    [InlineData("--- a\nb\n---\n")]
    [InlineData("---\n\nText under a thematic break.\n\n---\n\nMore.")]
    [InlineData("---\n\n# A heading under a thematic break\n\n---\n")]
    [InlineData("---\nText right under a thematic break\n")]
    [InlineData("---\n\nNote: text under a thematic break\n")]
    [InlineData("---\n- a\n- list\n")]
    [InlineData("{{< shortcode >}}\n")]
    [InlineData("{% include x %}\n")]
    [InlineData("{#id .class}\n# Title")]
    [InlineData("{placeholder} is text: yes")]
    public void Text_that_merely_starts_alike_is_no_front_matter(string text)
    {
        var block = FrontMatterReader.Read(new SourceText("a.md", text));
        Assert.Empty(block.Diagnostics);
        Assert.Equal((MetadataLanguage.None, null, default, 0, false), (block.Language, block.Root, block.FenceSpan, block.BodyStart, block.IsBroken));
    }

    [Theory]
    [InlineData("⟦---⟧\ntitle: x\n\n# Heading\n", "{title: \"x\" }", "\n# Heading\n", "This opens the front matter, which is never closed. Add a line '---' after its last field.")]
    [InlineData("⟦---⟧\r\ntitle: x\r\n# Heading\r\n", "{title: \"x\" }", "# Heading\r\n", "This opens the front matter, which is never closed. Add a line '---' after its last field.")]
    [InlineData("⟦---⟧\n# a comment\ntitle: x\n----\ntext", "{title: \"x\" }", "text", "This opens the front matter, which is never closed: line 4 holds '----' instead of '---'.")]
    [InlineData("⟦---⟧\ntitle: x\n —\ntext", "{title: \"x\" }", "text", "This opens the front matter, which is never closed: line 3 holds ' —' instead of '---'.")]
    [InlineData("⟦---⟧", "{}", "", "This opens the front matter, which is never closed. Add a line '---' after its last field.")]
    [InlineData("⟦---⟧\ntitle: x", "{title: \"x\" }", "", "This opens the front matter, which is never closed. Add a line '---' after its last field.")]
    [InlineData("⟦---⟧\ntitle: x\n\n# Heading\n\nText of the article.\n\n---\n\nMore.", "{title: \"x\" }", "\n# Heading\n\nText of the article.\n\n---\n\nMore.", "This opens the front matter, which is not closed before the text of the article. Add a line '---' at line 3.")]
    [InlineData("⟦+++⟧\ntitle = \"x\"\n\ntext", "{title: \"x\" }", "\ntext", "This opens the front matter, which is never closed. Add a line '+++' after its last field.")]
    [InlineData("⟦+++⟧\ntitle = \"x\"\n---\ntext", "{title: \"x\" }", "text", "This opens the front matter, which is never closed: line 3 holds '---' instead of '+++'.")]
    [InlineData("⟦{⟧\n\"title\": \"x\",\n\n# Heading", "{title: \"x\" }", "\n# Heading", "This opens the front matter, which is never closed. Add a line '}' after its last field.")]
    public void An_unclosed_fence_costs_neither_fields_nor_body(string marked, string fields, string body, string message)
    {
        var block = Mistake.IsNamed(marked, "CONTENT1009", message);
        Assert.True(block.IsBroken);
        Assert.Equal(fields, MetadataText.Of(block.Root));
        Assert.Equal(body, marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal)[block.BodyStart..]);
    }

    [Theory]
    [InlineData("\n⟦---⟧\na: 1\n---\nbody", "{a: Integer(1) }", "body", "Remove the blank line before it.")]
    [InlineData(" ⟦---⟧\na: 1\n---\nbody", "{a: Integer(1) }", "body", "Remove the white space before it.")]
    [InlineData("\u200B⟦---⟧\na: 1\n---\nbody", "{a: Integer(1) }", "body", "Remove the invisible character U+200B before it.")]
    [InlineData("\uFEFF⟦---⟧\na: 1\n---\nbody", "{a: Integer(1) }", "body", "Remove the second byte order mark before it.")]
    [InlineData("<!-- c -->\n⟦---⟧\na: 1\n---\nbody", "{a: Integer(1) }", "body", "Remove the comment before it.")]
    [InlineData("\n⟦---⟧\ntitle: x\n\ntags: [a]\n---\nbody", "{title: \"x\" tags: [\"a\" ] }", "body", "Remove the blank line before it.")]
    [InlineData("\n⟦---⟧\ntitle: x\n\nbody", "{title: \"x\" }", "\nbody", "Remove the blank line before it.")]
    [InlineData("\n⟦+++⟧\na = 1\n+++\nbody", "{a: Integer(1) }", "body", "Remove the blank line before it.")]
    [InlineData("\n⟦{⟧\"a\": 1}\nbody", "{a: Integer(1) }", "body", "Remove the blank line before it.")]
    public void Front_matter_behind_something_is_named_and_read(string marked, string fields, string body, string advice) =>
        IsMisplaced(marked, fields, body, "Front matter must begin at the first character of the file, and is text where it does not. " + advice);

    [Theory]
    [InlineData("⟦----⟧\na: 1\n----\nbody", "---", "{a: Integer(1) }")]
    [InlineData("⟦---yaml⟧\na: 1\n---\nbody", "---", "{a: Integer(1) }")]
    [InlineData("⟦—⟧\na: 1\n—\nbody", "---", "{a: Integer(1) }")]
    [InlineData("⟦––⟧\na: 1\n---\nbody", "---", "{a: Integer(1) }")]
    [InlineData("⟦++++⟧\na = 1\n++++\nbody", "+++", "{a: Integer(1) }")]
    [InlineData("⟦---toml⟧\na = 1\n---\nbody", "---", "{a: Integer(1) }")]
    public void A_fence_that_is_none_is_named(string marked, string right, string fields)
    {
        var written = marked[(marked.IndexOf('⟦', StringComparison.Ordinal) + 1)..marked.IndexOf('⟧', StringComparison.Ordinal)];
        IsMisplaced(marked, fields, "body", $"Front matter must begin with a line '{right}' at the first character of the file, and this is '{written}', which makes it text. Write '{right}'.");
    }

    [Theory]
    [InlineData("---\n⟦just text⟧\n---\n", "text")]
    [InlineData("---\n⟦- a\n- b⟧\n---\n", "a list")]
    [InlineData("---\n⟦[a, b]⟧\n---\n", "a list")]
    public void Front_matter_without_fields_is_a_mistake(string marked, string what) =>
        Mistake.IsNamed(marked, "CONTENT1008", $"Fields are expected here, each a key with a value, but this is {what}.");

    [Fact]
    public void Text_behind_the_closing_brace_is_not_lost_silently() =>
        Mistake.IsNamed("{\"a\": 1} ⟦text⟧ \nbody", "CONTENT1008", "The text of the article starts on the line after the closing brace. Move this there, or remove it.");

    [Theory]
    [InlineData(MetadataLanguage.Yaml, "", "{}")]
    [InlineData(MetadataLanguage.Yaml, "# only a comment\n", "{}")]
    [InlineData(MetadataLanguage.Yaml, "---\na: 1\n...\n", "{a: Integer(1) }")]
    [InlineData(MetadataLanguage.Yaml, "%YAML 1.2\n---\na: |\n  b", "{a: \"b\" }")]
    [InlineData(MetadataLanguage.Toml, "", "{}")]
    [InlineData(MetadataLanguage.Toml, "a = 1", "{a: Integer(1) }")]
    [InlineData(MetadataLanguage.Json, " \n", "{}")]
    [InlineData(MetadataLanguage.Json, "{\"a\": 1}", "{a: Integer(1) }")]
    public void Data_files_are_fields_and_nothing_else(MetadataLanguage language, string text, string fields)
    {
        var block = FrontMatterReader.ReadData(new SourceText("a.yml", text), language);
        Assert.Empty(block.Diagnostics);
        Assert.Equal((fields, text.Length), (MetadataText.Of(block.Root), block.BodyStart));
    }

    [Theory]
    [InlineData(MetadataLanguage.Yaml, "- a", 1, 4)]
    [InlineData(MetadataLanguage.Json, "[1]", 1, 4)]
    [InlineData(MetadataLanguage.Json, " 12 ", 2, 4)]
    public void A_data_file_without_fields_is_a_mistake(MetadataLanguage language, string text, int start, int end)
    {
        var block = FrontMatterReader.ReadData(new SourceText("a.yml", text), language);
        var diagnostic = Assert.Single(block.Diagnostics);
        Assert.Equal(("CONTENT1008", new TextRange(1, start, 1, end)), (diagnostic.Code, diagnostic.Range));
        Assert.True(block.IsBroken);
    }

    private static void IsMisplaced(string marked, string fields, string body, string message)
    {
        var block = Mistake.IsNamed(marked, "CONTENT1014", message);
        Assert.True(block.IsBroken);
        Assert.Equal((fields, body), (MetadataText.Of(block.Root), marked.Replace("⟦", "", StringComparison.Ordinal).Replace("⟧", "", StringComparison.Ordinal)[block.BodyStart..]));
    }
}
