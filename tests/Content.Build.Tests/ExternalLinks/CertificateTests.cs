using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Content.Build.ExternalLinks;

namespace Content.Build.Tests.ExternalLinks;

/// <summary>A page behind a certificate that no browser accepts is not there.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task A_certificate_for_another_host_is_not_valid()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=other.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var stop = new CancellationTokenSource();
        var serving = ServeAsync(listener, certificate, stop.Token);

        var verdict = await new Ask().ForAsync(new Uri($"https://secure.test:{((IPEndPoint)listener.LocalEndpoint).Port}/"));

        Assert.Equal((PageState.Dead, "its certificate is not valid"), (verdict.State, verdict.Reason));
        await stop.CancelAsync();
        await serving;
    }

    private static async Task ServeAsync(TcpListener listener, X509Certificate2 certificate, CancellationToken stop)
    {
        try
        {
            while (true)
            {
                using var client = await listener.AcceptTcpClientAsync(stop);
                await using var secure = new SslStream(client.GetStream());
                try
                {
                    await secure.AuthenticateAsServerAsync(certificate);
                }
                catch (Exception refused) when (refused is IOException or System.Security.Authentication.AuthenticationException)
                {
                    // The client does not go on, which is what this is about.
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
