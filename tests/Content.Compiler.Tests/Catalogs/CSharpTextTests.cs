using Content.Compiler.Catalogs.CSharp;
using Content.Compiler.Schema;

namespace Content.Compiler.Tests.Catalogs;

/// <summary>What is written into C#, whatever it was: a name is always legal, and text never ends its literal or its comment.</summary>
public sealed class CSharpTextTests
{
    [Theory]
    [InlineData("Name", "Name")]
    [InlineData("_1", "_1")]
    [InlineData("größe\u0301", "größe\u0301")]
    [InlineData("", "_")]
    [InlineData("1a", "_1a")]
    [InlineData("a-b", "a_b")]
    [InlineData("a--b", "a_b")]
    [InlineData("-", "_")]
    [InlineData("a.b c", "a_b_c")]
    [InlineData("\u0301a", "_\u0301a")]
    [InlineData("a\u200Db", "ab")]
    [InlineData("\u200D", "_")]
    [InlineData("a\u203Fb", "a\u203Fb")]
    [InlineData("\u203Fa", "_\u203Fa")]
    [InlineData("a_-b", "a_b")]
    public void A_name_is_legal(string name, string expected) => Assert.Equal(expected, CSharpIdentifier.Legalize(name));

    [Fact]
    public void A_long_name_is_cut()
    {
        Assert.Equal(new string('a', 160), CSharpIdentifier.Legalize(new string('a', 160)));
        Assert.Equal(new string('a', 160), CSharpIdentifier.Legalize(new string('a', 161)));
        Assert.Equal('_' + new string('1', 159), CSharpIdentifier.Legalize(new string('1', 170)));
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("My.Site", "My.Site")]
    [InlineData(" My . Site ", "My.Site")]
    [InlineData("My..Site.", "My.Site")]
    [InlineData("my-site.class.record", "my_site.@class.@record")]
    [InlineData("1st.2nd", "_1st._2nd")]
    public void A_namespace_is_legal(string name, string expected) => Assert.Equal(expected, CSharpIdentifier.LegalizeNamespace(name));

    [Theory]
    [InlineData("class", "@class")]
    [InlineData("field", "@field")]
    [InlineData("file", "@file")]
    [InlineData("Class", "Class")]
    [InlineData("title", "title")]
    public void A_keyword_is_marked(string name, string expected) => Assert.Equal(expected, CSharpIdentifier.Mark(name));

    [Theory]
    [InlineData("Content", "My.Site", true)]
    [InlineData("Microsoft", "My.Site", true)]
    [InlineData("System", "My.Site", true)]
    [InlineData("My", "My.Site", true)]
    [InlineData("My", " My .Site", true)]
    [InlineData("Site", "My.Site", false)]
    [InlineData("Post", "", false)]
    public void A_type_hides_a_namespace(string name, string ownNamespace, bool hides) => Assert.Equal(hides, CSharpName.HidesNamespace(name, ownNamespace));

    [Theory]
    [InlineData("plain ~", "\"plain ~\"")]
    [InlineData("a\"b\\c", "\"a\\\"b\\\\c\"")]
    [InlineData("é日9", "\"é日9\"")]
    [InlineData("a\nb\r\t\0", "\"a\\u000Ab\\u000D\\u0009\\u0000\"")]
    [InlineData("\u2028\u202E\u00A0", "\"\\u2028\\u202E\\u00A0\"")]
    [InlineData("\U0001F600", "\"\\uD83D\\uDE00\"")]
    [InlineData("\u007F", "\"\\u007F\"")]
    public void A_text_is_one_literal(string text, string expected) => Assert.Equal(expected, CSharpLiteral.Of(text));

    [Theory]
    [InlineData("plain ~ text", "plain ~ text")]
    [InlineData("a < b & c > d", "a &lt; b &amp; c &gt; d")]
    [InlineData("a\r\nb\tc", "a  b c")]
    [InlineData("a\u2028b\u2029c\u0085d\u202Ee", "a b c d e")]
    [InlineData("é \U0001F600", "é \U0001F600")]
    [InlineData("a\uFFFEb\uFFFF", "a\uFFFDb\uFFFD")]
    public void A_text_is_one_line_of_a_comment(string text, string expected) => Assert.Equal(expected, XmlDoc.Text(text));

    [Fact]
    public void Half_a_pair_is_told_as_unreadable()
    {
        Assert.Equal("a\uFFFD", XmlDoc.Text("a\uD83D"));
        Assert.Equal("\uFFFDb", XmlDoc.Text("\uD83Db"));
        Assert.Equal("\uFFFD", XmlDoc.Text("\uDE00"));
    }

    [Fact]
    public void A_long_comment_is_shortened()
    {
        Assert.Equal(new string('a', 200), XmlDoc.Text(new string('a', 200)));
        Assert.Equal(new string('a', 200) + "…", XmlDoc.Text(new string('a', 201)));
        Assert.Equal(new string('é', 200), XmlDoc.Text(new string('é', 200)));
        Assert.Equal(new string('a', 199) + "\U0001F600…", XmlDoc.Text(new string('a', 199) + "\U0001F600b"));
        Assert.Equal(new string('a', 199) + "\U0001F600", XmlDoc.Text(new string('a', 199) + "\U0001F600"));
    }
}
