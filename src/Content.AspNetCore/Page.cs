using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Content.AspNetCore.Sites;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Content.AspNetCore;

/// <summary>Pages to answer with: a Razor component as a whole response, or a Razor view.</summary>
public static class Page
{
    /// <summary>A component without parameters. The program needs <c>builder.Services.AddRazorComponents()</c>.</summary>
    /// <typeparam name="TComponent">The component, which writes the whole document.</typeparam>
    public static RazorComponentResult Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent>()
        where TComponent : IComponent => new RazorComponentResult<TComponent>();

    /// <summary>A component that shows one thing, such as an entry: it becomes the parameter of its type.</summary>
    /// <typeparam name="TComponent">The component, which writes the whole document.</typeparam>
    /// <param name="shown">What the component shows.</param>
    /// <exception cref="InvalidOperationException">The component has no parameter for it, or more than one.</exception>
    public static RazorComponentResult Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent>(object shown)
        where TComponent : IComponent
    {
        ArgumentNullException.ThrowIfNull(shown);
        return new RazorComponentResult<TComponent>(new Dictionary<string, object?>(StringComparer.Ordinal) { [Parameters<TComponent>.NameFor(shown.GetType())] = shown });
    }

    /// <summary>A component with parameters by name.</summary>
    /// <typeparam name="TComponent">The component, which writes the whole document.</typeparam>
    /// <param name="parameters">Name and value of each.</param>
    public static RazorComponentResult Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent>(params (string Name, object? Value)[] parameters)
        where TComponent : IComponent
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return new RazorComponentResult<TComponent>(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value, StringComparer.Ordinal));
    }

    /// <summary>A Razor view with its layout, as a controller would show it. The program needs <c>AddControllersWithViews()</c> or <c>AddRazorPages()</c>.</summary>
    /// <param name="path">Of the view, such as <c>~/Views/Post.cshtml</c>.</param>
    /// <param name="model">The model of the view.</param>
    [RequiresUnreferencedCode("Razor views find their members at run time.")]
    [RequiresDynamicCode("Razor views find their members at run time.")]
    public static IResult View(string path, object? model = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        return new ViewPage(path, model);
    }

    /// <summary>Status 404 with the page of <c>MapContentNotFound</c>: for a route of the program's own that has nothing at what was asked for.</summary>
    public static IResult NotFound() => new MissingPage();

    private sealed class MissingPage : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext) => NotFoundEndpoint.AnswerMissingAsync(httpContext, ContentSite.Of(httpContext.RequestServices));
    }

    /// <summary>The parameters of a component, found once.</summary>
    private static class Parameters<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.All)] TComponent>
    {
        private static readonly ConcurrentDictionary<Type, string> names = new();

        public static string NameFor(Type type) => names.GetOrAdd(type, Find);

        private static string Find(Type type)
        {
            var parameters = typeof(TComponent).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.IsDefined(typeof(ParameterAttribute), inherit: true)).ToArray();
            // One of just its type before one that takes it among others.
            var fitting = parameters.Where(parameter => parameter.PropertyType == type).ToArray();
            if (fitting.Length == 0)
                fitting = [.. parameters.Where(parameter => parameter.PropertyType != typeof(object) && parameter.PropertyType.IsAssignableFrom(type))];
            if (fitting.Length == 0)
                fitting = [.. parameters.Where(parameter => parameter.PropertyType == typeof(object))];
            return fitting.Length switch
            {
                1 => fitting[0].Name,
                0 => throw new InvalidOperationException($"The component '{typeof(TComponent)}' has no [Parameter] of the type '{type}'. Add one, or name the parameters: Page.Of<{typeof(TComponent).Name}>((\"Name\", value))."),
                _ => throw new InvalidOperationException($"The component '{typeof(TComponent)}' has {fitting.Length} parameters that take a '{type}'. Name the one that is meant: Page.Of<{typeof(TComponent).Name}>((\"{fitting[0].Name}\", value))."),
            };
        }
    }
}
