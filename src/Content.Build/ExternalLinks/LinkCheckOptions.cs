namespace Content.Build.ExternalLinks;

/// <summary>How other sites are asked.</summary>
internal sealed record LinkCheckOptions
{
    /// <summary>Hosts that may be where the public cannot reach them.</summary>
    public HostList PrivateHosts { get; init; } = HostList.Empty;

    /// <summary>Headers by host.</summary>
    public HostHeaders Headers { get; init; } = HostHeaders.Empty;

    /// <summary>The longest that one request may take, its body included.</summary>
    public TimeSpan TimeOut { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// How long new requests are made. What is alive by then is remembered, so that another run goes on where this one stopped.
    /// </summary>
    public TimeSpan RunLimit { get; init; } = TimeSpan.FromHours(1);
}
