using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

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
    private WebApplication? server;

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
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        server = builder.Build();
        server.Run(AnswerAsync);
        await server.StartAsync();
        Address = new Uri($"{server.Urls.Single()}{Base}/");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Dispose();
    }

    private Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path.Value ?? "";
        var file = path.StartsWith(Base + "/", StringComparison.Ordinal) ? PathOf(path[(Base.Length + 1)..]) : PathOf("nothing");
        if (path.EndsWith('/'))
            file += "index.html";
        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            file = PathOf("404.html");
        }

        context.Response.ContentType = types.GetValueOrDefault(Path.GetExtension(file), "application/octet-stream");
        return context.Response.SendFileAsync(file, context.RequestAborted);
    }
}
