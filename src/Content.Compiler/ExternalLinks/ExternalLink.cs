using Content.Compiler.Links;
using Content.Compiler.Text;

namespace Content.Compiler.ExternalLinks;

/// <summary>One occurrence of a link to another site.</summary>
/// <param name="File">The article, relative to the project folder.</param>
/// <param name="Range">The destination in it.</param>
/// <param name="Destination">As written.</param>
/// <param name="Page">The address to ask for: absolute, http or https, without fragment.</param>
/// <param name="Fragment">Without <c>#</c> and without a text directive; empty where there is none to look for.</param>
public sealed record ExternalLink(string File, TextRange Range, string Destination, Uri Page, string Fragment)
{
    /// <summary>Page and fragment as one address, encoded.</summary>
    public string Address => AddressOf(Page);

    /// <summary>The same place on another page.</summary>
    public string AddressOf(Uri page) => Fragment.Length == 0 ? page.AbsoluteUri : $"{page.AbsoluteUri}#{UrlText.EncodeWritten(Fragment)}";
}
