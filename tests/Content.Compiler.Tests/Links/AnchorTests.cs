namespace Content.Compiler.Tests.Links;

public sealed class AnchorTests
{
    private readonly LinkProject project = new LinkProject()
        .Article("a.md")
        .Article("b.md", "raw-id", "with space", "user_name", "fn:1", "q%C3%A9")
        .Heading("b.md", "Größe & Gewicht", "größe--gewicht").Heading("b.md", "2. Install it", "2-install-it").Heading("b.md", "安装", "安装")
        .Heading("b.md", "C# code", "c-code").Heading("b.md", "Read -- write", "read----write").Heading("b.md", "100%", "100")
        .Heading("a.md", "The cure", "the-cure").File("image.svg", "d.txt");

    [Theory]
    [InlineData("b.md#raw-id")]
    [InlineData("b.md#größe--gewicht")]
    [InlineData("b.md#gr%C3%B6%C3%9Fe--gewicht")]
    [InlineData("b.md#%E5%AE%89%E8%A3%85")]
    [InlineData("b.md#安装")]
    [InlineData("b.md#with%20space")]
    [InlineData("b.md#fn:1")]
    [InlineData("b.md#q%C3%A9")]
    [InlineData("b.md#qé")]
    [InlineData("b.md#TOP")]
    [InlineData("b.md?x=1#raw-id")]
    [InlineData("#the-cure")]
    [InlineData("?page=2#the-cure")]
    [InlineData("a.md#the-cure")]
    [InlineData("#")]
    [InlineData("#top")]
    [InlineData("#:~:text=cure")]
    [InlineData("#the-cure:~:text=cure")]
    [InlineData("image.svg#part")]
    [InlineData("d.txt#L10")]
    public void Holds_where_it_is_an_id_as_written_or_percent_decoded(string destination) =>
        Assert.Equal("", project.Check("a.md", destination));

    [Theory]
    [InlineData("b.md#Raw-Id", "CONTENT2003: 'b.md' has no anchor '#Raw-Id'. Did you mean '#raw-id'?")]
    [InlineData("b.md?x#raw-di", "CONTENT2003: 'b.md?x' has no anchor '#raw-di'. Did you mean '#raw-id'?")]
    [InlineData("b.md#größe-gewicht", "CONTENT2003: 'b.md' has no anchor '#größe-gewicht'. Did you mean '#größe--gewicht'?")]
    [InlineData("b.md#gro%C3%9Fe-und-x", "CONTENT2003: 'b.md' has no anchor '#gro%C3%9Fe-und-x'.")]
    [InlineData("b.md#install-it", "CONTENT2003: 'b.md' has no anchor '#install-it'. Did you mean '#2-install-it'?")]
    [InlineData("b.md#read-write", "CONTENT2003: 'b.md' has no anchor '#read-write'. Did you mean '#read----write'?")]
    [InlineData("b.md#c%23-code", "CONTENT2003: 'b.md' has no anchor '#c%23-code'. Did you mean '#c-code'?")]
    [InlineData("b.md#withspace", "CONTENT2003: 'b.md' has no anchor '#withspace'. Did you mean '#with%20space'?")]
    [InlineData("b.md#raw-id?y=1", "CONTENT2003: 'b.md' has no anchor '#raw-id?y=1'. Did you mean 'b.md?y=1#raw-id'?")]
    [InlineData("b.md#raw-id?y#x", "CONTENT2003: 'b.md' has no anchor '#raw-id?y#x'.")]
    [InlineData("b.md#section-1", "CONTENT2003: 'b.md' has no anchor '#section-1'.")]
    [InlineData("#The-Cure", "CONTENT2004: There is no anchor '#The-Cure' in this article. Did you mean '#the-cure'?")]
    [InlineData("./a.md#the-kure", "CONTENT2004: There is no anchor '#the-kure' in this article. Did you mean '#the-cure'?")]
    public void That_is_no_id_is_an_error_that_names_the_right_one(string destination, string expected) =>
        Assert.Equal(expected, project.Check("a.md", destination));

    [Fact]
    public void Half_a_surrogate_pair_is_no_id() =>
        Assert.Equal("CONTENT2004: There is no anchor '#\\uD800' in this article.", project.Check("a.md", "#\uD800"));
}
