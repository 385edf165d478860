using System.Globalization;

namespace Content.Compiler.Sources;

/// <summary>
/// When files were last changed in the history of their repository: a file that the host writes, since the compiler runs no other program.
/// A line that says which history it is, and then a line a file: seconds since 1970, a space, and the path from the project folder.
/// </summary>
public sealed class FileHistory
{
    private readonly Dictionary<string, long> seconds;

    private FileHistory(ContentHash hash, Dictionary<string, long> seconds)
    {
        Hash = hash;
        this.seconds = seconds;
    }

    /// <summary>The name of the file, in the folder of the outputs.</summary>
    public static string FileName => "content.history";

    /// <summary>No history.</summary>
    public static FileHistory None { get; } = new(default, []);

    /// <summary>Of its bytes.</summary>
    internal ContentHash Hash { get; }

    /// <summary>When the file with this path from the project folder was last changed, in seconds since 1970; null where that is not known.</summary>
    public long? Find(string file) => seconds.TryGetValue(file, out var found) ? found : null;

    /// <summary>Reads the file; where it is not there, or damaged, nothing is known.</summary>
    internal static FileHistory Read(string path)
    {
        if (!File.Exists(path) || SourceReader.Read(path, FileName) is not { Text: { } text } reading)
            return None;
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var range in text.Text.AsSpan().Split('\n'))
        {
            var line = text.Text.AsSpan()[range];
            var space = line.IndexOf(' ');
            if (space > 0 && long.TryParse(line[..space], NumberStyles.None, CultureInfo.InvariantCulture, out var time) && time is > 0 and < 253_402_300_800)
                found[line[(space + 1)..].ToString()] = time;
        }

        return new FileHistory(reading.Hash, found);
    }
}
