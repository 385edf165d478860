using System.Collections.Immutable;
using Content.Compiler.Dialects.Rewriting;
using Content.Compiler.FrontMatter;
using Content.Compiler.Schema;
using Markdig;

namespace Content.Compiler.Dialects.Jekyll;

/// <summary>Jekyll: Liquid before Markdown, and kramdown's attributes.</summary>
internal sealed class JekyllDialect : Dialect
{
    public override string Name => "jekyll";

    public override ContentConfiguration WithDefaults(ContentConfiguration configuration) => configuration with
    {
        Slugs = configuration.Slugs with { IndexNames = ["index", "readme"], IndexComparison = StringComparison.OrdinalIgnoreCase },
        Addresses = configuration.Addresses with { UrlKeys = ["permalink"], AliasKeys = ["redirect_from"], PublishedKey = "published" },
        LinksMayBeAddresses = true,
    };

    public override SiteSettings? Recognize(SiteFolder folder)
    {
        if (EleventySite.Recognize(folder) is { } eleventy)
            return eleventy;
        if (folder.Read("_config.yml", "_config.yaml", "_config.toml") is not var (name, text))
            return null;
        var values = SiteFolder.Values(name, text);
        var permalink = SiteFolder.Text(values, "permalink") ?? "date";
        return new SiteSettings(folder.PathOf(name))
        {
            Root = folder.PathOf(SiteFolder.Text(values, "source")?.Trim('/') ?? "."),
            Site = SiteFolder.Address(SiteFolder.Text(values, "url"), SiteFolder.Text(values, "baseurl")),
            Excluded =
            [
                "_layouts/**", "_includes/**", "_sass/**", "_data/**", "_plugins/**", "_site/**", "vendor/**", "node_modules/**",
                .. SiteFolder.Texts(values, "exclude").Select(path => path.Trim('/')).Where(path => path.Length > 0 && !path.Contains("..", StringComparison.Ordinal)).Select(path => path.Contains('.', StringComparison.Ordinal) || path.Contains('*', StringComparison.Ordinal) ? path : path + "/**"),
            ],
            Routes = ["/feed.xml", "/sitemap.xml", "/"],
            ShortCodes = Values(values),
            Urls = CollectionUrls(values).SetItem("_posts", UrlOf(SiteFolder.Text(values, "collections", "posts", "permalink") ?? permalink, "posts")),
            Url = permalink == "pretty" || permalink.EndsWith('/') ? "/{slug}/" : "/{slug}.html",
            Notes = permalink.Contains("categories", StringComparison.Ordinal) || permalink is "date" or "pretty" or "none" or "ordinal"
                ? ["The categories of a post are no part of its URL here; 'permalink' or 'url' in front matter says another."]
                : [],
        };
    }

    /// <summary>Plain texts of the configuration, as Liquid names them.</summary>
    private static ImmutableSortedDictionary<string, string> Values(MetadataMapping? values)
    {
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var property in values?.Properties ?? [])
        {
            if (property is { Key: not ("url" or "baseurl"), Value: MetadataScalar { Kind: MetadataKind.String, Text: { Length: > 0 and < 200 } text } }
                && text.AsSpan().IndexOfAny("<>{}\n") < 0 && property.Key.All(unit => char.IsLetterOrDigit(unit) || unit is '_' or '-'))
            {
                named["site." + property.Key] = text;
            }
        }

        return named.ToImmutable();
    }

    /// <summary>The addresses of what lies in the folder of each collection.</summary>
    private static ImmutableSortedDictionary<string, string> CollectionUrls(MetadataMapping? values) =>
        (SiteFolder.Find(values, "collections") as MetadataMapping)?.Properties.ToImmutableSortedDictionary(
            property => "_" + property.Key, property => UrlOf(SiteFolder.Text(property.Value as MetadataMapping, "permalink") ?? "/:collection/:path:output_ext", property.Key), StringComparer.Ordinal)
        ?? ImmutableSortedDictionary<string, string>.Empty;

    /// <summary>A permalink as a template.</summary>
    private static string UrlOf(string permalink, string collection)
    {
        var pattern = permalink switch
        {
            "date" => "/:year/:month/:day/:title.html",
            "pretty" => "/:year/:month/:day/:title/",
            "ordinal" => "/:year/:y_day/:title.html",
            "none" => "/:title.html",
            _ => permalink,
        };
        foreach (var (key, token) in (ReadOnlySpan<(string, string)>)
            [(":collection", collection), (":path", "{slug}"), (":year", "{date:yyyy}"), (":short_year", "{date:yy}"), (":i_month", "{date:%M}"), (":month", "{date:MM}"), (":i_day", "{date:%d}"), (":day", "{date:dd}"), (":title", "{name}"), (":slug", "{name}"), (":name", "{name}"), (":output_ext", ".html"), ("/:categories", ""), (":categories", "")])
        {
            pattern = pattern.Replace(key, token, StringComparison.Ordinal);
        }

        return pattern.Contains(':', StringComparison.Ordinal) && pattern.Replace("{date:", "", StringComparison.Ordinal).Contains(':', StringComparison.Ordinal) ? "/{slug}/" : "/" + pattern.TrimStart('/');
    }

    public override ImmutableArray<Rewrite> Rewritings => [static (text, _, _) => ListFootnotes.Rewrite(text), static (text, _, configuration) => new LiquidRewriter(text, configuration).Run()];

    public override void Extend(MarkdownPipelineBuilder pipeline) => pipeline.Extensions.Add(new KramdownAttributes());
}
