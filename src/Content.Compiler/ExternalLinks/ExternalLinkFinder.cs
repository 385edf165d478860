using System.Collections.Immutable;
using Content.Compiler.Articles;
using Content.Compiler.Links;
using Content.Compiler.Paths;
using Content.Compiler.Schema;

namespace Content.Compiler.ExternalLinks;

/// <summary>Picks the links that lead to other sites out of those of the articles. Nothing is parsed again for it.</summary>
internal sealed class ExternalLinkFinder(ContentConfiguration configuration)
{
    private readonly SiteOrigin origin = new(configuration);

    /// <summary>Those that can be asked for: what the build reports as malformed, or what is none of its business, is left out.</summary>
    public ImmutableArray<ExternalLink> Find(IEnumerable<Article> articles)
    {
        var found = ImmutableArray.CreateBuilder<ExternalLink>();
        foreach (var article in articles)
        {
            if (article.Content is not { } content)
                continue;
            foreach (var link in content.Links)
            {
                if (Find(article, link) is { } external)
                    found.Add(external);
            }
        }

        return found.DrainToImmutable();
    }

    private ExternalLink? Find(Article article, Link link)
    {
        var target = LinkTarget.Parse(link, origin);
        if (target.Kind != LinkKind.External || WebAddress.IsTooLong(target.Text)
            || DestinationSyntax.Check(article.File, link, target, maySpace: article.Format == ArticleFormat.Markdown) is not null)
        {
            return null;
        }

        if (WebAddress.Parse(target.Text) is not { Scheme: "http" or "https" } uri || PageAddress.WithoutFragment(uri) is not { } page
            || configuration.IgnoredLinks.Any(pattern => pattern.IsMatch(link.Destination)))
        {
            return null;
        }

        return new ExternalLink(article.File, link.Range, link.Destination, page, target.Fragment.ToString());
    }
}
