using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Articles;

/// <summary>A link as written, found once, at its exact place.</summary>
/// <param name="Destination">Decoded of Markdown escapes and character references, otherwise as written; percent escapes stay.</param>
/// <param name="Range">The destination in the file, without <c>&lt;&gt;</c> or quotes.</param>
/// <param name="Role">What the link is for.</param>
/// <param name="IsHtml">Whether it is the value of an attribute, where spaces have to be encoded; Markdown encodes them itself.</param>
/// <param name="Form">How it is to be understood.</param>
/// <param name="Meaning">What a dialect makes of it; null where it says what is written.</param>
public sealed record Link(
    string Destination, TextRange Range, LinkRole Role, bool IsHtml = false, DestinationForm Form = DestinationForm.Written, string? Meaning = null)
{
    /// <summary>The destination as it stands in the rendered body.</summary>
    public string Rendered => Meaning ?? Destination;
}

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
