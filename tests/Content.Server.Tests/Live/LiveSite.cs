using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO.Pipes;
using System.Text;
using System.Text.Json;
using Content.Compiler;
using Content.Compiler.Workspaces;
using Content.Runtime;

namespace Content.Server.Tests.Live;

/// <summary>A small project, the server that follows it in a process of its own, and a program's end of the pipe.</summary>
internal sealed class LiveSite : IDisposable
{
    // Reason: nothing here takes a second; this only ends a test that would wait for ever.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(45);

    private readonly TemporaryFolder folder = new();
    private readonly List<Process> servers = [];
    private NamedPipeClientStream? pipe;
    private StreamReader? lines;

    public LiveSite(params IReadOnlyList<(string File, string Text)> pages)
    {
        foreach (var (file, text) in pages)
            folder.Write(file, text);
        Channel = "content-test-" + Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture)[..16];
        folder.Write("content.json", """{ "collections": { "pages": { "type": "Page", "files": "**/*.md", "fields": { "title": "string?" } } } }""");
        Save("a.md", "# A\n\nFirst.\n");
        Save("b.md", "# B\n\n[a](a.md)\n");
        WriteDescription([.. pages.Select(page => page.File)]);
    }

    public string Channel { get; }

    public string Path => folder.Path;

    public string Description => folder.Full("obj/content/content.live");

    public string States => folder.Full("obj/content/live");

    private static string Server => System.IO.Path.Combine(AppContext.BaseDirectory, "Content.Server.dll");

    /// <summary>A file of the project.</summary>
    public string FullOfProject(string file) => folder.Full(file);

    public void SavePage(string file, string text) => folder.Write(file, text);

    public string Full(string article) => folder.Full("content/" + article);

    /// <summary>Writes in place.</summary>
    public void Save(string article, string text) => folder.Write("content/" + article, text);

    public void Configure(string text) => folder.Write("content.json", text);

    public Process Start()
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardError = true };
        foreach (var argument in (string[])["exec", Server, "live", Description])
            start.ArgumentList.Add(argument);
        var server = Process.Start(start)!;
        servers.Add(server);
        return server;
    }

    public async Task ConnectAsync()
    {
        pipe = new NamedPipeClientStream(".", Channel, PipeDirection.InOut, PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
        await pipe.ConnectAsync((int)patience.TotalMilliseconds, TestContext.Current.CancellationToken);
        lines = new StreamReader(pipe, Encoding.UTF8);
    }

    public void Disconnect()
    {
        lines?.Dispose();
        pipe?.Dispose();
    }

    /// <summary>The next message that has this property.</summary>
    public async Task<JsonElement> NextAsync(string kind) => (await NextMessageAsync(kind)).GetProperty(kind);

    /// <summary>Reads states until one holds <paramref name="text"/>, and tells what it is.</summary>
    public async Task<string> NextStateWithAsync(string text)
    {
        while (true)
        {
            var state = await ReadStateAsync();
            if (state.Contains(text, StringComparison.Ordinal))
                return state;
        }
    }

    /// <summary>The texts of the next state that is still there, with the bodies of its entries: a program that is slow finds a newer one instead.</summary>
    public async Task<string> ReadStateAsync()
    {
        while (true)
        {
            var message = await NextMessageAsync("state");
            try
            {
                var head = await File.ReadAllBytesAsync(message.GetProperty("state").GetString()!, TestContext.Current.CancellationToken);
                using var bodies = new MemoryStream();
                foreach (var file in message.GetProperty("bodies").EnumerateArray())
                    bodies.Write(await File.ReadAllBytesAsync(file.GetString()!, TestContext.Current.CancellationToken));
                return Encoding.UTF8.GetString(head) + BodiesOf(head, bodies.ToArray());
            }
            catch (FileNotFoundException)
            {
                // Two more were written meanwhile.
            }
        }
    }

    private static string BodiesOf(ReadOnlySpan<byte> head, ReadOnlySpan<byte> bodies)
    {
        var text = new StringBuilder();
        var collections = BinaryPrimitives.ReadInt32LittleEndian(head[CatalogFormat.Header.CollectionCount..]);
        var records = CatalogFormat.Header.Size + collections * CatalogFormat.Collection.Size;
        for (var collection = 0; collection < collections; collection++)
        {
            var row = head[(CatalogFormat.Header.Size + collection * CatalogFormat.Collection.Size)..];
            var record = head[(records + BinaryPrimitives.ReadInt32LittleEndian(row[CatalogFormat.Collection.Records..]))..];
            for (var entry = 0; entry < BinaryPrimitives.ReadInt32LittleEndian(row[CatalogFormat.Collection.Count..]); entry++)
            {
                var slot = record[CatalogFormat.Record.Body..];
                var (offset, length) = (BinaryPrimitives.ReadInt32LittleEndian(slot), BinaryPrimitives.ReadInt32LittleEndian(slot[4..]));
                text.Append(Encoding.UTF8.GetString(bodies.Slice(offset, length)));
                record = record[BinaryPrimitives.ReadInt32LittleEndian(row[CatalogFormat.Collection.RecordSize..])..];
            }
        }

        return text.ToString();
    }

    private async Task<JsonElement> NextMessageAsync(string kind)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        while (await lines!.ReadLineAsync(limit.Token) is { } line)
        {
            using var message = JsonDocument.Parse(line);
            if (message.RootElement.TryGetProperty(kind, out _))
                return message.RootElement.Clone();
        }

        throw new InvalidOperationException($"The server ended before it sent a '{kind}': {string.Concat(servers.Select(server => server.HasExited ? server.StandardError.ReadToEnd() : ""))}");
    }

    /// <summary>The next diagnostics as <c>file code</c>.</summary>
    public async Task<string[]> NextDiagnosticsAsync() =>
        [.. (await NextAsync("diagnostics")).EnumerateArray().Select(diagnostic => $"{diagnostic.GetProperty("file").GetString()} {diagnostic.GetProperty("code").GetString()}")];

    public static async Task<int> ExitAsync(Process server)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(patience);
        await server.WaitForExitAsync(limit.Token);
        return server.ExitCode;
    }

    public void Dispose()
    {
        Disconnect();
        foreach (var server in servers)
        {
            if (!server.HasExited)
                server.Kill();
            server.WaitForExit();
            server.Dispose();
        }

        folder.Dispose();
    }

    private void WriteDescription(ImmutableArray<string> pages)
    {
        var request = new CompilationRequest
        {
            ProjectDirectory = folder.Path,
            ConfigurationFile = folder.Full("content.json"),
            OutputDirectory = folder.Full("obj/content"),
            Namespace = "MySite",
            PageFiles = pages,
            BuildDate = new DateOnly(2026, 11, 23),
        };
        Directory.CreateDirectory(request.OutputDirectory);
        File.WriteAllBytes(Description, new LiveProject("dotnet", Server, Channel, request, HasFixedDate: true, "").ToJson());
    }
}
