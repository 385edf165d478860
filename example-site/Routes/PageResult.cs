using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ExampleSite.Routes;

/// <summary>A Razor component as a whole response, rendered on the server.</summary>
internal static class PageResult
{
    public static RazorComponentResult Of<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new RazorComponentResult<TPage>(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));

    public static RazorComponentResult NotFound() => new RazorComponentResult<Pages.NotFoundPage> { StatusCode = StatusCodes.Status404NotFound };
}
