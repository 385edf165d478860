using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Content.AspNetCore.Answers;
using Content.AspNetCore.Sites;
using Content.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Content.AspNetCore.Live;

/// <summary>
/// Pages that follow their articles: in Development, what a page shows is replaced in place after a save, and what is wrong with the articles is laid over it.
/// A program that was published has nothing of it.
/// </summary>
internal static class LivePages
{
    /// <summary>The setting for links that open an editor, with {path}, {line} and {column} in it.</summary>
    private const string EditorSetting = "ContentLive:Editor";

    private static readonly Lazy<bool> wasBuiltToFollow = new(() => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.content.live").Any());

    /// <summary>Maps what the script of a page asks for, once a program; nothing where its pages do not follow.</summary>
    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var site = ContentSite.Of(endpoints);
        var services = endpoints.ServiceProvider;
        // A group may ask who it is, and an overlay that nobody sees helps nobody.
        if (site.Mode.HasLive || endpoints is RouteGroupBuilder || !services.GetRequiredService<IHostEnvironment>().IsDevelopment() || !wasBuiltToFollow.Value)
            return;
        site.Mode.HasLive = true;
        if (endpoints is IApplicationBuilder application)
            application.Use(next => context => FollowAsync(context, next, site));
        var editor = new EditorLink(services.GetRequiredService<IConfiguration>()[EditorSetting]);
        var stopping = services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        Map(endpoints, LiveScript.Path, SendScriptAsync);
        Map(endpoints, LiveScript.Folder + "/events", context => TellAsync(context, editor, stopping));
        Map(endpoints, LiveScript.Folder + "/help/{code}", SendHelpAsync);
    }

    private static void Map(IEndpointRouteBuilder endpoints, string pattern, RequestDelegate answer) =>
        endpoints.MapGet(pattern, context => AllowsThisSiteAlone(context) ? answer(context) : Task.CompletedTask).ExcludeFromDescription().ExcludeFromExport();

    /// <summary>Every page of the program follows, and not only those that show an entry.</summary>
    private static async Task FollowAsync(HttpContext context, RequestDelegate next, ContentSite site)
    {
        var response = context.Response;
        response.OnStarting(() =>
        {
            // One that was counted out beforehand would be cut off.
            if (LiveScript.IsWanted(context, site.Mode) && !HttpMethods.IsHead(context.Request.Method))
                response.ContentLength = null;
            return Task.CompletedTask;
        });
        await next(context);
        if (response.ContentLength is null && !HttpMethods.IsHead(context.Request.Method) && LiveScript.Write(context, site.Mode) is { } script)
            await response.WriteAsync(script);
    }

    /// <summary>What is wrong is this site's own affair: another site that a browser has open learns nothing of it.</summary>
    private static bool AllowsThisSiteAlone(HttpContext context)
    {
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A browser says so itself; what is no browser need not.
        if (context.Request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin" or "none")
            return true;
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return false;
    }

    private static async Task SendScriptAsync(HttpContext context)
    {
        context.Response.ContentType = "text/javascript; charset=utf-8";
        await using var script = typeof(LivePages).Assembly.GetManifestResourceStream(LiveScript.Name)!;
        await script.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    /// <summary>Server-sent events: the state that the program is in, at once and after every change.</summary>
    private static async Task TellAsync(HttpContext context, EditorLink editor, CancellationToken stopping)
    {
        // A stream has no end of its own, and a server that stops waits for every answer.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        context.Response.ContentType = "text/event-stream";
        try
        {
            await foreach (var version in LiveVersion.FollowAsync(end.Token))
            {
                var state = new LiveState(version, [.. ContentLive.Diagnostics.Select(diagnostic => LiveDiagnostic.Of(diagnostic, editor))]);
                // JSON written so has no line break in it, which would end the event.
                await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(state, LiveJson.Default.LiveState)}\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page was left, or the program ends.
        }
    }

    /// <summary>The page about a code, of those alone that are reported now: a browser opens no file by itself.</summary>
    private static Task SendHelpAsync(HttpContext context)
    {
        var code = context.GetRouteValue("code") as string;
        if (ContentLive.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == code && File.Exists(diagnostic.HelpPage)) is { } reported)
        {
            context.Response.ContentType = "text/plain; charset=utf-8";
            return context.Response.SendFileAsync(reported.HelpPage, context.RequestAborted);
        }

        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}

/// <summary>What a page is told.</summary>
internal sealed record LiveState(string Version, IReadOnlyList<LiveDiagnostic> Diagnostics);

/// <summary>One thing that is wrong, as a page shows it.</summary>
internal sealed record LiveDiagnostic(string Code, bool IsError, string Place, string Message, string? Help, string? Editor)
{
    public static LiveDiagnostic Of(ContentDiagnostic diagnostic, EditorLink editor) => new(
        diagnostic.Code,
        diagnostic.IsError,
        diagnostic.File.Length == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{diagnostic.File}:{diagnostic.Line}:{diagnostic.Column}"),
        diagnostic.Message,
        diagnostic.HelpPage.Length == 0 ? null : $"help/{diagnostic.Code}",
        diagnostic.Path.Length == 0 ? null : editor.To(diagnostic.Path, diagnostic.Line, diagnostic.Column));
}

/// <summary>How it is written, without finding out at run time.</summary>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web)]
[JsonSerializable(typeof(LiveState))]
internal sealed partial class LiveJson : JsonSerializerContext;
