using Content.Compiler.Code;
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
        if (obj is not FencedCodeBlock fenced || (fenced.Arguments is not { Length: > 0 } && !code.LooksAtAll))
        {
            base.Write(renderer, obj);
            return;
        }

        var fence = code.Read(fenced);
        if (fence is null || !code.Highlights || !renderer.EnableHtmlForBlock || (fenced.Info is { } info && (BlocksAsDiv.Contains(info) || BlockMapping.ContainsKey(info))))
            base.Write(renderer, obj);
        else
            WriteListing(renderer, fenced, fence, code);
    }

    private static void WriteListing(HtmlRenderer renderer, FencedCodeBlock block, CodeFence fence, CodeBlocks code)
    {
        var layout = new ListingLayout(fence);
        var lines = new List<string>(block.Lines.Count);
        for (var index = 0; index < block.Lines.Count; index++)
            lines.Add(block.Lines.Lines[index].Slice.ToString());
        // In a list of changes the first sign of a line is none of the language.
        var pieces = code.Colour(block, fence, layout.IsDiff ? [.. lines.Select(line => line.Length > 0 ? " " + line[1..] : line)] : lines);

        renderer.EnsureLine();
        if (layout.Title is { } title)
        {
            renderer.Write("<figure class=\"hl-figure\"><figcaption>");
            renderer.WriteEscape(title);
            renderer.Write("</figcaption>");
            renderer.WriteLine();
        }

        renderer.Write("<pre class=\"hl").Write(layout.PreClasses).Write('"');
        if (fence.Language.Length > 0)
            renderer.Write(" data-language=\"").WriteEscape(CodeLanguages.NameOf(fence.Language)).Write('"');
        renderer.Write("><code").WriteAttributes(block).Write('>');
        for (var index = 0; index < lines.Count; index++)
        {
            var classes = layout.ClassesOf(index + 1, lines[index]);
            if (classes is not null)
                renderer.Write("<span class=\"").Write(classes).Write("\">");
            WriteLine(renderer, lines[index], pieces?[index]);
            renderer.Write('\n');
            if (classes is not null)
                renderer.Write("</span>");
        }

        renderer.Write("</code></pre>");
        if (layout.Title is not null)
            renderer.Write("</figure>");
        renderer.WriteLine();
    }

    /// <summary>Writes pieces as nested spans: what neighbours have in common is opened once.</summary>
    private static void WriteLine(HtmlRenderer renderer, string line, IReadOnlyList<(int End, string Classes)>? pieces)
    {
        if (pieces is null)
        {
            renderer.WriteEscape(line);
            return;
        }

        string[] open = [];
        var start = 0;
        foreach (var (end, names) in pieces)
        {
            string[] wanted = names.Length == 0 ? [] : names.Split(' ');
            var common = open.AsSpan().CommonPrefixLength(wanted);
            for (var index = open.Length; index > common; index--)
                renderer.Write("</span>");
            foreach (var name in wanted.AsSpan(common))
                renderer.Write("<span class=\"").Write(name).Write("\">");
            renderer.WriteEscape(line.AsSpan(start, end - start));
            (open, start) = (wanted, end);
        }

        for (var index = open.Length; index > 0; index--)
            renderer.Write("</span>");
        renderer.WriteEscape(line.AsSpan(start));
    }
}
