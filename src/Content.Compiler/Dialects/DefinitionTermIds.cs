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

    /// <summary>The id, with a number where a heading or another term has it.</summary>
    private static string Free(string id, HashSet<string> taken)
    {
        var free = id;
        for (var number = 1; !taken.Add(free); number++)
            free = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{id}-{number}");
        return free;
    }

    private static void Give(MarkdownDocument document)
    {
        HashSet<string>? taken = null;
        foreach (var term in document.Descendants<DefinitionTerm>())
        {
            taken ??= OfHeadings(document);
            if (term.TryGetAttributes()?.Id is not null || term.Inline is not { } inline)
                continue;
            if (IdOf(inline) is { Length: > 0 } id)
                term.GetAttributes().Id = Free(id, taken);
        }
    }

    /// <summary>The ids that headings have, or get when all is read: they come before those of terms.</summary>
    private static HashSet<string> OfHeadings(MarkdownDocument document)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var heading in document.Descendants<HeadingBlock>())
        {
            if (heading.TryGetAttributes()?.Id is { } given)
                taken.Add(given);
            else if (heading.Inline is { } inline && IdOf(inline) is { Length: > 0 } id)
                Free(id, taken);
        }

        return taken;
    }

    private static string IdOf(ContainerInline inline)
    {
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

        return id.ToString();
    }
}
