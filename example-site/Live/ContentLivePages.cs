using System.Globalization;
using System.Text.Json;
using Content.Runtime;

namespace ExampleSite.Live;

/// <summary>
/// Pages that follow their articles: in Development, what a page shows is replaced in place after a save, and what is wrong with the articles is laid over it.
/// A program that was published has nothing of it. Written to move into a package of its own: nothing here knows the example site.
/// </summary>
internal static class ContentLivePages
{
    /// <summary>The setting for links that open an editor, with {path}, {line} and {column} in it.</summary>
    private const string EditorSetting = "ContentLive:Editor";

    private const string ScriptName = "content-live.js";

    private static readonly Lazy<bool> wasBuiltToFollow = new(() => Directory.EnumerateFiles(AppContext.BaseDirectory, "*.content.live").Any());

    /// <summary>Whether the pages of this program follow: in Development, and where it runs from its build output.</summary>
    public static bool AreOn(IHostEnvironment environment) => environment.IsDevelopment() && wasBuiltToFollow.Value;

    /// <summary>Where the script lies, which a page refers to where <see cref="AreOn"/>.</summary>
    public static PathString ScriptPath { get; } = "/_content-live/" + ScriptName;

    /// <summary>Maps what the script of a page asks for; nothing where they do not follow.</summary>
    public static void MapContentLive(this WebApplication app)
    {
        if (!AreOn(app.Environment))
            return;
        var editor = new EditorLink(app.Configuration[EditorSetting]);
        var live = app.MapGroup("/_content-live").AddEndpointFilter(AllowThisSiteAlone).ExcludeFromDescription();
        live.MapGet(ScriptName, () => Results.Stream(typeof(ContentLivePages).Assembly.GetManifestResourceStream(ScriptName)!, "text/javascript; charset=utf-8"));
        live.MapGet("events", (HttpContext context) => TellAsync(context, editor, app.Lifetime.ApplicationStopping));
        live.MapGet("help/{code}", ShowHelp);
    }

    /// <summary>What is wrong is this site's own affair: another site that a browser has open learns nothing of it.</summary>
    private static async ValueTask<object?> AllowThisSiteAlone(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        context.HttpContext.Response.Headers["Cross-Origin-Resource-Policy"] = "same-origin";
        // A browser says so itself; what is no browser need not.
        var asking = context.HttpContext.Request.Headers["Sec-Fetch-Site"].ToString();
        return asking is "" or "same-origin" or "none" ? await next(context) : Results.StatusCode(StatusCodes.Status403Forbidden);
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
                await context.Response.WriteAsync($"data: {JsonSerializer.Serialize(state, JsonSerializerOptions.Web)}\n\n", end.Token);
                await context.Response.Body.FlushAsync(end.Token);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested)
        {
            // The page was left, or the program ends.
        }
    }

    /// <summary>The page about a code, of those alone that are reported now: a browser opens no file by itself.</summary>
    private static IResult ShowHelp(string code) =>
        ContentLive.Diagnostics.FirstOrDefault(diagnostic => diagnostic.Code == code && File.Exists(diagnostic.HelpPage)) is { } reported
            ? Results.File(reported.HelpPage, "text/plain; charset=utf-8")
            : Results.NotFound();
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
