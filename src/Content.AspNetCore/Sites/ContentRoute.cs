using Content.AspNetCore.Addresses;
using Content.AspNetCore.Answers;
using Content.AspNetCore.Markdown;
using Content.Runtime;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Net.Http.Headers;

namespace Content.AspNetCore.Sites;

/// <summary>
/// The endpoint of a collection: it takes every path at which the collection has an entry at the time of the request, behind all other endpoints.
/// So an entry that is added has its address at once, and ten thousand cost routing no more than one.
/// </summary>
internal sealed class ContentRoute(ContentSite site, IContentCollection collection, Func<IContentEntry, bool> isOurs, Func<IContentEntry, HttpContext, Task> page) : IRouteConstraint
{
    private const string Markdown = "text/markdown";

    /// <summary>Before fallbacks, which take whatever is left.</summary>
    private const int Order = int.MaxValue - 1;

    /// <summary>The state that the collection is of now.</summary>
    public ContentCatalog Catalog => collection.Catalog.Latest;

    /// <summary>The name of the collection, as a heading.</summary>
    public string Name => collection.Name is { Length: > 0 } name ? char.ToUpperInvariant(name[0]) + name[1..] : "";

    public IReadOnlyList<IContentEntry> Entries => collection.Latest.Entries;

    /// <summary>Whether the endpoint asks who it is: what it serves is then named to nobody.</summary>
    public bool IsProtected { get; private set; }

    /// <summary>Whether it is left out of an export.</summary>
    public bool IsExcludedFromExport { get; private set; }

    /// <summary>Whether an entry is of this collection.</summary>
    public bool Owns(IContentEntry entry) => isOurs(entry);

    public IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints)
    {
        var pattern = RoutePatternFactory.Parse("{**path}", defaults: null, parameterPolicies: new RouteValueDictionary { ["path"] = this });
        var builder = endpoints.Map(pattern, AnswerAsync).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]))
            .WithDisplayName($"Content {typeof(IContentEntry).Name}").ExcludeFromDescription();
        builder.Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = Order);
        builder.Finally(endpoint =>
        {
            IsProtected = endpoint.Metadata.OfType<IAuthorizeData>().Any() && !endpoint.Metadata.OfType<IAllowAnonymous>().Any()
                || endpoint.Metadata.OfType<AuthorizationPolicy>().Any();
            IsExcludedFromExport = endpoint.Metadata.OfType<ExcludedFromExport>().Any();
        });
        return builder;
    }

    /// <summary>Whether the collection has an entry at what is asked for.</summary>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is not null && Found(httpContext) is not null;

    /// <summary>
    /// What was found for a request, looked up once: the choice of the endpoint and its answer are about one state of the articles.
    /// Routes that found nothing leave nothing behind.
    /// </summary>
    private FoundEntry? Found(HttpContext context)
    {
        // A request that is executed again, as by pages of status codes, is for another path.
        if (context.Features.Get<FoundEntry>() is { } known && known.Route == this && known.Path == context.Request.Path)
            return known;
        var catalog = Catalog;
        if (Find(context.Request, catalog, out var isTwin) is not { } entry)
            return null;
        var found = new FoundEntry(this, context.Request.Path, catalog, entry, isTwin);
        context.Features.Set(found);
        return found;
    }

    /// <summary>The entry at an address of the catalog, or the one that an alias leads to; null where this collection has none.</summary>
    private IContentEntry? Find(HttpRequest request, ContentCatalog catalog, out bool isTwin)
    {
        var path = request.PathIn(catalog);
        isTwin = false;
        if (catalog.Find(path) is { } entry)
            return isOurs(entry) ? entry : null;
        if (MarkdownTwin.PathOf(path) is not { } twinOf || catalog.Find(twinOf) is not { } original || !isOurs(original) || !MarkdownTwin.Has(original))
            return null;
        isTwin = true;
        // An alias has no twin of its own.
        return MarkdownTwin.UrlOf(original) is var url && Uri.UnescapeDataString(url) == path ? original : null;
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        if (Found(context) is not var (_, _, catalog, entry, isTwin))
        {
            // Another middleware has put another address in the place of the one that was asked for.
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        if (!isTwin && !IsCanonical(request, catalog, entry))
        {
            response.Redirect(request.Href(catalog, entry.Url) + request.QueryString.ToUriComponent(), permanent: true);
            return Task.CompletedTask;
        }

        if (!entry.IsPublished)
            response.Headers["X-Robots-Tag"] = "noindex";
        if (isTwin)
        {
            // A search engine should show the page, and not its twin.
            response.Headers.Link = $"<{request.Absolute(catalog, entry.Url)}>; rel=\"canonical\"";
            return AnswerMarkdownAsync(context, catalog, entry);
        }

        if (MarkdownTwin.Has(entry))
        {
            response.Headers.Vary = HeaderNames.Accept;
            if (Prefers(request, Markdown))
                return AnswerMarkdownAsync(context, catalog, entry);
        }

        return Answer.WriteAsync(context, () => page(entry, context), site.Mode);
    }

    private static Task AnswerMarkdownAsync(HttpContext context, ContentCatalog catalog, IContentEntry entry) =>
        Answer.WriteAsync(context, Markdown + "; charset=utf-8", MarkdownTwin.Write(entry, catalog, context.Request));

    private static bool IsCanonical(HttpRequest request, ContentCatalog catalog, IContentEntry entry)
    {
        var path = request.PathIn(catalog);
        return entry.Url == path || entry.Url.Contains('%') && Uri.UnescapeDataString(entry.Url) == path || path.Contains('%') && Uri.UnescapeDataString(entry.Url) == Uri.UnescapeDataString(path);
    }

    /// <summary>Whether the request asks for the type before HTML. What names neither gets HTML, as browsers do.</summary>
    private static bool Prefers(HttpRequest request, string type)
    {
        var accept = request.Headers.Accept;
        // Most requests say nothing of it, and need no parsing.
        if (accept.Count == 0 || !accept.Any(value => value is not null && value.Contains(type, StringComparison.OrdinalIgnoreCase)))
            return false;
        double wanted = 0, html = 0;
        foreach (var range in request.GetTypedHeaders().Accept)
        {
            var quality = range.Quality ?? 1;
            if (range.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase))
                wanted = Math.Max(wanted, quality);
            else if (range.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase) || range.MediaType.Equals("application/xhtml+xml", StringComparison.OrdinalIgnoreCase))
                html = Math.Max(html, quality);
        }

        return wanted > 0 && wanted >= html;
    }
}

/// <summary>What a request is for.</summary>
internal sealed record FoundEntry(ContentRoute Route, PathString Path, ContentCatalog Catalog, IContentEntry Entry, bool IsTwin);

/// <summary>Metadata of endpoints that an export leaves out.</summary>
internal sealed record ExcludedFromExport;
