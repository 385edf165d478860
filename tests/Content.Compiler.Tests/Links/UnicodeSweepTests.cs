using System.Globalization;
using System.Text;
using Content.Compiler.Articles;
using Content.Compiler.Configuration;
using Content.Compiler.Diagnostics;
using Content.Compiler.ExternalLinks;
using Content.Compiler.Links;
using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Tests.Links;

/// <summary>Unicode's whole range, half pairs too, in every part of a URL, a host, a path and a name: a verdict on each, and never an exception.</summary>
public sealed class UnicodeSweepTests
{
    private static readonly CompositeFormat[] forms =
    [
        .. new[]
        {
            "https://{0}.example/", "https://a{0}b.example/", "//{0}", "https://xn--{0}.example/", "https://a{0}@b.example/", "https://b.example:{0}/",
            "https://b.example/{0}?{0}#{0}", "{0}ttps://b.example/", "https{0}//b.example/", "mailto:{0}@b.example", "tel:{0}", "b{0}.md", "{0}/b.md", "/{0}/",
            "b.md#{0}", "#{0}", "b.md?{0}", "https://own.example/docs/{0}", "https://own.example{0}/docs/",
        }.Select(CompositeFormat.Parse),
    ];

    [Fact]
    public void A_destination_with_any_character_gets_a_verdict()
    {
        foreach (var characters in Characters().Chunk(2000))
        {
            var project = new LinkProject().Site("https://own.example/docs").Article("b.md", "x");
            var range = new TextRange(1, 1, 1, 2);
            var links = characters.SelectMany(character => forms.Select(form => new Link(string.Format(CultureInfo.InvariantCulture, form, character), range, LinkRole.Hyperlink)));
            project.Article("a.md", [.. links]);
            var site = project.Link();
            Assert.All(site.Diagnostics, diagnostic => Assert.Matches("^CONTENT20(0[1-9]|1[0-9])$", diagnostic.Code));
            var external = new ExternalLinkFinder(project.Configuration).Find(site.Collections[0].Entries.Select(entry => entry.Article));
            Assert.All(external, link => Assert.NotEmpty(link.Address + link.AddressOf(link.Page)));
        }
    }

    [Fact]
    public void A_site_with_any_character_in_its_host_is_one_or_is_an_error()
    {
        foreach (var character in Characters().Where((_, index) => index % 5 == 0))
        {
            var text = $$"""{ "site": "https://a\u{{(int)character[0]:x4}}{{(character.Length > 1 ? $"\\u{(int)character[1]:x4}" : "")}}.example/docs", "collections": { "a": { "type": "A", "files": "**/*.md" } } }""";
            var read = ConfigurationReader.Read(new SourceText("content.json", text));
            Assert.All(read.Diagnostics, diagnostic => Assert.True(diagnostic.Code is "CONTENT0002" or "CONTENT0003", diagnostic.Code));
            Assert.Equal(0, new SiteOrigin(read.Configuration).MeasureOrigin("https://other.example/"));
        }
    }

    [Fact]
    public void A_file_with_any_character_in_its_name_is_found_by_what_is_suggested_for_it()
    {
        var project = new LinkProject().Article("a.md");
        var origin = new SiteOrigin(project.Configuration);
        foreach (var character in Characters().Where(character => character != "/"))
        {
            foreach (var name in new[] { character, $"x{character}y.md", $"{character}/z" })
            {
                var written = DestinationText.Relative("f/a.md", "f/" + name, isDotted: true);
                var target = LinkTarget.Parse(written, origin);
                if (name is "." or ".." || name.StartsWith("./", StringComparison.Ordinal))
                    continue; // no file is called so
                Assert.Equal(LinkKind.Relative, target.Kind);
                Assert.Equal("f/" + name, ContentPath.Resolve("f", target.Path).Path);
                var invisible = written.EnumerateRunes().FirstOrDefault(rune => rune.Value > 0x7F && UnicodeText.IsInvisible(rune));
                Assert.Equal(0, invisible.Value);
            }
        }
    }

    /// <summary>Every character of the first scripts, where nearly all rules are; beyond that every 97th, the invisible and the ends of the planes.</summary>
    private static IEnumerable<string> Characters()
    {
        for (var value = 0; value <= 0x10FFFF; value++)
        {
            var isLookedAt = value is < 0x600 or (>= 0x2000 and < 0x2100) or (>= 0xFE00 and < 0x10000) || value % 97 == 0 || value % 0x10000 >= 0xFFF0;
            if (!isLookedAt)
                continue;
            if (value is >= 0xD800 and <= 0xDFFF)
                yield return ((char)value).ToString();
            else
                yield return char.ConvertFromUtf32(value);
        }
    }
}
