using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Content.Benchmarks;

/// <summary>An editor: the real server in a process of its own, spoken to over its pipes.</summary>
internal sealed class EditorSession : IDisposable
{
    private readonly Process process;
    private readonly Stopwatch clock;
    private readonly Stream output;
    private readonly Dictionary<string, int> versions = new(StringComparer.Ordinal);
    private int requests;

    /// <summary>Starts a server and says that one folder is open.</summary>
    public EditorSession(string folder)
    {
        clock = Stopwatch.StartNew();
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", ["exec", Path.Combine(Workshop.AssemblyFolder, "Content.Server.dll"), "lsp"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        process = Process.Start(start)!;
        output = process.StandardOutput.BaseStream;
        var capabilities = new JsonObject
        {
            ["workspace"] = new JsonObject { ["workspaceEdit"] = new JsonObject { ["documentChanges"] = true }, ["didChangeWatchedFiles"] = new JsonObject { ["dynamicRegistration"] = true } },
            ["textDocument"] = new JsonObject { ["publishDiagnostics"] = new JsonObject { ["versionSupport"] = true } },
        };
        Ask("initialize", new JsonObject { ["processId"] = null, ["rootUri"] = UriOf(folder), ["capabilities"] = capabilities });
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = "initialized", ["params"] = new JsonObject() });
    }

    /// <summary>Since the process was started.</summary>
    public double Elapsed => clock.Elapsed.TotalMilliseconds;

    /// <summary>Processor time of all threads of the server until now.</summary>
    public double Processor
    {
        get
        {
            process.Refresh();
            return process.TotalProcessorTime.TotalMilliseconds;
        }
    }

    public double Megabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1048576.0;
        }
    }

    public double PeakMegabytes
    {
        get
        {
            process.Refresh();
            return process.PeakWorkingSet64 / 1048576.0;
        }
    }

    public static string UriOf(string path) => new Uri(path).AbsoluteUri;

    public void Open(string file, string text)
    {
        versions[file] = 1;
        Notify("textDocument/didOpen", new JsonObject
        {
            ["textDocument"] = new JsonObject { ["uri"] = UriOf(file), ["languageId"] = "markdown", ["version"] = 1, ["text"] = text },
        });
    }

    /// <summary>Replaces some characters of a line.</summary>
    public void Type(string file, int line, int from, int to, string text) => Notify("textDocument/didChange", new JsonObject
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(file), ["version"] = ++versions[file] },
        ["contentChanges"] = new JsonArray(new JsonObject
        {
            ["range"] = new JsonObject
            {
                ["start"] = new JsonObject { ["line"] = line, ["character"] = from },
                ["end"] = new JsonObject { ["line"] = line, ["character"] = to },
            },
            ["text"] = text,
        }),
    });

    /// <summary>Waits until the diagnostics of the text as it is now are there, and are as many as they should be.</summary>
    public void AwaitDiagnostics(string file, int count)
    {
        while (true)
        {
            var message = Read();
            if (message["method"]?.GetValue<string>() == "textDocument/publishDiagnostics" && message["params"]!["uri"]!.GetValue<string>() == UriOf(file)
                && (!versions.TryGetValue(file, out var version) || message["params"]!["version"]?.GetValue<int>() == version)
                && message["params"]!["diagnostics"]!.AsArray().Count == count)
            {
                return;
            }
        }
    }

    public void Notify(string method, JsonObject parameters) => Send(new JsonObject { ["jsonrpc"] = "2.0", ["method"] = method, ["params"] = parameters });

    public JsonNode? Ask(string method, JsonObject parameters)
    {
        var id = ++requests;
        Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id, ["method"] = method, ["params"] = parameters });
        while (true)
        {
            var message = Read();
            if (message["method"] is null && message["id"]?.GetValue<int>() == id)
                return message["error"] is { } error ? throw new InvalidOperationException(error.ToJsonString()) : message["result"];
        }
    }

    public static JsonObject At(string file, int line, int character) => new()
    {
        ["textDocument"] = new JsonObject { ["uri"] = UriOf(file) },
        ["position"] = new JsonObject { ["line"] = line, ["character"] = character },
    };

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private void Send(JsonObject message)
    {
        var body = Encoding.UTF8.GetBytes(message.ToJsonString());
        var stream = process.StandardInput.BaseStream;
        stream.Write(Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"Content-Length: {body.Length}\r\n\r\n")));
        stream.Write(body);
        stream.Flush();
    }

    private JsonNode Read()
    {
        var length = 0;
        while (ReadLine() is { Length: > 0 } line)
        {
            if (line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
                length = int.Parse(line["Content-Length:".Length..], CultureInfo.InvariantCulture);
        }

        var body = new byte[length];
        output.ReadExactly(body);
        var message = JsonNode.Parse(body)!;
        if (message["method"] is not null && message["id"] is { } id)
            Send(new JsonObject { ["jsonrpc"] = "2.0", ["id"] = id.DeepClone(), ["result"] = null });
        return message;
    }

    private string ReadLine()
    {
        var line = new StringBuilder();
        for (var one = output.ReadByte(); one != '\n'; one = output.ReadByte())
        {
            if (one < 0)
                throw new InvalidOperationException("The server ended.");
            if (one != '\r')
                line.Append((char)one);
        }

        return line.ToString();
    }
}
