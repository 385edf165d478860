using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.FrontMatter;
using Content.Compiler.Inclusions;
using Content.Compiler.Schema;
using Markdig;
using Markdig.Extensions.Alerts;
using Markdig.Extensions.Emoji;
using Markdig.Extensions.GenericAttributes;

namespace Content.Compiler.Dialects.Docfx;

/// <summary>docfx: includes, code by reference, triple colons, tabs, alerts, <c>~/</c>.</summary>
internal sealed class DocfxDialect : Dialect
{
    private const string Publishing = ".openpublishing.publish.config.json";
    private const string Redirections = ".openpublishing.redirection.json";

    /// <summary>What only such a service reads: the way to the site from the root of its host.</summary>
    private static readonly string[] breadcrumbs = ["breadcrumb/toc.yml", "breadcrumbs/toc.yml", "_breadcrumb/toc.yml", "bread/toc.yml"];

    public override string Name => "docfx";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { Signs = SlugSigns.Unreserved },
        LinkMappings = [.. configuration.LinkMappings, new LinkMapping("~/", "/")],
        Addresses = configuration.Addresses with { UidKey = "uid", Aliases = AliasesKey.Names },
        SnippetFolders = ["."],
        Anchors = AnchorStyle.Docfx,
        ShowsApiNames = true,
        RegionsAreLoose = true,
        HtmlMayBeAsset = true,
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
            FromRoot = "~/",
            Redirected = [.. Redirected(folder)],
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

    /// <summary>Files that were moved, which the service knows.</summary>
    private static IEnumerable<string> Redirected(SiteFolder folder)
    {
        var top = folder.HasFile(Publishing) || folder.HasFile(Redirections) ? "" : "../";
        var listed = folder.Read(top + Publishing) is var (name, text) ? SiteFolder.Texts(SiteFolder.Values(name, text), "redirection_files") : [];
        foreach (var file in listed.IsEmpty ? [Redirections] : listed)
        {
            if (folder.Read(top + file) is not var (path, content) || SiteFolder.Find(SiteFolder.Values(path, content), "redirections") is not MetadataSequence redirections)
                continue;
            var beside = path[..(path.LastIndexOf('/') + 1)];
            foreach (var redirection in redirections.Items.OfType<MetadataMapping>())
            {
                if (SiteFolder.Text(redirection, "source_path_from_root") is { } fromRoot)
                    yield return folder.PathOf(top + fromRoot.TrimStart('/'));
                else if (SiteFolder.Text(redirection, "source_path") is { } source)
                    yield return folder.PathOf(beside + source);
            }
        }
    }

    /// <summary>The folder of a host of many sites, which such sites are published to by a service of its own.</summary>
    private static string? HostFolder(SiteFolder folder, MetadataMapping? values) =>
        folder.HasFile(Publishing) || folder.HasFile("../" + Publishing) || Array.Exists(breadcrumbs, folder.HasFile) || SiteFolder.Text(values, "build", "globalMetadata", "breadcrumb_path") is not null
            ? (SiteFolder.Text(values, "build", "dest") ?? "").Trim('/')
            : null;

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, _) => InteractiveCode.Rewrite(text), static (text, _, configuration) => new DocfxRewriter(text, configuration).Run()];

    public override ImmutableArray<IInclusionSyntax> Inclusions => [new DocfxIncludes()];

    /// <summary>The extensions of the parser that docfx has; footnotes, task boxes and diagrams stay, which its sites can ask for.</summary>
    public override void Extend(MarkdownPipelineBuilder pipeline)
    {
        GitHubMarkdown.Keep(pipeline);
        pipeline.Extensions.TryRemove<AlertExtension>();
        pipeline.Extensions.TryRemove<GenericAttributesExtension>();
        pipeline.Extensions.AddIfNotAlready(new EmojiExtension(new EmojiMapping(enableSmileys: false)));
        pipeline.Extensions.Add(new Tabs());
        pipeline.Extensions.Add(new DocfxAlerts());
    }
}
