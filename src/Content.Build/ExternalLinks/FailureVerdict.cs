using System.Net.Sockets;
using System.Security.Authentication;

namespace Content.Build.ExternalLinks;

/// <summary>What it says of a page that no answer came.</summary>
internal static class FailureVerdict
{
    /// <summary>The verdict, or null where the failure is none of the network's.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="isRedirected">Whether a public page led there.</param>
    public static PageVerdict? Of(Exception failure, bool isRedirected)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case AddressRefusedException refused:
                    return Refused(refused, isRedirected);
                case SocketException socket:
                    return OfSocket(socket.SocketErrorCode) with { HasAnswer = socket.SocketErrorCode == SocketError.ConnectionRefused };
                // Reason: browsers fetch a certificate that a server forgot to send; here nothing is fetched from where a certificate says.
                case AuthenticationException { Message: var message } when message.Contains("PartialChain", StringComparison.Ordinal):
                    return PageVerdict.Unverified("its certificate's issuer is not known here");
                case AuthenticationException:
                    return PageVerdict.Dead("its certificate is not valid");
            }
        }

        return failure is HttpRequestException or IOException ? PageVerdict.Passing("its server broke off the answer") : null;
    }

    private static PageVerdict Refused(AddressRefusedException refused, bool isRedirected) => isRedirected
        ? PageVerdict.Dead($"it redirects to {refused.Address}, an address that is not public")
        : PageVerdict.Unverified($"its host is at {refused.Address}, which is not public; the property ContentLinkPrivateHosts lets it be asked") with { HasAnswer = false };

    private static PageVerdict OfSocket(SocketError error) => error switch
    {
        SocketError.HostNotFound or SocketError.NoData => PageVerdict.Passing("its host does not exist") with { State = PageState.Dead },
        SocketError.ConnectionRefused => PageVerdict.Passing("its host refuses connections") with { State = PageState.Dead },
        SocketError.TryAgain => PageVerdict.Passing("its host could not be looked up"),
        SocketError.TimedOut => PageVerdict.Passing("time-out"),
        SocketError.HostUnreachable or SocketError.NetworkUnreachable => PageVerdict.Passing("its host cannot be reached"),
        _ => PageVerdict.Passing("its server broke off the connection"),
    };
}
