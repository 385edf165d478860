using System.Net;

namespace Content.Compiler.Links;

/// <summary>The host of an http or https address.</summary>
internal static class WebAddress
{
    /// <summary>What is wrong with the host that starts at <paramref name="start"/> of <paramref name="text"/>.</summary>
    public static LinkFault? Check(ReadOnlySpan<char> text, int start)
    {
        var length = text[start..].IndexOfAny("/?#\\");
        var authority = length < 0 ? text[start..] : text.Slice(start, length);
        if (IsPlainName(authority))
            return null;

        // The rest of the address does not matter, and it can be longer than the parser likes.
        if (authority.Length > 1024 || !Uri.TryCreate($"http://{authority}/", UriKind.Absolute, out var address) || address.Host.Length == 0)
            return new LinkFault(LinkFaultKind.Unparsable, text.ToString());
        return IsThisMachine(address.IdnHost) ? new LinkFault(LinkFaultKind.ThisMachine, text.ToString()) : null;
    }

    /// <summary>Whether the host is a name that needs no second look, as nearly all are.</summary>
    private static bool IsPlainName(ReadOnlySpan<char> authority)
    {
        if (authority.IsEmpty || !char.IsAsciiLetterLower(authority[0]) || !char.IsAsciiLetterLower(authority[^1]) || authority.EndsWith("localhost"))
            return false;
        var hasDot = false;
        for (var index = 0; index < authority.Length; index++)
        {
            var unit = authority[index];
            if (!char.IsAsciiLetterOrDigit(unit) && unit is not ('.' or '-'))
                return false;
            hasDot |= unit == '.';
            if (unit == '.' && authority[index - 1] == '.')
                return false;
        }

        return hasDot;
    }

    private static bool IsThisMachine(string host)
    {
        var name = host.TrimEnd('.');
        if (name.Equals("localhost", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase))
            return true;
        if (!IPAddress.TryParse(name.Trim('[', ']'), out var address))
            return false;
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any);
    }
}
