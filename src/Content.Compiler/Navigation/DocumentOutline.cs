using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Schema;
using Content.Compiler.Text;

namespace Content.Compiler.Navigation;

/// <summary>Where the parts of an article's text stand that a person points at: headings, ids, definitions, links and blocks.</summary>
internal sealed record DocumentOutline
{
    /// <summary>Of a file without a text.</summary>
    public static DocumentOutline Empty { get; } = new();

    /// <summary>In their order.</summary>
    public ImmutableArray<OutlineHeading> Headings { get; init; } = [];

    /// <summary>Ids that the author gave, but for those that stand behind a heading of Markdown.</summary>
    public ImmutableArray<OutlineId> Ids { get; init; } = [];

    /// <summary>Definitions of links.</summary>
    public ImmutableArray<OutlineDefinition> Definitions { get; init; } = [];

    /// <summary>Links and images with their brackets or tags.</summary>
    public ImmutableArray<OutlineLink> Links { get; init; } = [];

    /// <summary>Blocks of more than one line that can be folded.</summary>
    public ImmutableArray<TextSpan> Blocks { get; init; } = [];

    /// <summary>Every node of the text, from the outermost in: what a selection grows to.</summary>
    public ImmutableArray<TextSpan> Nodes { get; init; } = [];

    /// <summary>Finds the parts of a text.</summary>
    /// <param name="source">The whole file.</param>
    /// <param name="bodyStart">Where its front matter ends.</param>
    /// <param name="format">How it is written.</param>
    /// <param name="anchors">How ids of headings are made.</param>
    public static DocumentOutline Of(SourceText source, int bodyStart, ArticleFormat format, AnchorStyle anchors) => format switch
    {
        ArticleFormat.Markdown => MarkdownOutline.Of(source, bodyStart, anchors),
        ArticleFormat.Html => HtmlOutline.Of(source, bodyStart),
        _ => Empty,
    };

    /// <summary>Where a section begins with this heading and ends before the next of its level, or the text ends.</summary>
    public TextSpan SectionOf(int heading, int end)
    {
        for (var next = heading + 1; next < Headings.Length; next++)
        {
            if (Headings[next].Level <= Headings[heading].Level)
                return TextSpan.FromBounds(Headings[heading].Span.Start, Headings[next].Span.Start);
        }

        return TextSpan.FromBounds(Headings[heading].Span.Start, Math.Max(end, Headings[heading].Span.End));
    }
}

/// <summary>A heading.</summary>
/// <param name="Level">1 to 6.</param>
/// <param name="Text">As readers see it.</param>
/// <param name="Span">All of it.</param>
/// <param name="Content">What is written as its text.</param>
/// <param name="Id">The id that the author gave; null where none is.</param>
internal sealed record OutlineHeading(int Level, string Text, TextSpan Span, TextSpan Content, OutlineId? Id);

/// <summary>An id that the author gave, and where.</summary>
internal sealed record OutlineId(string Id, TextSpan Span);

/// <summary>The definition of a link: <c>[label]: destination</c>.</summary>
/// <param name="Label">As written.</param>
/// <param name="LabelSpan">Without brackets.</param>
/// <param name="Span">All of it.</param>
internal sealed record OutlineDefinition(string Label, TextSpan LabelSpan, TextSpan Span);

/// <summary>A link with what belongs to it.</summary>
/// <param name="Span">All of it.</param>
/// <param name="TextSpan">What readers click on.</param>
/// <param name="Definition">Of a reference: the definition that it goes by, an index into the definitions; -1 of other links.</param>
/// <param name="LabelSpan">Of a reference: its label without brackets; of <c>[label]</c> and <c>[label][]</c> that is its text.</param>
/// <param name="Form">How the reference is written.</param>
internal sealed record OutlineLink(TextSpan Span, TextSpan TextSpan, int Definition, TextSpan LabelSpan, ReferenceForm Form);

/// <summary>How a link is written.</summary>
internal enum ReferenceForm
{
    /// <summary>With its destination: no reference.</summary>
    None,

    /// <summary><c>[text][label]</c></summary>
    Full,

    /// <summary><c>[label][]</c></summary>
    Collapsed,

    /// <summary><c>[label]</c></summary>
    Shortcut,
}
