using System.Text;

namespace Content.AspNetCore.Export;

/// <summary>
/// The folder that is exported to. It keeps a list of what was written, so that a later export removes what is no longer there, and touches nothing else:
/// a file that an export did not write is never overwritten, and nothing is written through a symbolic link.
/// </summary>
internal sealed class ExportFolder : IDisposable
{
    private const string ListName = ".content-export";
    private const string TemporaryName = ".content-export.tmp";

    private readonly string root;
    private readonly HashSet<string> before = new(StringComparer.Ordinal);
    private readonly HashSet<string> written = new(StringComparer.Ordinal);
    private readonly Dictionary<string, bool> folders = new(StringComparer.Ordinal);
    private readonly object gate = new();
    private StreamWriter? list;
    private int temporary;

    private ExportFolder(string root) => this.root = root;

    /// <summary>How many files differ from what was there.</summary>
    public int Changed { get; private set; }

    public int Removed { get; private set; }

    public int Count => written.Count;

    /// <summary>Opens the folder, which comes into being where it is not there.</summary>
    /// <param name="folder">As the command line names it.</param>
    /// <param name="project">The program's content root.</param>
    /// <param name="webRoot">Where its static files lie, if anywhere.</param>
    /// <param name="sources">The files that entries were made of, relative to the project.</param>
    /// <exception cref="ExportException">It cannot be written to, or must not be.</exception>
    public static ExportFolder Open(string folder, string project, string? webRoot, IEnumerable<string> sources)
    {
        var root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        project = Path.TrimEndingDirectorySeparator(Path.GetFullPath(project));
        if (IsWithin(project, root))
            throw new ExportException($"'{folder}' holds the project itself. Name a folder of its own, such as 'dist'.");
        if (webRoot is { Length: > 0 } && (IsWithin(root, Path.GetFullPath(webRoot)) || IsWithin(Path.GetFullPath(webRoot), root)))
            throw new ExportException($"'{folder}' is among the static files of the program, and would be exported into itself. Name a folder elsewhere, such as 'dist'.");
        foreach (var top in sources.Where(source => source.Contains('/')).Select(source => source[..source.IndexOf('/')]).Distinct())
        {
            if (top != ".." && IsWithin(root, Path.Combine(project, top)))
                throw new ExportException($"'{folder}' is in the content folder '{top}', where it would be read as articles. Name a folder elsewhere, such as 'dist'.");
        }

        var opened = new ExportFolder(root);
        try
        {
            if (new DirectoryInfo(root).LinkTarget is not null || new FileInfo(root).LinkTarget is not null)
                throw new ExportException($"'{folder}' is a symbolic link. Name the folder that it leads to.");
            if (File.Exists(root))
                throw new ExportException($"'{folder}' is a file. Name a folder.");
            Directory.CreateDirectory(root);
            opened.ReadList();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new ExportException($"'{folder}' cannot be written to: {failure.Message}");
        }

        return opened;
    }

    /// <summary>Writes a file where its bytes are others than before, whole or not at all.</summary>
    /// <param name="path">Relative, with <c>/</c>.</param>
    /// <param name="bytes">What is in it.</param>
    /// <exception cref="ExportException">It cannot be written, or is not ours.</exception>
    public void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var full = Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
        try
        {
            bool isOurs;
            lock (gate)
            {
                if (FindLink(path) is { } link)
                    throw new ExportException($"'{path}' is not written: '{link}' is a symbolic link, which an export does not follow. Remove it.");
                isOurs = before.Contains(path);
                if (written.Add(path) && !isOurs)
                {
                    // In the list before it is there: an export that is stopped leaves nothing that the next one takes for another's.
                    list!.Write(path + "\n");
                    list.Flush();
                }
            }

            if (Directory.Exists(full))
                throw new ExportException($"'{path}' is a folder, and would have to be a file: two addresses need the same name.");
            if (File.Exists(full))
            {
                if (HasBytes(full, bytes))
                    return;
                if (!isOurs)
                    throw new ExportException($"'{path}' is there already and was not written by an export. Remove it, or export to an empty folder.");
            }

            Directory.CreateDirectory(Path.GetDirectoryName(full)!);
            var aside = Path.Combine(root, $"{TemporaryName}{Interlocked.Increment(ref temporary)}");
            using (var stream = new FileStream(aside, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
                stream.Write(bytes);
            File.Move(aside, full, overwrite: true);
            lock (gate)
                Changed++;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or NotSupportedException)
        {
            throw new ExportException($"'{path}' cannot be written: {failure.Message}");
        }
    }

    /// <summary>Removes what earlier exports wrote and this one did not, and the folders that are empty then.</summary>
    public void RemoveOthers()
    {
        foreach (var path in before.Where(path => !written.Contains(path)).Order(StringComparer.Ordinal).Reverse())
        {
            var full = Path.Combine(root, path.Replace('/', Path.DirectorySeparatorChar));
            if (FindLink(path) is not null || !File.Exists(full))
                continue;
            File.Delete(full);
            Removed++;
            for (var parent = Path.GetDirectoryName(full); parent is not null && parent.Length > root.Length && !Directory.EnumerateFileSystemEntries(parent).Any(); parent = Path.GetDirectoryName(parent))
                Directory.Delete(parent);
        }

        list!.Dispose();
        list = null;
        File.WriteAllText(Path.Combine(root, ListName), string.Concat(written.Order(StringComparer.Ordinal).Select(path => path + "\n")));
    }

    public void Dispose() => list?.Dispose();

    private void ReadList()
    {
        var file = Path.Combine(root, ListName);
        if (File.Exists(file))
        {
            foreach (var line in File.ReadLines(file))
            {
                // Nothing outside of the folder is ours, whatever somebody wrote into the list.
                if (line.Length > 0 && !Path.IsPathRooted(line) && !line.Split('/', '\\').Contains(".."))
                    before.Add(line);
            }
        }

        foreach (var left in Directory.EnumerateFiles(root, TemporaryName + "*"))
            File.Delete(left);
        list = new StreamWriter(file, append: true, new UTF8Encoding(false));
    }

    /// <summary>The first folder on the way to a file, or the file, that is a link.</summary>
    private string? FindLink(string path)
    {
        for (var slash = path.IndexOf('/'); slash >= 0; slash = path.IndexOf('/', slash + 1))
        {
            var folder = path[..slash];
            if (!folders.TryGetValue(folder, out var isLink))
                folders.Add(folder, isLink = new DirectoryInfo(Path.Combine(root, folder)).LinkTarget is not null);
            if (isLink)
                return folder;
        }

        return new FileInfo(Path.Combine(root, path)).LinkTarget is not null ? path : null;
    }

    private static bool HasBytes(string file, ReadOnlySpan<byte> bytes)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        if (stream.Length != bytes.Length)
            return false;
        Span<byte> chunk = stackalloc byte[16 * 1024];
        while (bytes.Length > 0)
        {
            var read = stream.Read(chunk);
            if (read == 0 || read > bytes.Length || !chunk[..read].SequenceEqual(bytes[..read]))
                return false;
            bytes = bytes[read..];
        }

        return true;
    }

    private static bool IsWithin(string path, string folder) =>
        path.Equals(folder, StringComparison.Ordinal) || path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}

/// <summary>Something that keeps an export from being whole, as it is said to whoever runs it.</summary>
internal sealed class ExportException(string message) : Exception(message);
