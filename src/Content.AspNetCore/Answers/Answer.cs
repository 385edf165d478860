using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;

namespace Content.AspNetCore.Answers;

/// <summary>
/// Sends a whole body with the tag of its bytes. A page may show more than its entry, such as titles of others, the time or who is asking:
/// only the bytes themselves tell whether a reader has them, so they are made before anything is sent.
/// </summary>
internal static class Answer
{
    /// <summary>Lets <paramref name="produce"/> write its response aside, and sends it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="produce">Writes status, headers and body to the response as always.</param>
    /// <param name="mode">How the program answers.</param>
    /// <param name="status">What a page that says nothing of its status has.</param>
    public static async Task WriteAsync(HttpContext context, Func<Task> produce, ProgramMode mode, int status = StatusCodes.Status200OK)
    {
        using var buffer = new AnswerBuffer();
        var sending = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        var aside = new StreamResponseBodyFeature(buffer);
        context.Features.Set<IHttpResponseBodyFeature>(aside);
        try
        {
            await produce();
            // What lies in a writer of the response is flushed.
            await aside.CompleteAsync();
        }
        catch (Exception failure) when (mode.IsExporting && Note(failure))
        {
            // Never comes here: it is noted on its way, and goes on to whoever handles it.
        }
        finally
        {
            context.Features.Set(sending);
        }

        bool Note(Exception failure)
        {
            mode.Failures[context.Request.PathBase + context.Request.Path] = $"{failure.GetType().Name}: {failure.Message}";
            return false;
        }

        // Not before: a Razor component that finds 404 there takes the answer for given.
        if (context.Response.StatusCode == StatusCodes.Status200OK)
            context.Response.StatusCode = status;
        LiveScript.AddTo(context, buffer, mode);
        await SendAsync(context, buffer.Written);
    }

    /// <summary>A page of HTML that is written already.</summary>
    public static IResult Html(string html) => Results.Content(html, "text/html; charset=utf-8");

    /// <summary>Sends bytes.</summary>
    public static Task WriteAsync(HttpContext context, string type, ReadOnlyMemory<byte> body)
    {
        context.Response.ContentType = type;
        return SendAsync(context, body);
    }

    private static Task SendAsync(HttpContext context, ReadOnlyMemory<byte> body)
    {
        var response = context.Response;
        if (response.StatusCode == StatusCodes.Status200OK && !response.Headers.ContainsKey(HeaderNames.SetCookie))
        {
            if (response.Headers.CacheControl.Count == 0)
                response.Headers.CacheControl = context.GetEndpoint()?.Metadata.GetMetadata<CacheControl>()?.Value ?? "no-cache";
            if (response.Headers.ETag.Count == 0)
                response.Headers.ETag = EntityTag.Of(body.Span);
            if (IsKnown(context.Request, response.Headers.ETag.ToString()))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                response.Headers.ContentType = default;
                response.ContentLength = null;
                return Task.CompletedTask;
            }
        }

        if (response.StatusCode is < 200 or StatusCodes.Status204NoContent or StatusCodes.Status304NotModified)
            return Task.CompletedTask;
        // A status without a body is still open to middleware that shows a page for it.
        if (body.Length == 0 && response.StatusCode >= 400)
            return Task.CompletedTask;
        response.ContentLength = body.Length;
        return HttpMethods.IsHead(context.Request.Method) || body.Length == 0 ? Task.CompletedTask : response.BodyWriter.WriteAsync(body, context.RequestAborted).AsTask();
    }

    /// <summary>Whether the reader has the body already. Tags are compared weakly, as If-None-Match asks: a proxy that compresses may have weakened ours.</summary>
    private static bool IsKnown(HttpRequest request, string tag)
    {
        var written = request.Headers.IfNoneMatch;
        if (written.Count == 0)
            return false;
        if (written.Count == 1 && written[0] == tag)
            return true;
        if (!EntityTagHeaderValue.TryParse(tag, out var ours))
            return false;
        foreach (var theirs in new RequestHeaders(request.Headers).IfNoneMatch)
        {
            if (theirs.Equals(EntityTagHeaderValue.Any) || theirs.Compare(ours, useStrongComparison: false))
                return true;
        }

        return false;
    }
}

/// <summary>Metadata of endpoints whose answers are kept otherwise than usual.</summary>
internal sealed record CacheControl(string Value);
