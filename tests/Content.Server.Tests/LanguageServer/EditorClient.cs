using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using Content.Server.LanguageServer;

namespace Content.Server.Tests.LanguageServer;

/// <summary>An editor that knows no more of the server than its protocol: the server runs in this process, at the other end of two pipes.</summary>
internal sealed class EditorClient : IAsyncDisposable
{
    // Reason: nothing here takes a second; this only ends a test that would wait for ever.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(50);

    private readonly Pipe toServer = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly Pipe toClient = new(new PipeOptions(pauseWriterThreshold: 0));
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode?>> answers = new();
    private readonly ConcurrentDictionary<string, JsonNode> published = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<JsonNode> notifications = [];
    private readonly string logFile = Path.Combine(Path.GetTempPath(), $"content-lsp-test-{Guid.NewGuid():N}.log");
    private readonly Task<int> server;
    private readonly Task reading;
    private int requests;

    private EditorClient()
    {
        var log = ServerLog.Open(logFile);
        server = Task.Run(async () =>
        {
            using (log)
                return await LanguageServerHost.RunAsync(toServer.Reader.AsStream(), toClient.Writer.AsStream(), log);
        });
        reading = Task.Run(ReadAsync);
    }

    public JsonNode Capabilities { get; private set; } = new JsonObject();

    /// <summary>What the server last sent of each file.</summary>
    public IReadOnlyDictionary<string, JsonNode> Published => published;

    public IEnumerable<JsonNode> Notifications => notifications;

    public string Log => File.Exists(logFile) ? ReadShared(logFile) : "";

    public Task<int> Ended => server;

    public static string UriOf(string path) => DocumentUri.Of(path);

    /// <summary>Starts a server for some folders.</summary>
    public static async Task<EditorClient> StartAsync(IEnumerable<string> folders, JsonObject? capabilities = null)
    {
        var client = new EditorClient();
        var result = await client.RequestAsync("initialize", new JsonObject
        {
            ["processId"] = null,
            ["rootUri"] = null,
            ["capabilities"] = capabilities ?? new JsonObject(),
            ["workspaceFolders"] = new JsonArray([.. folders.Select(folder => (JsonNode)new JsonObject { ["uri"] = UriOf(folder), ["name"] = "test" })]),
        });
        client.Capabilities = result!["capabilities"]!;
        client.Notify("initialized", new JsonObject());
        return client;
    }

