using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Content.AspNetCore.Answers;

/// <summary>An endpoint at one address whose bytes are made of the articles: a feed, a site map, an index.</summary>
internal static class MadeFile
{
    /// <summary>Before the entries, and behind what the program has at the same address.</summary>
    private const int Order = int.MaxValue - 2;

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, string type, Func<HttpContext, byte[]> write)
    {
        ArgumentNullException.ThrowIfNull(pattern);
        return Map(endpoints, pattern, context => Answer.WriteAsync(context, type, write(context)));
    }

    public static IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, [StringSyntax("Route")] string pattern, RequestDelegate answer)
    {
        var builder = endpoints.Map(RoutePatternFactory.Parse(pattern), answer).WithMetadata(new HttpMethodMetadata([HttpMethods.Get, HttpMethods.Head]))
            .WithDisplayName($"Content {pattern}").ExcludeFromDescription();
        builder.Add(endpoint => ((RouteEndpointBuilder)endpoint).Order = Order);
        return builder;
    }
}
