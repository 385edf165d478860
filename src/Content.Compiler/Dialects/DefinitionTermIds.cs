using Markdig;
using Markdig.Extensions.DefinitionLists;
using Markdig.Renderers;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Content.Compiler.Dialects;

/// <summary>Gives the terms of definition lists ids made of their text, so that links lead to them.</summary>
internal sealed class DefinitionTermIds : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline) => pipeline.DocumentProcessed += Give;

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }

    private static void Give(MarkdownDocument document)
    {
        HashSet<string>? taken = null;
        foreach (var term in document.Descendants<DefinitionTerm>())
        {
            taken ??= new(StringComparer.Ordinal);
            if (term.TryGetAttributes()?.Id is not null || term.Inline is not { } inline)
                continue;
            var id = new System.Text.StringBuilder();
            foreach (var leaf in inline.Descendants<LeafInline>())
            {
                foreach (var unit in leaf switch { LiteralInline literal => literal.Content.ToString(), CodeInline code => code.Content, _ => "" })
                {
                    if (char.IsLetterOrDigit(unit) || unit is '-' or '_')
                        id.Append(char.ToLowerInvariant(unit));
                    else if (unit == ' ')
                        id.Append('-');
                }
            }

            if (id.Length > 0 && taken.Add(id.ToString()))
                term.GetAttributes().Id = id.ToString();
        }
    }
}
