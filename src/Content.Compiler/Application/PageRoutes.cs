using System.Collections.Immutable;

namespace Content.Compiler.Application;

/// <summary>The routes of a Razor page, which come from its folder: <c>Pages/Blog/Index.cshtml</c> answers <c>/Blog</c> and <c>/Blog/Index</c>.</summary>
internal static class PageRoutes
{
    /// <param name="file">Relative to the project folder.</param>
    /// <param name="template">What stands behind <c>@page</c>: added to the folder's route, or in its place where it begins with a slash.</param>
    public static ImmutableArray<RouteTemplate> Of(string file, string template)
    {
        if (template.StartsWith('/') || template.StartsWith("~/", StringComparison.Ordinal))
            return RouteTemplate.Parse(template) is { } whole ? [whole] : [];
        if (FolderRoute(file) is not { } route)
            return [];
        var routes = ImmutableArray.CreateBuilder<RouteTemplate>();
        Add(route);
        if (route.Equals("Index", StringComparison.OrdinalIgnoreCase))
            Add("");
        else if (route.EndsWith("/Index", StringComparison.OrdinalIgnoreCase))
            Add(route[..^"/Index".Length]);
        return routes.ToImmutable();

        void Add(string path)
        {
            if (RouteTemplate.Parse($"{path}/{template}") is { } parsed)
                routes.Add(parsed);
        }
    }

    /// <summary>The path below <c>Pages</c>, or below <c>Areas/Name/Pages</c> behind the area's name; null where a page is served at no address.</summary>
    private static string? FolderRoute(string file)
    {
        var segments = file[..file.LastIndexOf('.')].Split('/');
        if (segments is ["Pages", .. var below] && below.Length > 0)
            return string.Join('/', below);
        return segments is ["Areas", var area, "Pages", .. var inArea] && inArea.Length > 0 ? $"{area}/{string.Join('/', inArea)}" : null;
    }
}
