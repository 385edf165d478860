using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Content.Package.Tests.Packages;

namespace Content.Package.Tests.Hosts;

/// <summary>The language server out of the package, spoken to as an editor does.</summary>
internal sealed class PackedServer : IDisposable
{
    // Reason: a project that was never built is evaluated by MSBuild first, on a machine that may have others to do.
    private static readonly TimeSpan patience = TimeSpan.FromMinutes(5);

    private readonly Process process;
    private readonly CancellationTokenSource limit = new(patience);
    private readonly List<JsonNode> notifications = [];
    private int requests;

    public PackedServer(string assembly, string folder)
    {
        process = DotNet.Start(folder, assembly, "lsp");
        _ = process.StandardError.ReadToEndAsync(limit.Token);
    }

    public async Task<JsonNode?> AskAsync(string method, JsonNode? parameters)
    {
        var id = ++requests;
        await SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        while (true)
        {
            var message = await ReadAsync();
            if (message["method"] is not null)
                notifications.Add(message);
            else if ((int)message["id"]! == id)
                return message["error"] is { } error ? throw new InvalidOperationException(error.ToJsonString()) : message["result"];
        }
    }

    public Task TellAsync(string method, JsonNode? parameters) => SendAsync(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    /// <summary>The parameters of the first message of this kind that was not taken yet.</summary>
    public async Task<JsonNode> HearAsync(string method)
    {
        while (true)
        {
            if (notifications.Find(message => (string)message["method"]! == method) is { } heard)
            {
                notifications.Remove(heard);
                return heard["params"]!;
            }

            notifications.Add(await ReadAsync());
        }
    }

    /// <summary>The exit code, once the server has ended by itself.</summary>
    public async Task<int> EndAsync()
    {
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited)
            process.Kill(entireProcessTree: true);
        process.Dispose();
        limit.Dispose();
    }

    private async Task SendAsync(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var stream = process.StandardInput.BaseStream;
        await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")), limit.Token);
        await stream.WriteAsync(body, limit.Token);
        await stream.FlushAsync(limit.Token);
    }

    private async Task<JsonNode> ReadAsync()
    {
        var stream = process.StandardOutput.BaseStream;
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            Assert.True(await stream.ReadAsync(one, limit.Token) > 0, $"The server ended after: {header}");
            header.Append((char)one[0]);
        }

        var length = header.ToString().Split("\r\n").First(line => line.StartsWith("Content-Length:", StringComparison.Ordinal))["Content-Length:".Length..];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await stream.ReadExactlyAsync(body, limit.Token);
        return JsonNode.Parse(body)!;
    }
}
