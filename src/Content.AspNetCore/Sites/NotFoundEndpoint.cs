using System.Net;
using System.Text;
using Content.AspNetCore.Addresses;
using Content.AspNetCore.Answers;
using Content.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;

namespace Content.AspNetCore.Sites;

/// <summary>What is left when neither the program nor an entry answers: an address that is almost an entry's redirects, the rest is 404 with what is near.</summary>
internal sealed class NotFoundEndpoint(ContentSite site, bool isOfGroup) : IRouteConstraint
{
    private readonly bool isOfGroup = isOfGroup;
    private bool? isAlone;

    /// <summary>Maps it once a program: where it was mapped to a group, the program itself takes it over.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var site = ContentSite.Of(endpoints);
        var isOfGroup = endpoints is RouteGroupBuilder;
        if (site.NotFound is { } mapped && (!mapped.isOfGroup || isOfGroup))
            return;
        var endpoint = new NotFoundEndpoint(site, isOfGroup);
        site.NotFound = endpoint;
        var pattern = RoutePatternFactory.Parse("{**path}", defaults: null, parameterPolicies: new RouteValueDictionary { ["path"] = endpoint });
        endpoints.Map(pattern, endpoint.AnswerAsync).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]), endpoint, new ExcludedFromExport())
            .WithDisplayName("Content 404").ExcludeFromDescription()
            .Add(built => ((RouteEndpointBuilder)built).Order = int.MaxValue);
    }

    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        httpContext is not null && site.NotFound == this && IsAlone(httpContext.RequestServices) && !IsFile(httpContext);

    /// <summary>A fallback of the program's own takes what is left; one for files alone, as static assets have in Development, does not.</summary>
    private bool IsAlone(IServiceProvider services) => isAlone ??= !services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Any(other =>
        other.Order == int.MaxValue && other.RoutePattern.Parameters.Any(parameter => parameter.IsCatchAll && !parameter.ParameterPolicies.Any(policy => policy.Content == "file")) && other.Metadata.GetMetadata<NotFoundEndpoint>() is null);

    /// <summary>Middleware serves files only where no endpoint was chosen, so nothing is chosen for what may be one.</summary>
    private static bool IsFile(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var name = path.AsSpan(path.LastIndexOf('/') + 1);
        var dot = name.LastIndexOf('.');
        if (dot < 0)
            return false;
        if (name[dot..] is not (".md" or ".html" or ".htm"))
            return true;
        return context.RequestServices.GetService<IWebHostEnvironment>()?.WebRootFileProvider.GetFileInfo(path).Exists == true;
    }

    private Task AnswerAsync(HttpContext context)
    {
        var (request, response) = (context.Request, context.Response);
        foreach (var catalog in site.Catalogs)
        {
            if (site.NearbyIn(catalog).FindLoosely(request.PathIn(catalog)) is { } meant)
            {
                response.Redirect(request.Href(catalog, meant.Url) + request.QueryString.ToUriComponent(), permanent: true);
                return Task.CompletedTask;
            }
        }

        return AnswerMissingAsync(context, site);
    }

    /// <summary>Status 404 with a page; also for a route of the program that has nothing to show.</summary>
    public static Task AnswerMissingAsync(HttpContext context, ContentSite site)
    {
        var (request, response) = (context.Request, context.Response);
        var missing = new ContentNotFound(
            request.Path.Value ?? "/",
            [.. site.Catalogs.SelectMany(catalog => site.NearbyIn(catalog).FindNearest(request.PathIn(catalog)))]);
        if (site.NotFoundPage is { } page)
            return Answer.WriteAsync(context, () => page(missing).ExecuteAsync(context), site.Mode, StatusCodes.Status404NotFound);
        // A page for what is not there is the program's own affair where it has one: that page can ask for what is near.
        if (context.Features.Get<IStatusCodePagesFeature>() is { Enabled: true })
        {
            context.Features.Set(missing);
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        return Answer.WriteAsync(context, () => Answer.Html(WritePage(missing, request, site)).ExecuteAsync(context), site.Mode, StatusCodes.Status404NotFound);
    }

    private static string WritePage(ContentNotFound missing, HttpRequest request, ContentSite site)
    {
        var html = new StringBuilder("""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <meta name="robots" content="noindex">
            <title>Not found</title>
            </head>
            <body>
            <main>
            <h1>There is no page here</h1>

            """.ReplaceLineEndings("\n"));
        html.Append("<p>Nothing is at the address <code>").Append(WebUtility.HtmlEncode(Shorten(missing.Path))).Append("</code>.</p>\n");
        if (missing.Nearest.Count > 0)
        {
            html.Append("<p>Near it:</p>\n<ul>\n");
            var catalog = site.Catalogs.FirstOrDefault();
            foreach (var entry in missing.Nearest)
            {
                html.Append("<li><a href=\"").Append(WebUtility.HtmlEncode(request.Href(catalog, entry.Url))).Append("\">")
                    .Append(WebUtility.HtmlEncode(entry.Title ?? entry.Slug)).Append("</a></li>\n");
            }

            html.Append("</ul>\n");
        }

        return html.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static string Shorten(string path) => path.Length <= 200 ? path : string.Concat(path.AsSpan(0, 200), "…");
}
