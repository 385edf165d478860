using System.Globalization;
using System.Net.Http.Headers;

namespace Content.Build.ExternalLinks;

/// <summary>How long a server asks to be left alone.</summary>
internal static class RetryAfter
{
    private static readonly TimeSpan longest = TimeSpan.FromSeconds(300);

    /// <summary>By either form of the header, seconds or a date, and never longer than five minutes; null where it does not say.</summary>
    public static TimeSpan? Read(HttpResponseHeaders headers, DateTimeOffset now)
    {
        if (!headers.NonValidated.TryGetValues("Retry-After", out var values))
            return null;
        var value = values.ToString().Trim();
        TimeSpan wait;
        if (value.Length > 0 && value.All(char.IsAsciiDigit))
            wait = ulong.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) && seconds < 300 ? TimeSpan.FromSeconds(seconds) : longest;
        else if (RetryConditionHeaderValue.TryParse(value, out var parsed) && parsed.Date is { } date)
            wait = date - now;
        else
            return null;
        return wait < TimeSpan.Zero ? TimeSpan.Zero : wait > longest ? longest : wait;
    }
}
