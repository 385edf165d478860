using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Schema;
using Content.Compiler.Sources;
using Markdig;
using Markdig.Extensions.Emoji;
using Markdig.Renderers;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>Docusaurus: MDX in every article, numbers before names, <c>@site/</c>.</summary>
internal sealed class DocusaurusDialect : Dialect
{
    public override string Name => "docusaurus";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { DropsNumbers = true, Signs = SlugSigns.Unreserved, FolderNameIsIndex = true, IndexNames = ["index", "readme"], IndexComparison = StringComparison.OrdinalIgnoreCase },
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
        // Reason: other plugins have keys of the same names.
        var docs = SiteFolder.ScriptObject(text, "docs");
        var route = SiteFolder.Script(docs ?? text, "routeBasePath")?.Trim('/') ?? "docs";
        var path = SiteFolder.Script(docs ?? text, "path") is { } found && folder.HasFolder(found) ? found : "docs";
        var below = route.Length == 0 ? "/" : $"/{route}/";
        var versions = folder.Read("versions.json") is var (list, json) ? SiteFolder.List(list, json) : [];
        return new SiteSettings(folder.PathOf(name))
        {
            Root = folder.PathOf(path),
            Site = SiteFolder.Address(SiteFolder.Script(text, "url"), SiteFolder.Script(text, "baseUrl")),
            Static = [folder.PathOf("static")],
            Excluded = ["**/_*/**", "**/_*.{md,mdx}"],
            IsOneCollection = true,
            Url = below + "{slug}",
            Routes = [.. Pages(folder, text, route), .. versions.Select(version => $"{below}{version}/**")],
            Places = versions.IsEmpty ? ImmutableSortedDictionary<string, string>.Empty : ImmutableSortedDictionary<string, string>.Empty.Add(below + "next/", below),
        };
    }

    /// <summary>What the site has besides its docs: pages, a blog, docs of other plugins.</summary>
    private static IEnumerable<string> Pages(SiteFolder folder, string script, string docs)
    {
        foreach (var file in folder.Files("src/pages"))
        {
            var name = file[..Math.Max(0, file.LastIndexOf('.'))];
            if (file.Split('/').Any(segment => segment[0] == '_') || !(file.EndsWith('x') || file.EndsWith(".js", StringComparison.Ordinal) || file.EndsWith(".ts", StringComparison.Ordinal) || file.EndsWith(".md", StringComparison.Ordinal)))
                continue;
            yield return name == "index" ? "/" : "/" + (name.EndsWith("/index", StringComparison.Ordinal) ? name[..^6] : name);
        }

        var blog = SiteFolder.ScriptObject(script, "blog");
        var routes = SiteFolder.ScriptTexts(script, "routeBasePath").Select(route => route.Trim('/')).ToHashSet(StringComparer.Ordinal);
        if (folder.HasFolder("blog") && (blog is null || SiteFolder.Script(blog, "routeBasePath") is null))
            routes.Add("blog");
        foreach (var route in routes.Where(route => route.Length > 0 && route != docs).Order(StringComparer.Ordinal))
        {
            yield return "/" + route;
            yield return $"/{route}/**";
        }
    }

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, _) => new MdxRewriter(text).Run()];

    public override void Extend(MarkdownPipelineBuilder pipeline)
    {
        GitHubMarkdown.Keep(pipeline);
        pipeline.Extensions.AddIfNotAlready(new EmojiExtension(new EmojiMapping(enableSmileys: false)));
        pipeline.Extensions.Add(new ElementLines());
        pipeline.Extensions.Add(new Admonitions(Open, "</div></div>"));
    }

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
