using System.Collections.Immutable;
using Content.Compiler.FrontMatter;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>docfx: includes, code by reference, triple colons, tabs, alerts, <c>~/</c>.</summary>
internal sealed class DocfxDialect : Dialect
{
    public override string Name => "docfx";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        LinkMappings = [.. configuration.LinkMappings, new LinkMapping("~/", "/")],
        Addresses = configuration.Addresses with { OwnKeys = ["uid"] },
        SnippetFolders = ["."],
        ShowsApiNames = true,
        NavigationFiles = ["toc.yml", "toc.yaml"],
    };

    public override SiteSettings? Recognize(SiteFolder folder)
    {
        if (folder.Read("docfx.json") is not var (name, text))
            return null;
        var values = SiteFolder.Values(name, text);
        var generated = (SiteFolder.Find(values, "metadata") as MetadataSequence)?.Items.OfType<MetadataMapping>().Select(item => SiteFolder.Text(item, "dest")?.Trim('/')).OfType<string>() ?? [];
        var output = SiteFolder.Text(values, "build", "dest") ?? SiteFolder.Text(values, "build", "output") ?? "_site";
        string[] apis = [.. generated.Where(dest => dest.Length > 0).Distinct(StringComparer.Ordinal)];
        return new SiteSettings(folder.PathOf(name))
        {
            Root = folder.PathOf("."),
            Site = SiteFolder.Address(SiteFolder.Text(values, "build", "sitemap", "baseUrl"), null),
            Excluded = ["**/includes/**", $"{output.Trim('/')}/**", "**/_site/**", "**/obj/**", "**/bin/**", .. apis.Select(api => api + "/**")],
            Ignored = [.. apis.Select(api => $"**/{api}/**")],
            IsOneCollection = true,
            Url = "/{slug}.html",
        };
    }

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, configuration) => new DocfxReading(text, configuration).Run()];

    public override ImmutableArray<IInclusionSyntax> Inclusions => [new DocfxIncludes()];

    public override void Extend(MarkdownPipelineBuilder pipeline)
    {
        pipeline.Extensions.Add(new Tabs());
        pipeline.Extensions.Add(new DocfxAlerts());
    }
}
