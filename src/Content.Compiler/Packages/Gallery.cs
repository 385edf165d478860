namespace Content.Compiler.Packages;

/// <summary>What nuget.org shows of a README, as its documentation says: Markdown without HTML, and images from hosts that it trusts.</summary>
internal static class Gallery
{
    /// <summary>The most bytes of a README.</summary>
    public const int MostBytes = 1024 * 1024;

    /// <summary>The most characters of release notes.</summary>
    public const int MostReleaseNotes = 35_000;

    private static readonly HashSet<string> imageHosts = new(StringComparer.OrdinalIgnoreCase)
    {
        "api.codacy.com", "api.codeclimate.com", "api.dependabot.com", "api.reuse.software", "api.travis-ci.com", "app.codacy.com", "app.deepsource.com",
        "avatars.githubusercontent.com", "badgen.net", "badges.gitter.im", "camo.githubusercontent.com", "caniuse.bitsofco.de", "cdn.jsdelivr.net",
        "cdn.syncfusion.com", "ci.appveyor.com", "circleci.com", "cloudback.it", "codecov.io", "codefactor.io", "coveralls.io", "dev.azure.com", "devpod.sh",
        "flat.badgen.net", "gitlab.com", "i.imgur.com", "img.shields.io", "infragistics.com", "isitmaintained.com", "media.githubusercontent.com",
        "opencollective.com", "raw.github.com", "raw.githubusercontent.com", "snyk.io", "sonarcloud.io", "travis-ci.com", "travis-ci.org",
        "user-images.githubusercontent.com",
    };

    /// <summary>Whether an image is shown. Of github.com only the badges of workflows are; 'www.' makes no difference.</summary>
    public static bool ShowsImage(Uri address)
    {
        var host = address.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? address.Host[4..] : address.Host;
        return imageHosts.Contains(host)
            || (host.Equals("github.com", StringComparison.OrdinalIgnoreCase) && address.AbsolutePath.EndsWith("/badge.svg", StringComparison.Ordinal)
                && address.AbsolutePath.Contains("/workflows/", StringComparison.Ordinal));
    }
}
