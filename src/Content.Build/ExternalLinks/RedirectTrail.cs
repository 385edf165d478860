using System.Net;
using Content.Compiler.Paths;

namespace Content.Build.ExternalLinks;

/// <summary>The redirects from a link to its page: where it has got to, what it took along, and what of it is for good.</summary>
internal sealed class RedirectTrail
{
    // Reason: browsers stop there as well.
    private const int Most = 20;

    private readonly CookieContainer cookies = new();
    private readonly HashSet<(string Address, string Cookies)> seen = [];
    private readonly string home;
    private bool isPermanent = true;
    private int count;

    public RedirectTrail(Uri start)
    {
        Current = start;
        home = start.GetLeftPart(UriPartial.Authority);
        seen.Add((start.AbsoluteUri, ""));
    }

    /// <summary>What is to be asked for next.</summary>
    public Uri Current { get; private set; }

    /// <summary>Whether any redirect was followed.</summary>
    public bool IsRedirected => count > 0;

    /// <summary>Whether all redirects stayed at the link's own scheme, host and port: only there headers of its own may go.</summary>
    public bool IsAtHome { get; private set; } = true;

    /// <summary>The last address that permanent redirects alone lead to, or null.</summary>
    public Uri? MovedTo { get; private set; }

    /// <summary>Whether a redirect brought a fragment of its own, which then takes the place of the link's.</summary>
    public bool HasOwnFragment { get; private set; }

    /// <summary>Some sites redirect until their cookie comes back.</summary>
    public string CookiesFor(Uri address) => cookies.GetCookieHeader(address);

    /// <summary>Goes on to where the answer points. Returns the verdict where that is nowhere, else null.</summary>
    public PageVerdict? Follow(HttpResponseMessage response)
    {
        KeepCookies(response);
        var location = response.Headers.NonValidated["Location"].ToString();
        if (!Uri.TryCreate(Current, location, out var target))
            return PageVerdict.Dead("it redirects to something that is not an address");
        if (target.Scheme is not ("http" or "https"))
            return PageVerdict.Unverified($"it redirects to an address with the scheme '{target.Scheme}:'");
        if (Current.Scheme == Uri.UriSchemeHttps && target.Scheme == Uri.UriSchemeHttp)
            return PageVerdict.Unverified("it redirects from https to http");
        if (++count > Most)
            return PageVerdict.Dead("it redirects too many times");

        HasOwnFragment |= target.Fragment.Length > 1;
        if (PageAddress.WithoutFragment(target) is not { } page)
            return PageVerdict.Dead("it redirects to a host that cannot exist");
        target = page;
        if (!seen.Add((target.AbsoluteUri, CookiesFor(target))))
            return PageVerdict.Dead("it redirects in a circle");
        isPermanent &= StatusVerdict.IsPermanent(response);
        if (isPermanent)
            MovedTo = target;
        IsAtHome &= target.GetLeftPart(UriPartial.Authority) == home;
        Current = target;
        return null;
    }

    private void KeepCookies(HttpResponseMessage response)
    {
        if (!response.Headers.NonValidated.TryGetValues("Set-Cookie", out var values))
            return;
        foreach (var value in values)
        {
            try
            {
                cookies.SetCookies(Current, value);
            }
            catch (CookieException)
            {
                // A browser would leave it out, too.
            }
        }
    }
}
