using System.Text;
using Microsoft.AspNetCore.Http;

namespace Content.AspNetCore.Answers;

/// <summary>The script by which a page follows its articles, and which state of them the page was made of: behind the end of the document, where every parser takes it.</summary>
internal static class LiveScript
{
    /// <summary>Below what is answered that the script asks for.</summary>
    public const string Folder = "/_content-live";

    /// <summary>Of the script and its resource.</summary>
    public const string Name = "content-live.js";

    /// <summary>Where the script lies.</summary>
    public const string Path = Folder + "/" + Name;

    private static readonly object added = new();

    /// <summary>Adds it to a page that follows; to each once.</summary>
    public static void AddTo(HttpContext context, Stream page, ProgramMode mode)
    {
        if (Write(context, mode) is not { } script)
            return;
        page.Write(Encoding.UTF8.GetBytes(script));
        context.Response.ContentLength = null;
    }

    /// <summary>The element; null where the response is no page, or does not follow.</summary>
    public static string? Write(HttpContext context, ProgramMode mode)
    {
        if (!IsWanted(context, mode))
            return null;
        context.Items[added] = added;
        return $"<script src=\"{context.Request.PathBase.ToUriComponent()}{Path}\" data-version=\"{LiveVersion.Current}\" defer></script>\n";
    }

    /// <summary>Whether the response is a page that follows and has no script yet.</summary>
    public static bool IsWanted(HttpContext context, ProgramMode mode) =>
        mode is { HasLive: true, IsExporting: false }
        && !context.Items.ContainsKey(added)
        && context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status404NotFound
        && context.Response.Headers.ContentEncoding.Count == 0
        && context.Response.ContentType?.StartsWith("text/html", StringComparison.OrdinalIgnoreCase) == true;
}
