using Content.Compiler.Articles.Html;

namespace Content.Compiler.Tests.Articles.Html;

/// <summary>What is text in HTML, how many words it has, and how it begins.</summary>
public sealed class TextMeasureTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData(" a \n b ", "a b")]
    [InlineData("a<b>b</b>c", "abc")]
    [InlineData("a</div>b", "a b")]
    [InlineData("a<br>b", "a b")]
    [InlineData("a<!-- x -->b", "ab")]
    [InlineData("a&amp;b &lt;c", "a&b <c")]
    [InlineData("a<script>x</script>b", "a b")]
    [InlineData("a<template>x</template>b", "a b")]
    [InlineData("a<template>x<template>y</template>z</template>b", "a b")]
    [InlineData("a</template>b<template>c", "a b")]
    public void The_text_of_HTML_is_what_a_reader_sees(string html, string text) => Assert.Equal(text, HtmlText.Read(html));

    [Theory]
    [InlineData(" a<br>b ", "ab")]
    [InlineData("a\n  b", "a b")]
    [InlineData("a  b", "a  b")]
    [InlineData("a\r\nb\rc", "a b c")]
    [InlineData("\n a", "a")]
    public void A_script_reads_tags_as_nothing_and_line_breaks_as_spaces(string html, string text) => Assert.Equal(text, HtmlText.ReadInline(html));

    [Theory]
    [InlineData("<p>One.</p><p>Two.</p>", "One.")]
    [InlineData("<p></p><p>Two.", "Two.")]
    [InlineData("<p>One", "One")]
    [InlineData("p<p>One<ul><li>two</ul>", "One")]
    [InlineData("<li><p>One</li>two", "One")]
    [InlineData("<P>One</P>two", "One")]
    [InlineData("one", "")]
    [InlineData("<template><p>Hidden.</p></template><p>Seen.</p>", "Seen.")]
    [InlineData("<h1>Title</h1><p>One.</p><ul><li>two</ul><!-- more --><p>Three.</p>", "One. two")]
    [InlineData("<!-- more --><p>One.</p>", "")]
    [InlineData("<p>One.</p><!--more--><p>Two.</p><!--more-->", "One.")]
    [InlineData("<p>One.</p><!-- no more --><p>Two.</p>", "One.")]
    [InlineData("<p class='markdown-alert-title'>Note</p><p>One.</p>", "One.")]
    public void An_article_begins_with_its_first_paragraph_or_all_before_the_mark(string html, string excerpt) => Assert.Equal(excerpt, TextMeasure.Of(html).Excerpt);

    [Theory]
    [InlineData("one two", 2)]
    [InlineData("<p>one</p>two", 2)]
    [InlineData("one<script>two three</script> four", 2)]
    [InlineData("one<template>two three</template> four", 2)]
    [InlineData("one <!-- two --> three", 2)]
    [InlineData("one<template>", 1)]
    public void Words_are_those_that_a_reader_sees(string html, int words) => Assert.Equal(words, TextMeasure.Of(html).Words);

    [Theory]
    [InlineData("a b i q s u A B I Q S U em tt ins del sub sup kbd var wbr span code mark abbr font cite small strong", false)]
    [InlineData("p P br td th li h1 div pre img nav main math label table button section blockquote x-y", true)]
    public void Blocks_divide_words_and_emphasis_does_not(string names, bool divides) =>
        Assert.All(names.Split(' '), name => Assert.Equal(divides, WordCounter.DividesWords(name)));
}
