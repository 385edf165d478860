using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.Paths;
using Content.Compiler.Schema;
using Markdig;
using Markdig.Extensions.GenericAttributes;
using Markdig.Renderers;

namespace Content.Compiler.Dialects.Mdx;

/// <summary>Astro and Starlight: MDX in the articles that say so by their name, asides, URLs in lower case.</summary>
internal sealed partial class AstroDialect : Dialect
{
    /// <summary>Where images lie that articles name by their path.</summary>
    private static readonly string[] imageFolders = ["src/assets", "src/images"];

    private static readonly string[] sourceNames = ["@", "~"];

    public override string Name => "astro";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { IsLower = true, Signs = SlugSigns.GitHub },
        StaticFolders = ["public"],
        FrontMatterMayFollowSpace = true,
        Addresses = configuration.Addresses with { Slug = SlugKey.Whole },
        ReadsMdx = true,
        LinksMayOmitExtensions = true,
        LinksMayBeAddresses = true,
        LinksMayLeaveLanguage = true,
        Collections = DocusaurusDialect.WithMdx(configuration),
    };

    public override SiteSettings? Recognize(SiteFolder folder)
    {
        if (folder.Read("astro.config.mjs", "astro.config.ts", "astro.config.js", "astro.config.cjs", "astro.config.mts") is not var (name, text))
            return null;
        var root = Array.Find(["src/content/docs", "src/content", "src/pages"], folder.HasFolder) ?? "src";
        return new SiteSettings(folder.PathOf(name))
        {
            Root = folder.PathOf(root),
            Site = SiteFolder.Address(Own(text, "site"), Own(text, "base")),
            Static = [folder.PathOf("public")],
            HostRoutes = [.. Redirects(folder, text).Distinct(StringComparer.Ordinal)],
            Places = Places(folder),
            Mounted = [.. imageFolders.Where(folder.HasFolder).Select(name => (folder.PathOf(name), "/_astro"))],
            Routes = root == "src/pages" ? [] : [.. folder.Files("src/pages").Select(RouteOf).OfType<string>().Distinct(StringComparer.Ordinal)],
            IsOneCollection = root is "src/content/docs" or "src/pages",
        };
    }

    /// <summary>What the configuration itself says, and not one of its plugins.</summary>
    private static string? Own(string script, string key) =>
        script.IndexOf("defineConfig(", StringComparison.Ordinal) is var start and >= 0 ? SiteFolder.OwnText(script, script.IndexOf('{', start) is var brace and >= 0 ? brace : script.Length, key) : SiteFolder.Script(script, key);

    /// <summary>What the configuration leads elsewhere, itself or by a module of its own.</summary>
    private static IEnumerable<string> Redirects(SiteFolder folder, string script)
    {
        var modules = folder.Read("redirects.js", "redirects.mjs", "redirects.ts") is var (_, module) ? module : "";
        foreach (Match key in AddressKey().Matches((SiteFolder.ScriptObject(script, "redirects") ?? "") + modules))
            yield return RoutePattern(key.Groups["address"].Value);
    }

    /// <summary><c>/a/[b]/[...c]</c></summary>
    private static string RoutePattern(string address)
    {
        var segments = address.TrimEnd('/').Split('/').Select(segment => segment.StartsWith("[...", StringComparison.Ordinal) ? "**" : segment.StartsWith('[') ? "*" : segment);
        return string.Join('/', segments);
    }

    [GeneratedRegex("""(?<quote>["'])(?<address>/[^"'\s]+)\k<quote>\s*:""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 2000)]
    private static partial Regex AddressKey();

    /// <summary>Names that modules have for the folder of the sources, and images by them.</summary>
    private static ImmutableSortedDictionary<string, string> Places(SiteFolder folder) =>
        folder.Read("tsconfig.json") is not var (_, text) || !folder.HasFolder("src/assets")
            ? ImmutableSortedDictionary<string, string>.Empty
            : sourceNames.Where(name => text.Contains($"\"{name}/*\"", StringComparison.Ordinal)).ToImmutableSortedDictionary(name => name + "/assets/", _ => "/_astro/", StringComparer.Ordinal);

    /// <summary>The address of a page, or of all that it makes; null where that is everything, or it is none.</summary>
    private static string? RouteOf(string file)
    {
        var dot = file.IndexOf('.', file.LastIndexOf('/') + 1);
        if (file.Contains("[...", StringComparison.Ordinal))
        {
            var rest = file.IndexOf("[...", StringComparison.Ordinal);
            return rest == 0 || file[..rest].Contains('[', StringComparison.Ordinal) ? null : $"/{file[..rest]}**";
        }

        if (dot <= 0 || file.Split('/').Any(segment => segment[0] == '_'))
            return null;
        var (name, extension) = (file[..file.LastIndexOf('.')], file[file.LastIndexOf('.')..]);
        if (extension is not (".astro" or ".md" or ".mdx" or ".html" or ".ts" or ".js"))
            return null;
        var segments = name.Split('/').Select(segment => segment.StartsWith('[') ? "*" : segment).ToList();
        if (segments[0] == "*")
            return null;
        if (segments[^1] == "index")
            segments.RemoveAt(segments.Count - 1);
        return "/" + string.Join('/', segments);
    }

    public override ImmutableArray<Rewrite> Rewritings => [RewriteMdx];

    public override void Extend(MarkdownPipelineBuilder pipeline)
    {
        GitHubMarkdown.Keep(pipeline);
        pipeline.Extensions.TryRemove<GenericAttributesExtension>();
        pipeline.Extensions.Add(new ElementLines());
        pipeline.Extensions.Add(new Admonitions(Open, "</div></aside>"));
    }

    private static void RewriteMdx(TextRewriter text, string path, ContentConfiguration configuration)
    {
        if (path.EndsWith(FileExtensions.Mdx, StringComparison.OrdinalIgnoreCase))
            new MdxRewriter(text).Run();
    }

    private static void Open(HtmlRenderer renderer, string kind, string? title)
    {
        title ??= Admonitions.TitleOf(kind);
        renderer.Write("<aside aria-label=\"").WriteEscape(Admonitions.TextOf(title)).Write($"\" class=\"starlight-aside starlight-aside--{kind}\">");
        renderer.Write("<p class=\"starlight-aside__title\" aria-hidden=\"true\">");
        Admonitions.WriteTitle(renderer, title);
        renderer.WriteLine("</p><div class=\"starlight-aside__content\">");
    }
}
