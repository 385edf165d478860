using System.Collections.Immutable;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>Hugo: short codes, pages found by <c>ref</c>, URLs in lower case.</summary>
internal sealed class HugoDialect : Dialect
{
    public override string Name => "hugo";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { IsLower = true, IndexNames = ["_index", "index"], IndexComparison = StringComparison.OrdinalIgnoreCase },
        StaticFolders = ["static"],
        FrontMatterMayFollowSpace = true,
        Addresses = configuration.Addresses with { Aliases = AliasesKey.FromPage },
        LinksMayBeAddresses = true,
        LinksMayOmitExtensions = true,
    };

    public override SiteSettings? Recognize(SiteFolder folder)
    {
        if (folder.Read(
            "hugo.toml", "hugo.yaml", "hugo.yml", "hugo.json", "config.toml", "config.yaml", "config.yml", "config.json", "config/_default/hugo.toml", "config/_default/hugo.yaml",
            "config/_default/config.toml", "config/_default/config.yaml") is not var (name, text))
        {
            return null;
        }

        var values = SiteFolder.Values(name, text);
        var url = SiteFolder.Text(values, "baseURL");
        if (url is null && !name.Contains("hugo", StringComparison.Ordinal))
            return null;
        var (said, unsaid) = SiteShortCodes.Read(folder);
        return new SiteSettings(folder.PathOf(name))
        {
            ShortCodes = said,
            Notes = unsaid.IsEmpty ? [] : [$"The site's own short codes that only Hugo can make are told as CONTENT2021, once an article, unless 'shortcodes' says what they stand for: {string.Join(", ", unsaid)}."],
            Root = folder.PathOf(ContentFolder(values).Trim('/')),
            Site = SiteFolder.Address(url, null),
            Ignored = HookWords(folder),
            Routes = Made(folder, values),
            Static = [.. SiteFolder.Texts(values, "staticDir").DefaultIfEmpty("static").Select(static path => path.Trim('/')).Select(folder.PathOf)],
            IsOneCollection = true,
        };
    }

    /// <summary>The folder of the site's own language, where each has one.</summary>
    private static string ContentFolder(MetadataMapping? values)
    {
        var language = SiteFolder.Text(values, "defaultContentLanguage") ?? "en";
        var mounts = (SiteFolder.Find(values, "module", "mounts") as MetadataSequence)?.Items.OfType<MetadataMapping>() ?? [];
        return SiteFolder.Text(values, "languages", language, "contentDir") ?? SiteFolder.Text(values, "contentDir")
            ?? mounts.Where(mount => SiteFolder.Text(mount, "target") == "content").OrderByDescending(mount => IsOf(mount, language)).Select(mount => SiteFolder.Text(mount, "source")).OfType<string>().FirstOrDefault() ?? "content";
    }

    /// <summary>How surely a mounted folder is of a language: its name says so, or it names the language.</summary>
    private static int IsOf(MetadataMapping mount, string language) =>
        SiteFolder.Text(mount, "source")?.EndsWith("/" + language, StringComparison.Ordinal) == true || SiteFolder.Text(mount, "lang") == language ? 2
        : SiteFolder.Texts(mount, "sites", "matrix", "languages").Contains(language) ? 1 : 0;

    /// <summary>What the tool makes without an article: the home page, lists of sections and terms, feeds.</summary>
    private static ImmutableArray<string> Made(SiteFolder folder, MetadataMapping? values)
    {
        var content = ContentFolder(values).Trim('/');
        var taxonomies = SiteFolder.Find(values, "taxonomies") is MetadataMapping named ? named.Properties.Select(property => property.Value).OfType<MetadataScalar>().Select(term => term.Text) : ["tags", "categories"];
        return
        [
            "/", "/**/index.xml", "/sitemap.xml", "/404.html",
            .. folder.Folders(content).Where(section => !folder.HasFile($"{content}/{section}/_index.md") && !folder.HasFile($"{content}/{section}/index.md")).Select(section => $"/{section.ToLowerInvariant()}/"),
            .. taxonomies.SelectMany(term => (string[])[$"/{term}/", $"/{term}/**"]),
        ];
    }

    /// <summary>Destinations that the site's own render hook makes links of: words that it compares a destination with.</summary>
    private static ImmutableArray<string> HookWords(SiteFolder folder)
    {
        if (folder.Read("layouts/_markup/render-link.html", "layouts/_default/_markup/render-link.html") is not var (_, hook))
            return [];
        return [.. System.Text.RegularExpressions.Regex.Matches(hook, """eq\s+[^\n"]*"(?<word>\w{1,12})"\s""", System.Text.RegularExpressions.RegexOptions.NonBacktracking)
            .Select(match => match.Groups["word"].Value).Distinct(StringComparer.Ordinal)];
    }

    public override ImmutableArray<Rewrite> Rewritings =>
        [static (text, _, configuration) => new ShortCodeWriter(text, configuration).Write(HugoShortCodes.Read(text.Text, text.BodyStart))];

    public override void Extend(MarkdownPipelineBuilder pipeline) => pipeline.Extensions.Add(new DefinitionTermIds());
}

/// <summary>Zola: short codes that look like calls, and <c>@/</c> for the content folder.</summary>
internal sealed class ZolaDialect : Dialect
{
    public override string Name => "zola";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { IsLower = true, IndexNames = ["_index", "index"], IndexComparison = StringComparison.OrdinalIgnoreCase },
        StaticFolders = ["static"],
        FrontMatterMayFollowSpace = true,
        Anchors = AnchorStyle.Zola,
        LinkMappings = [.. configuration.LinkMappings, new LinkMapping("@/", "/")],
        Addresses = configuration.Addresses with { UrlKeys = ["path"] },
        LinksMayBeAddresses = true,
    };

    public override SiteSettings? Recognize(SiteFolder folder)
    {
        if (folder.Read("config.toml", "zola.toml") is not var (name, text) || SiteFolder.Values(name, text) is not { } values || SiteFolder.Text(values, "base_url") is not { } url)
            return null;
        return new SiteSettings(folder.PathOf(name))
        {
            Root = folder.PathOf("content"),
            Routes =
            [
                "/", "/**/rss.xml", "/**/atom.xml", "/sitemap.xml", "/404.html",
                .. (SiteFolder.Find(values, "taxonomies") as MetadataSequence)?.Items.OfType<MetadataMapping>().Select(term => SiteFolder.Text(term, "name")).OfType<string>()
                    .SelectMany(term => (string[])[$"/{term}/", $"/{term}/**"]) ?? [],
            ],
            Site = SiteFolder.Address(url, null),
            Static = [folder.PathOf("static")],
            IsOneCollection = true,
        };
    }

    public override ImmutableArray<Rewrite> Rewritings =>
        [static (text, _, configuration) => new ShortCodeWriter(text, configuration).Write(ZolaShortCodes.Read(text.Text, text.BodyStart))];
}
