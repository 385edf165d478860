using Content.Compiler.Tests.Articles;

namespace Content.Compiler.Tests.Rendering;

/// <summary>What the author wrote stays: on every example of the CommonMark specification our body is Markdig's.</summary>
public sealed class CommonMarkTests
{
    public static TheoryData<int> Numbers => [.. CommonMarkExample.All.Select(example => example.Number)];

    [Fact]
    public void All_examples_of_the_specification_are_here() => Assert.Equal(652, CommonMarkExample.All.Count);

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_body_is_what_Markdig_renders(int number)
    {
        var text = CommonMarkExample.All[number - 1].Markdown;

        Assert.Equal(MarkdigItself.Render(text), MarkdigItself.OursWithItsIds(text));
        Assert.Equal(MarkdigItself.WithoutHeadingIds(MarkdigItself.Render(text)), MarkdigItself.WithoutHeadingIds(Reading.Markdown(text).Html()));
    }
}
