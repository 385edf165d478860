using System.Globalization;
using Content.Compiler.Catalogs;

namespace Content.Server.Live;

/// <summary>The states that the server wrote, in a folder of the project's intermediate output that one server holds at a time.</summary>
internal sealed class StateFolder : IDisposable
{
    // Reason: a program reads a state when it is told of it; one that is slow still finds the state before the last.
    private const int Kept = 3;

    private readonly string path;
    private readonly FileStream guard;
    // Reason: a program keeps what it read by the name of the file, also where another server has taken over.
    private readonly string run = DateTime.UtcNow.Ticks.ToString("x", CultureInfo.InvariantCulture);
    private readonly Queue<(string File, string[] Bodies)> written = new();
    private readonly Dictionary<BodySegment, string> segments = [];
    private int count;

    private StateFolder(string path, FileStream guard)
    {
        this.path = path;
        this.guard = guard;
        foreach (var left in Directory.GetFiles(path, "*.content").Concat(Directory.GetFiles(path, "*.bodies")))
            TryDelete(left);
    }

    /// <summary>Takes the folder below <paramref name="output"/>; null where another server has it.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    /// <exception cref="UnauthorizedAccessException">Likewise.</exception>
    public static StateFolder? TryHold(string output)
    {
        var path = Path.Combine(output, "live");
        Directory.CreateDirectory(path);
        var file = Path.Combine(path, "server.lock");
        try
        {
            return new StateFolder(path, new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.DeleteOnClose));
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    /// <summary>Writes a state, and deletes what nobody reads any more.</summary>
    /// <returns>The file of the state and those of its bodies, absolute.</returns>
    public (string File, string[] Bodies) Write(CompiledCatalog catalog, BodySegments bodies)
    {
        if (bodies.HasNew)
            segments.Add(bodies.Segments[^1], Write(".bodies", bodies.WriteNew));
        var file = Write(".content", catalog.WriteBlobHead);
        written.Enqueue((file, [.. bodies.Segments.Select(segment => segments[segment])]));
        while (written.Count > Kept)
            TryDelete(written.Dequeue().File);
        foreach (var (segment, unused) in segments.Where(segment => !written.Any(state => state.Bodies.Contains(segment.Value))).ToList())
        {
            segments.Remove(segment);
            TryDelete(unused);
        }

        return written.Last();
    }

    private string Write(string extension, Action<Stream> write)
    {
        var file = Path.Combine(path, $"{run}-{++count}{extension}");
        using var stream = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16);
        write(stream);
        return file;
    }

    public void Dispose()
    {
        foreach (var file in written.Select(state => state.File).Concat(segments.Values))
            TryDelete(file);
        guard.Dispose();
        try
        {
            Directory.Delete(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Somebody has put something in it, or it is gone with the project.
        }
    }

    /// <summary>A file that is still open elsewhere stays for the next server to delete.</summary>
    private static void TryDelete(string file)
    {
        try
        {
            File.Delete(file);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
        }
    }
}
