using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;

namespace Content.Build.ExternalLinks;

/// <summary>
/// Opens connections to public addresses only. The address that is judged is the one that is connected to, so that a name that means
/// something else a moment later makes no difference.
/// </summary>
/// <param name="allowed">Hosts that may be anywhere.</param>
/// <param name="resolve">Looks up a host's addresses.</param>
internal sealed class GuardedConnections(HostList allowed, Func<string, CancellationToken, Task<IPAddress[]>> resolve)
{
    /// <summary>A client that connects so, follows no redirect, keeps no cookie and knows no proxy: whoever uses it decides on each.</summary>
    public static HttpMessageInvoker MakeClient(HostList allowed, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
    {
        var connections = new GuardedConnections(allowed, resolve ?? Dns.GetHostAddressesAsync);
        return new HttpMessageInvoker(new SocketsHttpHandler
        {
            ConnectCallback = connections.ConnectAsync,
            ConnectTimeout = TimeSpan.FromSeconds(20),
            AllowAutoRedirect = false,
            UseCookies = false,
            // Reason: a proxy would connect on our behalf, where nothing is judged.
            UseProxy = false,
            AutomaticDecompression = DecompressionMethods.All,
            ActivityHeadersPropagator = null,
            // Reason: what is left of a body that is not wanted is not waited for, be it 5 GB.
            MaxResponseDrainSize = 0,
            ResponseDrainTimeout = TimeSpan.Zero,
            SslOptions =
            {
                // Reason: fetching missing certificates goes wherever the certificate says.
                CertificateChainPolicy = new() { DisableCertificateDownloads = true, RevocationMode = X509RevocationMode.NoCheck },
            },
        });
    }

    private async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var host = context.DnsEndPoint.Host;
        var addresses = await ResolveAsync(host, cancellation).ConfigureAwait(false);
        SocketException? failure = null;
        foreach (var address in addresses)
        {
            var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(new IPEndPoint(address, context.DnsEndPoint.Port), cancellation).ConfigureAwait(false);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch (SocketException exception)
            {
                socket.Dispose();
                failure = exception;
            }
            catch (OperationCanceledException)
            {
                socket.Dispose();
                throw;
            }
        }

        throw failure ?? new SocketException((int)SocketError.HostNotFound);
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancellation)
    {
        IPAddress[] all = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancellation).ConfigureAwait(false);
        IPAddress[] permitted = allowed.Contains(host) ? all : [.. all.Where(address => !PrivateAddress.IsPrivate(address))];
        if (permitted.Length == 0 && all.Length > 0)
            throw new AddressRefusedException(all[0]);
        // Reason: a machine without IPv6 often has names with such addresses; the others answer everywhere.
        return [.. permitted.OrderBy(address => address.AddressFamily == AddressFamily.InterNetworkV6)];
    }
}

/// <summary>A host is where the public cannot reach it.</summary>
internal sealed class AddressRefusedException(IPAddress address) : IOException
{
    /// <summary>Where it is.</summary>
    public IPAddress Address { get; } = address;
}
