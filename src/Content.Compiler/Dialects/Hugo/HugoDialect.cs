using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.FrontMatter;
using Content.Compiler.Inclusions;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects.Hugo;

/// <summary>Hugo: short codes, pages found by <c>ref</c>, URLs in lower case.</summary>
internal sealed class HugoDialect : Dialect
{
    private const int DeepestParameter = 4;

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
            ShortCodes = said.AddRange(Parameters(folder, values)),
            LooksPagesUp = HookOfLinks(folder)?.Contains("GetPage", StringComparison.Ordinal) == true,
            Notes = unsaid.IsEmpty ? [] : [$"The site's own short codes that only Hugo can make are told as CONTENT2021, once an article, unless 'shortcodes' says what they stand for: {string.Join(", ", unsaid)}."],
            Root = folder.PathOf(ContentFolder(values).Trim('/')),
            Site = SiteFolder.Address(url, null),
            Ignored = HookWords(folder),
            Routes = Made(folder, values),
            Static = [.. SiteFolder.Texts(values, "staticDir").DefaultIfEmpty("static").Concat(HasImages(folder) ? ["assets"] : []).Select(static path => path.Trim('/')).Select(folder.PathOf)],
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
            "/", "/**/index.xml", "/sitemap.xml", "/404.html", .. Mounted(folder, values),
            .. folder.Folders(content).Where(section => !folder.HasFile($"{content}/{section}/_index.md") && !folder.HasFile($"{content}/{section}/index.md")).Select(section => $"/{section.ToLowerInvariant()}/"),
            .. taxonomies.SelectMany(term => (string[])[$"/{term}/", $"/{term}/**"]),
        ];
    }

    private static string? HookOfLinks(SiteFolder folder) =>
        folder.Read("layouts/_markup/render-link.html", "layouts/_default/_markup/render-link.html") is var (_, hook) ? hook : null;

    /// <summary>Whether pictures lie where short codes and render hooks find them besides the static folder.</summary>
    private static bool HasImages(SiteFolder folder) =>
        folder.Files("assets").Any(file => Path.GetExtension(file) is ".png" or ".jpg" or ".jpeg" or ".gif" or ".webp" or ".svg");

    /// <summary>Files and folders that a module puts below the content folder, as addresses.</summary>
    private static IEnumerable<string> Mounted(SiteFolder folder, MetadataMapping? values)
    {
        foreach (var mount in (SiteFolder.Find(values, "module", "mounts") as MetadataSequence)?.Items.OfType<MetadataMapping>() ?? [])
        {
            if (SiteFolder.Text(mount, "target")?.Trim('/') is not { } target || !target.StartsWith("content/", StringComparison.Ordinal) || target.AsSpan().IndexOfAny("?#\\") >= 0)
                continue;
            var path = target["content".Length..];
            var isFile = Path.HasExtension(path);
            yield return isFile ? path : path + "/**";
            if (isFile && FileExtensions.IsArticle(Path.GetExtension(path)))
                yield return Path.ChangeExtension(path, null).ToLowerInvariant() + "/";
        }
    }

    /// <summary>The site's parameters that are plain values, as <c>param.a.b</c>.</summary>
    private static Dictionary<string, string> Parameters(SiteFolder folder, MetadataMapping? values)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (folder.Read("config/_default/params.toml", "config/_default/params.yaml", "config/_default/params.yml") is var (name, text))
            Add(SiteFolder.Values(name, text), "param.", 0);
        Add(SiteFolder.Find(values, "params") as MetadataMapping, "param.", 0);
        return found;

        void Add(MetadataMapping? mapping, string prefix, int depth)
        {
            foreach (var property in mapping?.Properties ?? [])
            {
                if (property.Key.Length == 0 || !property.Key.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '-'))
                    continue;
                if (property.Value is MetadataMapping inner && depth < DeepestParameter)
                    Add(inner, prefix + property.Key + ".", depth + 1);
                else if (property.Value is MetadataScalar { Text: { Length: > 0 and < 200 } value } && value.AsSpan().IndexOfAny("{}\n") < 0)
                    found.TryAdd(prefix + property.Key, value);
            }
        }
    }

    /// <summary>Destinations that the site's own render hook makes links of: words that it compares a destination with.</summary>
    private static ImmutableArray<string> HookWords(SiteFolder folder)
    {
        if (HookOfLinks(folder) is not { } hook)
            return [];
        return [.. System.Text.RegularExpressions.Regex.Matches(hook, """eq\s+[^\n"]*"(?<word>\w{1,12})"\s""", System.Text.RegularExpressions.RegexOptions.NonBacktracking)
            .Select(match => match.Groups["word"].Value).Distinct(StringComparer.Ordinal)];
    }

    public override ImmutableArray<Rewrite> Rewritings =>
        [static (text, _, _) => ListFootnotes.Rewrite(text), static (text, _, configuration) => new ShortCodeWriter(text, configuration).Write(HugoShortCodes.Read(text.Text, text.BodyStart))];

    public override ImmutableArray<IInclusionSyntax> InclusionsOf(ContentConfiguration configuration) => [new PageInclusions(configuration)];

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
        [static (text, _, _) => ListFootnotes.Rewrite(text), static (text, _, configuration) => new ShortCodeWriter(text, configuration).Write(ZolaShortCodes.Read(text.Text, text.BodyStart))];
}
