using System.Globalization;

namespace Content.Server.LanguageServer;

/// <summary>The server's own log: a file of its own in the folder for temporary files, of which the last few are kept, and standard error where a client shows that.</summary>
internal sealed class ServerLog : IDisposable
{
    private const int Kept = 5;
    private const long Longest = 4 * 1024 * 1024;

    private readonly Lock writing = new();
    private readonly StreamWriter? file;
    private long written;

    private ServerLog(StreamWriter? file, string path)
    {
        this.file = file;
        Path = path;
    }

    /// <summary>Where it is; empty where it could not be made.</summary>
    public string Path { get; }

    /// <summary>Opens a log.</summary>
    /// <param name="path">Where the client wants it; null for a file of its own.</param>
    public static ServerLog Open(string? path)
    {
        try
        {
            if (path is null)
            {
                var folder = System.IO.Path.Combine(System.IO.Path.GetTempPath(), "content-server-logs");
                if (OperatingSystem.IsWindows())
                    Directory.CreateDirectory(folder);
                else
                    Directory.CreateDirectory(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
                foreach (var old in new DirectoryInfo(folder).GetFiles("lsp-*.log").OrderByDescending(one => one.LastWriteTimeUtc).Skip(Kept - 1))
                    old.Delete();
                path = System.IO.Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"lsp-{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.ProcessId}.log"));
            }

            return new ServerLog(new StreamWriter(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.ReadWrite)) { AutoFlush = true }, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Console.Error.WriteLine($"There is no log, because its file cannot be written: {failure.Message}");
            return new ServerLog(null, "");
        }
    }

    public void Write(string text)
    {
        lock (writing)
        {
            if (file is null || written > Longest)
                return;
            var line = string.Create(CultureInfo.InvariantCulture, $"{DateTime.UtcNow:HH:mm:ss.fff} {text}");
            written += line.Length;
            try
            {
                file.WriteLine(line);
            }
            catch (IOException)
            {
                // A full disk ends the log, and nothing else.
                written = long.MaxValue;
            }
        }
    }

    public void Dispose() => file?.Dispose();
}
