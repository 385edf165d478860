using System.Globalization;
using System.Net;

namespace Content.Build.ExternalLinks;

/// <summary>What a status says of the page that was asked for.</summary>
internal static class StatusVerdict
{
    /// <summary>The verdict on an answer that is neither a success nor a redirect.</summary>
    public static PageVerdict Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var reason = Describe(response.StatusCode);
        return (int)response.StatusCode switch
        {
            404 or 410 => PageVerdict.Dead(reason),
            // Reason: 999 is what some hosts say to whatever is no browser.
            >= 500 and not 999 or 408 or 429 => PageVerdict.Passing(reason, RetryAfter.Read(response.Headers, now)),
            _ => PageVerdict.Unverified(reason),
        };
    }

    /// <summary>Such as <c>404 Not Found</c>: by the standard's words, not the server's.</summary>
    public static string Describe(HttpStatusCode status)
    {
        using var named = new HttpResponseMessage(status);
        return string.Create(CultureInfo.InvariantCulture, $"{(int)status} {named.ReasonPhrase}").TrimEnd();
    }

    /// <summary>Whether the answer says to ask elsewhere.</summary>
    public static bool IsRedirect(HttpResponseMessage response) =>
        (int)response.StatusCode is 301 or 302 or 303 or 307 or 308 && response.Headers.NonValidated.Contains("Location");

    /// <summary>Whether it says so for good.</summary>
    public static bool IsPermanent(HttpResponseMessage response) => (int)response.StatusCode is 301 or 308;
}
