using System.Net;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>Asks for pages as the target does, with time that passes at once and names that all lead to this machine.</summary>
internal sealed class Ask
{
    public FakeTime Time { get; } = new();

    public string PrivateHosts { get; init; } = "127.0.0.1;*.test";

    public HostHeaders Headers { get; init; } = HostHeaders.Empty;

    public TimeSpan RunLimit { get; init; } = TimeSpan.FromHours(1);

    /// <summary>What a name means; the loopback address unless a test says otherwise.</summary>
    public Func<string, IPAddress[]> Resolve { get; init; } = _ => [IPAddress.Loopback];

    public async Task<PageVerdict> ForAsync(Uri page, params string[] anchors) =>
        (await ForAllAsync(new PageQuestion(page, anchors.ToHashSet(StringComparer.Ordinal))))[0];

    public Task<PageVerdict[]> ForAllAsync(params PageQuestion[] questions) => RunAsync(questions, TestContext.Current.CancellationToken);

    public async Task<PageVerdict[]> RunAsync(PageQuestion[] questions, CancellationToken cancellation)
    {
        var options = new LinkCheckOptions { PrivateHosts = HostList.Parse("P", PrivateHosts, []), Headers = Headers, RunLimit = RunLimit };
        using var client = GuardedConnections.MakeClient(options.PrivateHosts, (host, _) => Task.FromResult(Resolve(host)));
        return await new LinkChecker(options, client, Time.Clock).CheckAsync(questions, (_, _) => { }, cancellation);
    }

    public static PageQuestion Question(Uri page) => new(page, new HashSet<string>());
}
