using Content.Compiler.Text;

namespace Content.Compiler.Articles.Extraction;

/// <summary>Knows where what is rendered is written.</summary>
internal interface ISourcePlaces
{
    /// <summary>Where the rendered stretch stands in the file, or what it was made of.</summary>
    TextSpan GetSource(TextSpan rendered);

    /// <summary>Whether an author wrote what is rendered there, and not the renderer.</summary>
    bool Contains(int rendered);
}
