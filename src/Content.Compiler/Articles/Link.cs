using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>A link as written, found once, at its exact place.</summary>
/// <param name="Destination">Decoded of Markdown escapes and character references, otherwise as written; percent escapes stay.</param>
/// <param name="Range">The destination in the file, without <c>&lt;&gt;</c> or quotes.</param>
/// <param name="Role">What the link is for.</param>
/// <param name="IsHtml">Whether it is the value of an attribute, where spaces have to be encoded; Markdown encodes them itself.</param>
public sealed record Link(string Destination, TextRange Range, LinkRole Role, bool IsHtml = false);

/// <summary>What a link is for.</summary>
public enum LinkRole
{
    /// <summary>Somewhere to go: a, area, cite.</summary>
    Hyperlink,

    /// <summary>An image: img, srcset, poster, Markdown images.</summary>
    Image,

    /// <summary>Anything else that is loaded: script, link, source, object, unknown elements' src.</summary>
    Resource,
}
