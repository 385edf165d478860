using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>An element that is open; places count in the rendered text.</summary>
/// <param name="Name">Where its name stands.</param>
/// <param name="Span">Its start tag.</param>
/// <param name="Traits">What is known of it.</param>
/// <param name="IsWritten">Whether an author wrote it, and not the renderer.</param>
/// <param name="IsForeign">Whether what it holds is SVG or MathML.</param>
/// <param name="IsSelfClosing">Whether it was written as if it closed itself.</param>
internal readonly record struct OpenElement(
    TextSpan Name, TextSpan Span, ElementTraits Traits, bool IsWritten, bool IsForeign, bool IsSelfClosing)
{
    /// <summary>Whether it is of this kind.</summary>
    public bool Is(ElementTraits trait) => (Traits & trait) != 0;
}

/// <summary>
/// An element that something else closed. If its own end tag still comes, the two were misnested; if not, it is never closed.
/// </summary>
/// <param name="Element">The element.</param>
/// <param name="Cause">The tag that closed it; null at the end of the text.</param>
/// <param name="Outer">The name of the element that the cause belongs to.</param>
/// <param name="IsCauseWritten">Whether an author wrote the cause.</param>
/// <param name="Reason">How it came.</param>
internal readonly record struct LostElement(OpenElement Element, TextSpan? Cause, TextSpan Outer, bool IsCauseWritten, LossReason Reason);

/// <summary>How an element came to be closed by something else.</summary>
internal enum LossReason
{
    /// <summary>An element around it was closed.</summary>
    OuterClosed,

    /// <summary>A paragraph that a block ended.</summary>
    BlockInParagraph,

    /// <summary>It cannot stand inside itself, and another of its name was opened.</summary>
    Nested,

    /// <summary>It was reported already.</summary>
    Reported,
}
