using Content.Compiler.Text;

namespace Content.Compiler.Articles.Html;

/// <summary>Is told of elements and text in the order of the document, as a browser would nest them.</summary>
internal interface IElementObserver
{
    /// <summary>An element opens with this tag, inside those that are open.</summary>
    void Open(ReadOnlySpan<char> html, in HtmlTokenizer tag);

    /// <summary>An element without content.</summary>
    void Empty(ReadOnlySpan<char> html, in HtmlTokenizer tag);

    /// <summary>The innermost open element closes; what it holds ends at <paramref name="end"/>.</summary>
    void Close(int end);

    /// <summary>Text, be it empty.</summary>
    void Text(ReadOnlySpan<char> html, TextSpan place);
}
