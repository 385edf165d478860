using System.IO.Pipes;

namespace Content.Server.Live;

/// <summary>
/// The pipe to the programs that follow the project. It is this user's alone, tells and takes no commands; who connects later gets the last
/// message of each kind at once.
/// </summary>
internal sealed class LiveChannel(string name) : IAsyncDisposable
{
    // Reason: a program that restarts, as under dotnet watch, comes back before the compiler it left has ended.
    private static readonly TimeSpan patience = TimeSpan.FromSeconds(4);

    private static readonly TimeSpan firstPatience = TimeSpan.FromSeconds(20);

    private readonly Lock gate = new();
    private readonly List<Client> clients = [];
    private readonly SortedDictionary<int, byte[]> last = [];
    private readonly CancellationTokenSource closing = new();
    private Task accepting = Task.CompletedTask;
    private long lonelySince = TimeProvider.System.GetTimestamp();
    private bool hadClients;

    /// <summary>Kinds of messages, in the order in which a program that connects gets the last of each.</summary>
    public enum Kind
    {
        State,
        Diagnostics,
        Note,
    }

    public void Open() => accepting = AcceptAsync(closing.Token);

    /// <summary>Whether the last program has gone, and none has come back.</summary>
    public bool IsAbandoned
    {
        get
        {
            lock (gate)
                return clients.Count == 0 && TimeProvider.System.GetElapsedTime(lonelySince) > (hadClients ? patience : firstPatience);
        }
    }

    /// <summary>Sends to every program; one that does not listen is let go.</summary>
    public void Send(Kind kind, byte[] message)
    {
        lock (gate)
        {
            last[(int)kind] = message;
            foreach (var client in clients)
                client.Send(message);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await closing.CancelAsync();
        await accepting;
        lock (gate)
        {
            foreach (var client in clients)
                client.Dispose();
            clients.Clear();
        }

        closing.Dispose();
    }

    private async Task AcceptAsync(CancellationToken cancellation)
    {
        while (!cancellation.IsCancellationRequested)
        {
            var pipe = new NamedPipeServerStream(
                name, PipeDirection.InOut, NamedPipeServerStream.MaxAllowedServerInstances, PipeTransmissionMode.Byte,
                PipeOptions.Asynchronous | PipeOptions.CurrentUserOnly);
            try
            {
                await pipe.WaitForConnectionAsync(cancellation);
            }
            catch (Exception failure) when (failure is OperationCanceledException or IOException)
            {
                await pipe.DisposeAsync();
                continue;
            }

            lock (gate)
            {
                hadClients = true;
                var client = new Client(pipe, Remove);
                clients.Add(client);
                foreach (var message in last.Values)
                    client.Send(message);
            }
        }
    }

    private void Remove(Client client)
    {
        lock (gate)
        {
            if (clients.Remove(client) && clients.Count == 0)
                lonelySince = TimeProvider.System.GetTimestamp();
        }

        client.Dispose();
    }

    /// <summary>One program. Its end is seen by reading, so that it is noticed whether or not there is anything to tell.</summary>
    private sealed class Client : IDisposable
    {
        // Reason: a program that stopped, in a debugger say, still has to find the last state when it goes on, and not fill the memory until then.
        private const int MostWaiting = 16;

        private readonly NamedPipeServerStream pipe;
        private readonly Action<Client> remove;
        private readonly System.Threading.Channels.Channel<byte[]> waiting = System.Threading.Channels.Channel.CreateBounded<byte[]>(
            new System.Threading.Channels.BoundedChannelOptions(MostWaiting) { FullMode = System.Threading.Channels.BoundedChannelFullMode.DropOldest });

        public Client(NamedPipeServerStream pipe, Action<Client> remove)
        {
            this.pipe = pipe;
            this.remove = remove;
            _ = ReadAsync();
            _ = WriteAsync();
        }

        public void Send(byte[] message) => waiting.Writer.TryWrite(message);

        public void Dispose()
        {
            waiting.Writer.TryComplete();
            pipe.Dispose();
        }

        private async Task ReadAsync()
        {
            var ignored = new byte[64];
            try
            {
                while (await pipe.ReadAsync(ignored) > 0)
                {
                }
            }
            catch (Exception failure) when (failure is IOException or ObjectDisposedException or OperationCanceledException)
            {
                // The program has ended.
            }

            remove(this);
        }

        private async Task WriteAsync()
        {
            try
            {
                await foreach (var message in waiting.Reader.ReadAllAsync())
                    await pipe.WriteAsync(message);
            }
            catch (Exception failure) when (failure is IOException or ObjectDisposedException or OperationCanceledException)
            {
                remove(this);
            }
        }
    }
}
