using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.Infrastructure;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Content.AspNetCore;

/// <summary>A Razor view as the result of an endpoint that is no action of a controller.</summary>
[RequiresUnreferencedCode("Razor views find their members at run time.")]
[RequiresDynamicCode("Razor views find their members at run time.")]
internal sealed class ViewPage(string path, object? model) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var services = httpContext.RequestServices;
        var executor = services.GetService<IActionResultExecutor<ViewResult>>()
            ?? throw new InvalidOperationException("Views need builder.Services.AddControllersWithViews() or AddRazorPages().");
        var action = new ActionContext(httpContext, httpContext.GetRouteData(), new ActionDescriptor());
        return executor.ExecuteAsync(action, new ViewResult
        {
            ViewName = path,
            ViewData = new ViewDataDictionary(services.GetRequiredService<IModelMetadataProvider>(), new ModelStateDictionary()) { Model = model },
            TempData = services.GetRequiredService<ITempDataDictionaryFactory>().GetTempData(httpContext),
        });
    }
}
