using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Content.Testing;

/// <summary>A web server on the loopback address that answers as a test says, be it against the standard.</summary>
public sealed class LocalSite : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly Func<LocalRequest, Task> answer;
    private readonly ConcurrentBag<Task> connections = [];
    private readonly Task accepting;

    public LocalSite(Func<LocalRequest, Task> answer)
    {
        this.answer = answer;
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Every request in the order in which it came.</summary>
    public ConcurrentQueue<LocalRequest> Requests { get; } = [];

    /// <summary>Method and path of each.</summary>
    public IEnumerable<string> Lines => Requests.Select(request => $"{request.Method} {request.Path}");

    public Uri Address(string path = "/", string host = "127.0.0.1") => new($"http://{host}:{Port}{path}");

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await accepting;
        listener.Stop();
        await Task.WhenAll(connections);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
                connections.Add(ServeAsync(await listener.AcceptTcpClientAsync(stop.Token)));
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                if (await LocalRequest.ReadAsync(client.GetStream(), stop.Token) is { } request)
                {
                    Requests.Enqueue(request);
                    await answer(request);
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException or SocketException)
            {
                // The client has heard enough, or the test is over.
            }
        }
    }
}

/// <summary>One request to the server, and the way to answer it.</summary>
public sealed record LocalRequest(string Method, string Path, IReadOnlyDictionary<string, string> Headers, Stream Stream, CancellationToken Stop)
{
    public string Host => Headers["host"].Split(':')[0];

    /// <summary>Answers with a status, a body, and headers as they are written.</summary>
    public async Task AnswerAsync(int status, string body = "", string type = "text/html", params string[] headers)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        await WriteAsync(string.Join("\r\n", [$"HTTP/1.1 {status} Whatever", "Connection: close", $"Content-Type: {type}", $"Content-Length: {bytes.Length}", .. headers, "", ""]));
        if (Method != "HEAD")
            await Stream.WriteAsync(bytes, Stop);
    }

    public Task RedirectAsync(int status, string location, params string[] headers) => AnswerAsync(status, "", "text/html", [$"Location: {location}", .. headers]);

    public Task WriteAsync(string text) => Stream.WriteAsync(Encoding.UTF8.GetBytes(text), Stop).AsTask();

    /// <summary>Says nothing until the test is over.</summary>
    public Task HangAsync() => Task.Delay(Timeout.Infinite, Stop);

    public static async Task<LocalRequest?> ReadAsync(Stream stream, CancellationToken stop)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1, false, 1, leaveOpen: true);
        if (await reader.ReadLineAsync(stop) is not { } line)
            return null;
        var headers = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        while (await reader.ReadLineAsync(stop) is { Length: > 0 } header)
            headers[header[..header.IndexOf(':', StringComparison.Ordinal)]] = header[(header.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();
        var parts = line.Split(' ');
        return new LocalRequest(parts[0], parts[1], headers, stream, stop);
    }
}
