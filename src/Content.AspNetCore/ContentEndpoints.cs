using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using Content.AspNetCore;
using Content.AspNetCore.Agents;
using Content.AspNetCore.Answers;
using Content.AspNetCore.Feeds;
using Content.AspNetCore.Live;
using Content.AspNetCore.Search;
using Content.AspNetCore.Sitemaps;
using Content.AspNetCore.Sites;
using Content.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Content.AspNetCore;

/// <summary>
/// Maps what a catalog holds. All are ordinary endpoints, which take the conventions of ASP.NET Core, and come behind every route of the program's own:
/// where both would answer, the program does.
/// </summary>
public static class ContentEndpoints
{
    /// <summary>
    /// Maps every entry of a collection at its URL, for GET and HEAD, with a strong ETag. An alias, and an address that is almost the entry's, redirects to it;
    /// <c>Accept: text/markdown</c>, and the address with <c>.md</c>, gives Markdown. An entry that is added while the program runs has its address at once.
    /// </summary>
    /// <param name="endpoints">The program, or a group.</param>
    /// <param name="collection">Such as <c>Catalog.Posts</c>.</param>
    /// <param name="page">What an entry is answered with.</param>
    /// <returns>For conventions such as <c>RequireAuthorization</c>.</returns>
    [OverloadResolutionPriority(1)]
    public static IEndpointConventionBuilder MapContent<T>(this IEndpointRouteBuilder endpoints, ContentCollection<T> collection, Func<T, IResult> page)
        where T : class, IContentEntry
    {
        ArgumentNullException.ThrowIfNull(page);
        return Map(endpoints, collection, (entry, context) => page(entry).ExecuteAsync(context));
    }

    /// <inheritdoc cref="MapContent{T}(IEndpointRouteBuilder, ContentCollection{T}, Func{T, IResult})"/>
    /// <param name="endpoints">The program, or a group.</param>
    /// <param name="collection">Such as <c>Catalog.Posts</c>.</param>
    /// <param name="page">The HTML document of an entry.</param>
    public static IEndpointConventionBuilder MapContent<T>(this IEndpointRouteBuilder endpoints, ContentCollection<T> collection, Func<T, string> page)
        where T : class, IContentEntry
    {
        ArgumentNullException.ThrowIfNull(page);
        return Map(endpoints, collection, (entry, context) => Answer.Html(page(entry)).ExecuteAsync(context));
    }

    /// <inheritdoc cref="MapContent{T}(IEndpointRouteBuilder, ContentCollection{T}, Func{T, IResult})"/>
    [OverloadResolutionPriority(1)]
    public static IEndpointConventionBuilder MapContent<T>(this IEndpointRouteBuilder endpoints, ContentCollection<T> collection, Func<T, HttpContext, IResult> page)
        where T : class, IContentEntry
    {
        ArgumentNullException.ThrowIfNull(page);
        return Map(endpoints, collection, (entry, context) => page(entry, context).ExecuteAsync(context));
    }

    /// <inheritdoc cref="MapContent{T}(IEndpointRouteBuilder, ContentCollection{T}, Func{T, IResult})"/>
    public static IEndpointConventionBuilder MapContent<T>(this IEndpointRouteBuilder endpoints, ContentCollection<T> collection, Func<T, HttpContext, Task<IResult>> page)
        where T : class, IContentEntry
    {
        ArgumentNullException.ThrowIfNull(page);
        return Map(endpoints, collection, async (entry, context) => await (await page(entry, context)).ExecuteAsync(context));
    }

