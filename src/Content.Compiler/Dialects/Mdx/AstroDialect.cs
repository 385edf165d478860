using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Markdig;
using Markdig.Renderers;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>Astro and Starlight: MDX in the articles that say so by their name, asides, URLs in lower case.</summary>
internal sealed class AstroDialect : Dialect
{
    public override string Name => "astro";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { IsLower = true },
        StaticFolders = ["public"],
        Addresses = configuration.Addresses with { Slug = SlugKey.Whole },
        ReadsMdx = true,
        LinksMayOmitExtensions = true,
        LinksMayBeAddresses = true,
        Collections = DocusaurusDialect.WithMdx(configuration),
    };

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, _) => FenceOptions.Rewrite(text), RewriteMdx];

    public override void Extend(MarkdownPipelineBuilder pipeline) => pipeline.Extensions.Add(new Admonitions(Open, "</div></aside>"));

    private static void RewriteMdx(TextRewriter text, string path, ContentConfiguration configuration)
    {
        if (path.EndsWith(FileExtensions.Mdx, StringComparison.OrdinalIgnoreCase))
            new MdxReading(text).Run();
    }

    private static void Open(HtmlRenderer renderer, string kind, string? title)
    {
        title ??= Admonitions.TitleOf(kind);
        renderer.Write("<aside aria-label=\"").WriteEscape(title).Write($"\" class=\"starlight-aside starlight-aside--{kind}\">");
        renderer.Write("<p class=\"starlight-aside__title\" aria-hidden=\"true\">");
        Admonitions.WriteTitle(renderer, title);
        renderer.WriteLine("</p><div class=\"starlight-aside__content\">");
    }
}
