using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;

namespace Content.Compiler.Articles.Markdown;

/// <summary>Writes code blocks as Markdig does, after what their fences ask for was done.</summary>
internal sealed class ListingRenderer : CodeBlockRenderer
{
    /// <summary>Takes the place of <paramref name="original"/>, which extensions have told what is no code.</summary>
    public ListingRenderer(CodeBlockRenderer? original)
    {
        if (original is null)
            return;
        OutputAttributesOnPre = original.OutputAttributesOnPre;
        foreach (var language in original.BlocksAsDiv)
            BlocksAsDiv.Add(language);
        foreach (var (language, name) in original.BlockMapping)
            BlockMapping[language] = name;
    }

    protected override void Write(HtmlRenderer renderer, CodeBlock obj)
    {
        var code = ((ArticleRenderer)renderer).Code;
        if (obj is FencedCodeBlock fenced && (fenced.Arguments is { Length: > 0 } || code.LooksAtAll))
            code.Read(fenced);
        base.Write(renderer, obj);
    }
}