    /// <summary>
    /// What is answered where neither an entry nor a route of the program is: status 404, and this page. Without it a plain one with the nearest addresses;
    /// nothing of the kind where the program has a fallback of its own.
    /// </summary>
    /// <param name="endpoints">The program.</param>
    /// <param name="page">Makes the page of what was asked for, and what is near.</param>
    [OverloadResolutionPriority(1)]
    public static IEndpointRouteBuilder MapContentNotFound(this IEndpointRouteBuilder endpoints, Func<ContentNotFound, IResult> page)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(page);
        ContentSite.Of(endpoints).NotFoundPage = page;
        NotFoundEndpoint.Map(endpoints);
        return endpoints;
    }

    /// <inheritdoc cref="MapContentNotFound(IEndpointRouteBuilder, Func{ContentNotFound, IResult})"/>
    public static IEndpointRouteBuilder MapContentNotFound(this IEndpointRouteBuilder endpoints, Func<ContentNotFound, string> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return endpoints.MapContentNotFound(missing => Answer.Html(page(missing)));
    }

    /// <summary>Maps an Atom feed of the published entries of a collection, in its declared order.</summary>
    /// <param name="endpoints">The program, or a group.</param>
    /// <param name="pattern">Such as <c>/feed.xml</c>.</param>
    /// <param name="collection">Such as <c>Catalog.Posts</c>.</param>
    /// <param name="configure">Sets what the feed says of itself and of its entries.</param>
    public static IEndpointConventionBuilder MapContentFeed<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, ContentCollection<T> collection, Action<ContentFeed<T>>? configure = null)
        where T : class, IContentEntry
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(collection);
        var feed = new ContentFeed<T>();
        configure?.Invoke(feed);
        IContentCollection source = collection;
        return MadeFile.Map(endpoints, pattern, "application/atom+xml; charset=utf-8", context => AtomWriter.Write(feed, source.Latest, context.Request));
    }

    /// <summary>Maps the site map: the published entries of every mapped collection, and what is added.</summary>
    /// <param name="endpoints">The program, or a group.</param>
    /// <param name="pattern">Such as <c>/sitemap.xml</c>.</param>
    /// <param name="configure">Adds pages that are no entries, and says more of those that are.</param>
    public static IEndpointConventionBuilder MapContentSitemap(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/sitemap.xml", Action<ContentSitemap>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var map = new ContentSitemap();
        configure?.Invoke(map);
        var site = ContentSite.Of(endpoints);
        return MadeFile.Map(endpoints, pattern, "application/xml; charset=utf-8", context => SitemapWriter.Write(map, site, context.Request));
    }

    /// <summary>
    /// Maps search over the collections that have <c>"search": true</c>: a page that works without script, JSON for whoever accepts that before HTML, and below the address
    /// the script <c>content-search.js</c>, which completes forms with <c>data-content-search</c>, and the files that it searches where a site is exported.
    /// </summary>
    /// <param name="endpoints">The program, or a group.</param>
    /// <param name="pattern">Such as <c>/search</c>; asked with <c>?q=</c> and perhaps <c>&amp;limit=</c>.</param>
    /// <param name="page">Makes the page of what was found; a plain one where it is not given.</param>
    public static IEndpointConventionBuilder MapContentSearch(
        this IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern = "/search", Func<ContentSearch, IResult>? page = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrEmpty(pattern);
        return SearchEndpoints.Map(endpoints, pattern, page);
    }

    /// <summary>
    /// Maps what agents read: <c>/llms.txt</c>, a list of all pages, and <c>/llms-full.txt</c>, their text. Both lead to Markdown with absolute links,
    /// which every mapped entry has at its address with <c>.md</c>.
    /// </summary>
    /// <param name="endpoints">The program, or a group.</param>
    /// <param name="configure">Sets title and summary.</param>
    public static IEndpointConventionBuilder MapContentForAgents(this IEndpointRouteBuilder endpoints, Action<ContentForAgents>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        var agents = new ContentForAgents();
        configure?.Invoke(agents);
        var site = ContentSite.Of(endpoints);
        site.HasAgents = true;
        return new ConventionList(
            MadeFile.Map(endpoints, "/llms.txt", "text/plain; charset=utf-8", context => AgentFiles.WriteList(agents, site, context.Request)),
            MadeFile.Map(endpoints, "/llms-full.txt", "text/plain; charset=utf-8", context => AgentFiles.WriteAll(agents, site, context.Request)));
    }

    /// <summary>
    /// Lets every page of the program follow the articles in Development: it is refreshed in place after a save, and what is wrong is laid over it.
    /// Nothing where the program was not built to follow them. <c>MapContent</c> does this for its pages by itself.
    /// </summary>
    /// <param name="endpoints">The program.</param>
    public static IEndpointRouteBuilder MapContentLive(this IEndpointRouteBuilder endpoints)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        LivePages.Map(endpoints);
        return endpoints;
    }

    /// <summary>Sets the header <c>Cache-Control</c> of answers with status 200 or 304; without it, <c>no-cache</c>: kept, and asked for each time whether it is current.</summary>
    /// <param name="builder">What one of the methods here returned, or a group.</param>
    /// <param name="value">Such as <c>public, max-age=300</c>.</param>
    public static TBuilder WithCacheControl<TBuilder>(this TBuilder builder, string value)
        where TBuilder : IEndpointConventionBuilder
    {
        ArgumentException.ThrowIfNullOrEmpty(value);
        return builder.WithMetadata(new CacheControl(value));
    }

    /// <summary>Leaves endpoints out of an export.</summary>
    /// <param name="builder">Any endpoints, or a group.</param>
    public static TBuilder ExcludeFromExport<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(new ExcludedFromExport());

    private static IEndpointConventionBuilder Map<T>(IEndpointRouteBuilder endpoints, ContentCollection<T> collection, Func<T, HttpContext, Task> page)
        where T : class, IContentEntry
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentNullException.ThrowIfNull(collection);
        var site = ContentSite.Of(endpoints);
        var route = new ContentRoute(site, collection, entry => entry is T, (entry, context) => page((T)entry, context));
        site.Add(route);
        NotFoundEndpoint.Map(endpoints);
        LivePages.Map(endpoints);
        return route.Map(endpoints);
    }
}
