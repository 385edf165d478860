using System.Text.RegularExpressions;
using Content.Compiler.Tests.Rendering;

namespace Content.Compiler.Tests.Corpora;

/// <summary>Real articles that nobody wrote for this compiler: what is said of them is true, and said at its place.</summary>
public sealed partial class CorpusTests
{
    public static TheoryData<string> Names => Corpus.Names;

    /// <summary>Each of these was looked at: it is the corpus's own fault, or a link that only the corpus's own tool understands.</summary>
    [Theory]
    [InlineData("example-site", "")]
    [InlineData("rust-blog", "CONTENT0006 1, CONTENT2001 13, CONTENT2003 9, CONTENT2004 74, CONTENT2006 1, CONTENT2008 14, CONTENT2009 1, CONTENT2014 18, CONTENT3004 1")]
    [InlineData("desktop-docs", "CONTENT2021 165")]
    public void The_diagnostics_of_a_corpus_are_those_that_were_found_true(string name, string counts)
    {
        using var corpus = new Corpus(name);

        var diagnostics = corpus.Compile().Diagnostics;

        Assert.Equal(counts, string.Join(", ", diagnostics.CountBy(diagnostic => diagnostic.Code).OrderBy(count => count.Key).Select(count => $"{count.Key} {count.Value}")));
    }

    [Theory]
    [InlineData("rust-blog")]
    [InlineData("desktop-docs")]
    public void A_broken_link_is_told_at_its_destination(string name)
    {
        using var corpus = new Corpus(name);

        var links = corpus.Compile(withConfiguration: false).Diagnostics.Where(diagnostic => diagnostic.Code is "CONTENT2001" or "CONTENT2002" or "CONTENT2005" or "CONTENT2006").ToList();

        Assert.NotEmpty(links);
        Assert.All(links, diagnostic =>
        {
            var written = corpus.At(diagnostic).Replace("&amp;", "&", StringComparison.Ordinal).Replace("\\_", "_", StringComparison.Ordinal);
            var told = Told().Match(diagnostic.Message).Groups[1].Value;
            Assert.True(told.EndsWith("...", StringComparison.Ordinal) ? written.StartsWith(told[..^3], StringComparison.Ordinal) : written == told, $"{diagnostic}: '{written}'");
        });
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_body_is_what_Markdig_renders(string name)
    {
        using var corpus = new Corpus(name);
        var articles = corpus.Files.Where(file => file.EndsWith(".md", StringComparison.Ordinal)).ToList();

        Assert.All(articles, file =>
        {
            var text = corpus.Read(file);
            Assert.Equal(MarkdigItself.Render(text), MarkdigItself.OursWithItsIds(text));
        });
    }

    [GeneratedRegex("'(.*?)' (does not exist|exists, but|differs from|leaves|leads out)")]
    private static partial Regex Told();
}