    /// <summary>What a client of today can do with edits and symbols.</summary>
    public static JsonObject Modern(string encoding = "utf-16") => new()
    {
        ["general"] = new JsonObject { ["positionEncodings"] = new JsonArray(encoding) },
        ["workspace"] = new JsonObject
        {
            ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true, ["changeAnnotationSupport"] = new JsonObject() },
        },
        ["textDocument"] = new JsonObject
        {
            ["documentSymbol"] = new JsonObject { ["hierarchicalDocumentSymbolSupport"] = true },
            ["publishDiagnostics"] = new JsonObject { ["versionSupport"] = true },
        },
    };

    public async Task<JsonNode?> RequestAsync(string method, JsonNode? parameters)
    {
        var id = Interlocked.Increment(ref requests);
        var answer = answers[id] = new TaskCompletionSource<JsonNode?>(TaskCreationOptions.RunContinuationsAsynchronously);
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        try
        {
            return await answer.Task.WaitAsync(patience, TestContext.Current.CancellationToken);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{method} was not answered. The server's log:\n{Log}");
        }
    }

    /// <summary>The code of the error that a request is answered with; null where it is not.</summary>
    public async Task<int?> ErrorOfAsync(string method, JsonNode? parameters)
    {
        try
        {
            await RequestAsync(method, parameters);
            return null;
        }
        catch (ProtocolErrorException error)
        {
            return error.Code;
        }
    }

    public void Notify(string method, JsonNode? parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    public void Send(JsonNode message) => SendRaw(message.ToJsonString());

    public void SendRaw(string body, int? length = null)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        SendBytes([.. Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length ?? bytes.Length}\r\n\r\n")), .. bytes]);
    }

    public void SendBytes(ReadOnlySpan<byte> bytes)
    {
        lock (toServer)
        {
            bytes.CopyTo(toServer.Writer.GetSpan(bytes.Length));
            toServer.Writer.Advance(bytes.Length);
            toServer.Writer.FlushAsync().AsTask().Wait();
        }
    }

    /// <summary>The client is gone from one moment to the next.</summary>
    public void Hang() => toServer.Writer.Complete();

    public void Open(string path, string text, int version = 1) => Notify("textDocument/didOpen", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(path), ["languageId"] = "markdown", ["version"] = version, ["text"] = text },
    });

    public void Change(string path, int version, params JsonObject[] changes) => Notify("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(path), ["version"] = version },
        ["contentChanges"] = new JsonArray([.. changes]),
    });

    public void Close(string path) => Notify("textDocument/didClose", new JsonObject { ["textDocument"] = new JsonObject { ["uri"] = UriOf(path) } });

    public static JsonObject Position(int line, int character) => new() { ["line"] = line, ["character"] = character };

    public static JsonObject Range(int startLine, int startCharacter, int endLine, int endCharacter) =>
        new() { ["start"] = Position(startLine, startCharacter), ["end"] = Position(endLine, endCharacter) };

    public static JsonObject At(string path, int line, int character) =>
        new() { ["textDocument"] = new JsonObject { ["uri"] = UriOf(path) }, ["position"] = Position(line, character) };

    public static JsonObject Of(string path) => new() { ["textDocument"] = new JsonObject { ["uri"] = UriOf(path) } };

    /// <summary>Everything that is wrong, as a build would print it, with paths from <paramref name="folder"/>; asked for.</summary>
    public async Task<IReadOnlyList<string>> PullAsync(string folder)
    {
        var report = await RequestAsync("workspace/diagnostic", new JsonObject { ["previousResultIds"] = new JsonArray() });
        return [.. EditorClientReport.Below(report!, folder)];
    }

    /// <summary>The same by what was sent, once it is what the server says when asked.</summary>
    public IReadOnlyList<string> PublishedBelow(string folder) =>
        [.. published.Values.SelectMany(item => EditorClientReport.Format(folder, (string)item["uri"]!, item["diagnostics"]!.AsArray())).Order(StringComparer.Ordinal)];

    /// <summary>Says good-bye, and waits for the server to end.</summary>
    public async ValueTask DisposeAsync()
    {
        if (!server.IsCompleted)
        {
            try
            {
                Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = -1, ["method"] = "shutdown" });
                Notify("exit", null);
            }
            catch (InvalidOperationException)
            {
                // The pipe is closed, because the client hung up.
            }
        }

        await server.WaitAsync(patience);
        toClient.Writer.Complete();
        await reading.WaitAsync(patience);
        File.Delete(logFile);
    }

    private static string ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private async Task ReadAsync()
    {
        var stream = toClient.Reader.AsStream();
        while (await ReadLengthAsync(stream) is { } length)
        {
            var body = new byte[length];
            await stream.ReadExactlyAsync(body);
            Take(JsonNode.Parse(body)!);
        }
    }

    private void Take(JsonNode message)
    {
        if (message["method"] is { } method)
        {
            if (message["id"] is { } id)
                Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone(), ["result"] = null });
            else if ((string)method! == "textDocument/publishDiagnostics")
                published[(string)message["params"]!["uri"]!] = message["params"]!.DeepClone();
            notifications.Enqueue(message);
        }
        else if (message["id"] is { } answered && answers.TryRemove((int)answered, out var answer))
        {
            if (message["error"] is { } error)
                answer.TrySetException(new ProtocolErrorException((int)error["code"]!, (string)error["message"]!));
            else
                answer.TrySetResult(message["result"]);
        }
    }

    private static async Task<int?> ReadLengthAsync(Stream stream)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            if (await stream.ReadAsync(one) == 0)
                return null;
            header.Append((char)one[0]);
        }

        var line = header.ToString().Split("\r\n").First(part => part.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase));
        return int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
    }
}

/// <summary>The server answered with an error.</summary>
internal sealed class ProtocolErrorException(int code, string message) : Exception(message)
{
    public int Code { get; } = code;
}
