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
    public string Address => Fragment.Length == 0 ? Page.AbsoluteUri : $"{Page.AbsoluteUri}#{UrlText.EncodeWritten(Fragment)}";

    /// <summary>
    /// The same place on another page, to be shown and remembered. A query that the author did not write can hold a token that a server
    /// made for this one visit, and so can a user name: neither is repeated.
    /// </summary>
    public string AddressOf(Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var address = page.Query.Length == 0 || string.Equals(page.Query, Page.Query, StringComparison.Ordinal) ? page.PathAndQuery : page.AbsolutePath + "?...";
        var authority = page.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped);
        return Fragment.Length == 0 ? authority + address : $"{authority}{address}#{UrlText.EncodeWritten(Fragment)}";
    }
}
