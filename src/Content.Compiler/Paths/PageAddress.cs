namespace Content.Compiler.Paths;

/// <summary>
/// What has to be asked of an absolute address before it can be asked for. <see cref="Uri"/> takes hosts that cannot be written in ASCII
/// (a lone combining mark, a letter that is not assigned, <c>xn--</c> before what is not encoded), and throws only afterwards.
/// </summary>
public static class PageAddress
{
    /// <summary>The host as it is looked up, in ASCII; null where no host can have the name.</summary>
    public static string? HostOf(Uri address)
    {
        ArgumentNullException.ThrowIfNull(address);
        try
        {
            return address.IdnHost;
        }
        catch (UriFormatException)
        {
            return null;
        }
    }

    /// <summary>The address without its fragment; null where no host can have its name.</summary>
    public static Uri? WithoutFragment(Uri address) =>
        HostOf(address) is not null && Uri.TryCreate(address.GetLeftPart(UriPartial.Query), UriKind.Absolute, out var page) && HostOf(page) is not null ? page : null;
}
