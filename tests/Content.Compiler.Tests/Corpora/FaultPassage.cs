namespace Content.Compiler.Tests.Corpora;

/// <summary>Passages that hold one wrong destination each, in all the constructs of Markdown and HTML that can hold one.</summary>
internal static class FaultPassage
{
    /// <summary>@ stands for the destination.</summary>
    private static readonly string[] links =
    [
        "A [link](@).",
        "A [link](<@> \"with a title\").",
        "A [link](@ 'with a title (and more)') in a line.",
        "A [link](\n  @\n  \"title\").",
        "> Quoted: [link](@)\n> and more.",
        "> > - deep\n> >   1. deeper [link](@)",
        "1. One\n\n   Two [link](@)\n",
        "-\tA tab [link](@)",
        "| a | b |\n|---|---|\n| \U0001F600 | [link](@) |",
        "| a |\n|---|\n| <a href=\"@\">link</a> |",
        "Planted[^planted].\n\n[^planted]: A note with a [link](@).",
        "A [reference][planted].\n\n[planted]: @ \"title\"",
        "A [reference][planted] used [twice][planted].\n\n[planted]:\n  <@>",
        "> A [reference][planted].\n>\n> [planted]: @",
        "[planted]: @",
        "<div class=\"planted\">\n\nText in **Markdown**.\n\n<p><a class='x' href='@'>link</a></p>\n\n</div>",
        "Text <a\n  title=\"a > b\"\n  href=\"@\">link</a>.",
        "<div><a href=@ >link</a></div>",
        "*\U0001F469\u200D\U0001F4BB e\u0301* <a HREF = \"@\">link</a>",
        "Term\n:   Definition with a [link](@)",
        "\u4F60\u597D **[link](@)**\u4F60\u597D",
        "<q cite=\"@\">quoted</q>",
    ];

    private static readonly string[] images =
    [
        "An ![image](@).",
        "[![image](@)](https://example.org/ \"title\")",
        "<img alt=\"\" src=\"@\">",
        "<video poster=\"@\" controls></video>",
        "<img alt=\"\" src=\"https://example.org/a.png\" srcset=\"https://example.org/a,b.png 1x, @ 2x\">",
        "<planted-element src='@'></planted-element>",
        "<object data=\"@\"></object>",
        "![image][planted]\n\n[planted]: <@>",
        "| a |\n|---|\n| ![image](@) |",
        "<figure>\n\n![image](@)\n\n</figure>",
    ];

    public static (string Before, string Destination, string After, string Code) Make(int number, Random random)
    {
        var isImage = number % 3 == 2;
        var passages = isImage ? images : links;
        var passage = passages[number / 3 % passages.Length].Replace("planted", $"planted-{number}", StringComparison.Ordinal);
        var (destination, code) = isImage
            ? ($"no-such-image-{number}.png", "CONTENT2002")
            : random.Next(3) switch
            {
                0 => ($"./no-such-article-{number}.md#x", "CONTENT2001"),
                1 => ($"#no-such-anchor-{number}", "CONTENT2004"),
                _ => ($"../../../../../../../../out-{number}.md", "CONTENT2006"),
            };
        var hole = passage.IndexOf('@', StringComparison.Ordinal);
        return (passage[..hole], destination, passage[(hole + 1)..], code);
    }
}
