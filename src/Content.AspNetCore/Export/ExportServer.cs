using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Content.AspNetCore.Export;

/// <summary>
/// The program's own server on a socket in the temporary folder, so that an export opens no port and disturbs no program that runs.
/// Requests look as they will to readers: with the scheme and host of the published site.
/// </summary>
internal sealed class ExportServer : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly string socket;

    private ExportServer(WebApplication app, string socket, HttpClient client)
    {
        this.app = app;
        this.socket = socket;
        Client = client;
    }

    public HttpClient Client { get; }

    public static async Task<ExportServer> StartAsync(WebApplication app, Uri origin, CancellationToken end)
    {
        var socket = Path.Combine(Path.GetTempPath(), $"content-{Path.GetRandomFileName()}.sock");
        var options = app.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value;
        // Neither the addresses of the settings nor those of the command line: another program may be at them.
        options.ConfigurationLoader = null;
        app.Urls.Clear();
        app.Configuration[WebHostDefaults.ServerUrlsKey] = "";
        app.Configuration[WebHostDefaults.HttpPortsKey] = "";
        app.Configuration[WebHostDefaults.HttpsPortsKey] = "";
        // Two lines of log for every page tell nobody anything; where the settings ask for them they come all the same.
        app.Configuration["Logging:LogLevel:Microsoft.AspNetCore"] = "Warning";
        app.Configuration["Logging:LogLevel:Microsoft.Hosting.Lifetime"] = "Warning";
        ((IConfigurationRoot)app.Configuration).Reload();
        options.ListenUnixSocket(socket, listen =>
        {
            listen.Protocols = HttpProtocols.Http1;
            if (origin.Scheme == Uri.UriSchemeHttps)
            {
                listen.Use(next => connection =>
                {
                    connection.Features.Set<ITlsConnectionFeature>(Secure.Instance);
                    return next(connection);
                });
            }
        });
        await app.StartAsync(end);
        var client = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = async (_, cancellation) =>
            {
                var connection = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
                await connection.ConnectAsync(new UnixDomainSocketEndPoint(socket), cancellation);
                return new NetworkStream(connection, ownsSocket: true);
            },
        })
        {
            // The connection is the socket's, whatever the address: no certificate is asked for.
            BaseAddress = new Uri($"http://{origin.Authority}/"),
            DefaultRequestVersion = HttpVersion.Version11,
            Timeout = TimeSpan.FromMinutes(5),
        };
        return new ExportServer(app, socket, client);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await app.StopAsync();
        File.Delete(socket);
    }

    /// <summary>Says of a connection that it is secure, as the one of readers will be.</summary>
    private sealed class Secure : ITlsConnectionFeature
    {
        public static readonly Secure Instance = new();

        public X509Certificate2? ClientCertificate { get; set; }

        public Task<X509Certificate2?> GetClientCertificateAsync(CancellationToken cancellationToken) => Task.FromResult<X509Certificate2?>(null);
    }
}
