using System.Diagnostics;

[assembly: AssemblyFixture(typeof(Content.Site.Tests.SiteProcess))]

namespace Content.Site.Tests;

/// <summary>The example site, running on a free loopback port for as long as the tests do.</summary>
public sealed class SiteProcess : IAsyncLifetime
{
    private const string Announcement = "The example site is at ";
    private readonly TaskCompletionSource<Uri> address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Process process;
    private readonly Lazy<Task<Crawl>> crawl;

    public SiteProcess()
        // As under 'dotnet run': static files come from where they lie, not from a publish folder.
        : this(Sources, Output, "Development")
    {
    }

    /// <param name="folder">The project's folder.</param>
    /// <param name="output">What was built of it.</param>
    /// <param name="environment">The ASP.NET Core environment.</param>
    /// <param name="settings">Of the site, each as <c>--Name=value</c>.</param>
    internal SiteProcess(string folder, string output, string environment, params string[] settings)
    {
        process = new() { StartInfo = CreateStartInfo(folder, output, environment, settings), EnableRaisingEvents = true };
        crawl = new(() => Crawl.Run(this));
    }

    /// <summary>The folder of the example site.</summary>
    internal static string Sources { get; } = Path.Combine(RepositoryRoot.Path, "example-site");

    /// <summary>Its build output, in the configuration of the tests.</summary>
    internal static string Output { get; } = FindOutput();

    /// <summary>Where it is, with a slash at the end.</summary>
    public Uri Address { get; private set; } = null!;

    /// <summary>Asks the site; redirects are for the tests to follow.</summary>
    public HttpClient Client { get; private set; } = null!;

    /// <summary>What a crawl of it found, made once.</summary>
    internal Task<Crawl> Crawled => crawl.Value;

    public async ValueTask InitializeAsync()
    {
        var output = new List<string>();
        process.OutputDataReceived += (_, line) => Read(line.Data, output);
        process.ErrorDataReceived += (_, line) => Read(line.Data, output);
        process.Exited += (_, _) => address.TrySetException(new InvalidOperationException("The site ended: " + string.Join('\n', output)));
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        Address = await address.Task;
        Client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Address };
    }

    public async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private static string FindOutput()
    {
        // .../bin/Debug/net10.0/
        var build = new DirectoryInfo(AppContext.BaseDirectory);
        return Path.Combine(Sources, "bin", build.Parent!.Name, build.Name);
    }

    private static ProcessStartInfo CreateStartInfo(string folder, string output, string environment, string[] settings) =>
        new("dotnet", [Path.Combine(output, "ExampleSite.dll"), "--urls", "http://127.0.0.1:0", .. settings])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["ASPNETCORE_ENVIRONMENT"] = environment },
        };

    private void Read(string? line, List<string> output)
    {
        if (line is null)
            return;
        lock (output)
            output.Add(line);
        if (line.StartsWith(Announcement, StringComparison.Ordinal))
            address.TrySetResult(new Uri(line[Announcement.Length..] + "/"));
    }
}
