using Content.Compiler.Text;

namespace Content.Compiler.Articles.Extraction;

/// <summary>An element and where it stands.</summary>
/// <param name="Name">As written.</param>
/// <param name="Tag">Its start tag.</param>
/// <param name="AttributeStart">Where the attributes of the tag start.</param>
/// <param name="ContentEnd">Where what it holds ends.</param>
internal readonly record struct IndexedElement(string Name, TextSpan Tag, int AttributeStart, int ContentEnd)
{
    /// <summary>What it holds.</summary>
    public TextSpan Content => TextSpan.FromBounds(Tag.End, Math.Max(Tag.End, ContentEnd));

    /// <summary>It with its start tag.</summary>
    public TextSpan Whole => TextSpan.FromBounds(Tag.Start, Content.End);

    /// <summary>Whether it frames the whole document.</summary>
    public bool IsFrame => Name.Equals("html", StringComparison.OrdinalIgnoreCase) || Name.Equals("body", StringComparison.OrdinalIgnoreCase);
}
