using System.Diagnostics;
using System.Net;

[assembly: AssemblyFixture(typeof(Content.Site.Tests.ExportedSite))]

namespace Content.Site.Tests;

/// <summary>The example site as files below a base path, behind a server that knows nothing but files.</summary>
public sealed class ExportedSite : IAsyncLifetime
{
    public const string Base = "/some/where";

    private static readonly Dictionary<string, string> types = new(StringComparer.Ordinal)
    {
        [".html"] = "text/html; charset=utf-8", [".css"] = "text/css", [".js"] = "text/javascript", [".svg"] = "image/svg+xml", [".png"] = "image/png",
        [".json"] = "application/json", [".xml"] = "application/xml", [".md"] = "text/markdown", [".txt"] = "text/plain",
    };

    private readonly TemporaryFolder folder = new();
    private readonly HttpListener listener = new();
    private Task serving = Task.CompletedTask;

    /// <summary>Where the site is, with a slash at the end.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>What the export said, and how it ended.</summary>
    public string Said { get; private set; } = "";

    public int ExitCode { get; private set; }

    public string PathOf(string file) => folder.Full("dist/" + file);

    public async ValueTask InitializeAsync()
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(SiteProcess.Output, "ExampleSite.dll"), "--export", folder.Full("dist"), "--base", Base])
        {
            WorkingDirectory = SiteProcess.Sources,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = "Development" },
        })!;
        var error = process.StandardError.ReadToEndAsync();
        Said = await process.StandardOutput.ReadToEndAsync() + await error;
        await process.WaitForExitAsync();
        ExitCode = process.ExitCode;
        var port = FreePort();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        Address = new Uri($"http://127.0.0.1:{port}{Base}/");
        serving = ServeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        listener.Close();
        await serving;
        folder.Dispose();
    }

    private async Task ServeAsync()
    {
        try
        {
            while (true)
                Answer(await listener.GetContextAsync());
        }
        catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
        {
            // The tests are over.
        }
    }

    private void Answer(HttpListenerContext context)
    {
        var path = Uri.UnescapeDataString(context.Request.Url!.AbsolutePath);
        using var response = context.Response;
        var file = path.StartsWith(Base + "/", StringComparison.Ordinal) ? PathOf(path[(Base.Length + 1)..]) : PathOf("nothing");
        if (path.EndsWith('/'))
            file += "index.html";
        if (!File.Exists(file))
        {
            response.StatusCode = 404;
            file = PathOf("404.html");
        }

        response.ContentType = types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        response.OutputStream.Write(File.ReadAllBytes(file));
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }
}
