using System.Collections.Immutable;
using Content.Compiler.FrontMatter;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>docfx: includes, code by reference, triple colons, tabs, alerts, <c>~/</c>.</summary>
internal sealed class DocfxDialect : Dialect
{
    private const string Publishing = ".openpublishing.publish.config.json";

    public override string Name => "docfx";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        LinkMappings = [.. configuration.LinkMappings, new LinkMapping("~/", "/")],
        Addresses = configuration.Addresses with { OwnKeys = ["uid"], Aliases = AliasesKey.Names },
        SnippetFolders = ["."],
        Anchors = AnchorStyle.Docfx,
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
            Excluded = ["**/includes/**", $"{output.Trim('/')}/**", "**/_site/**", "**/obj/**", "**/bin/**", .. apis.Select(api => api + "/**"), .. LeftOut(values)],
            Ignored = [.. apis.Select(api => $"**/{api}/**"), .. BesideIt(folder)],
            PartOfHost = HostFolder(folder, values),
            IsOneCollection = true,
            Url = "/{slug}.html",
        };
    }

    /// <summary>What no group of the content takes.</summary>
    private static IEnumerable<string> LeftOut(MetadataMapping? values)
    {
        var groups = (SiteFolder.Find(values, "build", "content") as MetadataSequence)?.Items.OfType<MetadataMapping>()
            .Where(group => SiteFolder.Text(group, "src") is null or ".").Select(group => SiteFolder.Texts(group, "exclude")).Where(globs => !globs.IsEmpty).ToArray() ?? [];
        return groups.Length == 0 ? [] : groups[0].Where(glob => groups.All(group => group.Contains(glob)) && !glob.StartsWith("..", StringComparison.Ordinal) && glob.AsSpan().IndexOfAny("{}[]!") < 0).Distinct(StringComparer.Ordinal);
    }

    /// <summary>Repositories that the service lays beside this one, for the code in them.</summary>
    private static IEnumerable<string> BesideIt(SiteFolder folder) =>
        folder.Read(Publishing, "../" + Publishing) is var (name, text) && SiteFolder.Find(SiteFolder.Values(name, text), "dependent_repositories") is MetadataSequence repositories
            ? repositories.Items.OfType<MetadataMapping>().Select(repository => SiteFolder.Text(repository, "path_to_root")?.Trim('/')).OfType<string>()
                .Where(path => path.Length > 0 && !path.StartsWith('_') && !folder.HasFolder(path) && !folder.HasFolder("../" + path)).Select(path => $"**/{path}/**")
            : [];

    /// <summary>The folder of a host of many sites, which such sites are published to by a service of its own.</summary>
    private static string? HostFolder(SiteFolder folder, MetadataMapping? values) =>
        folder.HasFile(Publishing) || folder.HasFile("../" + Publishing) || SiteFolder.Text(values, "build", "globalMetadata", "breadcrumb_path") is not null
            ? (SiteFolder.Text(values, "build", "dest") ?? "").Trim('/')
            : null;

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, configuration) => new DocfxReading(text, configuration).Run()];

    public override ImmutableArray<IInclusionSyntax> Inclusions => [new DocfxIncludes()];

    public override void Extend(MarkdownPipelineBuilder pipeline)
    {
        pipeline.Extensions.Add(new Tabs());
        pipeline.Extensions.Add(new DocfxAlerts());
    }
}
