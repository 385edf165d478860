using Content.Compiler.Paths;
using Content.Compiler.Text;

namespace Content.Compiler.Links;

/// <summary>A loose look at <c>mailto:</c> and <c>tel:</c>: whether there is anything that could be an address or a number.</summary>
internal static class MailLink
{
    /// <summary>What follows <c>mailto:</c>. Without any address, a subject or a body must follow: the reader then chooses whom to write to.</summary>
    public static bool IsPlausible(ReadOnlySpan<char> rest)
    {
        var query = rest.IndexOf('?');
        var addresses = Uri.UnescapeDataString(query < 0 ? rest : rest[..query]);
        if (addresses.Length == 0)
            return query >= 0 && rest.Length > query + 1;
        foreach (var address in addresses.AsSpan().Split(','))
        {
            if (!MailAddress.IsPlausible(addresses.AsSpan()[address].Trim(' ')))
                return false;
        }

        return true;
    }

    /// <summary>Whether there is a digit after <c>tel:</c>.</summary>
    public static bool IsPlausibleNumber(ReadOnlySpan<char> rest) => Uri.UnescapeDataString(rest).AsSpan().IndexOfAnyInRange('0', '9') >= 0;

    /// <summary>Whether a relative destination is an address that lacks its <c>mailto:</c>, rather than a file such as <c>logo@2x.png</c>.</summary>
    public static bool IsBare(ReadOnlySpan<char> text)
    {
        var query = text.IndexOf('?');
        var address = query < 0 ? text : text[..query];
        if (address.IndexOfAny("/#:\\") >= 0 || !MailAddress.IsPlausible(address))
            return false;
        var domain = address[(address.IndexOf('@') + 1)..];
        var dot = domain.LastIndexOf('.');
        if (dot <= 0)
            return false;
        var top = domain[(dot + 1)..];
        return top.Length >= 2 && top.IndexOfAnyInRange('0', '9') < 0 && !FileExtensions.IsKnown(domain[dot..]);
    }
}
