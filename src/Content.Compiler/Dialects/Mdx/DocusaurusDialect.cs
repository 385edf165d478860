using System.Collections.Immutable;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Markdig;
using Markdig.Renderers;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>Docusaurus: MDX in every article, numbers before names, <c>@site/</c>.</summary>
internal sealed class DocusaurusDialect : Dialect
{
    public override string Name => "docusaurus";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { DropsNumbers = true, IndexNames = ["index", "readme"], IndexComparison = StringComparison.OrdinalIgnoreCase },
        StaticFolders = ["static"],
        LinkMappings =
        [
            .. configuration.LinkMappings, new LinkMapping("@site/static/", "/"), new LinkMapping("@site/docs/", "/"), new LinkMapping("@site/", "/"), new LinkMapping("pathname:///", "/"),
        ],
        Addresses = configuration.Addresses with { NameKey = "id", Slug = SlugKey.Path },
        ReadsMdx = true,
        LinksMayOmitExtensions = true,
        LinksMayBeAddresses = true,
        LinksCountFromBase = true,
        LinksMayCountFromRoot = true,
        Collections = WithMdx(configuration),
    };

    public override SiteSettings? Recognize(SiteFolder folder)
    {
        if (folder.Read("docusaurus.config.js", "docusaurus.config.ts", "docusaurus.config.mjs", "docusaurus.config.cjs") is not var (name, text))
            return null;
        var route = SiteFolder.Script(text, "routeBasePath")?.Trim('/') ?? "docs";
        var path = SiteFolder.Script(text, "path") is { } found && folder.HasFolder(found) ? found : "docs";
        return new SiteSettings(folder.PathOf(name))
        {
            Root = folder.PathOf(path),
            Site = SiteFolder.Address(SiteFolder.Script(text, "url"), SiteFolder.Script(text, "baseUrl")),
            Static = [folder.PathOf("static")],
            Excluded = ["**/_*/**", "**/_*.{md,mdx}"],
            IsOneCollection = true,
            Url = route.Length == 0 ? "/{slug}" : $"/{route}/{{slug}}",
        };
    }

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, _) => new MdxReading(text).Run()];

    public override void Extend(MarkdownPipelineBuilder pipeline) => pipeline.Extensions.Add(new Admonitions(Open, "</div></div>"));

    /// <summary>The collection of a site that declares none has its articles, too.</summary>
    public static ImmutableArray<CollectionDefinition> WithMdx(ContentConfiguration configuration) =>
        [.. configuration.Collections.Select(collection => collection with { Files = new GlobSet(["**/*.{md,mdx,markdown,html,htm}"]) })];

    private static void Open(HtmlRenderer renderer, string kind, string? title)
    {
        var alert = kind switch
        {
            "note" or "secondary" => "secondary",
            "tip" or "success" => "success",
            "warning" or "caution" => "warning",
            "danger" => "danger",
            _ => "info",
        };
        renderer.Write($"<div class=\"theme-admonition theme-admonition-{kind} alert alert--{alert}\"><div class=\"admonitionHeading\">");
        Admonitions.WriteTitle(renderer, title ?? kind);
        renderer.WriteLine("</div><div class=\"admonitionContent\">");
    }
}
