using System.Net;
using System.Net.Sockets;

namespace Content.Build.ExternalLinks;

/// <summary>
/// Which addresses the public can reach. What a page is linked to must not make this machine ask its own services or its neighbours',
/// so everything that the registries of IANA do not list as globally reachable is refused; and so is the one public-looking address,
/// 168.63.129.16, at which a cloud answers its own machines.
/// </summary>
internal static class PrivateAddress
{
    private static readonly IPNetwork[] refused4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "168.63.129.16/32", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Reason: of IPv6 only this is given out to anybody. Loopback, link-local, unique local, multicast and unspecified are outside of it.
    private static readonly IPNetwork global6 = IPNetwork.Parse("2000::/3");

    // Special purposes, Teredo among them; documentation; documentation again.
    private static readonly IPNetwork[] refused6 = [.. new[] { "2001::/23", "2001:db8::/32", "3fff::/20" }.Select(IPNetwork.Parse)];

    private static readonly IPNetwork sixToFour = IPNetwork.Parse("2002::/16");
    private static readonly IPNetwork translated = IPNetwork.Parse("64:ff9b::/96");

    /// <summary>Whether <paramref name="address"/> is one that the public cannot reach, also where it stands inside an IPv6 address.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        if (address.AddressFamily == AddressFamily.InterNetwork)
            return refused4.Any(network => network.Contains(address));
        if (address.IsIPv4MappedToIPv6)
            return IsPrivate(address.MapToIPv4());
        // Reason: a zone, as in fe80::1%eth0, is no part of the comparison.
        var bytes = address.GetAddressBytes();
        var plain = new IPAddress(bytes);
        if (sixToFour.Contains(plain))
            return IsPrivate(new IPAddress(bytes.AsSpan(2, 4)));
        if (translated.Contains(plain))
            return IsPrivate(new IPAddress(bytes.AsSpan(12, 4)));
        return !global6.Contains(plain) || refused6.Any(network => network.Contains(plain));
    }
}
