using ExampleSite.Live;

namespace ExampleSite.Routes;

/// <summary>What every response says about itself: pages load nothing from elsewhere and run no script; in Development the one that follows the articles.</summary>
internal static class PageHeaders
{
    // Reason for the one exception: tables with aligned columns carry style attributes.
    private const string Policy =
        "default-src 'none'; style-src 'self'; style-src-attr 'unsafe-inline'; img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private const string LivePolicy = "; script-src 'self'; connect-src 'self'";

    public static void UsePageHeaders(this WebApplication app)
    {
        var policy = ContentLivePages.AreOn(app.Environment) ? Policy + LivePolicy : Policy;
        app.Use((context, next) =>
        {
            var headers = context.Response.Headers;
            headers.ContentSecurityPolicy = policy;
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
            return next(context);
        });
    }
}
